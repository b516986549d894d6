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
    private static readonly SortedDictionary<string, Registration> Registered = new(
        new[]
        {
            Register(CompassKind.Details, () => RulesJson.Default.CompassRules, rules => new CompassKind(rules)),
            Register(LiveabilityKind.Details, () => RulesJson.Default.LiveabilityRules, rules => new LiveabilityKind(rules)),
            Register(FourAngleKind.Details, () => RulesJson.Default.FourAngleRules, rules => new FourAngleKind(rules)),
            Register(LoadCapacityKind.Details, () => RulesJson.Default.LoadCapacityRules, rules => new LoadCapacityKind(rules)),
            Register(VulnerabilityKind.Details, () => RulesJson.Default.VulnerabilityRules, rules => new VulnerabilityKind(rules)),
            Register(PerceptionKind.Details, () => RulesJson.Default.PerceptionRules, rules => new PerceptionKind(rules)),
            Register(StayersMoversKind.Details, () => RulesJson.Default.StayersMoversRules, rules => new StayersMoversKind(rules)),
            Register(FunctionKind.Details, () => RulesJson.Default.FunctionRules, rules => new FunctionKind(rules)),
            Register(CrisisTilesKind.Details, () => RulesJson.Default.CrisisTilesRules, rules => new CrisisTilesKind(rules)),
        }.ToDictionary(kind => kind.Info.Name, StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <summary>The names of all kinds, in order.</summary>
    public static IReadOnlyCollection<string> Names => Registered.Keys;

    /// <summary>What all kinds are called and how they are read, in the order in which an area's are shown.</summary>
    public static IReadOnlyList<ScorecardKindInfo> Infos { get; } = [.. Registered.Values.Select(kind => kind.Info).OrderBy(info => info.Order)];

    /// <summary>Gets how the rules of a kind are written as JSON.</summary>
    /// <param name="kind">One of <see cref="Names"/>.</param>
    public static JsonTypeInfo GetRulesType(string kind) => Registered[kind].Rules();

    /// <summary>Reads the rules of a kind.</summary>
    /// <param name="kind">One of <see cref="Names"/>.</param>
    /// <param name="rules">The rules, as JSON.</param>
    /// <param name="catalogue">The indicators that the rules may speak of.</param>
    /// <exception cref="ConfigurationException">The rules are malformed or do not fit the catalogue; the message names the field.</exception>
    public static IScorecardKind Read(string kind, Stream rules, IndicatorCatalogue catalogue) => Registered[kind].Read(rules, catalogue);

    // How rules are read is found out for the kinds that are used only: for all of them it would take a tenth of the start.
    private static Registration Register<TRules>(ScorecardKindInfo info, Func<JsonTypeInfo<TRules>> type, Func<TRules, IScorecardKind> create)
        where TRules : ScorecardRules =>
        new(info, type, (json, catalogue) => create(RuleValidator.Read(info.Name, json, type(), catalogue)));

    private sealed record Registration(ScorecardKindInfo Info, Func<JsonTypeInfo> Rules, Func<Stream, IndicatorCatalogue, IScorecardKind> Read);
}
