using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.SocialMortgage;

/// <summary>What one statement is about: a contract's year, its indicators and its entries.</summary>
internal sealed class StatementYear
{
    private readonly Ledger ledger;
    private readonly int lastYear;

    /// <summary>A statement's year.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="period">The year.</param>
    /// <param name="lastYear">The year of the last statement; it also reports entries dated after it.</param>
    /// <param name="indicators">What the indicators did, in the contract's order.</param>
    /// <param name="ledger">All entries.</param>
    public StatementYear(SocialMortgageContract contract, Period period, int lastYear, IReadOnlyList<IndicatorYear> indicators, Ledger ledger)
    {
        (Contract, Period, Indicators, this.ledger, this.lastYear) = (contract, period, indicators, ledger, lastYear);
        Entries = [.. ledger.Booked.Where(e => e.Date.Year == period.Year)];
        IndicatorLines = [.. indicators.Select(i => SocialMortgage.IndicatorLines.Of(contract, i))];
        ActivityLines = [.. contract.Tariffs.Select(t => EntryLines.Of(contract, t, Entries))];
        OperationLine = EntryLines.OfOperation(Entries);
    }

    /// <summary>The contract.</summary>
    public SocialMortgageContract Contract { get; }

    /// <summary>The year.</summary>
    public Period Period { get; }

    /// <summary>What the indicators did.</summary>
    public IReadOnlyList<IndicatorYear> Indicators { get; }

    /// <summary>The entries of the year that count.</summary>
    public IReadOnlyList<LedgerEntry> Entries { get; }

    /// <summary>The lines of the indicators.</summary>
    public IReadOnlyList<ScorecardLine> IndicatorLines { get; }

    /// <summary>The lines of the activities.</summary>
    public IReadOnlyList<ScorecardLine> ActivityLines { get; }

    /// <summary>The line of operation.</summary>
    public ScorecardLine OperationLine { get; }

    /// <summary>All lines: indicators, activities, operation.</summary>
    public IReadOnlyList<ScorecardLine> Lines => [.. IndicatorLines, .. ActivityLines, OperationLine];

    /// <summary>The unconfirmed activities of the year.</summary>
    public IReadOnlyList<LedgerEntry> Pending => [.. Entries.Where(EntryLines.IsPending)];

    /// <summary>The entries that could not be booked and that this statement reports.</summary>
    public IReadOnlyList<(LedgerEntry Entry, ContractProblem Problem)> Refused => [.. ledger.Refused.Where(r => IsReportedHere(r.Entry))];

    /// <summary>The repeated entries that this statement reports.</summary>
    public IReadOnlyList<LedgerEntry> Duplicates => [.. ledger.Duplicates.Where(IsReportedHere)];

    // An entry dated outside the statements is reported by the nearest one.
    private bool IsReportedHere(LedgerEntry entry) => Math.Clamp(entry.Date.Year, Contract.FirstYear, lastYear) == Period.Year;
}
