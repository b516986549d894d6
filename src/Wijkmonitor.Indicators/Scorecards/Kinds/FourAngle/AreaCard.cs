using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Trends;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle;

/// <summary>The scorecard of one area: its score, the angles and figures behind it, and what belongs beside it.</summary>
internal static class AreaCard
{
    private const string Scale = "score";

    /// <summary>The scorecard.</summary>
    public static Scorecard Of(FourAngleRules rules, Figures figures, Cycle cycle, AreaScore score, PinCount? pins)
    {
        var trends = rules.Trends.Select(trend => TrendComparison.Of(trend, figures, score)).ToList();
        var effort = EffortBeside.Of(rules, figures, cycle, score);
        return new Scorecard(
            FourAngleKind.KindName,
            Subject: null,
            score.Area,
            score.Period,
            rules.Version,
            score.BoundaryYear,
            [
                Score(score, rules),
                .. score.Angles.Select(angle => Angle(score, angle)),
                .. score.Angles.SelectMany(angle => angle.Indicators.Select(indicator => Line(indicator, AngleText.Label(angle.Rule.Name)))),
                .. trends.Select(TrendLines.Line),
                .. effort is null ? Enumerable.Empty<ScorecardLine>() : [effort.Line(cycle, score)],
                .. pins?.Lines(score.Area) ?? [],
            ],
            Totals(score),
            AreaFindings.Of(rules, score, trends, effort))
        {
            Visibility = rules.Visibility,
        };
    }

    private static ScorecardLine Score(AreaScore score, FourAngleRules rules) => new(
        "score",
        AngleText.ScoreTheme,
        new BilingualText("Score uit vier invalshoeken", "Score from four angles"),
        score.Score is null ? LineState.MissingInput : rules.Colours is null ? LineState.NotNormed : LineState.Valued,
        score.Score,
        Scale,
        Baseline: null,
        Reference: null,
        Norm: null,
        score.Colour,
        Amount: null,
        NamedFigures.Of(("coverage", score.Coverage), ("severity", score.Severity)),
        AngleText.Explain(score, rules),
        [
            .. score.Angles.Where(angle => angle.Score is not null).Select(angle => new ScorecardInput(
                "angle", AngleText.Key(score.Area, score.Period, angle.Rule.Name), ObservedState.Known, angle.Score, Delivery: null, Line: null)),
            .. score.Indicators.Where(indicator => indicator.Favourable is not null).Select(indicator => ScorecardInput.Of("value", indicator.Used!)),
        ])
    {
        Steps = score.Score is null ? null : score.Steps,
    };

    private static ScorecardLine Angle(AreaScore score, ScoredAngle angle) => new(
        "angle-" + AngleWord.Of(angle.Rule.Name),
        AngleText.ScoreTheme,
        AngleText.Label(angle.Rule.Name),
        angle.Score is null ? LineState.MissingInput : LineState.Valued,
        angle.Score is { } mean ? Math.Round(mean, 1, MidpointRounding.AwayFromZero) : null,
        Scale,
        Baseline: null,
        Reference: null,
        Norm: null,
        Signal.None,
        Amount: null,
        NamedFigures.Of(("weight", angle.Rule.Weight), ("coverage", Math.Round(angle.Coverage * 100, 0, MidpointRounding.AwayFromZero))),
        AngleText.Explain(angle),
        [
            .. angle.Indicators.Where(indicator => indicator.Favourable is not null).Select(indicator => new ScorecardInput(
                "indicator", AngleText.Key(score.Area, score.Period, indicator.Indicator.Code), ObservedState.Known, indicator.Favourable, Delivery: null, Line: null)),
            .. angle.Indicators.Where(indicator => indicator.Used is not null).Select(indicator => ScorecardInput.Of("value", indicator.Used!)),
        ])
    {
        Steps = angle.Score is null ? null : angle.Steps,
    };

    private static ScorecardLine Line(ScoredIndicator scored, BilingualText angle) => new(
        scored.Indicator.Code,
        angle,
        scored.Indicator.Label,
        scored.State,
        scored.Used?.Value.Number,
        scored.Indicator.Unit,
        Baseline: null,
        Reference: null,
        Norm: null,
        Signal.None,
        Amount: null,
        NamedFigures.Of(("weight", scored.Rule.Weight), ("age-in-months", scored.Age), ("favourable", scored.Favourable)),
        AngleText.Explain(scored),
        [.. scored.Used is null ? Enumerable.Empty<ScorecardInput>() : [ScorecardInput.Of("value", scored.Used)], .. scored.Place?.Derived ?? []])
    {
        Steps = scored.Favourable is null ? null : scored.Place!.Steps,
    };

    private static IReadOnlyList<ScorecardTotal> Totals(AreaScore score)
    {
        var leftOut = LeftOut.Of(score.Indicators.Select(indicator => (indicator.State, indicator.Indicator.Code)));
        return
        [
            new("score", new BilingualText("Score uit vier invalshoeken", "Score from four angles"), score.Score, Scale, leftOut),
            new("coverage", new BilingualText("Deel van wat meetelt dat bekend is", "Part of what counts that is known"), score.Coverage, "%", leftOut),
            new("angles", new BilingualText("Invalshoeken die er zijn", "Angles that are there"), score.Angles.Count(angle => angle.Score is not null), "angles", leftOut),
        ];
    }
}
