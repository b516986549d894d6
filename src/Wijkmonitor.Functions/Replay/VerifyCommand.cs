using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Functions.Replay;

/// <summary>
/// The app started as <c>Wijkmonitor.Functions verify</c>: it compares tables and archive with its own settings and identity, and ends.
/// </summary>
internal static class VerifyCommand
{
    private const int Same = 0;
    private const int Different = 1;
    private const int Failed = 2;

    /// <summary>Compares tables and archive, and says in words what differs or why they could not be compared.</summary>
    /// <param name="compose">Composes the app; settings that are wrong end it.</param>
    /// <returns>The exit code: 0 where they say the same, 1 where they differ, 2 where they could not be compared.</returns>
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
            var outcome = await compose().GetRequiredService<ArchiveVerification>().RunAsync(stop.Token);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            Console.WriteLine(FormattableString.Invariant(
                $"Compared {outcome.Rows} rows of {outcome.Deliveries} deliveries with the archive in {seconds:F1} s: {outcome.Differences.Count} differences."));
            foreach (var difference in outcome.Differences)
            {
                Console.WriteLine(Describe(difference));
            }

            if (outcome.Differences.Count == 0)
            {
                return Same;
            }

            Console.WriteLine("Run replay: it makes the tables again from the archive.");
            return Different;
        }
        catch (Exception e) when (StorageFailure.IsStorageError(e)
            || e is OptionsValidationException or ConfigurationException or InvalidDataException or OperationCanceledException or AggregateException)
        {
            await Console.Error.WriteLineAsync($"Tables and archive were not compared: {e.Message}");
            return Failed;
        }
    }

    private static string Describe(TableDifference difference) => difference.Kind switch
    {
        DifferenceKind.RowsMissing => $"{difference.Delivery}: {difference.Rows} of its rows are not in the tables, or older ones are; it must be replayed.",
        DifferenceKind.RowsUnknown => $"{difference.Delivery}: {difference.Rows} rows in the tables name it, but it is not in force by the archive.",
        _ => $"{difference.Delivery}: the table of deliveries has no record of it, or another state than the archive.",
    };
}
