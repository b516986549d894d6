using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;
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
            Register<CompassRules>(CompassKind.Details, new CompassRulesJson(), rules => new CompassKind(rules)),
            Register<LiveabilityRules>(LiveabilityKind.Details, new LiveabilityRulesJson(), rules => new LiveabilityKind(rules)),
            Register<FourAngleRules>(FourAngleKind.Details, new FourAngleRulesJson(), rules => new FourAngleKind(rules)),
            Register<LoadCapacityRules>(LoadCapacityKind.Details, new LoadCapacityRulesJson(), rules => new LoadCapacityKind(rules)),
            Register<VulnerabilityRules>(VulnerabilityKind.Details, new VulnerabilityRulesJson(), rules => new VulnerabilityKind(rules)),
            Register<PerceptionRules>(PerceptionKind.Details, new PerceptionRulesJson(), rules => new PerceptionKind(rules)),
            Register<StayersMoversRules>(StayersMoversKind.Details, new StayersMoversRulesJson(), rules => new StayersMoversKind(rules)),
            Register<FunctionRules>(FunctionKind.Details, new FunctionRulesJson(), rules => new FunctionKind(rules)),
            Register<CrisisTilesRules>(CrisisTilesKind.Details, new CrisisTilesRulesJson(), rules => new CrisisTilesKind(rules)),
        }.ToDictionary(kind => kind.Info.Name, StringComparer.Ordinal),
        StringComparer.Ordinal);

    // One for all kinds, so that what their rules have in common is found out once; and that only when rules are read.
    private static readonly JsonSerializerOptions Json = RulesJson.CreateOptions(Registered.Values.Select(kind => kind.Json));

    /// <summary>The names of all kinds, in order.</summary>
    public static IReadOnlyCollection<string> Names => Registered.Keys;

    /// <summary>Names and descriptions of all kinds, in display order.</summary>
    public static IReadOnlyList<ScorecardKindInfo> Infos { get; } = [.. Registered.Values.Select(kind => kind.Info).OrderBy(info => info.Order)];

    /// <summary>Gets how the rules of a kind are written as JSON.</summary>
    /// <param name="kind">One of <see cref="Names"/>.</param>
    public static JsonTypeInfo GetRulesType(string kind) => Json.GetTypeInfo(Registered[kind].Rules);

    /// <summary>Reads the rules of a kind.</summary>
    /// <param name="kind">One of <see cref="Names"/>.</param>
    /// <param name="rules">The rules, as JSON.</param>
    /// <param name="catalogue">The indicators that the rules may speak of.</param>
    /// <exception cref="ConfigurationException">The rules are malformed or do not fit the catalogue; the message names the field.</exception>
    public static IScorecardKind Read(string kind, Stream rules, IndicatorCatalogue catalogue) => Registered[kind].Read(rules, catalogue);

    private static Registration Register<TRules>(ScorecardKindInfo info, JsonSerializerContext json, Func<TRules, IScorecardKind> create)
        where TRules : ScorecardRules =>
        new(info, json, typeof(TRules),
            (stream, catalogue) => create(RuleValidator.Read(info.Name, stream, (JsonTypeInfo<TRules>)Json.GetTypeInfo(typeof(TRules)), catalogue)));

    private sealed record Registration(ScorecardKindInfo Info, JsonSerializerContext Json, Type Rules, Func<Stream, IndicatorCatalogue, IScorecardKind> Read);
}
