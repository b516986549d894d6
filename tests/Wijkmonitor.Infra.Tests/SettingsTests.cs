using System.Text.Json;
using System.Text.RegularExpressions;
using Wijkmonitor.Functions.Observability;
using Wijkmonitor.Infra.Tests.Bicep;
using Wijkmonitor.Infra.Tests.Rules;
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
        Assert.Contains("ScoringSchedule", KnownSettings.All);
        Assert.Contains("DataStorage", KnownSettings.All);
        Assert.Contains("DataStorage__blobServiceUri", KnownSettings.All);
        Assert.Contains("DataStorage__tableServiceUri", KnownSettings.All);
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
        Assert.Equal([.. KnownSettings.All.Except(ofKinds).Append(TimeZone).Concat(StandardSettings).Order(StringComparer.Ordinal)],
            documented.Order(StringComparer.Ordinal));
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
    public void The_infrastructure_sets_only_settings_that_something_reads()
    {
        string[] ofPlatform =
        [
            .. StandardSettings, "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "AZURE_CLIENT_ID", "AzureWebJobsDisableHomepage",
            "AzureWebJobsStorage__accountName",
            "AzureWebJobsStorage__clientId", "AzureWebJobsStorage__credential", "OTEL_EXPORTER_OTLP_PROTOCOL", "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID",
            "WEBSITE_AUTH_AAD_ALLOWED_TENANTS",
        ];
        var known = KnownSettings.All.Concat(ofPlatform).ToHashSet(StringComparer.Ordinal);

        Assert.All(Scenarios.MadeUp, deployment => Assert.DoesNotContain(deployment.AppSettings.Keys, name => !known.Contains(name) && !IsOfList(name)));
    }

    [Fact]
    public void The_infrastructure_sets_every_setting_that_no_environment_has_to_choose()
    {
        var chosen = KnownSettings.All.Where(name => name.StartsWith(RulesPrefix, StringComparison.Ordinal)
            || name.StartsWith("Ingest__", StringComparison.Ordinal)
            || name.StartsWith("Api__", StringComparison.Ordinal) || name.StartsWith("StorageTimeouts__", StringComparison.Ordinal)
                || name.StartsWith("Health__", StringComparison.Ordinal)
            || name.StartsWith("SecurityTxt__", StringComparison.Ordinal)
                || name is "Disclosure__IntervalWidth" or "Security__KeyHolder" or "Security__Scopes" or ConnectionString);

        Assert.Subset(Scenarios.Get(Scenarios.Minimal).AppSettings.Keys.ToHashSet(), KnownSettings.All.Except(chosen).ToHashSet());
    }

    // Settings that operations.md sets by hand or for a while, and those that the platform or its libraries read: it is an environment's own to choose.
    [Fact]
    public void An_environment_may_set_settings_of_the_platform()
    {
        var deployment = Scenarios.Predict("own-settings", "production", """
            param settings = { 'AzureWebJobs.Ingest.Disabled': 'true', 'AzureWebJobs.Score.Disabled': 'true', OTEL_SERVICE_NAME: 'monitor' }
            """);

        Assert.Equal("true", deployment.AppSettings["AzureWebJobs.Ingest.Disabled"]);
        Assert.Empty(DeploymentRules.Names.SelectMany(rule => DeploymentRules.Find(rule, deployment.Resources)));
        Assert.All(Scenarios.Environments, environment => Assert.DoesNotContain(environment, Scenarios.MadeUp.Select(made => made.Name)));
    }

    [Theory]
    [InlineData("FUNCTIONS_WORKER_RUNTIME")]
    [InlineData("WEBSITE_LOAD_CERTIFICATES")]
    [InlineData("TZ")]
    public void An_environment_sets_nothing_that_the_platform_refuses_or_does_not_support(string setting) =>
        Assert.NotEmpty(DeploymentRules.Find("RefusedBySite",
            Scenarios.Predict("refused-settings", "production", $"param settings = {{ {setting}: 'x' }}").Resources));

    // With the setting that App Service Authentication is on, the app would trust everybody where it is off.
    [Theory]
    [InlineData("WEBSITE_AUTH_ENABLED")]
    [InlineData("WEBSITE_SITE_NAME")]
    [InlineData("AzureWebJobsStorage")]
    [InlineData("WIJKMONITOR_DEVHOST_CHECKS_KEYS")]
    [InlineData("AZURE_FUNCTIONS_ENVIRONMENT")]
    public void An_environment_does_not_set_settings_of_the_host(string setting) =>
        Assert.NotEmpty(DeploymentRules.Find("WeakSite",
            Scenarios.Predict("trusted-settings", "production", $"param settings = {{ {setting}: 'true' }}").Resources));

    // The app reads the names of settings without case. So do the templates join them: an environment's own comes over none of theirs.
    [Fact]
    public void An_environment_sets_nothing_twice_in_another_case()
    {
        var settings = Scenarios.Predict("cased-settings", "production", "param settings = { security__mode: 'open', DATASTORAGE__BLOBSERVICEURI: 'https://another' }").AppSettings;

        Assert.Equal("keys", Assert.Single(settings, setting => setting.Key.Equals("Security__Mode", StringComparison.OrdinalIgnoreCase)).Value);
        Assert.NotEqual("https://another", Assert.Single(settings, setting => setting.Key.Equals("DataStorage__blobServiceUri", StringComparison.OrdinalIgnoreCase)).Value);
    }

    // Settings of a list or an object, such as Security__Scopes__0__Claim.
    private static bool IsOfList(string name) => name.StartsWith("Security__Scopes__", StringComparison.Ordinal)
        || name.StartsWith("Security__KeyHolder__", StringComparison.Ordinal);

    [GeneratedRegex(@"^\| `(?<name>[A-Za-z_]+)` \|", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstColumn();
}
