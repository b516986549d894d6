using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Catalogue;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Pipeline;

/// <summary>Builder of the records of one subject, and its scorecards by the rules that ship.</summary>
internal sealed class PipelineCards(string rules)
{
    public const string Counts = "pipeline-counts";
    public const string Published = "pipeline-published";

    private readonly List<AreaRecord> records = [];
    private Action<JsonNode>? change;
    private string dataset = Counts;
    private string segment = "";
    private string period = "";
    private SuppressionRule disclosure = new(1, HidesZero: false);

    /// <summary>Changes the rules that ship.</summary>
    public PipelineCards By(Action<JsonNode> with)
    {
        change = with;
        return this;
    }

    /// <summary>Adds what follows to this dataset.</summary>
    public PipelineCards From(string name)
    {
        dataset = name;
        return this;
    }

    /// <summary>Adds the subject.</summary>
    public PipelineCards Subject(decimal? units = null, string? code = null, params (string Name, string Value)[] fields)
    {
        (string Name, string Value)[] all =
        [
            .. fields, ("subject", "s"), ("title", "Onderwerp"), ("family", "pipeline"), ("rules", code ?? JsonNode.Parse(File.ReadAllText(Path))!["code"]!.GetValue<string>()), ("scope", "project"),
            .. units is { } number ? [("units", number.ToString(CultureInfo.InvariantCulture))] : Array.Empty<(string, string)>(),
        ];
        records.Add(ExampleKinds.Record("subjects", ExampleKinds.City, new DateOnly(2016, 1, 1), "s", [.. all.DistinctBy(field => field.Name)]));
        return this;
    }

    /// <summary>Adds what follows in a period, of a segment where there is one.</summary>
    public PipelineCards In(string name, string of = "")
    {
        (period, segment) = (name, of);
        return this;
    }

    /// <summary>Adds the count of a stage; what is null was not delivered.</summary>
    public PipelineCards Stage(
        string stage, decimal? entered, decimal? left = null, decimal? onTime = null, decimal? late = null, decimal? visits = null, decimal? persons = null)
    {
        (string Name, decimal? Value)[] counts = [("entered", entered), ("left", left), ("on_time", onTime), ("late", late), ("visits", visits), ("persons", persons)];
        (string Name, string Value)[] fields =
        [
            ("subject", "s"), ("period", period), ("stage", stage), .. segment.Length > 0 ? [("segment", segment)] : Array.Empty<(string, string)>(),
            .. counts.Where(count => count.Value is not null).Select(count => (count.Name, count.Value!.Value.ToString(CultureInfo.InvariantCulture))),
        ];
        Assert.True(Period.TryParse(period, out var of));
        records.Add(ExampleKinds.Record(dataset, ExampleKinds.City, of.End, $"s {period} {segment} {stage}", fields));
        return this;
    }

    /// <summary>Withholds counts as a deployment with this rule does.</summary>
    public PipelineCards Withhold(SuppressionRule? rule = null)
    {
        disclosure = rule ?? new SuppressionRule();
        return this;
    }

    public IReadOnlyList<AreaRecord> Records => records;

    public MunicipalityFigures Figures => new(
        AreaCode.Parse(ExampleKinds.City), IndicatorCatalogueTests.Shipped(), [new Area(AreaCode.Parse(ExampleKinds.City), "Enschede", 2020)], new ObservationSet([]), records)
    {
        Disclosure = disclosure,
        PublishedDatasets = new[] { Published }.ToFrozenSet(StringComparer.Ordinal),
    };

    public IScorecardKind Kind => ExampleKinds.Example("pipeline", change, rules);

    public Scorecard Card(int year) => Kind.Compute(Figures).Single(card => card.Period.Year == year);

    private string Path => Wijkmonitor.Local.RepositoryFolder.File("config", "rules", "pipeline", rules);

    /// <summary>EMMA's month, as it is printed.</summary>
    public static PipelineCards Emma(string from) => new PipelineCards("emma.json").From(from).Subject()
        .In("2017-01").Stage("reported", 20).Stage("reached", 19).Stage("self-help", 3).Stage("helped", 16);

    /// <summary>The example of heat connection: 400 homes, 280 agreed, 60 handed over in the last four weeks.</summary>
    public static PipelineCards Heat(decimal? units = 400, decimal perWeek = 15)
    {
        var cards = new PipelineCards("example.json").Subject(units);
        (string Stage, decimal Entered, decimal? Visits)[] until =
        [
            ("contacted", 400, null), ("kitchen-table", 340, null), ("agreed", 280, null), ("surveyed", 220, 286), ("plan-ready", 200, null), ("pipe", 150, null),
            ("delivery-set", 120, null), ("connected", 110, null), ("boiler-removed", 100, null), ("electric-cooking", 95, null), ("handed-over", 90 - (4 * perWeek), null),
        ];
        foreach (var (stage, entered, visits) in until)
        {
            cards.In("2020-W10").Stage(stage, entered, visits: visits);
            foreach (var week in new[] { "2020-W11", "2020-W12", "2020-W13", "2020-W14" })
            {
                cards.In(week).Stage(stage, stage == "handed-over" ? perWeek : 0, visits: visits is null ? null : 0);
            }
        }

        return cards;
    }
}
