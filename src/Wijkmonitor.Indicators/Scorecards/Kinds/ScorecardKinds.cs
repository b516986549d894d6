using System.Text.Json.Serialization.Metadata;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Compass;
using Wijkmonitor.Indicators.Scorecards.Kinds.CrisisTiles;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle;
using Wijkmonitor.Indicators.Scorecards.Kinds.Function;
using Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;
using Wijkmonitor.Indicators.Scorecards.Kinds.LoadCapacity;
using Wijkmonitor.Indicators.Scorecards.Kinds.Perception;
using Wijkmonitor.Indicators.Scorecards.Kinds.StayersMovers;
using Wijkmonitor.Indicators.Scorecards.Kinds.Vulnerability;

namespace Wijkmonitor.Indicators.Scorecards.Kinds;

/// <summary>The kinds of scorecards of areas that can be computed. A kind is registered with a line here and its rules with one in <see cref="RulesJson"/>.</summary>
public static class ScorecardKinds
{
    private static readonly SortedDictionary<string, Func<Stream, IndicatorCatalogue, IScorecardKind>> Readers = new(StringComparer.Ordinal)
    {
        [CompassKind.Details.Name] = Reader(CompassKind.Details, RulesJson.Default.CompassRules, rules => new CompassKind(rules)),
        [LiveabilityKind.Details.Name] = Reader(LiveabilityKind.Details, RulesJson.Default.LiveabilityRules, rules => new LiveabilityKind(rules)),
        [CrisisTilesKind.Details.Name] = Reader(CrisisTilesKind.Details, RulesJson.Default.CrisisTilesRules, rules => new CrisisTilesKind(rules)),
        [FunctionKind.Details.Name] = Reader(FunctionKind.Details, RulesJson.Default.FunctionRules, rules => new FunctionKind(rules)),
        [LoadCapacityKind.Details.Name] = Reader(LoadCapacityKind.Details, RulesJson.Default.LoadCapacityRules, rules => new LoadCapacityKind(rules)),
        [PerceptionKind.Details.Name] = Reader(PerceptionKind.Details, RulesJson.Default.PerceptionRules, rules => new PerceptionKind(rules)),
        [StayersMoversKind.Details.Name] = Reader(StayersMoversKind.Details, RulesJson.Default.StayersMoversRules, rules => new StayersMoversKind(rules)),
        [VulnerabilityKind.Details.Name] = Reader(VulnerabilityKind.Details, RulesJson.Default.VulnerabilityRules, rules => new VulnerabilityKind(rules)),
        [FourAngleKind.Details.Name] = Reader(FourAngleKind.Details, RulesJson.Default.FourAngleRules, rules => new FourAngleKind(rules)),
    };

    /// <summary>The names of all kinds, in order.</summary>
    public static IReadOnlyCollection<string> Names => Readers.Keys;

    /// <summary>Reads the rules of a kind.</summary>
    /// <param name="kind">One of <see cref="Names"/>.</param>
    /// <param name="rules">The rules, as JSON.</param>
    /// <param name="catalogue">The indicators that the rules may speak of.</param>
    /// <exception cref="ConfigurationException">The rules are malformed or do not fit the catalogue; the message names the field.</exception>
    public static IScorecardKind Read(string kind, Stream rules, IndicatorCatalogue catalogue) => Readers[kind](rules, catalogue);

    private static Func<Stream, IndicatorCatalogue, IScorecardKind> Reader<TRules>(ScorecardKindInfo info, JsonTypeInfo<TRules> type, Func<TRules, IScorecardKind> create)
        where TRules : ScorecardRules =>
        (json, catalogue) => create(RuleValidator.Read(info.Name, json, type, catalogue));
}
