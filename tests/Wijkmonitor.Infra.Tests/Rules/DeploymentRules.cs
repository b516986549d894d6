using System.Text.RegularExpressions;
using System.Xml;
using Wijkmonitor.Infra.Tests.Bicep;

namespace Wijkmonitor.Infra.Tests.Rules;

/// <summary>Rules for every resource that a deployment makes. Each gives the resources that break it, and why.</summary>
internal static partial class DeploymentRules
{
    /// <summary>The roles that the templates give, and that the identity which deploys may give.</summary>
    public static readonly IReadOnlySet<string> GrantedRoles = new SortedSet<string>(StringComparer.Ordinal)
    {
        "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", // Storage Table Data Contributor
        "3913510d-42f4-4e42-8a64-420c390055eb", // Monitoring Metrics Publisher
        "974c5e8b-45b9-4653-ba55-5f855dd0fb88", // Storage Queue Data Contributor
        "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", // Storage Blob Data Owner
        "ba92f5b4-2d11-453d-a403-e96b0029c9fe", // Storage Blob Data Contributor
    };

    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_scheduled_query_rules_alert_v2: the platform takes no others.
    private static readonly string[] Intervals = ["PT5M", "PT10M", "PT15M", "PT30M", "PT45M", "PT1H", "PT2H", "PT3H", "PT4H", "PT5H", "PT6H", "P1D"];
    private static readonly string[] MetricIntervals = ["PT1M", "PT5M", "PT15M", "PT30M", "PT1H"];

    // Of these there is no released version.
    private static readonly string[] OnlyInPreview = ["Microsoft.Insights/diagnosticSettings"];

    private static readonly Dictionary<string, Func<DeployedResource, IEnumerable<string>>> All = new(StringComparer.Ordinal)
    {
        [nameof(Untagged)] = Untagged,
        [nameof(Misnamed)] = Misnamed,
        [nameof(Unreleased)] = Unreleased,
        [nameof(OpenStorage)] = OpenStorage,
        [nameof(OpenContainers)] = OpenContainers,
        [nameof(ChangeableRecords)] = ChangeableRecords,
        [nameof(UnrecoverableBlobs)] = UnrecoverableBlobs,
        [nameof(WideRoles)] = WideRoles,
        [nameof(RefusedBySite)] = RefusedBySite,
        [nameof(WeakSite)] = WeakSite,
        [nameof(OpenSignIn)] = OpenSignIn,
        [nameof(PasswordPublishing)] = PasswordPublishing,
        [nameof(PlanCertificates)] = PlanCertificates,
        [nameof(MovingBudget)] = MovingBudget,
        [nameof(ValidatedQueries)] = ValidatedQueries,
        [nameof(KeyedTelemetry)] = KeyedTelemetry,
        [nameof(MistimedAlerts)] = MistimedAlerts,
        [nameof(UnboundedLog)] = UnboundedLog,
        [nameof(QuietBudget)] = QuietBudget,
        [nameof(Unplanned)] = Unplanned,
        [nameof(MiscasedGroups)] = MiscasedGroups,
        [nameof(ShortenedLogs)] = ShortenedLogs,
    };

    /// <summary>Gets the names of all rules.</summary>
    public static IEnumerable<string> Names => All.Keys;

    /// <summary>Finds what breaks a rule.</summary>
    public static IEnumerable<string> Find(string rule, IEnumerable<DeployedResource> resources) =>
        from resource in resources
        from problem in All[rule](resource)
        select $"{resource.Type} {resource.Name}: {problem}";

    private static IEnumerable<string> Untagged(DeployedResource resource)
    {
        if (!ResourceTypes.Untaggable.Contains(resource.Type)
            && new[] { "workload", "environment", "owner", "costCenter", "managedBy" }.Any(tag => resource.GetText("tags." + tag) is null or ""))
        {
            yield return "a tag is missing";
        }
    }

    private static IEnumerable<string> Misnamed(DeployedResource resource)
    {
        if (ResourceTypes.Abbreviations.TryGetValue(resource.Type, out var start) && !resource.Name.StartsWith(start, StringComparison.Ordinal))
        {
            yield return $"its name does not begin with {start}";
        }

        if (resource.Type == "Microsoft.Storage/storageAccounts" && !AccountName().IsMatch(resource.Name))
        {
            yield return "an account's name has 3 to 24 lower-case letters and digits";
        }
    }

    private static IEnumerable<string> Unreleased(DeployedResource resource)
    {
        if (!ReleasedVersion().IsMatch(resource.ApiVersion) && !OnlyInPreview.Contains(resource.Type, StringComparer.Ordinal))
        {
            yield return resource.ApiVersion;
        }
    }

    private static IEnumerable<string> OpenStorage(DeployedResource resource) => resource.Type != "Microsoft.Storage/storageAccounts" ? []
        : Differences(resource, new()
        {
            ["properties.allowBlobPublicAccess"] = "false",
            ["properties.allowSharedKeyAccess"] = "false",
            ["properties.allowCrossTenantReplication"] = "false",
            ["properties.allowedCopyScope"] = "AAD",
            ["properties.isLocalUserEnabled"] = "false",
            ["properties.minimumTlsVersion"] = "TLS1_2",
            ["properties.supportsHttpsTrafficOnly"] = "true",
        });

    private static IEnumerable<string> OpenContainers(DeployedResource resource) =>
        resource.Type != "Microsoft.Storage/storageAccounts/blobServices/containers" ? []
            : Differences(resource, new() { ["properties.publicAccess"] = "None" });

    // With a policy on versions a write makes a new current version; only one on the container refuses to overwrite.
    private static IEnumerable<string> ChangeableRecords(DeployedResource resource)
    {
        if (resource.Type == "Microsoft.Storage/storageAccounts/blobServices/containers"
            && resource.Find("properties.immutableStorageWithVersioning") is not null)
        {
            yield return "its versions are immutable, and not its blobs";
        }

        if (resource.Type == "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies"
            && (resource.GetText("properties.allowProtectedAppendWrites") != "false" || resource.Find("properties.allowProtectedAppendWritesAll") is not null))
        {
            yield return "an entry can be added to";
        }
    }

    private static IEnumerable<string> UnrecoverableBlobs(DeployedResource resource) =>
        resource.Type != "Microsoft.Storage/storageAccounts/blobServices" || !resource.Name.Contains("data/", StringComparison.Ordinal) ? []
            : Differences(resource, new()
            {
                ["properties.isVersioningEnabled"] = "true",
                ["properties.changeFeed.enabled"] = "true",
                ["properties.deleteRetentionPolicy.enabled"] = "true",
                ["properties.deleteRetentionPolicy.allowPermanentDelete"] = "true",
                ["properties.containerDeleteRetentionPolicy.enabled"] = "true",
            });

    private static IEnumerable<string> WideRoles(DeployedResource resource)
    {
        if (resource.Type != "Microsoft.Authorization/roleAssignments")
        {
            yield break;
        }

        if (!GrantedRoles.Contains(resource.GetText("properties.roleDefinitionId")!.Split('/')[^1]))
        {
            yield return "a role that is not needed";
        }

        if (resource.GetText("properties.principalType") != "ServicePrincipal")
        {
            yield return "not to a service principal";
        }

        if (!resource.Id.Contains("/Microsoft.Storage/storageAccounts/", StringComparison.Ordinal)
            && !resource.Id.Contains("/Microsoft.Insights/components/", StringComparison.Ordinal))
        {
            yield return "not on one resource";
        }
    }

    private static IEnumerable<string> RefusedBySite(DeployedResource resource)
    {
        if (resource.Type != "Microsoft.Web/sites")
        {
            yield break;
        }

        foreach (var setting in resource.GetArray("properties.siteConfig.appSettings").Select(setting => setting.GetProperty("name").GetString()!))
        {
            if (SiteSettings.Refused.Contains(setting) || setting.Contains(':', StringComparison.Ordinal))
            {
                yield return $"the platform refuses the setting {setting}";
            }

            if (SiteSettings.Unsupported.Contains(setting))
            {
                yield return $"the platform does not support the setting {setting}";
            }
        }

        foreach (var name in SiteSettings.RefusedConfiguration.Where(name => resource.Find("properties.siteConfig." + name) is not null))
        {
            yield return $"the platform refuses {name}";
        }
    }

    private static IEnumerable<string> WeakSite(DeployedResource resource)
    {
        if (resource.Type != "Microsoft.Web/sites")
        {
            return [];
        }

        var secrets = resource.GetArray("properties.siteConfig.appSettings")
            .Where(setting => SecretValue().IsMatch(setting.GetProperty("value").GetString()!))
            .Select(setting => $"a secret in the setting {setting.GetProperty("name")}");
        var open = resource.GetArray("properties.siteConfig.appSettings").Select(setting => setting.GetProperty("name").GetString()!)
            .Where(SiteSettings.Trusted.Contains).Select(name => $"{name} is not an environment's to say");
        return secrets.Concat(open).Concat(Differences(resource, new()
        {
            ["kind"] = "functionapp,linux",
            ["properties.httpsOnly"] = "true",
            ["properties.siteScopedCertificatesEnabled"] = "true",
            ["properties.siteConfig.minTlsVersion"] = "1.2",
            ["properties.siteConfig.scmMinTlsVersion"] = "1.2",
            ["properties.functionAppConfig.runtime.name"] = "dotnet-isolated",
            ["properties.functionAppConfig.runtime.version"] = "10.0",
            ["properties.functionAppConfig.deployment.storage.authentication.type"] = "UserAssignedIdentity",
        }));
    }

    private static IEnumerable<string> OpenSignIn(DeployedResource resource)
    {
        if (resource.Type != "Microsoft.Web/sites/config" || !resource.Name.EndsWith("authsettingsV2", StringComparison.Ordinal))
        {
            return [];
        }

        if (resource.GetText("properties.platform.enabled") == "false")
        {
            return resource.GetText("properties.identityProviders") is null or "{}" ? [] : ["it is off and has a provider"];
        }

        const string Provider = "properties.identityProviders.azureActiveDirectory";
        var applications = resource.GetArray(Provider + ".validation.defaultAuthorizationPolicy.allowedApplications");
        var hasCredential = resource.GetText(
            Provider + ".registration.clientSecretSettingName") is "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID" or "MICROSOFT_PROVIDER_AUTHENTICATION_SECRET";
        return (applications.Count == 0 ? ["any application's token is accepted"] : Array.Empty<string>())
            .Concat(hasCredential ? [] : ["no credential of the template"]).Concat(Differences(resource, new()
            {
                ["properties.platform.enabled"] = "true",
                ["properties.platform.runtimeVersion"] = "~1",
                ["properties.httpSettings.requireHttps"] = "true",
                ["properties.globalValidation.unauthenticatedClientAction"] = "AllowAnonymous",
                ["properties.globalValidation.redirectToProvider"] = "azureactivedirectory",
                ["properties.login.tokenStore.enabled"] = "false",
            }));
    }

    private static IEnumerable<string> PasswordPublishing(DeployedResource resource) =>
        resource.Type != "Microsoft.Web/sites/basicPublishingCredentialsPolicies" ? [] : Differences(resource, new() { ["properties.allow"] = "false" });

    // Flex Consumption has no certificates of the plan.
    private static IEnumerable<string> PlanCertificates(DeployedResource resource) => resource.Type == "Microsoft.Web/certificates"
        ? ["a certificate of the plan"] : [];

    private static IEnumerable<string> MovingBudget(DeployedResource resource)
    {
        if (resource.Type == "Microsoft.Consumption/budgets" && !FirstOfMonth().IsMatch(resource.GetText("properties.timePeriod.startDate")!))
        {
            yield return "its start is not the first of a month";
        }
    }

    private static IEnumerable<string> ValidatedQueries(DeployedResource resource) =>
        resource.Type != "Microsoft.Insights/scheduledQueryRules" ? [] : Differences(resource, new() { ["properties.skipQueryValidation"] = "true" });

    private static IEnumerable<string> KeyedTelemetry(DeployedResource resource) =>
        resource.Type switch
        {
            "Microsoft.Insights/components" => Differences(resource, new() { ["properties.DisableLocalAuth"] = "true" }),
            "Microsoft.OperationalInsights/workspaces" => Differences(resource, new() { ["properties.features.disableLocalAuth"] = "true" }),
            _ => [],
        };

    private static IEnumerable<string> MistimedAlerts(DeployedResource resource)
    {
        var (intervals, maxWindows) = resource.Type switch
        {
            "Microsoft.Insights/scheduledQueryRules" => (Intervals, new[] { "P2D" }),
            "Microsoft.Insights/metricAlerts" => (MetricIntervals, ["PT6H", "PT12H", "P1D"]),
            _ => ([], []),
        };
        if (intervals.Length == 0)
        {
            yield break;
        }

        var (every, window) = (resource.GetText("properties.evaluationFrequency")!, resource.GetText("properties.windowSize")!);
        if (!intervals.Contains(every) || !intervals.Concat(maxWindows).Contains(window))
        {
            yield return $"the platform does not look every {every} at {window}";
        }
        else if (XmlConvert.ToTimeSpan(every) > XmlConvert.ToTimeSpan(window))
        {
            yield return $"what happens between two windows of {window} is not seen every {every}";
        }

        // Microsoft.Storage has these metrics by the hour.
        if (resource.GetText("properties.criteria")?.Contains("Capacity\"", StringComparison.Ordinal) == true && window != "PT1H")
        {
            yield return $"a metric that the platform has by the hour is looked at over {window}";
        }
    }

    private static IEnumerable<string> UnboundedLog(DeployedResource resource)
    {
        if (resource.Type == "Microsoft.OperationalInsights/workspaces"
            && (resource.Find("properties.workspaceCapping.dailyQuotaGb") is not { } quota || quota.GetDecimal() <= 0))
        {
            yield return "nothing bounds what a day of logs costs";
        }
    }

    private static IEnumerable<string> QuietBudget(DeployedResource resource)
    {
        if (resource.Type != "Microsoft.Consumption/budgets")
        {
            yield break;
        }

        var warnings = resource.Find("properties.notifications") is { } notifications ? notifications.EnumerateObject().Select(warning => warning.Value)
            .ToList() : [];
        foreach (var kind in new[] { "Actual", "Forecasted" })
        {
            if (!warnings.Any(warning => warning.GetProperty("enabled").GetBoolean() && warning.GetProperty("thresholdType").GetString() == kind
                && warning.GetProperty("threshold").GetDecimal() == 100))
            {
                yield return $"nobody is notified at 100 percent ({kind})";
            }
        }
    }

    // A plan names what its id says; only a role is named by who has it, which Azure knows as it deploys.
    private static IEnumerable<string> Unplanned(DeployedResource resource)
    {
        if (resource.Type != "Microsoft.Authorization/roleAssignments" && resource.Id.Contains("reference(", StringComparison.Ordinal))
        {
            yield return "its name is known only as it is deployed";
        }
    }

    private static IEnumerable<string> Differences(DeployedResource resource, Dictionary<string, string> wanted) =>
        wanted.Where(pair => resource.GetText(pair.Key) != pair.Value)
            .Select(pair => $"{pair.Key} is {resource.GetText(pair.Key) ?? "absent"} and not {pair.Value}");

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$", RegexOptions.NonBacktracking)]
    private static partial Regex ReleasedVersion();

    [GeneratedRegex(@"^\d{4}-\d{2}-01$", RegexOptions.NonBacktracking)]
    private static partial Regex FirstOfMonth();

    [GeneratedRegex("^[a-z0-9]{3,24}$", RegexOptions.NonBacktracking)]
    private static partial Regex AccountName();

    [GeneratedRegex("AccountKey=|SharedAccessSignature=|sig=|password|listKeys", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SecretValue();
}
