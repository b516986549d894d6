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

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Target;

/// <summary>Builder of the records of one subject, and its scorecards by the rules that ship.</summary>
internal sealed class TargetCards(string rules = "example.json")
{
    public const string Progress = "progress";
    public const string Published = "progress-published";

    private readonly List<AreaRecord> records = [];
    private readonly List<Action<JsonNode>> changes = [];
    private string dataset = Progress;
    private SuppressionRule disclosure = new(1, HidesZero: false);
    private ObservationSet observations = new([]);

    /// <summary>Changes the rules that ship.</summary>
    public TargetCards By(Action<JsonNode> with)
    {
        changes.Add(with);
        return this;
    }

    /// <summary>Chooses a plain measure from start to target, of which a test changes what it is about.</summary>
    public static TargetCards Plain(decimal baseline = 0, decimal target = 100, string? from = "2010-01-01", string? until = "2020-01-01") => new TargetCards().By(json =>
    {
        json["baseline"] = new JsonObject { ["date"] = from, ["value"] = baseline };
        json["target"] = new JsonObject { ["date"] = until, ["value"] = target };
        json["direction"] = target > baseline ? "higher-is-better" : "lower-is-better";
        json["kind"] = "level";
        json["unit"] = "score";
        json["counted"] = "other";
        json["path"] = null;
        json["stock"] = null;
        json["leading"] = null;
        json["segments"] = new JsonArray();
    });

    /// <summary>Adds what follows to this dataset.</summary>
    public TargetCards From(string name)
    {
        dataset = name;
        return this;
    }

    /// <summary>Adds the subject.</summary>
    public TargetCards Subject(decimal? units = null, string? code = null, string scope = "project", string family = "target", string validFrom = "2004-01-01")
    {
        (string Name, string Value)[] all =
        [
            ("subject", "s"), ("title", "Onderwerp"), ("family", family), ("rules", code ?? ReadRules()["code"]!.GetValue<string>()), ("scope", scope),
            .. units is { } number ? [("units", number.ToString(CultureInfo.InvariantCulture))] : Array.Empty<(string, string)>(),
        ];
        records.Add(ExampleKinds.Record("subjects", ExampleKinds.City, Day(validFrom), "s", all));
        return this;
    }

    /// <summary>Adds a measured value; what is null was not delivered.</summary>
    public TargetCards Measured(string day, decimal? value = null, decimal? low = null, decimal? high = null, string segment = "", string? note = null) =>
        Row("measured", day, segment, ("value", Write(value)), ("low", Write(low)), ("high", Write(high)), ("note", note));

    /// <summary>Adds what runs ahead.</summary>
    public TargetCards Leading(string day, decimal? value = null, decimal? low = null) => Row("leading", day, "", ("value", Write(value)), ("low", Write(low)));

    /// <summary>Adds a later target.</summary>
    public TargetCards Revised(string decided, decimal? value, string? until) => Row("target", decided, "", ("value", Write(value)), ("target_date", until));

    /// <summary>Withholds counts as a deployment with this rule does.</summary>
    public TargetCards Withhold(SuppressionRule? rule = null)
    {
        disclosure = rule ?? new SuppressionRule();
        return this;
    }

    /// <summary>Adds observations.</summary>
    public TargetCards Observe(ObservationSet observed)
    {
        observations = observed;
        return this;
    }

    public MunicipalityFigures Figures => new(
        AreaCode.Parse(ExampleKinds.City), IndicatorCatalogueTests.Shipped(), [new Area(AreaCode.Parse(ExampleKinds.City), "Enschede", 2020)], observations, records)
    {
        Disclosure = disclosure,
        PublishedDatasets = new[] { Published }.ToFrozenSet(StringComparer.Ordinal),
    };

    public IScorecardKind Kind => ExampleKinds.Example("target", json => changes.ForEach(change => change(json)), rules);

    public IReadOnlyList<Scorecard> Cards => [.. Kind.Compute(Figures)];

    /// <summary>Gets the scorecard of a year, or the only one.</summary>
    public Scorecard Card(int? year = null) => Cards.Single(card => year is null || card.Period.Year == year);

    private TargetCards Row(string kind, string day, string segment, params (string Name, string? Value)[] fields)
    {
        (string Name, string Value)[] named =
        [
            ("subject", "s"), ("kind", kind), ("day", day), .. segment.Length > 0 ? [("segment", segment)] : Array.Empty<(string, string)>(),
            .. fields.Where(field => field.Value is not null).Select(field => (field.Name, field.Value!)),
        ];
        records.Add(ExampleKinds.Record(dataset, ExampleKinds.City, Day(day), $"s {kind} {segment} {day} {dataset}", named));
        return this;
    }

    private JsonNode ReadRules() => JsonNode.Parse(File.ReadAllText(Wijkmonitor.Local.RepositoryFolder.File("config", "rules", "target", rules)))!;

    private static string? Write(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
