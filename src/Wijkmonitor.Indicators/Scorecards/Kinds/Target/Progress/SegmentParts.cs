using Wijkmonitor.Indicators.Scorecards.Engine.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Progress;

/// <summary>The parts of a target that segments have.</summary>
internal static class SegmentParts
{
    /// <summary>Gets the decimals that a part is rounded to: none for counts, one for others.</summary>
    public static int GetDecimals(TargetRules rules) => rules.Counted != CountedSubject.Other && rules.Form != MeasureForm.Share ? 0 : 1;

    /// <summary>Splits a target by segment. Shares are rounded, and the segment without one has the rest, so that the parts add up.</summary>
    public static IReadOnlyDictionary<string, decimal> Split(TargetRules rules, decimal target)
    {
        var parts = rules.Segments.Where(segment => segment.Share is not null).ToDictionary(
            segment => segment.Code,
            segment => Math.Round(target * segment.Share!.Part / segment.Share.Whole, GetDecimals(rules), MidpointRounding.AwayFromZero),
            StringComparer.Ordinal);
        foreach (var rest in rules.Segments.Where(segment => segment.Share is null))
        {
            parts.Add(rest.Code, target - parts.Values.Sum());
        }

        return parts;
    }
}
