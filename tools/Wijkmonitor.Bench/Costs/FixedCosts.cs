using System.Globalization;

namespace Wijkmonitor.Bench.Costs;

/// <summary>The parts of an environment that cost all year, whatever it is used for.</summary>
/// <param name="Name">Name of the environment.</param>
/// <param name="AlwaysReadyInstances">Instances that are always ready.</param>
/// <param name="PrivateEndpoints">Private endpoints of storage.</param>
/// <param name="DnsZones">Private zones of names.</param>
/// <param name="QuickLogAlerts">Alerts on the log that are looked at every five minutes.</param>
/// <param name="LogAlerts">The other alerts on the log.</param>
/// <param name="MetricAlerts">Alerts on metrics.</param>
/// <param name="OutsideChecksPerYear">Number of checks from outside in a year, from all places together.</param>
/// <param name="LogGigabytesPerDay">Amount of log in a day at which the workspace stops taking more.</param>
internal sealed record FixedResources(
    string Name,
    int AlwaysReadyInstances,
    int PrivateEndpoints,
    int DnsZones,
    int QuickLogAlerts,
    int LogAlerts,
    int MetricAlerts,
    int OutsideChecksPerYear,
    int LogGigabytesPerDay);

/// <summary>Yearly costs that do not depend on use, by environment.</summary>
internal static class FixedCosts
{
    private const int DaysPerYear = 365;
    private const int HoursPerYear = 24 * DaysPerYear;
    private const int SecondsPerYear = 3600 * HoursPerYear;
    private const int MonthsPerYear = 12;

    /// <summary>Makes the table of all environments, in Markdown.</summary>
    public static IEnumerable<string> CreateTable(CostAssumptions assumptions)
    {
        string[] columns =
            ["environment", "always ready", "private network", "alerts", "outside check", $"{assumptions.Currency} a year", "and about, for logs"];
        return
        [
            $"| {string.Join(" | ", columns)} |",
            $"|{string.Concat(Enumerable.Repeat(" --- |", columns.Length))}",
            .. assumptions.Environments.Select(environment => $"| {string.Join(" | ", CreateRow(environment, assumptions))} |"),
        ];
    }

    private static IEnumerable<string> CreateRow(FixedResources environment, CostAssumptions assumptions)
    {
        var prices = assumptions.Prices;
        var alwaysReady = environment.AlwaysReadyInstances * assumptions.InstanceGigabytes * SecondsPerYear * prices.AlwaysReadyGigabyteSecond.Price;
        var network = (environment.PrivateEndpoints * HoursPerYear * prices.PrivateEndpointHour.Price)
            + (environment.DnsZones * MonthsPerYear * prices.DnsZoneMonth.Price);
        var alerts = MonthsPerYear * ((environment.QuickLogAlerts * prices.QuickLogAlertMonth.Price) + (environment.LogAlerts * prices.LogAlertMonth.Price)
            + (environment.MetricAlerts * prices.MetricAlertMonth.Price));
        var checks = environment.OutsideChecksPerYear * prices.OutsideCheck.Price;
        var billed = (environment.LogGigabytesPerDay * DaysPerYear) - (MonthsPerYear * prices.FreeLogGigabytesPerMonth.Price);
        var logs = Math.Max(0, billed) * prices.LogGigabyte.Price;
        return [environment.Name, .. new[] { alwaysReady, network, alerts, checks, alwaysReady + network + alerts + checks, logs }.Select(cost =>
            cost.ToString("N2", CultureInfo.InvariantCulture))];
    }
}
