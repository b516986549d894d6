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
    private static readonly Deployment Production = Scenarios.Get(Scenarios.InProduction);

    private static IEnumerable<string> Names => Production.WithType("Microsoft.Insights/scheduledQueryRules").Concat(Production.WithType("Microsoft.Insights/metricAlerts"))
        .Select(alert => AlertName().Match(alert.Name).Groups["name"].Value);

    private static IEnumerable<string> Queries => Production.WithType("Microsoft.Insights/scheduledQueryRules")
        .Select(alert => alert.GetArray("properties.criteria.allOf")[0].GetProperty("query").GetString()!);

    private static IEnumerable<LoggerMessageAttribute> Logged => typeof(StorageOptions).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>();

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
        var awaited = GetAwaited();

        Assert.Contains(105, awaited);
        Assert.Contains(160, awaited);
        Assert.Empty(awaited.Except(Logged.Select(logged => logged.EventId)));
    }

    [Fact]
    public void Every_error_that_is_logged_is_awaited_by_an_alert() =>
        Assert.Empty(Logged.Where(logged => logged.Level >= LogLevel.Error).Select(logged => logged.EventId).Except(GetAwaited()));

    [Fact]
    public void Runs_by_the_clock_are_not_taken_for_slow_requests()
    {
        var slow = Queries.Single(query => query.Contains("percentile(DurationMs, 95)", StringComparison.Ordinal));

        Assert.All(["Ingest", "Score"], function => Assert.Contains($"Name !has \"{function}\"", slow, StringComparison.Ordinal));
    }

    [Fact]
    public void The_app_is_asked_from_outside_whether_it_is_ready()
    {
        var check = Production.WithType("Microsoft.Insights/webtests").Single();

        Assert.Contains("/api/v1/health/ready'", check.GetText("properties.Request.RequestUrl"), StringComparison.Ordinal);
        Assert.Equal("200", check.GetText("properties.ValidationRules.ExpectedHttpStatusCode"));
        Assert.Equal("true", check.GetText("properties.ValidationRules.SSLCheck"));
        Assert.Contains(Production.WithType("Microsoft.Insights/metricAlerts"), alert => alert.GetText("properties.criteria")!.Contains("WebtestLocationAvailabilityCriteria", StringComparison.Ordinal));
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

    private static HashSet<int> GetAwaited() => [.. Queries.SelectMany(query => EventList().Matches(query)).SelectMany(match => Number().Matches(match.Value))
        .Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture))];

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
