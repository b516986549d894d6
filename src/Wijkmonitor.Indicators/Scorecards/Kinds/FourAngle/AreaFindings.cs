using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Trends;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle;

/// <summary>Builder of the findings of an area's scorecard.</summary>
internal static class AreaFindings
{
    /// <summary>Adds the findings, in a fixed order; each names its lines.</summary>
    public static void Add(ScorecardBuilder card, FourAngleRules rules, AreaScore score, IReadOnlyList<TrendComparison> trends, EffortComparison? effort)
    {
        string[] whole = ["score"];
        card.AddFinding("low-coverage", FindingSeverity.Warning, score.Score is null ? whole : [],
            "Er is te weinig bekend voor een score.", "Too little is known for a score.");
        card.AddFinding("missing-angle", FindingSeverity.Warning, score.Angles.Where(angle => angle.Score is null)
            .Select(angle => AngleNames.GetLineCode(angle.Rule.Name)),
            "Van deze invalshoeken is niets bekend. Ze tellen niet mee en zijn geen nul.",
            "Nothing is known from these angles. They do not count and are not zero.");
        card.AddFinding("not-normed", FindingSeverity.Information, score.Score is not null && rules.Colours is null ? whole : [],
            "Er is niet afgesproken welke score welke kleur heeft.", "Nobody agreed which score has which colour.");
        card.AddFinding("preventive", FindingSeverity.Information, score.Colour == Signal.Yellow ? whole : [],
            "In een oranje gebied is het werk preventief: extra signaleren.", "In an orange area work is preventive: extra signalling.");
        card.AddFinding("stale", FindingSeverity.Warning, GetCodes(score, indicator => indicator.IsStale),
            "Deze cijfers zijn verouderd.", "These figures are stale.");
        card.AddFinding("older-figure", FindingSeverity.Information,
            GetCodes(score, indicator => indicator is { Age: > 0, IsStale: false, NotCountedReason: NotCountedReason.None }),
            "Dit zijn de laatste cijfers van een eerder jaar; er is niets tussen gerekend.",
            "These are the last figures of an earlier year; nothing was interpolated.");
        card.AddFinding("boundary-change", FindingSeverity.Warning,
            GetCodes(score, indicator => indicator.NotCountedReason == NotCountedReason.OtherBoundaries),
            "Deze cijfers horen bij andere grenzen en tellen niet mee.", "These figures are for other boundaries and do not count.");
        card.AddFinding("provisional", FindingSeverity.Information,
            GetCodes(score, indicator => indicator is { NotCountedReason: NotCountedReason.None, Used.Provisional: true }),
            "Deze cijfers zijn voorlopig en kunnen nog veranderen.", "These figures are provisional and may still change.");
        card.AddFinding("beyond-ends", FindingSeverity.Information,
            GetCodes(score, indicator => indicator is { NotCountedReason: NotCountedReason.None, Place.IsBeyond: true }),
            "Deze cijfers liggen voorbij een einde van hun schaal en tellen als dat einde.",
            "These figures lie beyond an end of their scale and count as that end.");
        TrendLines.AddFindings(card, trends, score.Colour);
        card.AddFinding("improving-with-support", FindingSeverity.Information, effort is { IsImprovingWithSupport: true } ? [EffortComparison.Code] : [],
            "Dit gebied gaat vooruit met steun. Betere cijfers zijn dan geen reden om ineens te stoppen.",
            "This area improves with support. Better figures are no reason to stop at once.");
    }

    private static IEnumerable<string> GetCodes(AreaScore score, Func<ScoredIndicator, bool> holds) =>
        score.Indicators.Where(holds).Select(indicator => indicator.Indicator.Code);
}
