using System.Net.Http.Json;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.DevHost.Tests.Support;

/// <summary>The function app of these tests, which is built next to them.</summary>
internal static class TestApp
{
    public static string Folder { get; } = Path.GetFullPath(
        AppContext.BaseDirectory.Replace("Wijkmonitor.DevHost.Tests", "Wijkmonitor.DevHost.Tests.App", StringComparison.Ordinal));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts it on the host. Its timers are not due, unless the settings say otherwise.</summary>
    public static Task<FunctionHost> StartAsync(HostKeys? keys = null, TextWriter? log = null, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal) { ["IngestSchedule"] = "0 0 0 29 2 *" };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return FunctionHost.StartAsync(Folder, all, keys, log, cancellationToken: Token);
    }

    /// <summary>Reads what the current worker has done.</summary>
    public static async Task<string[]> JournalAsync(this FunctionHost host) =>
        await host.Client.GetFromJsonAsync<string[]>("/api/v1/journal", Token) ?? [];

    /// <summary>Waits until the current worker has done something.</summary>
    public static Task JournalHasAsync(this FunctionHost host, string line) =>
        Eventually.TrueAsync(async () => (await host.JournalAsync()).Any(known => known.StartsWith(line)), $"'{line}' in the journal");
}
