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
using Wijkmonitor.Indicators.Tests.Datasets;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.ProjectLedger;

/// <summary>Builder of the records of one project, and its scorecards by the rules that ship.</summary>
internal sealed class ProjectCards(string rules = "example.json")
{
    public const string Kind = "project-ledger";

    private static readonly string[] Published =
    [
        "subjects-published", "project-milestones-published", "project-budget-published", "project-funding-published", "project-positions-published",
        "project-conditions-published", "project-delay-costs-published",
    ];

    private readonly List<AreaRecord> records = [];
    private readonly List<Action<JsonNode>> changes = [];
    private SuppressionRule disclosure = new(1, HidesZero: false);
    private string ending = "";

    /// <summary>Gets the scorecards of the sample of Kanaleneiland, by the rules that ship.</summary>
    public static IReadOnlyList<Scorecard> Kluswoningen => [.. ExampleKinds.Example(Kind, file: "kluswoningen.json").Compute(new MunicipalityFigures(
        AreaCode.Parse("GM0344"), IndicatorCatalogueTests.Shipped(), [], new ObservationSet([]), SampleDeliveries.All.Figures.Records)
    {
        PublishedDatasets = Published.ToFrozenSet(StringComparer.Ordinal),
    })];

    /// <summary>Gets the scorecard of the sample in a year.</summary>
    public static Scorecard GetKluswoningen(int year = 2021) => Kluswoningen.Single(card => card.Period.Year == year);

    /// <summary>Changes the rules that ship.</summary>
    public ProjectCards By(Action<JsonNode> with)
    {
        changes.Add(with);
        return this;
    }

    /// <summary>Withholds counts as a deployment with this rule does.</summary>
    public ProjectCards Withhold(SuppressionRule? rule = null)
    {
        disclosure = rule ?? new SuppressionRule();
        return this;
    }

    /// <summary>Adds what follows to the datasets of publications.</summary>
    public ProjectCards Publish()
    {
        ending = "-published";
        return this;
    }

    /// <summary>Adds what follows to the datasets of partners.</summary>
    public ProjectCards Deliver()
    {
        ending = "";
        return this;
    }

    public ProjectCards Subject(decimal? units = 10, string unit = "homes", string? code = null) => Add(
        "subjects", "2015-01-01", "s",
        ("title", "Project"), ("family", Kind), ("rules", code ?? ReadRules()["code"]!.GetValue<string>()), ("scope", "project"), ("units", Write(units)), ("unit", unit));

    public ProjectCards Milestone(string milestone, string kind, string day, string? until = null, string? recorded = null, string? text = null) => Add(
        "project-milestones", recorded ?? day, $"s {milestone} {kind} {recorded ?? day}",
        ("milestone", milestone), ("kind", kind), ("day", day), ("until", until), ("recorded_on", recorded ?? day), ("text", text));

    public ProjectCards Budget(string row, decimal? amount, string per = "unit", string kind = "budget", string recorded = "2018-01-01") => Add(
        "project-budget", recorded, $"s {row} {kind} {recorded}", ("row", row), ("kind", kind), ("per", per), ("amount", Write(amount)), ("recorded_on", recorded));

    public ProjectCards Funding(
        string row, decimal? amount, string party = "owners", string kind = "own", string recorded = "2018-12-31", bool? pm = null, string? drawn = null, string? due = null,
        decimal? repaid = null, string? corrects = null, string? note = null) => Add(
        "project-funding", recorded, $"s {row} {recorded}",
        ("row", row), ("party", party), ("kind", kind), ("amount", Write(amount)), ("pm", pm is { } unknown ? (unknown ? "true" : "false") : null), ("drawn_on", drawn),
        ("due_on", due), ("repaid", Write(repaid)), ("corrects", corrects), ("recorded_on", recorded), ("note", note));

    public ProjectCards Work(string item, decimal? value, string state, bool paid = false, string recorded = "2020-12-31") => Add(
        "project-works", recorded, $"s {item} {recorded}", ("item", item), ("value", Write(value)), ("state", state), ("paid", paid ? "true" : "false"), ("recorded_on", recorded));

    public ProjectCards Position(string day, decimal? escrow = null, decimal? committed = null, decimal? needed = null, decimal? reported = null) => Add(
        "project-positions", day, $"s {day}",
        ("position_on", day), ("escrow", Write(escrow)), ("committed_undrawn", Write(committed)), ("cost_to_complete", Write(needed)), ("reported_progress", Write(reported)));

    public ProjectCards Condition(string condition, string? due = null, string? met = null, string recorded = "2018-01-01", string? note = null) => Add(
        "project-conditions", recorded, $"s {condition} {recorded}", ("condition", condition), ("due_on", due), ("met_on", met), ("recorded_on", recorded), ("note", note));

    /// <summary>Adds a number of signals.</summary>
    public ProjectCards Signals(int number, string received, string? answered = null)
    {
        for (var signal = 0; signal < number; signal++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"signal-{records.Count}");
            Add("project-signals", received, $"s {code}", ("signal", code), ("received_on", received), ("kind", "noise"), ("answered_on", answered));
        }

        return this;
    }

    public ProjectCards Delay(decimal cost, decimal units, string from, string? until = null) => Add(
        "project-delay-costs", from, $"s {from}", ("unit_month_cost", Write(cost)), ("units", Write(units)), ("valid_from", from), ("valid_until", until));

    public IReadOnlyList<Scorecard> Cards => [.. ExampleKinds.Example(Kind, json => changes.ForEach(change => change(json)), rules).Compute(new MunicipalityFigures(
        AreaCode.Parse(ExampleKinds.City), IndicatorCatalogueTests.Shipped(), [new Area(AreaCode.Parse(ExampleKinds.City), "Enschede", 2020)], new ObservationSet([]), records)
    {
        Disclosure = disclosure,
        PublishedDatasets = Published.ToFrozenSet(StringComparer.Ordinal),
    })];

    /// <summary>Gets the scorecard of a year, or the last one.</summary>
    public Scorecard Card(int? year = null) => Cards.Last(card => year is null || card.Period.Year == year);

    private ProjectCards Add(string dataset, string day, string reference, params (string Name, string? Value)[] fields)
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        records.Add(ExampleKinds.Record(
            dataset + ending, ExampleKinds.City, date, reference,
            [("subject", "s"), .. fields.Where(field => field.Value is not null).Select(field => (field.Name, field.Value!))]));
        return this;
    }

    private JsonNode ReadRules() => JsonNode.Parse(File.ReadAllText(Wijkmonitor.Local.RepositoryFolder.File("config", "rules", Kind, rules)))!;

    private static string? Write(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}
