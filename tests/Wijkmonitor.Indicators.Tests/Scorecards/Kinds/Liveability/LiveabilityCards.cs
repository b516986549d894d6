using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Observations;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Liveability;

/// <summary>Scorecards of liveability by the example rules, for tests.</summary>
internal static class LiveabilityCards
{
    public const string City = "GM0014";
    public const string First = "WK001401";
    public const string Second = "WK001402";
    public const string Third = "WK001403";
    public const string Fourth = "WK001404";

    public static LiveabilityRules Rules()
    {
        using var json = File.OpenRead(RepositoryFolder.File("config", "rules", "liveability", "example.json"));
        return JsonSerializer.Deserialize(json, (JsonTypeInfo<LiveabilityRules>)ScorecardKinds.GetRulesType("liveability"))!;
    }

    public static IReadOnlyList<Scorecard> Compute(Observed observed, params AreaRecord[] records) => Compute(Rules(), observed, records);

    public static IReadOnlyList<Scorecard> Compute(LiveabilityRules rules, Observed observed, params AreaRecord[] records) =>
        [.. new LiveabilityKind(rules).Compute(new MunicipalityFigures(AreaCode.Parse(City), IndicatorCatalogueTests.Shipped(), Areas: [], observed.Set, records))];

    /// <summary>Classes of 2002, 2012 and 2014.</summary>
    public static Observed Add(this Observed observed, string area, int from, int top, int now) => observed
        .Value(area, 2002, "liveability_class", from).Value(area, 2012, "liveability_class", top).Value(area, 2014, "liveability_class", now);

    public static Scorecard Card(IReadOnlyList<Scorecard> cards, string area, int year) => cards.Single(c => c.Area.Value == area && c.Period.Year == year);

    public static ScorecardLine Line(Scorecard card, string code) => card.Lines.Single(l => l.Code == code);

    public static ScorecardTotal Total(Scorecard card, string code) => card.Totals.Single(t => t.Code == code);
}
