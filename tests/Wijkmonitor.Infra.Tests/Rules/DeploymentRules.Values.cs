using Wijkmonitor.Infra.Tests.Bicep;

namespace Wijkmonitor.Infra.Tests.Rules;

/// <summary>Rules for single values that the platform changes or refuses.</summary>
internal static partial class DeploymentRules
{
    // The tables of Application Insights keep what they have for 90 days, whatever their workspace says: https://learn.microsoft.com/azure/azure-monitor/logs/data-retention-configure
    private static IEnumerable<string> ShortenedLogs(DeployedResource resource)
    {
        if (resource.Type == "Microsoft.OperationalInsights/workspaces" && resource.Find("properties.retentionInDays")?.GetInt32() is not >= 90)
        {
            yield return "fewer days than Azure keeps logs of an app";
        }
    }

    // Azure keeps these names in lower case: with capitals every plan shows a change.
    private static IEnumerable<string> MiscasedGroups(DeployedResource resource) =>
        from name in resource.GetArray("properties.functionAppConfig.scaleAndConcurrency.alwaysReady").Select(ready => ready.GetProperty("name").GetString()!)
        where name.Any(char.IsUpper)
        select $"the group {name} has capitals";
}
