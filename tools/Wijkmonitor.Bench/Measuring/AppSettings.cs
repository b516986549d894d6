namespace Wijkmonitor.Bench.Measuring;

/// <summary>App settings of the monitor under which nothing runs but what is asked for. The floors get the same.</summary>
internal static class AppSettings
{
    private const string OnceAYear = "0 0 0 1 1 *";

    public static IReadOnlyDictionary<string, string> For(string connectionString) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["DataStorage"] = connectionString,
        ["IngestSchedule"] = OnceAYear,
        ["ScoringSchedule"] = OnceAYear,
        ["WEBSITE_TIME_ZONE"] = "Europe/Amsterdam",
        [MeasuredKinds.GetSetting(MeasuredKinds.Judged).Key] = MeasuredKinds.GetSetting(MeasuredKinds.Judged).Value,
        ["Security__Mode"] = "open",
        ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development",
    };
}
