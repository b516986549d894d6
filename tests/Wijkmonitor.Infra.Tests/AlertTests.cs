using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Storage.Connections;
using Wijkmonitor.Infra.Tests.Bicep;
using Wijkmonitor.Local;

namespace Wijkmonitor.Infra.Tests;

/// <summary>Alerts are about events that the code logs, by fields that telemetry has, and each has a runbook.</summary>
public sealed partial class AlertTests
{
    private static readonly Deployment Production = Scenarios.Get("production");

    private static IEnumerable<string> Names => Production.WithType("Microsoft.Insights/scheduledQueryRules").Concat(Production.WithType("Microsoft.Insights/metricAlerts"))
        .Select(alert => AlertName().Match(alert.Name).Groups["name"].Value);

    private static IEnumerable<string> Queries => Production.WithType("Microsoft.Insights/scheduledQueryRules")
        .Select(alert => alert.GetArray("properties.criteria.allOf")[0].GetProperty("query").GetString()!);

    [Fact]
    public void Every_alert_has_a_runbook_and_every_runbook_an_alert()
    {
        var page = File.ReadAllText(RepositoryFolder.File("docs", "operations.md"));
        var section = page[page.IndexOf("\n## Runbook", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("\n## ", 4, StringComparison.Ordinal)];

        Assert.Equal(Names.Order(StringComparer.Ordinal), Heading().Matches(section).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_event_that_an_alert_waits_for_is_logged()
    {
        var logged = typeof(StorageOptions).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()?.EventId)
            .OfType<int>()
            .ToHashSet();
        var awaited = Queries.SelectMany(query => EventList().Matches(query)).SelectMany(match => Number().Matches(match.Value))
            .Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToHashSet();

        Assert.Contains(105, awaited);
        Assert.Contains(160, awaited);
        Assert.Empty(awaited.Except(logged));
    }

    // The end-to-end tests see each of these in what the app really sends.
    [Fact]
    public void Alerts_read_no_other_properties_of_events_than_those_that_are_known_to_be_sent() => Assert.Equal(
        ["EventId", "Function", "Outcome"],
        Queries.SelectMany(query => Property().Matches(query)).Select(match => match.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_alert_on_events_reads_traces_and_exceptions() =>
        Assert.All(Queries.Where(query => query.Contains("EventId", StringComparison.Ordinal)), query => Assert.Matches("AppTraces, AppExceptions", query));

    [Fact]
    public void Somebody_is_told_by_every_alert() => Assert.All(
        Production.WithType("Microsoft.Insights/scheduledQueryRules").Concat(Production.WithType("Microsoft.Insights/metricAlerts")),
        alert => Assert.Contains("/actionGroups/ag-", alert.GetText("properties.actions"), StringComparison.Ordinal));

    [GeneratedRegex("^alert-(?<name>.+)-example-production$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AlertName();

    [GeneratedRegex("^### (?<name>.+)$", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(Event|EventId\)) (in \([0-9, ]+\)|== [0-9]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EventList();

    [GeneratedRegex(@"Properties\.(?<name>\w+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Property();

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
