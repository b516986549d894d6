using Microsoft.Extensions.DependencyInjection;

namespace Wijkmonitor.Functions.Replay;

/// <summary>
/// The app started as <c>Wijkmonitor.Functions replay</c>: it makes the tables again with its own settings and identity, and ends.
/// </summary>
public static class ReplayCommand
{
    /// <summary>Replays the archive, and says in words why where it cannot.</summary>
    /// <param name="compose">Composes the app; settings that are wrong end it.</param>
    /// <returns>The exit code: 0 if the tables were rebuilt, 1 if that failed after they were emptied, 2 if nothing was changed.</returns>
    public static async Task<int> RunAsync(Func<IServiceProvider> compose)
    {
        ArchiveReplay? replay = null;
        return await ConsoleCommand.RunAsync(
            compose,
            async (services, elapsed, stop) =>
            {
                replay = services.GetRequiredService<ArchiveReplay>();
                var outcome = await replay.RunAsync(stop);
                Console.WriteLine(FormattableString.Invariant(
                    $"The tables were rebuilt from {outcome.Deliveries} deliveries ({outcome.Stored} stored, {outcome.Values} values) and {outcome.Settlements} settled years, in {elapsed().TotalSeconds:F1} s."));
                return ConsoleCommand.Succeeded;
            },
            error => replay is { HasEmptiedTables: true }
                ? (ConsoleCommand.Failed, $"The tables are rebuilt in part: {error} Run replay again once that is fixed, before the app is started; the archive is unchanged.")
                : (ConsoleCommand.NotBegun, $"The tables were not rebuilt: {error} Run replay again once that is fixed; tables and archive are unchanged."));
    }
}
