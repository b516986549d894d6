using Wijkmonitor.Indicators.Ledgers;

namespace Wijkmonitor.Indicators.SocialMortgage.Dossiers;

/// <summary>The entries on a contract, sorted by what was decided: which are booked, and which are not and why.</summary>
internal sealed class ClassifiedEntries
{
    private readonly Dictionary<int, List<LedgerItem>> byYear;

    private ClassifiedEntries(List<LedgerItem> booked, List<(LedgerEntry Entry, ContractProblem Problem)> refused, List<LedgerEntry> duplicates,
        List<(LedgerDecision Decision, ContractProblem Problem)> refusedDecisions)
    {
        Booked = booked;
        Refused = refused;
        Duplicates = duplicates;
        RefusedDecisions = refusedDecisions;
        byYear = booked.GroupBy(i => i.Entry.Date.Year).ToDictionary(g => g.Key, g => g.ToList());
    }

    /// <summary>The entries that are booked, pending and disputed ones among them, by date and key.</summary>
    public IReadOnlyList<LedgerItem> Booked { get; }

    /// <summary>The entries that cannot be booked on this contract.</summary>
    public IReadOnlyList<(LedgerEntry Entry, ContractProblem Problem)> Refused { get; }

    /// <summary>The entries that repeat the key of another one.</summary>
    public IReadOnlyList<LedgerEntry> Duplicates { get; }

    /// <summary>The decisions that are about nothing that is booked, or do not fit it.</summary>
    public IReadOnlyList<(LedgerDecision Decision, ContractProblem Problem)> RefusedDecisions { get; }

    /// <summary>Gets the booked entries of a year.</summary>
    public IReadOnlyList<LedgerItem> GetItems(int year) => byYear.GetValueOrDefault(year) ?? [];

    /// <summary>
    /// Sorts out entries and decisions, independent of their order; those of other contracts are left aside. Of those with the same key the
    /// first by delivery and line counts.
    /// </summary>
    public static ClassifiedEntries Create(MortgageDossier dossier)
    {
        List<LedgerEntry> booked = [];
        List<(LedgerEntry Entry, ContractProblem Problem)> refused = [];
        List<LedgerEntry> duplicates = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in Sort(dossier.Entries.Where(e => e.Contract == dossier.Contract.Id)))
        {
            if (dossier.Contract.GetVersion(entry.Date.Year).Validate(entry) is { } problem)
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

        var (decisions, refusedDecisions) = ApplyDecisions(dossier, booked);
        return new ClassifiedEntries(
            [.. booked.OrderBy(e => e.Date)
                .ThenBy(e => e.Key, StringComparer.Ordinal)
                .Select(e => new LedgerItem(e, decisions.GetValueOrDefault(e.Key) ?? []))],
            refused,
            duplicates,
            refusedDecisions);
    }

    private static (Dictionary<string, List<LedgerDecision>> ByEntry, List<(LedgerDecision Decision, ContractProblem Problem)> Unfit) ApplyDecisions(
        MortgageDossier dossier, List<LedgerEntry> booked)
    {
        Dictionary<string, List<LedgerDecision>> byEntry = new(StringComparer.Ordinal);
        List<(LedgerDecision Decision, ContractProblem Problem)> refused = [];
        if (dossier.Decisions.Count == 0)
        {
            return (byEntry, refused);
        }

        var entries = booked.ToDictionary(e => e.Key, StringComparer.Ordinal);
        var firsts = dossier.Decisions.Where(d => d.Contract == dossier.Contract.Id)
            .OrderBy(d => d.Source.Delivery, StringComparer.Ordinal).ThenBy(d => d.Source.Line)
            .DistinctBy(d => d.Key, StringComparer.Ordinal);
        foreach (var decision in firsts.OrderBy(d => d.Date).ThenBy(d => d.Reference, StringComparer.Ordinal))
        {
            if (decision.Validate(entries.GetValueOrDefault(decision.EntryKey)) is { } problem)
            {
                refused.Add((decision, problem));
            }
            else if (byEntry.TryGetValue(decision.EntryKey, out var earlier))
            {
                earlier.Add(decision);
            }
            else
            {
                byEntry[decision.EntryKey] = [decision];
            }
        }

        return (byEntry, refused);
    }

    private static IEnumerable<LedgerEntry> Sort(IEnumerable<LedgerEntry> entries) => entries
        .OrderBy(e => e.Key, StringComparer.Ordinal)
        .ThenBy(e => e.Source.Delivery, StringComparer.Ordinal)
        .ThenBy(e => e.Source.Line)
        .ThenBy(e => e.Date)
        .ThenBy(e => e.Item, StringComparer.Ordinal)
        .ThenBy(e => e.Count)
        .ThenBy(e => e.Amount)
        .ThenBy(e => e.ConfirmedBy, StringComparer.Ordinal);
}
