using System.Globalization;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Ingest.Checks;

/// <summary>What is booked on one contract: entries by key, decisions and annotations by reference.</summary>
internal sealed record KnownBookings(
    IReadOnlyDictionary<string, LedgerEntry> Entries,
    IReadOnlyDictionary<string, LedgerDecision> Decisions,
    IReadOnlyDictionary<string, SeriesAnnotation> Annotations)
{
    /// <summary>What is booked under the reference of a row: the delivery that brought it, and in what the row differs from it, by the columns of the file.</summary>
    /// <returns>No delivery and no differences where nothing is booked under it; an empty list where the row says the same.</returns>
    public (string? Delivery, string Reference, IReadOnlyList<BilingualText>? Differences) Earlier(DatasetItem item) => item switch
    {
        BookedEntry { Entry: var entry } => Entries.TryGetValue(entry.Key, out var booked)
            ? (booked.Source.Delivery, entry.Reference, Differences(booked, entry))
            : (null, entry.Reference, null),
        TakenDecision { Decision: var decision } => Decisions.TryGetValue(decision.Reference, out var taken)
            ? (taken.Source.Delivery, decision.Reference, Differences(taken, decision))
            : (null, decision.Reference, null),
        NotedAnnotation { Annotation: var annotation } => Annotations.TryGetValue(annotation.Reference, out var noted)
            ? (noted.Source.Delivery, annotation.Reference, Differences(noted, annotation))
            : (null, annotation.Reference, null),
        _ => throw new InvalidOperationException($"{item.GetType().Name} is not about a social mortgage."),
    };

    private static List<BilingualText> Differences(LedgerEntry booked, LedgerEntry now) => Differences(
        ("date", booked.Date, now.Date),
        (now.Channel == LedgerChannel.Activities ? "activity" : "description", booked.Item, now.Item),
        ("count", booked.Count, now.Count),
        ("amount", booked.Amount, now.Amount),
        ("confirmed_by", booked.ConfirmedBy, now.ConfirmedBy));

    private static List<BilingualText> Differences(LedgerDecision taken, LedgerDecision now) => Differences(
        ("date", taken.Date, now.Date),
        ("decision", taken.Kind, now.Kind),
        ("about", taken.About, now.About),
        ("by_role", taken.ByRole, now.ByRole),
        ("quantity", taken.Quantity, now.Quantity),
        ("reason", taken.Reason, now.Reason));

    private static List<BilingualText> Differences(SeriesAnnotation noted, SeriesAnnotation now) => Differences(
        ("date", noted.Date, now.Date),
        ("indicator", noted.Indicator, now.Indicator),
        ("text", noted.Text, now.Text),
        ("by_role", noted.ByRole, now.ByRole));

    private static List<BilingualText> Differences(params ReadOnlySpan<(string Column, object? Booked, object? Now)> fields)
    {
        List<BilingualText> differences = [];
        foreach (var (column, booked, now) in fields)
        {
            if (!Equals(booked, now))
            {
                differences.Add(new BilingualText(
                    $"{column}: geboekt {Text(booked) ?? "leeg"}, hier {Text(now) ?? "leeg"}", $"{column}: booked {Text(booked) ?? "empty"}, here {Text(now) ?? "empty"}"));
            }
        }

        return differences;
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
        DecisionKind kind => kind.ToString().ToLowerInvariant(),
        _ => $"'{value}'",
    };
}
