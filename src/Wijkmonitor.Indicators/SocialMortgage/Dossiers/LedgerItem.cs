using Wijkmonitor.Indicators.Ledgers;

namespace Wijkmonitor.Indicators.SocialMortgage.Dossiers;

/// <summary>State of an entry: it counts or not.</summary>
internal enum EntryState
{
    /// <summary>It counts.</summary>
    Counts,

    /// <summary>It is an activity that nobody confirmed yet.</summary>
    Pending,

    /// <summary>It is disputed.</summary>
    Disputed,
}

/// <summary>An entry with everything that was decided about it, by date.</summary>
/// <param name="Entry">The entry as delivered.</param>
/// <param name="Decisions">The decisions.</param>
internal sealed record LedgerItem(LedgerEntry Entry, IReadOnlyList<LedgerDecision> Decisions)
{
    /// <summary>Quantity after corrections: times held, or euros.</summary>
    public decimal Quantity => (Entry.Count ?? Entry.Amount)!.Value + Decisions.Sum(d => d.Quantity ?? 0);

    /// <summary>Whether it counts: as the last confirmation or dispute says, and without one as it was delivered.</summary>
    public EntryState State => Decisions.LastOrDefault(d => d.Kind != DecisionKind.Corrected)?.Kind switch
    {
        DecisionKind.Confirmed => EntryState.Counts,
        DecisionKind.Disputed => EntryState.Disputed,
        _ => Entry.Channel == LedgerChannel.Activities && string.IsNullOrWhiteSpace(Entry.ConfirmedBy) ? EntryState.Pending : EntryState.Counts,
    };
}
