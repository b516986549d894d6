using Wijkmonitor.Local;

namespace Wijkmonitor.Bench;

/// <summary>Settings of the function app in which nothing runs but what is asked for.</summary>
internal static class AppSettings
{
    private const string OnceAYear = "0 0 0 1 1 *";

    public static IReadOnlyDictionary<string, string> For(string connectionString) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["DataStorage"] = connectionString,
        ["IngestSchedule"] = OnceAYear,
        ["ScoringSchedule"] = OnceAYear,
        ["WEBSITE_TIME_ZONE"] = "Europe/Amsterdam",
        ["Rules__Compass"] = "rules/compass/example.json",
        ["Security__Mode"] = "open",
        ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development",
    };

    /// <summary>Settings of an application that logs no requests.</summary>
    public static IReadOnlyDictionary<string, string> Quiet { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning" };

    /// <summary>Settings of the endpoint that reads one entity raw and passes it on.</summary>
    public static IReadOnlyDictionary<string, string> ForReader(MonitorParts parts, string entity) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Endpoint"] = parts.Service.Uri.AbsoluteUri,
        ["Account"] = parts.Service.AccountName,
        ["Key"] = Azurite.PublicKey,
        ["Entity"] = entity,
    };
}
