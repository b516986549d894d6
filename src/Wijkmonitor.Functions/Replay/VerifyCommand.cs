using Microsoft.Extensions.DependencyInjection;
using Wijkmonitor.Functions.Storage.Publications;

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
        var differences = outcome.Differences.Count + outcome.Publications.Count;
        Console.WriteLine(FormattableString.Invariant(
            $"Compared {outcome.Rows} rows of {outcome.Deliveries} deliveries with the archive in {elapsed.TotalSeconds:F1} s: {differences} differences."));
        foreach (var line in outcome.Differences.Select(Describe).Concat(outcome.Publications.Select(Describe)).Concat(Advise(outcome)))
        {
            Console.WriteLine(line);
        }

        return differences == 0 ? ConsoleCommand.Succeeded : ConsoleCommand.Failed;
    }

    private static IEnumerable<string> Advise(VerificationOutcome outcome)
    {
        if (outcome.Publications.Any(difference => !difference.IsMendable))
        {
            yield return "Bring back a later version of these records in the archive first: the monitor has forgotten what was public in them.";
        }

        if (outcome.Differences.Count > 0)
        {
            yield return "Run replay: it makes the tables again from the archive.";
        }
        else if (outcome.Publications.Any(difference => difference.IsMendable))
        {
            yield return "Run Score: it makes the index again from the records.";
        }
    }

    private static string Describe(TableDifference difference) => difference.Kind switch
    {
        DifferenceKind.RowsMissing => $"{difference.Delivery}: {difference.Rows} of its rows are not in the tables, or older ones are; it must be replayed.",
        DifferenceKind.RowsUnknown => $"{difference.Delivery}: {difference.Rows} rows in the tables name it, but it is not in force by the archive.",
        _ => $"{difference.Delivery}: the table of deliveries has no record of it, or another state than the archive.",
    };

    private static string Describe(PublicationDifference difference) => difference.Kind switch
    {
        PublicationDifferenceKind.IndexMissing => $"{difference.Municipality}: the index of what was public is gone, and its records are there.",
        PublicationDifferenceKind.IndexBehind => $"{difference.Municipality} {difference.Period}: the index of what was public lacks decisions of the record.",
        PublicationDifferenceKind.RecordMissing => $"{difference.Municipality} {difference.Period}: the record of what was public is gone, and the index has decisions.",
        _ => $"{difference.Municipality} {difference.Period}: the record of what was public is older than the decisions of the index.",
    };
}
