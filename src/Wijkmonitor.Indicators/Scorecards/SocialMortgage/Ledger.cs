namespace Wijkmonitor.Indicators.Scorecards.SocialMortgage;

/// <summary>The entries on a contract, sorted out: which count, and which do not and why.</summary>
internal sealed class Ledger
{
    private Ledger(List<LedgerEntry> booked, List<(LedgerEntry Entry, ContractProblem Problem)> refused, List<LedgerEntry> duplicates)
    {
        Booked = booked;
        Refused = refused;
        Duplicates = duplicates;
    }

    /// <summary>The entries that count, unconfirmed activities among them, by date and key.</summary>
    public IReadOnlyList<LedgerEntry> Booked { get; }

    /// <summary>The entries that cannot be booked on this contract.</summary>
    public IReadOnlyList<(LedgerEntry Entry, ContractProblem Problem)> Refused { get; }

    /// <summary>The entries that repeat the key of another one.</summary>
    public IReadOnlyList<LedgerEntry> Duplicates { get; }

    /// <summary>
    /// Sorts out entries, independent of their order; those of other contracts are left aside. Of entries with the same key the first by
    /// delivery and line counts.
    /// </summary>
    public static Ledger Of(SocialMortgageContract contract, IEnumerable<LedgerEntry> entries)
    {
        List<LedgerEntry> booked = [];
        List<(LedgerEntry Entry, ContractProblem Problem)> refused = [];
        List<LedgerEntry> duplicates = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in InOrder(entries.Where(e => e.Contract == contract.Id)))
        {
            if (contract.Check(entry) is { } problem)
            {
                refused.Add((entry, problem));
            }
            else if (seen.Add(entry.Key))
            {
                booked.Add(entry);
            }
            else
            {
                duplicates.Add(entry);
            }
        }

        return new Ledger([.. booked.OrderBy(e => e.Date).ThenBy(e => e.Key, StringComparer.Ordinal)], refused, duplicates);
    }

    private static IEnumerable<LedgerEntry> InOrder(IEnumerable<LedgerEntry> entries) => entries
        .OrderBy(e => e.Key, StringComparer.Ordinal)
        .ThenBy(e => e.Source.Delivery, StringComparer.Ordinal)
        .ThenBy(e => e.Source.Line)
        .ThenBy(e => e.Date)
        .ThenBy(e => e.Item, StringComparer.Ordinal)
        .ThenBy(e => e.Count)
        .ThenBy(e => e.Amount)
        .ThenBy(e => e.ConfirmedBy, StringComparer.Ordinal);
}
