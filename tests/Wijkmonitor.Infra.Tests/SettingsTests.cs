using System.Text.Json;
using System.Text.RegularExpressions;
using Wijkmonitor.Functions.Observability;
using Wijkmonitor.Local;

namespace Wijkmonitor.Infra.Tests;

/// <summary>A setting that the code reads is documented and can be set, and none is set that nothing reads.</summary>
public sealed partial class SettingsTests
{
    private const string RulesPrefix = "Rules__";

    // For development only: in Azure the app has an identity.
    private const string ConnectionString = "DataStorage";

    // Not supported on Flex Consumption: schedules are in UTC there.
    private const string TimeZone = "WEBSITE_TIME_ZONE";

    // Standard settings that others define: the template sets them where they apply.
    private static readonly string[] StandardSettings = [Telemetry.OtlpEndpoint, Telemetry.InsightsConnection];

    // What the Functions host itself reads of local settings.
    private static readonly string[] HostSettings = ["FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsStorage"];

    [Fact]
    public void The_code_reads_the_expected_settings()
    {
        Assert.Contains("IngestSchedule", KnownSettings.All);
        Assert.Contains("DataStorage__blobServiceUri", KnownSettings.All);
        Assert.Contains("Ingest__MaxFileBytes", KnownSettings.All);
        Assert.Contains("Rules__Compass", KnownSettings.All);
    }

    [Fact]
    public void Every_setting_is_documented_and_no_other()
    {
        var page = File.ReadAllText(RepositoryFolder.File("docs", "operations.md"));
        var section = page[page.IndexOf("## Settings", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("\n## ", 4, StringComparison.Ordinal)];
        var documented = FirstColumn().Matches(section).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

        // The kinds of scorecards have one row together, and a list of their settings below the table.
        var ofKinds = KnownSettings.All.Where(name => name.StartsWith(RulesPrefix, StringComparison.Ordinal)).ToList();
        Assert.Equal([.. KnownSettings.All.Except(ofKinds).Append(TimeZone).Concat(StandardSettings).Order(StringComparer.Ordinal)], documented.Order(StringComparer.Ordinal));
        Assert.Contains($"| `{RulesPrefix}<Kind>` |", section, StringComparison.Ordinal);
        Assert.All(ofKinds, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_example_of_local_settings_names_settings_that_exist()
    {
        using var example = JsonDocument.Parse(File.ReadAllText(RepositoryFolder.File("local.settings.json.example")));
        var names = example.RootElement.GetProperty("Values").EnumerateObject().Select(setting => setting.Name);

        Assert.Subset(KnownSettings.All.Append(TimeZone).Concat(HostSettings).ToHashSet(), names.ToHashSet());
    }

    [Fact]
    public void The_infrastructure_sets_only_settings_that_the_code_reads()
    {
        var app = BicepFile.Named("modules/function-app.bicep");
        var fixedSettings = app.Variables.Single(variable => variable.Name == "monitorSettings").Members.Keys;
        var chosen = BicepFile.Environments.SelectMany(file => file.Variables).Where(variable => variable.Name is "rules" or "limits").SelectMany(variable => variable.Members.Keys);

        Assert.Subset(KnownSettings.All.ToHashSet(), fixedSettings.Concat(chosen).ToHashSet());

        // What an environment chooses by itself is open to it; all others the template must set.
        var open = KnownSettings.All.Where(name => name.StartsWith(RulesPrefix, StringComparison.Ordinal) || name.StartsWith("Ingest__", StringComparison.Ordinal)
            || name.StartsWith("Api__", StringComparison.Ordinal) || name.StartsWith("StorageTimeouts__", StringComparison.Ordinal)
            || name.StartsWith("SecurityTxt__", StringComparison.Ordinal) || name is "Security__KeyHolder" or "Security__Scopes");
        Assert.Equal(KnownSettings.All.Except(open).Where(name => name != ConnectionString).Order(StringComparer.Ordinal), fixedSettings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_alert_has_a_runbook()
    {
        var page = File.ReadAllText(RepositoryFolder.File("docs", "operations.md"));
        var alerts = BicepFile.Named("modules/alerts.bicep");
        var names = AlertName().Matches(alerts.Variables.Single(variable => variable.Name == "alerts").Text).Select(match => match.Groups["name"].Value)
            .Concat(alerts.Resources.Where(resource => resource.Type == "Microsoft.Insights/metricAlerts").Select(resource => AlertPrefix().Match(resource.Values["name"]).Groups["name"].Value))
            .ToList();

        Assert.True(names.Count >= 7);
        Assert.All(names, name => Assert.Contains($"### {name}\n", page, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\| `(?<name>[A-Za-z_]+)` \|", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstColumn();

    [GeneratedRegex(@"name: '(?<name>[a-z-]+)'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AlertName();

    [GeneratedRegex(@"'alert-(?<name>[a-z-]+)-", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AlertPrefix();
}
