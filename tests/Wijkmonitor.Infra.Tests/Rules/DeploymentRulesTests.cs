using System.Text.Json;
using Wijkmonitor.Infra.Tests.Bicep;

namespace Wijkmonitor.Infra.Tests.Rules;

/// <summary>The rules hold for every deployment, and each rule can fail.</summary>
public sealed class DeploymentRulesTests
{
    public static TheoryData<string> Rules => [.. DeploymentRules.Names];

    // A resource that breaks each rule.
    private static readonly Dictionary<string, string> Broken = new(StringComparer.Ordinal)
    {
        ["Untagged"] = """{ "type": "Microsoft.Web/sites", "name": "func-a" }""",
        ["Misnamed"] = """{ "type": "Microsoft.Web/sites", "name": "monitor" }""",
        ["Unreleased"] = """{ "type": "Microsoft.Web/sites", "name": "func-a", "apiVersion": "2024-11-01-preview" }""",
        ["OpenStorage"] = """{ "type": "Microsoft.Storage/storageAccounts", "name": "sta", "properties": { "allowSharedKeyAccess": true } }""",
        ["OpenContainers"] = """{ "type": "Microsoft.Storage/storageAccounts/blobServices/containers", "name": "a/default/inbox", "properties": { "publicAccess": "Blob" } }""",
        ["ChangeableRecords"] = """{ "type": "Microsoft.Storage/storageAccounts/blobServices/containers", "name": "a/default/audit", "properties": { "immutableStorageWithVersioning": { "enabled": true } } }""",
        ["UnrecoverableBlobs"] = """{ "type": "Microsoft.Storage/storageAccounts/blobServices", "name": "stadata/default", "properties": { "isVersioningEnabled": false } }""",
        ["WideRoles"] = """
            { "type": "Microsoft.Authorization/roleAssignments", "name": "a", "id": "/subscriptions/a/resourceGroups/b",
              "properties": { "principalType": "ServicePrincipal", "roleDefinitionId": "x/8e3af657-a8ff-443c-a75c-2fe8c4bcb635" } }
            """,
        ["RefusedBySite"] = """
            { "type": "Microsoft.Web/sites", "name": "func-a", "properties": { "siteConfig": { "appSettings": [{ "name": "FUNCTIONS_WORKER_RUNTIME", "value": "dotnet-isolated" }] } } }
            """,
        ["WeakSite"] = """
            { "type": "Microsoft.Web/sites", "name": "func-a", "properties": { "siteConfig": { "appSettings": [{ "name": "DataStorage", "value": "AccountName=a;AccountKey=b" }] } } }
            """,
        ["OpenSignIn"] = """{ "type": "Microsoft.Web/sites/config", "name": "func-a/authsettingsV2", "properties": {} }""",
        ["PasswordPublishing"] = """{ "type": "Microsoft.Web/sites/basicPublishingCredentialsPolicies", "name": "func-a/ftp", "properties": { "allow": true } }""",
        ["PlanCertificates"] = """{ "type": "Microsoft.Web/certificates", "name": "cert-a" }""",
        ["MovingBudget"] = """{ "type": "Microsoft.Consumption/budgets", "name": "a", "properties": { "timePeriod": { "startDate": "[utcNow('yyyy-MM-01')]" } } }""",
        ["ValidatedQueries"] = """{ "type": "Microsoft.Insights/scheduledQueryRules", "name": "alert-a", "properties": {} }""",
        ["MistimedAlerts"] = """{ "type": "Microsoft.Insights/scheduledQueryRules", "name": "alert-a", "properties": { "evaluationFrequency": "PT12H", "windowSize": "P2D" } }""",
        ["UnboundedLog"] = """{ "type": "Microsoft.OperationalInsights/workspaces", "name": "log-a", "properties": {} }""",
        ["QuietBudget"] = """{ "type": "Microsoft.Consumption/budgets", "name": "a", "properties": { "notifications": {} } }""",
        ["Unplanned"] = """{ "type": "Microsoft.Web/sites", "name": "func-a", "id": "[format('{0}', reference('a').outputs.b.value)]" }""",
        ["MiscasedGroups"] = """
            { "type": "Microsoft.Web/sites", "name": "func-a", "properties": { "functionAppConfig": { "scaleAndConcurrency": { "alwaysReady": [{ "name": "function:Ingest" }] } } } }
            """,
        ["ShortenedLogs"] = """{ "type": "Microsoft.OperationalInsights/workspaces", "name": "log-a", "properties": { "retentionInDays": 30 } }""",
        ["KeyedTelemetry"] = """{ "type": "Microsoft.Insights/components", "name": "appi-a", "properties": { "DisableLocalAuth": false } }""",
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_holds_for_every_deployment(string rule) =>
        Assert.Empty(Scenarios.All.SelectMany(deployment => DeploymentRules.Find(rule, deployment.Resources)
            .Select(problem => $"{deployment.Name}: {problem}")));

    [Fact]
    public void An_alert_over_a_day_of_a_metric_by_the_hour_is_found()
    {
        using var json = JsonDocument.Parse("""
            { "type": "Microsoft.Insights/metricAlerts", "name": "alert-a", "properties": { "evaluationFrequency": "PT1H", "windowSize": "P1D", "criteria": { "allOf": [{ "metricName": "UsedCapacity" }] } } }
            """);

        Assert.Equal(["Microsoft.Insights/metricAlerts alert-a: a metric that the platform has by the hour is looked at over P1D"], DeploymentRules.Find("MistimedAlerts", [new DeployedResource(json.RootElement)]));
    }

    [Fact]
    public void A_workspace_that_takes_keys_is_found()
    {
        using var json = JsonDocument.Parse("""{ "type": "Microsoft.OperationalInsights/workspaces", "name": "log-a", "properties": { "features": {} } }""");

        Assert.NotEmpty(DeploymentRules.Find("KeyedTelemetry", [new DeployedResource(json.RootElement)]));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_finds_a_resource_that_breaks_it(string rule)
    {
        using var json = JsonDocument.Parse(Broken[rule]);

        Assert.NotEmpty(DeploymentRules.Find(rule, [new DeployedResource(json.RootElement)]));
    }
}
