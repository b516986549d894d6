using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;

/// <summary>Reader of contributions, of which corrections are checked against the rows that they name.</summary>
/// <param name="problems">Collector of records that do not count as they are.</param>
internal sealed class FundingReader(ICollection<RowProblem> problems)
{
    private static readonly Dictionary<string, FundingKind> Kinds = new(StringComparer.Ordinal)
    {
        ["own"] = FundingKind.Own,
        ["grant"] = FundingKind.Grant,
        ["loan"] = FundingKind.Loan,
        ["in-kind"] = FundingKind.InKind,
        ["fee"] = FundingKind.Fee,
    };

    /// <summary>Reads the contributions.</summary>
    /// <param name="records">The last record of each row.</param>
    public FundingSum Read(IReadOnlyList<AreaRecord> records)
    {
        List<FundingRow> rows = [.. records.Where(record => record.GetText("corrects") is null).Select(Create).OfType<FundingRow>()];
        var corrections = records.Where(record => record.GetText("corrects") is not null);
        foreach (var group in corrections.GroupBy(record => record.GetText("corrects")!, StringComparer.Ordinal))
        {
            List<AreaRecord> named = [.. group];
            var change = named.Sum(record => record.GetDecimal("amount") ?? 0);
            if (rows.Find(row => row.Code == group.Key) is not { Net: { } net } corrected || named.Exists(record => record.GetDecimal("amount") is null))
            {
                AddProblems(RowProblem.CorrectsUnknown, named);
            }
            else if (net + change < 0)
            {
                AddProblems(RowProblem.CorrectsTooMuch, named);
            }
            else
            {
                rows[rows.IndexOf(corrected)] = corrected with { Rest = net + change };
                rows.AddRange(named.Select(record => new FundingRow(
                    record.GetText("row")!, corrected.Party, corrected.Kind, record.GetDecimal("amount"), Repaid: 0, record)
                {
                    Rest = net + change,
                    Corrected = corrected.Record,
                }));
            }
        }

        return new FundingSum(rows);
    }

    private void AddProblems(string finding, List<AreaRecord> records)
    {
        foreach (var record in records)
        {
            problems.Add(new RowProblem(finding, record));
        }
    }

    private FundingRow? Create(AreaRecord record)
    {
        var (amount, isUnknown) = (record.GetDecimal("amount"), record.GetBoolean("pm") == true);
        if (amount < 0)
        {
            problems.Add(new RowProblem(RowProblem.NegativeRow, record));
            return null;
        }

        if (isUnknown == amount is not null)
        {
            problems.Add(new RowProblem(isUnknown ? RowProblem.AmountOfUnknown : RowProblem.AmountMissing, record));
        }

        var kind = Kinds[record.GetText("kind")!];
        var known = isUnknown ? null : amount;
        var (repaid, max) = (record.GetDecimal("repaid") ?? 0, kind == FundingKind.Loan ? known ?? 0 : 0);
        if (repaid > max)
        {
            problems.Add(new RowProblem(RowProblem.RepaidTooMuch, record));
        }

        return new FundingRow(record.GetText("row")!, record.GetText("party")!, kind, known, Math.Min(repaid, max), record);
    }
}
