using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Storage.Connections;
using Wijkmonitor.Indicators.Scorecards.Kinds;

namespace Wijkmonitor.Infra.Tests;

/// <summary>The app settings that the monitor reads, found in its code: option classes, schedules of triggers, rules of kinds.</summary>
internal static class KnownSettings
{
    private static readonly Assembly Monitor = typeof(StorageOptions).Assembly;

    /// <summary>All of them, as environment variables are named.</summary>
    public static IReadOnlySet<string> All { get; } = new SortedSet<string>([.. Options(), .. Schedules(), .. Rules()], StringComparer.Ordinal);

    private static IEnumerable<string> Rules() => ScorecardKinds.Names.Select(ScoringRules.GetSettingName);

    // A class of options names its section and has a property for each setting; a connection string stands for its whole section.
    private static IEnumerable<string> Options() =>
        from type in Monitor.GetTypes()
        where type.Name.EndsWith("Options", StringComparison.Ordinal)
        let section = (string)type.GetField("Section")!.GetValue(null)!
        from property in type.GetProperties()
        where property.SetMethod is not null
        select property.Name == "ConnectionString" ? section : $"{section}__{Written(type, property.Name)}";

    private static IEnumerable<string> Schedules() =>
        from type in Monitor.GetTypes()
        from method in type.GetMethods()
        from parameter in method.GetParameters()
        let schedule = parameter.GetCustomAttribute<TimerTriggerAttribute>()?.Schedule
        where schedule is not null && schedule.StartsWith('%')
        select schedule.Trim('%');

    // The settings of a storage connection are written as Azure's own libraries write them.
    private static string Written(Type type, string property) =>
        type == typeof(StorageOptions) ? char.ToLowerInvariant(property[0]) + property[1..] : property;
}
