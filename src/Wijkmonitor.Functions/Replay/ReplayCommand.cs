using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Functions.Replay;

/// <summary>
/// The app started as <c>Wijkmonitor.Functions replay</c>: it makes the tables again with its own settings and identity, and ends.
/// </summary>
internal static class ReplayCommand
{
    private const int Succeeded = 0;
    private const int Failed = 2;

    /// <summary>Replays the archive, and says in words why where it cannot.</summary>
    /// <param name="compose">Composes the app; settings that are wrong end it.</param>
    /// <returns>The exit code: 0 where the tables are made again, 2 where they are not.</returns>
    public static async Task<int> RunAsync(Func<IServiceProvider> compose)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        var start = Stopwatch.GetTimestamp();
        try
        {
            var outcome = await compose().GetRequiredService<ArchiveReplay>().RunAsync(stop.Token);
            Console.WriteLine(
                $"The tables were rebuilt from {outcome.Deliveries} deliveries ({outcome.Stored} stored, {outcome.Values} values) and {outcome.Settlements} settled years, in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s.");
            return Succeeded;
        }
        catch (Exception e) when (StorageFailure.IsStorageError(e)
            || e is OptionsValidationException or ConfigurationException or InvalidOperationException or InvalidDataException
                or OperationCanceledException or AggregateException)
        {
            await Console.Error.WriteLineAsync($"The tables were not rebuilt: {e.Message} Run replay again once that is fixed; the archive is unchanged.");
            return Failed;
        }
    }
}
