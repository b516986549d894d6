using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Json;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.SocialMortgage;

/// <summary>
/// Computes the yearly statements of a social mortgage (sociale hypotheek): Platform31, "Aan de slag in kwetsbare wijken" (2017), section
/// 3.4. A statement states; it decides nothing.
/// </summary>
public static class SocialMortgageStatements
{
    /// <summary>The kind of these scorecards.</summary>
    public const string Kind = "social-mortgage";

    /// <summary>
    /// The statements of a contract, from its first year through the last year of the term for which there is an observation of one of its
    /// indicators for its area, or an entry. None where there is nothing yet. The order of what is handed in changes nothing.
    /// </summary>
    /// <param name="contract">The contract.</param>
    /// <param name="catalogue">The indicators.</param>
    /// <param name="observations">Observations of the contract's area and municipality, in all years.</param>
    /// <param name="entries">Activities held and proceeds of operation; those of other contracts are left aside.</param>
    /// <exception cref="ConfigurationException">
    /// The contract does not fit the catalogue: see <see cref="SocialMortgageContract.Check(IndicatorCatalogue)"/>.
    /// </exception>
    public static IReadOnlyList<Scorecard> Compute(
        SocialMortgageContract contract, IndicatorCatalogue catalogue, ObservationSet observations, IReadOnlyCollection<LedgerEntry> entries)
    {
        if (contract.Check(catalogue) is [var problem, ..])
        {
            throw new ConfigurationException($"In contract {contract.Id}: {problem.Field}: {problem.Message.En}");
        }

        var ledger = Ledger.Of(contract, entries);
        if (LastYear(contract, observations, ledger) is not { } lastYear)
        {
            return [];
        }

        var tracks = contract.Indicators.Select(i => new IndicatorTrack(contract, i, catalogue.Find(i.Code)!, observations)).ToList();
        var account = MortgageAccount.Opened(contract);
        List<Scorecard> statements = [];
        for (var year = contract.FirstYear; year <= lastYear; year++)
        {
            var period = new Period(year);
            var statement = new StatementYear(contract, period, lastYear, [.. tracks.Select(t => t.Next(period))], ledger);
            account = account.Next(contract, statement);
            statements.Add(Statement(statement, account, observations));
        }

        return statements;
    }

    private static int? LastYear(SocialMortgageContract contract, ObservationSet observations, Ledger ledger)
    {
        var codes = contract.Indicators.Select(i => i.Code).ToHashSet(StringComparer.Ordinal);
        var years = observations.All.Where(o => o.Area == contract.Area && codes.Contains(o.Indicator)).Select(o => o.Period.Year)
            .Concat(ledger.Booked.Select(e => e.Date.Year))
            .Concat(ledger.Refused.Select(r => r.Entry.Date.Year))
            .Where(contract.IsInTerm);
        return years.Select(y => (int?)y).Max();
    }

    private static Scorecard Statement(StatementYear statement, MortgageAccount account, ObservationSet observations)
    {
        var boundaryYear = statement.Indicators.Select(i => i.Own?.BoundaryYear).Max() ?? statement.Period.Year;
        return new Scorecard(
            Kind,
            statement.Contract.Id,
            statement.Contract.Area,
            statement.Period,
            statement.Contract.Version,
            boundaryYear,
            statement.Lines,
            MortgageTotals.Of(statement, account),
            MortgageFindings.Of(statement, account, observations));
    }
}
