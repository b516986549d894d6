using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Kinds.Compass;
using Wijkmonitor.Indicators.Scorecards.Kinds.Compass.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Compass;

/// <summary>Compasses for tests.</summary>
internal static class CompassCards
{
    /// <summary>The compasses of a municipality's areas in a year.</summary>
    public static IReadOnlyList<Scorecard> Compute(
        CompassRules rules, IndicatorCatalogue catalogue, AreaCode municipality, ObservationSet observations, Period period, IReadOnlyList<AreaRecord> records) =>
        [.. new CompassKind(rules).Compute(new MunicipalityFigures(municipality, catalogue, [], observations, records)).Where(card => card.Period == period)];

    /// <summary>Rules that are known to be valid.</summary>
    public static CompassRules Rules(Stream json) => JsonSerializer.Deserialize(json, (JsonTypeInfo<CompassRules>)ScorecardKinds.GetRulesType("compass"))!;
}
