using System.Globalization;
using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Gates;

/// <summary>Builder of the records of one subject, and its scorecards by the rules that ship.</summary>
internal sealed class GateCards(string rules = "example.json")
{
    private readonly List<AreaRecord> records = [];
    private readonly List<Action<JsonNode>> changes = [];
    private SuppressionRule disclosure = new(1, HidesZero: false);
    private ObservationSet observations = new([]);

    /// <summary>Changes the rules that ship.</summary>
    public GateCards By(Action<JsonNode> with)
    {
        changes.Add(with);
        return this;
    }

    /// <summary>Adds the subject.</summary>
    public GateCards Subject(decimal? units = null, string scope = "area", string? unit = null)
    {
        (string Name, string Value)[] all =
        [
            ("subject", "s"), ("title", "Buurt"), ("family", "gates"), ("rules", ReadRules()["code"]!.GetValue<string>()), ("scope", scope),
            .. unit is null ? Array.Empty<(string, string)>() : [("unit", unit)],
            .. units is { } number ? [("units", number.ToString(CultureInfo.InvariantCulture))] : Array.Empty<(string, string)>(),
        ];
        records.Add(ExampleKinds.Record("subjects", ExampleKinds.City, Day("2020-01-01"), "s", all));
        return this;
    }

    /// <summary>Adds the start of a phase.</summary>
    public GateCards Begun(string phase, string day) => Row("gate-decisions", day, ("gate", phase), ("event", "begun"));

    /// <summary>Adds a decision.</summary>
    public GateCards Decided(string phase, string outcome, string day, string? scenario = null, string? reason = null, string? body = null) =>
        Row("gate-decisions", day, ("gate", phase), ("event", "decision"), ("outcome", outcome), ("scenario", scenario), ("reason", reason), ("body", body));

    /// <summary>Adds a planned decision.</summary>
    public GateCards Planned(string phase, string day, string? body = null) => Row("gate-decisions", day, ("gate", phase), ("event", "planned"), ("body", body));

    /// <summary>Adds answers of one day.</summary>
    public GateCards Answer(string day, params (string Fact, bool Answer)[] answers) =>
        answers.Aggregate(this, (cards, answer) => cards.Row("gate-facts", day, ("fact", answer.Fact), ("answer", answer.Answer ? "yes" : "no")));

    /// <summary>Adds numbers of one day.</summary>
    public GateCards Number(string day, params (string Fact, decimal Number)[] numbers) =>
        numbers.Aggregate(this, (cards, number) => cards.Row("gate-facts", day, ("fact", number.Fact), ("value", Write(number.Number))));

    /// <summary>Adds a range.</summary>
    public GateCards Range(string day, string fact, decimal? low, decimal? high) => Row("gate-facts", day, ("fact", fact), ("low", Write(low)), ("high", Write(high)));

    /// <summary>Adds the homes of a block.</summary>
    public GateCards Block(string block, decimal? homes, decimal? joined, string day = "2020-09-01") =>
        Row("gate-blocks", day, ("block", block), ("homes", Write(homes)), ("joined", Write(joined)));

    /// <summary>Adds a topic that a group named.</summary>
    public GateCards Named(string group, string sign, string topic, int count, string day = "2020-06-01") =>
        Row("gate-mentions", day, ("group", group), ("sign", sign), ("topic", topic), ("mentions", Write(count)));

    /// <summary>Adds what a scenario does to topics.</summary>
    public GateCards Effect(string scenario, string effect, params string[] topics) =>
        topics.Aggregate(this, (cards, topic) => cards.Row("gate-effects", "2020-09-01", ("scenario", scenario), ("topic", topic), ("effect", effect)));

    /// <summary>Adds a row of any dataset.</summary>
    public GateCards Row(string dataset, string day, params (string Name, string? Value)[] fields)
    {
        (string Name, string Value)[] named = [("subject", "s"), .. fields.Where(field => field.Value is not null).Select(field => (field.Name, field.Value!))];
        records.Add(ExampleKinds.Record(dataset, ExampleKinds.City, Day(day), $"{dataset} {day} {string.Join(' ', named)}", named));
        return this;
    }

    /// <summary>Withholds counts as a deployment with this rule does.</summary>
    public GateCards Withhold(SuppressionRule? rule = null)
    {
        disclosure = rule ?? new SuppressionRule();
        return this;
    }

    /// <summary>Adds observations.</summary>
    public GateCards Observe(ObservationSet observed)
    {
        observations = observed;
        return this;
    }

    /// <summary>The scorecards.</summary>
    public IReadOnlyList<Scorecard> Cards => [.. ExampleKinds.Example("gates", json => changes.ForEach(change => change(json)), rules).Compute(new MunicipalityFigures(
        AreaCode.Parse(ExampleKinds.City), IndicatorCatalogueTests.Shipped(), [new Area(AreaCode.Parse(ExampleKinds.City), "Enschede", 2020)], observations, records)
    {
        Disclosure = disclosure,
    })];

    /// <summary>Gets the scorecard of a year, or the only one.</summary>
    public Scorecard Card(int? year = null) => Cards.Single(card => year is null || card.Period.Year == year);

    private JsonNode ReadRules()
    {
        var json = JsonNode.Parse(File.ReadAllText(RepositoryFolder.File("config", "rules", "gates", rules)))!;
        changes.ForEach(change => change(json));
        return json;
    }

    private static string? Write(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
