using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Functions.Ingest.Checks;

/// <summary>Holds what a file says of social mortgages against what is stored of them: versions, entries, decisions, settled years.</summary>
public sealed class MortgageCheck(ContractStore contracts, LedgerStore ledger, DecisionStore decisions, SettlementStore settlements)
{
    /// <summary>Checks whether a version of a contract can join the others.</summary>
    /// <param name="delivery">Its delivery's id: what this delivery itself stored in an earlier, unfinished run is no other version.</param>
    /// <param name="contract">The version.</param>
    /// <param name="log">Where problems go.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task CheckAsync(string delivery, SocialMortgageContract contract, ProblemLog log, CancellationToken cancellationToken)
    {
        var stored = await contracts.FindAsync(contract.Id, cancellationToken);
        if (stored.Any(s => s.Delivery == delivery))
        {
            return;
        }

        var settled = await settlements.OfContractAsync(contract.Id, cancellationToken);
        foreach (var problem in ContractVersions.Problems([.. stored.Select(s => s.Contract)], contract, settled.Select(s => (int?)s.Year).Max()))
        {
            log.Add(RowProblems.ContractInvalid(null, problem.Field, problem.Value, problem.Message, problem.Remedy));
        }
    }

    /// <summary>Checks entries, decisions and annotations.</summary>
    /// <param name="delivery">Their delivery's id: what it itself booked in an earlier, unfinished run is not counted as booked before.</param>
    /// <param name="items">What the file says.</param>
    /// <param name="municipalities">Takes up the municipalities of the contracts.</param>
    /// <param name="log">Where problems go.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task CheckAsync(
        string delivery, IReadOnlyList<DatasetItem> items, SortedSet<string> municipalities, ProblemLog log, CancellationToken cancellationToken)
    {
        var again = 0;
        foreach (var group in items.GroupBy(ContractOf, StringComparer.Ordinal))
        {
            if (await contracts.FindAsync(group.Key, cancellationToken) is not { Count: > 0 } stored)
            {
                log.Add(RowProblems.ContractUnknown(LineOf(group.First()), "contract", group.Key));
                continue;
            }

            var versions = new ContractVersions([.. stored.Select(s => s.Contract)]);
            municipalities.Add(versions.Latest.City.Value);
            var known = new KnownBookings(
                (await ledger.OfContractAsync(group.Key, cancellationToken)).ToDictionary(entry => entry.Key, StringComparer.Ordinal),
                (await decisions.OfContractAsync(group.Key, cancellationToken)).ToDictionary(d => d.Reference, StringComparer.Ordinal),
                (await decisions.AnnotationsAsync(group.Key, cancellationToken)).ToDictionary(a => a.Reference, StringComparer.Ordinal));
            again += group.Count(item => IsBookedBefore(delivery, item, versions, known, log));
        }

        if (again > 0)
        {
            log.Add(RowProblems.EntriesBookedBefore(again));
        }
    }

    /// <summary>What is wrong with a row that another delivery was ahead of between its check and its booking.</summary>
    public static RowProblem Problem(BookingConflict conflict)
    {
        var differences = string.Join(", ", conflict.Differences);
        return RowProblems.EntryExists(conflict.Line, conflict.Reference, conflict.Delivery, new BilingualText($"anders: {differences}", $"different: {differences}"));
    }

    // Whether another delivery booked just this already. What differs from what is booked, and what does not fit, is a problem.
    private static bool IsBookedBefore(string delivery, DatasetItem item, ContractVersions versions, KnownBookings known, ProblemLog log)
    {
        var (earlier, reference, differences) = known.Earlier(item);
        if (differences is { Count: 0 })
        {
            return earlier != delivery;
        }

        if (Check(item, versions, known) is { } problem)
        {
            log.Add(RowProblems.EntryInvalid(LineOf(item), problem.Field, problem.Value, problem.Message, problem.Remedy));
        }

        if (differences is not null)
        {
            log.Add(RowProblems.EntryExists(
                LineOf(item), reference, earlier, new BilingualText(string.Join("; ", differences.Select(d => d.Nl)), string.Join("; ", differences.Select(d => d.En)))));
        }

        return false;
    }

    private static ContractProblem? Check(DatasetItem item, ContractVersions versions, KnownBookings known) => item switch
    {
        BookedEntry { Entry: var entry } => versions.In(entry.Date.Year).Check(entry),
        TakenDecision { Decision: var decision } => decision.Check(known.Entries.GetValueOrDefault(decision.EntryKey)),
        NotedAnnotation { Annotation: var annotation } => versions.Validate(annotation),
        _ => throw new InvalidOperationException($"{item.GetType().Name} is not about a social mortgage."),
    };

    private static string ContractOf(DatasetItem item) => item switch
    {
        BookedEntry booked => booked.Entry.Contract,
        TakenDecision taken => taken.Decision.Contract,
        NotedAnnotation noted => noted.Annotation.Contract,
        _ => throw new InvalidOperationException($"{item.GetType().Name} is not about a social mortgage."),
    };

    private static int LineOf(DatasetItem item) => item switch
    {
        BookedEntry booked => booked.Entry.Source.Line,
        TakenDecision taken => taken.Decision.Source.Line,
        NotedAnnotation noted => noted.Annotation.Source.Line,
        _ => 0,
    };
}
