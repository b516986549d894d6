using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Kinds;

/// <summary>The kinds of scorecards of areas that can be computed. A kind is registered with one line here.</summary>
public static class ScorecardKinds
{
    private static readonly SortedDictionary<string, KindRegistration> Registered = new(
        new[]
        {
            Compass.CompassKind.Registration,
            Liveability.LiveabilityKind.Registration,
            FourAngle.FourAngleKind.Registration,
            LoadCapacity.LoadCapacityKind.Registration,
            Vulnerability.VulnerabilityKind.Registration,
            Perception.PerceptionKind.Registration,
            StayersMovers.StayersMoversKind.Registration,
            Function.FunctionKind.Registration,
            CrisisTiles.CrisisTilesKind.Registration,
            Pipeline.PipelineKind.Registration,
            Target.TargetKind.Registration,
            Sheet.SheetKind.Registration,
            ProjectLedger.ProjectLedgerKind.Registration,
            Checklist.ChecklistKind.Registration,
            Gates.GatesKind.Registration,
            ObservedPlaces.ObservedPlacesKind.Registration,
        }.ToDictionary(kind => kind.Info.Name, StringComparer.Ordinal),
        StringComparer.Ordinal);

    // One for all kinds, so that what their rules have in common is found out once; and that only when rules are read.
    private static readonly JsonSerializerOptions Json = RulesJson.CreateOptions(Registered.Values.Select(kind => kind.Json));

    /// <summary>The names of all kinds, in order.</summary>
    public static IReadOnlyCollection<string> Names => Registered.Keys;

    /// <summary>The names of the kinds whose scorecards are about subjects, in order.</summary>
    public static IReadOnlyList<string> SubjectNames { get; } =
        [.. Registered.Where(kind => kind.Value.Rules.IsAssignableTo(typeof(SubjectRules))).Select(kind => kind.Key)];

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
    public static IScorecardKind Read(string kind, Stream rules, IndicatorCatalogue catalogue) => Registered[kind].Read(Json, rules, catalogue);
}
