using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Ingest.Previews;

/// <summary>Comparison of scorecards by outcomes and totals, not by their sources.</summary>
internal static class ScorecardComparer
{
    /// <summary>Compares a scorecard as it is with how it would be; null where it says the same.</summary>
    public static ScorecardChange? Compare(Scorecard? before, Scorecard? after)
    {
        var card = (after ?? before)!;
        var lines = CompareLines(before?.Lines ?? [], after?.Lines ?? []).ToList();
        var totals = CompareTotals(before, after).ToList();
        var isChanged = lines.Count + totals.Count > 0 || before is null || after is null;
        return isChanged ? new ScorecardChange(GetKind(before, after), card.Kind, card.Area, card.Period, card.Subject, lines, totals) : null;
    }

    /// <summary>Compares a statement as it is with how it would be; null where it says the same.</summary>
    public static StatementChange? CompareStatement(string contract, Scorecard? before, Scorecard? after) =>
        Compare(before, after) is { } change ? new StatementChange(contract, change.Period, change.Change, change.Totals) : null;

    private static ChangeKind GetKind(object? before, object? after) =>
        before is null ? ChangeKind.Added : after is null ? ChangeKind.Withdrawn : ChangeKind.Changed;

    private static IEnumerable<LineChange> CompareLines(IReadOnlyList<ScorecardLine> before, IReadOnlyList<ScorecardLine> after)
    {
        var earlier = before.ToLookup(line => line.Code, StringComparer.Ordinal);
        var later = after.ToLookup(line => line.Code, StringComparer.Ordinal);
        foreach (var code in after.Concat(before).Select(line => line.Code).Distinct(StringComparer.Ordinal))
        {
            var (old, now) = (earlier[code].FirstOrDefault(), later[code].FirstOrDefault());
            if (GetOutcome(old) != GetOutcome(now))
            {
                yield return new LineChange(code, (now ?? old)!.Label, (now ?? old)!.Unit, GetOutcome(old), GetOutcome(now));
            }
        }
    }

    private static IEnumerable<TotalChange> CompareTotals(Scorecard? before, Scorecard? after)
    {
        var earlier = (before?.Totals ?? []).ToLookup(total => total.Code, StringComparer.Ordinal);
        var later = (after?.Totals ?? []).ToLookup(total => total.Code, StringComparer.Ordinal);
        foreach (var code in later.Concat(earlier).Select(totals => totals.Key).Distinct(StringComparer.Ordinal))
        {
            var (old, now) = (earlier[code].FirstOrDefault(), later[code].FirstOrDefault());
            if (old?.Value != now?.Value || old?.Range != now?.Range)
            {
                yield return new TotalChange(code, (now ?? old)!.Label, (now ?? old)!.Unit, old?.Value, now?.Value);
            }
        }
    }

    private static LineOutcome? GetOutcome(ScorecardLine? line) =>
        line is null ? null : new LineOutcome(line.State, line.Value, line.Signal, line.Amount) { Range = line.Range, Outcome = line.Outcome };
}
