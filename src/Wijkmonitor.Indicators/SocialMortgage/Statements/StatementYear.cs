using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;
using Wijkmonitor.Indicators.SocialMortgage.Repayment;

namespace Wijkmonitor.Indicators.SocialMortgage.Statements;

/// <summary>Data of one statement: a contract's year, its indicators, its entries, and corrections of settled years.</summary>
internal sealed class StatementYear
{
    private readonly MortgageDossier dossier;
    private readonly ClassifiedEntries ledger;
    private readonly int lastYear;

    /// <summary>A statement's year.</summary>
    /// <param name="dossier">Dossier of the contract.</param>
    /// <param name="period">The year.</param>
    /// <param name="lastYear">The year of the last statement; it also reports entries dated after it.</param>
    /// <param name="indicators">Years of the indicators, in the contract's order.</param>
    /// <param name="ledger">All entries.</param>
    public StatementYear(MortgageDossier dossier, Period period, int lastYear, IReadOnlyList<IndicatorYear> indicators, ClassifiedEntries ledger)
    {
        (this.dossier, Period, Indicators, this.ledger, this.lastYear) = (dossier, period, indicators, ledger, lastYear);
        Contract = dossier.Contract.GetVersion(period.Year);
        Items = ledger.GetItems(period.Year);
        IndicatorLines = [.. indicators.Select(i => Repayment.IndicatorLines.Create(Contract, i))];
        ActivityLines = [.. Contract.Tariffs.Select(t => EntryLines.Create(Contract, t, Items))];
        OperationLine = EntryLines.CreateOperation(Contract, Items);
    }

    /// <summary>The version of the contract that the year is computed by.</summary>
    public SocialMortgageContract Contract { get; }

    /// <summary>The year.</summary>
    public Period Period { get; }

    /// <summary>Outcomes of the indicators.</summary>
    public IReadOnlyList<IndicatorYear> Indicators { get; }

    /// <summary>The entries of the year, pending and disputed ones among them.</summary>
    public IReadOnlyList<LedgerItem> Items { get; }

    /// <summary>The lines of the indicators.</summary>
    public IReadOnlyList<ScorecardLine> IndicatorLines { get; }

    /// <summary>The lines of the activities.</summary>
    public IReadOnlyList<ScorecardLine> ActivityLines { get; }

    /// <summary>The line of operation.</summary>
    public ScorecardLine OperationLine { get; }

    /// <summary>Corrections to settled years that are booked here.</summary>
    public IReadOnlyList<ScorecardLine> Corrections { get; init; } = [];

    /// <summary>The lines of the year itself.</summary>
    public IEnumerable<ScorecardLine> OwnLines => [.. IndicatorLines, .. ActivityLines, OperationLine];

    /// <summary>All lines: indicators, activities, operation, corrections.</summary>
    public IReadOnlyList<ScorecardLine> Lines => [.. IndicatorLines, .. ActivityLines, OperationLine, .. Corrections];

    /// <summary>The unconfirmed activities of the year.</summary>
    public IReadOnlyList<LedgerItem> Pending => [.. Items.Where(i => i.State == EntryState.Pending)];

    /// <summary>The disputed entries of the year.</summary>
    public IReadOnlyList<LedgerItem> Disputed => [.. Items.Where(i => i.State == EntryState.Disputed)];

    /// <summary>The entries that could not be booked and that this statement reports.</summary>
    public IReadOnlyList<(LedgerEntry Entry, ContractProblem Problem)> Refused => [.. ledger.Refused.Where(r => IsReportedHere(r.Entry.Date))];

    /// <summary>The decisions that could not be taken and that this statement reports.</summary>
    public IReadOnlyList<(LedgerDecision Decision, ContractProblem Problem)> RefusedDecisions =>
        [.. ledger.RefusedDecisions.Where(r => IsReportedHere(r.Decision.Date))];

    /// <summary>The repeated entries that this statement reports.</summary>
    public IReadOnlyList<LedgerEntry> Duplicates => [.. ledger.Duplicates.Where(e => IsReportedHere(e.Date))];

    /// <summary>The outside events that explain a series of this contract, through this year.</summary>
    public IEnumerable<SeriesAnnotation> Annotations => dossier.Annotations
        .Where(a => a.Contract == Contract.Id && a.Date.Year <= Period.Year)
        .OrderBy(a => a.Date).ThenBy(a => a.Reference, StringComparer.Ordinal);

    // What is dated outside the statements is reported by the nearest one.
    private bool IsReportedHere(DateOnly date) => Math.Clamp(date.Year, Contract.FirstYear, lastYear) == Period.Year;
}
