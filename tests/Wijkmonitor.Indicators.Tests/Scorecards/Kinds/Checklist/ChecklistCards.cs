using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Catalogue;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Checklist;

/// <summary>Builder of the records of one subject, and its scorecards by the rules that ship.</summary>
internal sealed class ChecklistCards(string rules = "example.json")
{
    public const string Second = "second-source";

    private readonly List<AreaRecord> records = [];
    private readonly List<Action<JsonNode>> changes = [];
    private string? dataset;
    private SuppressionRule disclosure = new(1, HidesZero: false);
    private int line = 1;

    /// <summary>Changes the rules that ship.</summary>
    public ChecklistCards By(Action<JsonNode> with)
    {
        changes.Add(with);
        return this;
    }

    /// <summary>Adds what follows to this dataset; to that of its kind where it is null.</summary>
    public ChecklistCards From(string? name)
    {
        dataset = name;
        return this;
    }

    /// <summary>Adds the subject.</summary>
    public ChecklistCards Subject(decimal? units = null, string validFrom = "2020-01-01")
    {
        var code = JsonNode.Parse(File.ReadAllText(Wijkmonitor.Local.RepositoryFolder.File("config", "rules", "checklist", rules)))!["code"]!.GetValue<string>();
        return Add("subjects", validFrom, ("title", "Onderwerp"), ("family", "checklist"), ("rules", code), ("scope", "project"), ("units", Write(units)));
    }

    /// <summary>Adds an answer.</summary>
    public ChecklistCards Answer(string item, string answer, string day = "2020-06-30", string role = "client", string? evidence = null) =>
        Add(dataset ?? "answers", day, ("item", item), ("answer", answer), ("day", day), ("role", role), ("evidence", evidence));

    /// <summary>Adds answers that are the same.</summary>
    public ChecklistCards Answers(string answer, params string[] items)
    {
        foreach (var item in items)
        {
            Answer(item, answer);
        }

        return this;
    }

    /// <summary>Adds a measurement; what is null was not delivered.</summary>
    public ChecklistCards Measured(string item, decimal? value = null, decimal? low = null, decimal? high = null, string day = "2020-06-30") =>
        Add(dataset ?? "measured", day, ("item", item), ("value", Write(value)), ("low", Write(low)), ("high", Write(high)), ("day", day), ("source", "Opmeting"));

    /// <summary>Adds a choice.</summary>
    public ChecklistCards Choice(string aspect, string? now, string? intended = null, string day = "2020-06-30") =>
        Add(dataset ?? "choices", day, ("aspect", aspect), ("now", now), ("intended", intended), ("day", day));

    /// <summary>Adds a part in a task.</summary>
    public ChecklistCards Part(string task, string party, string part, string day = "2020-06-30") =>
        Add(dataset ?? "tasks", day, ("task", task), ("party", party), ("part", part), ("day", day));

    /// <summary>Withholds counts as a deployment with this rule does.</summary>
    public ChecklistCards Withhold()
    {
        disclosure = new SuppressionRule();
        return this;
    }

    public IScorecardKind Kind => ExampleKinds.Example("checklist", json => changes.ForEach(change => change(json)), rules);

    public IReadOnlyList<Scorecard> Cards => [.. Kind.Compute(new MunicipalityFigures(
        AreaCode.Parse(ExampleKinds.City), IndicatorCatalogueTests.Shipped(), [new Area(AreaCode.Parse(ExampleKinds.City), "Enschede", 2020)], new ObservationSet([]), records)
    {
        Disclosure = disclosure,
        PublishedDatasets = new[] { Second }.ToFrozenSet(StringComparer.Ordinal),
    })];

    /// <summary>Gets the scorecard of a year, or the only one.</summary>
    public Scorecard Card(int? year = null) => Cards.Single(card => year is null || card.Period.Year == year);

    private ChecklistCards Add(string name, string day, params (string Name, string? Value)[] fields)
    {
        var known = fields.Where(field => field.Value is not null).Select(field => (field.Name, field.Value!));
        var record = ExampleKinds.Record(
            name, ExampleKinds.City, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), $"s {string.Join(' ', known)} {name}", [("subject", "s"), .. known]);
        records.Add(record with { Source = new SourceLine(name, ++line) });
        return this;
    }

    private static string? Write(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Parts of scorecards that tests of this kind read.</summary>
internal static class ChecklistCardParts
{
    public static Finding Finding(this Scorecard card, string code) => Assert.Single(card.Findings, finding => finding.Code == code);

    public static IEnumerable<decimal?> Totals(this Scorecard card, params string[] codes) => codes.Select(code => card.Total(code).Value);
}
