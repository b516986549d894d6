using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Compass;
using Wijkmonitor.Indicators.Scorecards.Kinds.Compass.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.CrisisTiles;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.Function;
using Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;
using Wijkmonitor.Indicators.Scorecards.Kinds.LoadCapacity;
using Wijkmonitor.Indicators.Scorecards.Kinds.Perception;
using Wijkmonitor.Indicators.Scorecards.Kinds.StayersMovers;
using Wijkmonitor.Indicators.Scorecards.Kinds.Vulnerability;

namespace Wijkmonitor.Indicators.Scorecards.Kinds;

/// <summary>The kinds of scorecards of areas that can be computed. A kind is registered with one line here.</summary>
public static class ScorecardKinds
{
    private static readonly SortedDictionary<string, Registration> Registered = new(
        new[]
        {
            Register(CompassKind.Details, options => new CompassRulesJson(options).CompassRules, rules => new CompassKind(rules)),
            Register(LiveabilityKind.Details, options => new LiveabilityRulesJson(options).LiveabilityRules, rules => new LiveabilityKind(rules)),
            Register(FourAngleKind.Details, options => new FourAngleRulesJson(options).FourAngleRules, rules => new FourAngleKind(rules)),
            Register(LoadCapacityKind.Details, options => new LoadCapacityRulesJson(options).LoadCapacityRules, rules => new LoadCapacityKind(rules)),
            Register(VulnerabilityKind.Details, options => new VulnerabilityRulesJson(options).VulnerabilityRules, rules => new VulnerabilityKind(rules)),
            Register(PerceptionKind.Details, options => new PerceptionRulesJson(options).PerceptionRules, rules => new PerceptionKind(rules)),
            Register(StayersMoversKind.Details, options => new StayersMoversRulesJson(options).StayersMoversRules, rules => new StayersMoversKind(rules)),
            Register(FunctionKind.Details, options => new FunctionRulesJson(options).FunctionRules, rules => new FunctionKind(rules)),
            Register(CrisisTilesKind.Details, options => new CrisisTilesRulesJson(options).CrisisTilesRules, rules => new CrisisTilesKind(rules)),
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
    private static Registration Register<TRules>(ScorecardKindInfo info, Func<JsonSerializerOptions, JsonTypeInfo<TRules>> type, Func<TRules, IScorecardKind> create)
        where TRules : ScorecardRules =>
        new(info, () => type(RulesJson.Options()), (json, catalogue) => create(RuleValidator.Read(info.Name, json, type(RulesJson.Options()), catalogue)));

    private sealed record Registration(ScorecardKindInfo Info, Func<JsonTypeInfo> Rules, Func<Stream, IndicatorCatalogue, IScorecardKind> Read);
}
