using Wijkmonitor.Indicators.Ledgers;

namespace Wijkmonitor.Indicators.Datasets.Formats.Bookings;

/// <summary>The bookings of one contract.</summary>
/// <param name="Entries">The entries, by key.</param>
/// <param name="Decisions">The decisions, by reference.</param>
/// <param name="Annotations">The annotations, by reference.</param>
public sealed record ExistingBookings(
    IReadOnlyDictionary<string, LedgerEntry> Entries,
    IReadOnlyDictionary<string, LedgerDecision> Decisions,
    IReadOnlyDictionary<string, SeriesAnnotation> Annotations);
