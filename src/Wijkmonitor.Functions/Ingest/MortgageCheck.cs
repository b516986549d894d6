using Wijkmonitor.Functions.Storage;
using Wijkmonitor.Indicators.Datasets;
using Wijkmonitor.Indicators.Scorecards.SocialMortgage;

namespace Wijkmonitor.Functions.Ingest;

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
    /// <param name="delivery">Their delivery's id: what it itself booked in an earlier, unfinished run is no duplicate.</param>
    /// <param name="items">What the file says.</param>
    /// <param name="municipalities">Takes up the municipalities of the contracts.</param>
    /// <param name="log">Where problems go.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task CheckAsync(
        string delivery, IReadOnlyList<DatasetItem> items, SortedSet<string> municipalities, ProblemLog log, CancellationToken cancellationToken)
    {
        foreach (var group in items.GroupBy(ContractOf, StringComparer.Ordinal))
        {
            if (await contracts.FindAsync(group.Key, cancellationToken) is not { Count: > 0 } stored)
            {
                log.Add(RowProblems.ContractUnknown(LineOf(group.First()), "contract", group.Key));
                continue;
            }

            var versions = new ContractVersions([.. stored.Select(s => s.Contract)]);
            municipalities.Add(versions.Latest.City.Value);
            var booked = (await ledger.OfContractAsync(group.Key, cancellationToken)).ToDictionary(entry => entry.Key, StringComparer.Ordinal);
            var taken = (await decisions.OfContractAsync(group.Key, cancellationToken)).ToDictionary(d => d.Reference, d => d.Source.Delivery, StringComparer.Ordinal);
            var noted = (await decisions.AnnotationsAsync(group.Key, cancellationToken)).ToDictionary(a => a.Reference, a => a.Source.Delivery, StringComparer.Ordinal);
            foreach (var item in group)
            {
                var (problem, reference, earlier) = item switch
                {
                    BookedEntry { Entry: var entry } => (versions.In(entry.Date.Year).Check(entry), entry.Reference, booked.GetValueOrDefault(entry.Key)?.Source.Delivery),
                    TakenDecision { Decision: var decision } => (decision.Check(booked.GetValueOrDefault(decision.EntryKey)), decision.Reference, taken.GetValueOrDefault(decision.Reference)),
                    NotedAnnotation { Annotation: var annotation } => (annotation.Check(versions), annotation.Reference, noted.GetValueOrDefault(annotation.Reference)),
                    _ => throw new InvalidOperationException($"{item.GetType().Name} is not about a social mortgage."),
                };
                Report(LineOf(item), problem, reference, earlier == delivery ? null : earlier, log);
            }
        }
    }

    private static void Report(int line, ContractProblem? problem, string reference, string? earlier, ProblemLog log)
    {
        if (problem is not null)
        {
            log.Add(RowProblems.EntryInvalid(line, problem.Field, problem.Value, problem.Message, problem.Remedy));
        }

        if (earlier is not null)
        {
            log.Add(RowProblems.EntryExists(line, "reference", reference, earlier));
        }
    }

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
