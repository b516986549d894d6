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
            "There are no data for these angles. They are left out, not counted as zero.");
        card.AddFinding("not-normed", FindingSeverity.Information, score.Score is not null && rules.Colours is null ? whole : [],
            "Er is niet afgesproken welke score welke kleur heeft.", "It was not agreed which score has which colour.");
        card.AddFinding("preventive", FindingSeverity.Information, score.Colour == Signal.Yellow ? whole : [],
            "In een oranje gebied is het werk: achteruitgang voorkomen en extra opletten.",
            "In an orange area the work is to prevent decline and to watch closely.");
        card.AddFinding("stale", FindingSeverity.Warning, GetCodes(score, indicator => indicator.IsStale),
            "Deze cijfers zijn verouderd.", "These figures are out of date.");
        card.AddFinding("older-figure", FindingSeverity.Information,
            GetCodes(score, indicator => indicator is { Age: > 0, IsStale: false, NotCountedReason: NotCountedReason.None }),
            "Dit zijn de laatste cijfers van een eerder jaar; daartussen is niets ingevuld.",
            "These are the last figures, of an earlier year; nothing was filled in between.");
        card.AddFinding("boundary-change", FindingSeverity.Warning,
            GetCodes(score, indicator => indicator.NotCountedReason == NotCountedReason.OtherBoundaries),
            "Deze cijfers horen bij andere grenzen en tellen niet mee.", "These figures are for other boundaries and do not count.");
        card.AddFinding("provisional", FindingSeverity.Information,
            GetCodes(score, indicator => indicator is { NotCountedReason: NotCountedReason.None, Used.Provisional: true }),
            "Deze cijfers zijn voorlopig en kunnen nog veranderen.", "These figures are provisional and may still change.");
        card.AddFinding("beyond-ends", FindingSeverity.Information,
            GetCodes(score, indicator => indicator is { NotCountedReason: NotCountedReason.None, Place.IsBeyond: true }),
            "Deze cijfers liggen voorbij een einde van hun schaal en tellen als dat einde.",
            "These figures are beyond an end of their scale and count as that end.");
        TrendLines.AddFindings(card, trends, score.Colour);
        card.AddFinding("improving-with-support", FindingSeverity.Information, effort is { IsImprovingWithSupport: true } ? [EffortComparison.Code] : [],
            "Dit gebied gaat vooruit met steun. Betere cijfers zijn dan geen reden om ineens te stoppen.",
            "This area improves with support. Better figures are then no reason to stop all at once.");
    }

    private static IEnumerable<string> GetCodes(AreaScore score, Func<ScoredIndicator, bool> holds) =>
        score.Indicators.Where(holds).Select(indicator => indicator.Indicator.Code);
}
