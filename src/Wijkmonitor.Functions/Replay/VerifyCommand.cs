using Microsoft.Extensions.DependencyInjection;

namespace Wijkmonitor.Functions.Replay;

/// <summary>
/// The app started as <c>Wijkmonitor.Functions verify</c>: it compares tables and archive with its own settings and identity, and ends.
/// </summary>
public static class VerifyCommand
{
    /// <summary>Compares tables and archive, and says in words what differs or why they could not be compared.</summary>
    /// <param name="compose">Composes the app; settings that are wrong end it.</param>
    /// <returns>The exit code: 0 if they agree, 1 if they differ, 2 if they could not be compared.</returns>
    public static Task<int> RunAsync(Func<IServiceProvider> compose) => ConsoleCommand.RunAsync(
        compose,
        async (services, elapsed, stop) => Report(await services.GetRequiredService<ArchiveVerification>().RunAsync(stop), elapsed()),
        error => (ConsoleCommand.NotBegun, $"Tables and archive were not compared: {error}"));

    private static int Report(VerificationOutcome outcome, TimeSpan elapsed)
    {
        Console.WriteLine(FormattableString.Invariant(
            $"Compared {outcome.Rows} rows of {outcome.Deliveries} deliveries with the archive in {elapsed.TotalSeconds:F1} s: {outcome.Differences.Count} differences."));
        foreach (var difference in outcome.Differences)
        {
            Console.WriteLine(Describe(difference));
        }

        if (outcome.Differences.Count == 0)
        {
            return ConsoleCommand.Succeeded;
        }

        Console.WriteLine("Run replay: it makes the tables again from the archive.");
        return ConsoleCommand.Failed;
    }

    private static string Describe(TableDifference difference) => difference.Kind switch
    {
        DifferenceKind.RowsMissing => $"{difference.Delivery}: {difference.Rows} of its rows are not in the tables, or older ones are; it must be replayed.",
        DifferenceKind.RowsUnknown => $"{difference.Delivery}: {difference.Rows} rows in the tables name it, but it is not in force by the archive.",
        _ => $"{difference.Delivery}: the table of deliveries has no record of it, or another state than the archive.",
    };
}
