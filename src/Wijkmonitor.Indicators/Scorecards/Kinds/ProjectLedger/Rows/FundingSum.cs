using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;

/// <summary>A sum of contributions, of which some may exist without a known amount. Loans count as far as they are not repaid.</summary>
/// <param name="Rows">The rows.</param>
internal sealed record FundingSum(IReadOnlyList<FundingRow> Rows)
{
    /// <summary>The sum of what is known.</summary>
    public decimal Known => Rows.Sum(row => row.Net ?? 0);

    /// <summary>The rows with a known amount.</summary>
    public IEnumerable<FundingRow> KnownRows => Rows.Where(row => row.Amount is not null);

    /// <summary>The rows whose amount is not known.</summary>
    public IReadOnlyList<FundingRow> UnknownRows { get; } = [.. Rows.Where(row => row.Amount is null)];

    /// <summary>Whether it is at least what is known, because there is more.</summary>
    public bool IsLowerBound => UnknownRows.Count > 0;

    /// <summary>Whether nothing of it is known.</summary>
    public bool IsUnknown => Rows.Count > 0 && UnknownRows.Count == Rows.Count;

    /// <summary>The records.</summary>
    public IEnumerable<AreaRecord> Records => Rows.Select(row => row.Record);

    /// <summary>Selects the rows for which a condition holds.</summary>
    public FundingSum Select(Func<FundingRow, bool> condition) => new([.. Rows.Where(condition)]);
}
