using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Api.Health;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Storage.Connections;
using Wijkmonitor.Infra.Tests.Bicep;
using Wijkmonitor.Infra.Tests.Rules;
using Wijkmonitor.Local;

namespace Wijkmonitor.Infra.Tests;

/// <summary>Alerts are about events that the code logs, by fields that telemetry has, and each has a runbook.</summary>
public sealed partial class AlertTests
{
    private static readonly Deployment Production = Scenarios.Get(Scenarios.InProduction);

    private const int LastFileMinutes = 15;

    private static int MaxRunMinutes => (int)(long)typeof(IngestOptions).GetProperty(nameof(IngestOptions.RunMinutes))!.CustomAttributes
        .Single(attribute => attribute.AttributeType.Name == "SettingRangeAttribute").ConstructorArguments[2].Value!;

    private static IEnumerable<string> Names => Production.WithType("Microsoft.Insights/scheduledQueryRules")
        .Concat(Production.WithType("Microsoft.Insights/metricAlerts"))
        .Select(alert => AlertName().Match(alert.Name).Groups["name"].Value);

    private static IEnumerable<string> Queries => Production.WithType("Microsoft.Insights/scheduledQueryRules")
        .Select(alert => alert.GetArray("properties.criteria.allOf")[0].GetProperty("query").GetString()!);

    private static IEnumerable<LoggerMessageAttribute> Logged => typeof(StorageOptions).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(
            BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
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

    // An alert that expects runs more often than they come fires for good, and one on two runs in the time of one never does.
    [Theory]
    [InlineData(5, "0 */5 * * * *")]
    [InlineData(10, "0 */10 * * * *")]
    [InlineData(15, "0 */15 * * * *")]
    [InlineData(20, "0 */20 * * * *")]
    [InlineData(30, "0 */30 * * * *")]
    [InlineData(60, "0 0 * * * *")]
    public void Alerts_and_health_expect_runs_as_often_as_they_come(int minutes, string schedule)
    {
        Expect(minutes, new IngestOptions().RunMinutes, schedule, "IngestSchedule: '0 0 0 1 * *', Health__IngestMinutes: '1'");
        Expect(minutes, MaxRunMinutes, schedule, $"Ingest__RunMinutes: '{MaxRunMinutes}'");
    }

    // The host ends a run that takes longer, in the middle of its last file.
    [Fact]
    public void A_run_that_takes_files_for_as_long_as_it_may_ends_its_last_one()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(RepositoryFolder.File("host.json")));
        var limit = TimeSpan.Parse(host.RootElement.GetProperty("functionTimeout").GetString()!, CultureInfo.InvariantCulture);

        Assert.Contains($"var lastFileMinutes = {LastFileMinutes}\n", File.ReadAllText(Path.Combine(BicepCompiler.Folder, "main.bicep")),
            StringComparison.Ordinal);
        Assert.True(TimeSpan.FromMinutes(MaxRunMinutes + LastFileMinutes) <= limit);
    }

    // Neither throttling nor a right that is lacking is in the metric of availability.
    [Theory]
    [InlineData("storage-busy", "ServerBusyError", "ClientThrottlingError", "ClientAccountRequestThrottlingError", "ClientAccountBandwidthThrottlingError")]
    [InlineData("storage-refused", "AuthorizationError")]
    public void Calls_that_storage_refuses_have_an_alert_and_a_runbook(string name, params string[] responses)
    {
        var alert = Production.WithType("Microsoft.Insights/metricAlerts").Single(alert => alert.Name == $"alert-{name}-example-production");
        var criterion = Assert.Single(alert.GetArray("properties.criteria.allOf"));
        var dimension = Assert.Single(criterion.GetProperty("dimensions").EnumerateArray());

        Assert.Equal(("Transactions", "Total", "GreaterThan"),
            (criterion.GetProperty("metricName").GetString(), criterion.GetProperty("timeAggregation").GetString(), criterion.GetProperty("operator")
            .GetString()));
        Assert.Equal(("ResponseType", "Include"), (dimension.GetProperty("name").GetString(), dimension.GetProperty("operator").GetString()));
        Assert.Equal(responses, dimension.GetProperty("values").EnumerateArray().Select(value => value.GetString()));
        Assert.All(responses, response => Assert.Contains($"`{response}`", GetRunbook(name), StringComparison.Ordinal));
        Assert.All(responses, response => Assert.DoesNotContain(response, GetRunbook("storage-unavailable"), StringComparison.Ordinal));
    }

    [Fact]
    public void Alerts_that_do_not_read_the_log_work_while_it_is_full() => Assert.All(
        Production.WithType("Microsoft.Insights/metricAlerts").Select(alert => AlertName().Match(alert.Name).Groups["name"].Value),
        name => Assert.Contains(name, GetRunbook("log-full"), StringComparison.Ordinal));

    // Nothing reaches a log that is full: what waits for something then lacks it.
    [Fact]
    public void Alerts_on_what_the_log_lacks_say_that_they_come_by_themselves_while_it_is_full()
    {
        var absent = Production.WithType("Microsoft.Insights/scheduledQueryRules")
            .Where(alert => alert.GetArray("properties.criteria.allOf")[0].GetProperty("operator").GetString() == "LessThan").ToList();

        Assert.Equal(2, absent.Count);
        Assert.All(absent, alert =>
        {
            var name = alert.GetText("properties.displayName")!;
            Assert.Contains(name, GetRunbook("log-full"), StringComparison.Ordinal);
            Assert.Contains(name, Production.WithType("Microsoft.Insights/scheduledQueryRules").Single(other => other.GetText("properties.displayName") == "log-full").GetText("properties.description"), StringComparison.Ordinal);
            Assert.Contains("log-full", alert.GetText("properties.description"), StringComparison.Ordinal);
            Assert.Contains("log-full", GetRunbook(name), StringComparison.Ordinal);
            Assert.Contains("/api/v1/health/ready", GetRunbook(name), StringComparison.Ordinal);
        });
        Assert.DoesNotMatch("alerts on the log cannot fire|until tomorrow", GetRunbook("log-full"));
    }

    // How often it fires: what happened once in a night is not repeated by the next run.
    [Theory]
    [InlineData(105, 15)]
    [InlineData(106, 60)]
    [InlineData(122, 60)]
    [InlineData(126, 60)]
    [InlineData(137, 60)]
    [InlineData(138, 60)]
    [InlineData(121, 360)]
    [InlineData(124, 1440)]
    public void An_alert_on_one_event_fires_in_time(int number, int minutes)
    {
        var telling = Production.WithType("Microsoft.Insights/scheduledQueryRules").Where(alert =>
        {
            var criterion = alert.GetArray("properties.criteria.allOf")[0];
            return GetAwaited([criterion.GetProperty("query").GetString()!]).Contains(number)
                && criterion.GetProperty("operator").GetString() == "GreaterThan" && criterion.GetProperty("threshold").GetInt32() == 0;
        });

        Assert.Contains(telling, alert => XmlConvert.ToTimeSpan(alert.GetText("properties.evaluationFrequency")!) <= TimeSpan.FromMinutes(minutes));
    }

    [Fact]
    public void Runs_by_the_clock_are_not_taken_for_slow_requests()
    {
        var slow = Queries.Single(query => query.Contains("percentile(DurationMs, 95)", StringComparison.Ordinal));

        Assert.All(["Ingest", "Score"], function => Assert.Contains($"Name !has \"{function}\"", slow, StringComparison.Ordinal));
    }

    [Fact]
    public void Readiness_is_checked_from_outside()
    {
        var check = Production.WithType("Microsoft.Insights/webtests").Single();

        Assert.Contains("/api/v1/health/ready'", check.GetText("properties.Request.RequestUrl"), StringComparison.Ordinal);
        Assert.Equal("200", check.GetText("properties.ValidationRules.ExpectedHttpStatusCode"));
        Assert.Equal("true", check.GetText("properties.ValidationRules.SSLCheck"));
        Assert.Contains(Production.WithType("Microsoft.Insights/metricAlerts"), alert =>
            alert.GetText("properties.criteria")!.Contains("WebtestLocationAvailabilityCriteria", StringComparison.Ordinal));
    }

    // The end-to-end tests see each of these in what the app really sends.
    [Fact]
    public void Alerts_read_no_other_properties_of_events_than_those_that_are_known_to_be_sent() => Assert.Equal(
        ["CategoryName", "EventId", "Function", "Outcome"],
        Queries.SelectMany(query => Property().Matches(query)).Select(match => match.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_alert_on_events_reads_traces_and_exceptions() =>
        Assert.All(Queries.Where(query => query.Contains("EventId", StringComparison.Ordinal)), query => Assert.Matches("AppTraces, AppExceptions", query));

    // The host writes to the same tables, and numbers of its own are among those of the monitor.
    [Fact]
    public void Every_alert_on_events_reads_those_of_the_monitor_only()
    {
        Assert.All(Queries.Where(query => query.Contains("EventId", StringComparison.Ordinal)), query => Assert.Contains("tostring(Properties.CategoryName) startswith \"Wijkmonitor\"", query, StringComparison.Ordinal));
        Assert.StartsWith("Wijkmonitor", typeof(StorageOptions).FullName, StringComparison.Ordinal);
    }

    // It answers 503 where a run is late, to each place that asks from outside and again where it does not answer: not-ready reports it.
    [Fact]
    public void Answers_of_readiness_are_no_errors_of_the_server()
    {
        var method = typeof(ReadinessFunction).GetMethod(nameof(ReadinessFunction.GetReadyAsync))!;
        var address = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>().Single().Route!;
        var query = Queries.Single(query => query.Contains("ResultCode", StringComparison.Ordinal));

        Assert.All([method.GetCustomAttribute<FunctionAttribute>()!.Name, address.Split('/')[^1]], name => Assert.Contains($"column_ifexists(\"Name\", \"\") !has \"{name}\"", query, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_alert_notifies_someone() => Assert.All(
        Production.WithType("Microsoft.Insights/scheduledQueryRules").Concat(Production.WithType("Microsoft.Insights/metricAlerts")),
        alert => Assert.Contains("/actionGroups/ag-", alert.GetText("properties.actions"), StringComparison.Ordinal));

    private static string GetRunbook(string name)
    {
        var page = File.ReadAllText(RepositoryFolder.File("docs", "operations.md"));
        var section = page[page.IndexOf($"\n### {name}\n", StringComparison.Ordinal)..];
        return section[..section.IndexOf("\n##", 4, StringComparison.Ordinal)];
    }

    private static void Expect(int minutes, int runMinutes, string schedule, string settings)
    {
        var deployment = Scenarios.Predict("minutes", "production", $"param ingestEveryMinutes = {minutes}\nparam settings = {{ {settings} }}");
        var late = int.Parse(deployment.AppSettings["Health__IngestMinutes"], CultureInfo.InvariantCulture);

        Assert.Equal(schedule, deployment.AppSettings["IngestSchedule"]);
        Assert.True(late >= 3 * minutes);

        // In a backlog a run waits for its turn, takes files for as long as it may, and ends the last one: a quarter of an hour.
        Assert.True(late >= minutes + runMinutes + LastFileMinutes);
        Assert.Equal(TimeSpan.FromMinutes(late), GetTime(deployment, "timer-not-run", "windowSize"));
        Assert.True(GetTime(deployment, "ingest-failing", "windowSize") >= TimeSpan.FromMinutes(2 * minutes + 5));
        Assert.Empty(DeploymentRules.Find("MistimedAlerts", deployment.Resources));
    }

    private static TimeSpan GetTime(Deployment deployment, string alert, string property) => XmlConvert.ToTimeSpan(
        deployment.WithType("Microsoft.Insights/scheduledQueryRules").Single(rule => rule.Name == $"alert-{alert}-example-production")
            .GetText("properties." + property)!);

    private static HashSet<int> GetAwaited() => GetAwaited(Queries);

    private static HashSet<int> GetAwaited(IEnumerable<string> queries) =>
        [.. queries.SelectMany(query => EventList().Matches(query)).SelectMany(match => Number().Matches(match.Value))
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
