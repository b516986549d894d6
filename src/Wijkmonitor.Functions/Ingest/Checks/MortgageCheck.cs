using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Formats.Bookings;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Functions.Ingest.Checks;

/// <summary>Check of a file about social mortgages against the stored versions, entries, decisions and settled years.</summary>
public sealed class MortgageCheck(ContractStore contracts, LedgerStore ledger, DecisionStore decisions, SettlementStore settlements)
{
    /// <summary>Checks whether a version of a contract can join the others.</summary>
    /// <param name="delivery">Its delivery's id: what this delivery itself stored in an earlier, unfinished run is no other version.</param>
    /// <param name="contract">The version.</param>
    /// <param name="log">Log for the problems.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task CheckAsync(string delivery, SocialMortgageContract contract, ProblemLog log, CancellationToken cancellationToken)
    {
        var stored = await contracts.FindAsync(contract.Id, cancellationToken);
        if (stored.Any(s => s.Delivery == delivery))
        {
            return;
        }

        var settled = await settlements.GetByContractAsync(contract.Id, cancellationToken);
        foreach (var problem in ContractVersions.ValidateNext([.. stored.Select(s => s.Contract)], contract, settled.Select(s => (int?)s.Year).Max()))
        {
            log.Add(MortgageProblems.ContractInvalid(null, problem.Field, problem.Value, problem.Message, problem.Remedy));
        }
    }

    /// <summary>Checks what is to be booked on contracts.</summary>
    /// <param name="delivery">Its delivery's id: what it itself booked in an earlier, unfinished run is not counted as booked before.</param>
    /// <param name="format">The format of the file.</param>
    /// <param name="contents">Contents of the file, which take up the municipalities of the contracts.</param>
    /// <param name="log">Log for the problems.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task CheckAsync(string delivery, BookingFormat format, FileContents contents, ProblemLog log, CancellationToken cancellationToken)
    {
        var again = 0;
        foreach (var group in contents.Bookings.GroupBy(record => record.Contract, StringComparer.Ordinal))
        {
            if (await contracts.FindAsync(group.Key, cancellationToken) is not { Count: > 0 } stored)
            {
                log.Add(MortgageProblems.ContractUnknown(group.First().Source.Line, "contract", group.Key));
                continue;
            }

            var versions = new ContractVersions([.. stored.Select(s => s.Contract)]);
            contents.AddMunicipality(versions.Latest.City);
            var known = new ExistingBookings(
                (await ledger.GetByContractAsync(group.Key, cancellationToken)).ToDictionary(entry => entry.Key, StringComparer.Ordinal),
                (await decisions.GetByContractAsync(group.Key, cancellationToken)).ToDictionary(d => d.Reference, StringComparer.Ordinal),
                (await decisions.GetAnnotationsAsync(group.Key, cancellationToken)).ToDictionary(a => a.Reference, StringComparer.Ordinal));
            again += group.Count(record => IsBookedBefore(delivery, format, record, versions, known, log));
        }

        if (again > 0)
        {
            log.Add(MortgageProblems.EntriesBookedBefore(again));
        }
    }

    /// <summary>Creates the problem of a row that another delivery booked between its check and its storing.</summary>
    public static RowProblem CreateProblem(InsertConflict conflict)
    {
        var differences = string.Join(", ", conflict.Differences);
        return MortgageProblems.EntryExists(conflict.Line, conflict.Reference, conflict.Delivery,
            new BilingualText($"anders: {differences}", $"different: {differences}"));
    }

    // Whether another delivery booked just this already. What differs from what is booked, and what does not fit, is a problem.
    private static bool IsBookedBefore(
        string delivery, BookingFormat format, ILedgerRecord record, ContractVersions versions, ExistingBookings known, ProblemLog log)
    {
        var booked = format.FindBooked(record, known);
        var differences = booked is null ? [] : format.GetDifferences(booked, record);
        if (booked is not null && differences.Count == 0)
        {
            return booked.Source.Delivery != delivery;
        }

        if (format.FindProblem(record, versions, known) is { } problem)
        {
            log.Add(MortgageProblems.EntryInvalid(record.Source.Line, problem.Field, problem.Value, problem.Message, problem.Remedy));
        }

        if (booked is not null)
        {
            var difference = new BilingualText(string.Join("; ", differences.Select(d => d.Nl)), string.Join("; ", differences.Select(d => d.En)));
            log.Add(MortgageProblems.EntryExists(record.Source.Line, record.Reference, booked.Source.Delivery, difference));
        }

        return false;
    }
}
