using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Trends;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle;

/// <summary>The scorecard of one area: its score, the angles and figures behind it, and what belongs beside it.</summary>
internal static class AreaCard
{
    private const string Scale = "score";

    private static readonly BilingualText ScoreLabel = new("Score uit vier invalshoeken", "Score from four angles");

    /// <summary>Fills the scorecard.</summary>
    public static void Fill(CardDraft card, FourAngleRules rules, Cycle cycle, AreaScore score)
    {
        AddScore(card, rules, score);
        foreach (var angle in score.Angles)
        {
            AddAngle(card, score, angle);
        }

        foreach (var angle in score.Angles)
        {
            foreach (var indicator in angle.Indicators)
            {
                AddIndicator(card, indicator, AngleText.Label(angle.Rule.Name));
            }
        }

        var trends = rules.Trends.Select(trend => TrendComparison.Create(trend, card.Area)).ToList();
        foreach (var trend in trends)
        {
            TrendLines.Add(card, trend);
        }

        var effort = EffortBeside.Find(rules, cycle, score);
        effort?.AddLine(card, cycle, score);
        cycle.Pins?.AddLines(card);
        AddTotals(card, score);
        AreaFindings.Add(card, rules, score, trends, effort);
    }

    private static void AddScore(CardDraft card, FourAngleRules rules, AreaScore score) => card.Line("score", AngleText.ScoreTheme, ScoreLabel, Scale)
        .Inputs(score.Angles.Where(angle => angle.Score is not null).Select(angle =>
            ScorecardInput.FromNumber("angle", AngleText.Key(score.Area, score.Period, angle.Rule.Name), angle.Score!.Value)))
        .Inputs(score.Indicators.Where(indicator => indicator.Favourable is not null).Select(indicator => ScorecardInput.Of("value", indicator.Used!)))
        .State(score.Score is null ? LineState.MissingInput : rules.Colours is null ? LineState.NotNormed : LineState.Valued)
        .Value(score.Score).Signal(score.Colour)
        .Figures(("coverage", score.Coverage), ("severity", score.Severity))
        .Steps(score.Score is null ? null : score.Steps)
        .Explain(text => AngleText.Explain(text, score, rules));

    private static void AddAngle(CardDraft card, AreaScore score, ScoredAngle angle) => card.Line(AngleWord.LineCode(angle.Rule.Name), AngleText.ScoreTheme, AngleText.Label(angle.Rule.Name), Scale)
        .Inputs(angle.Indicators.Where(indicator => indicator.Favourable is not null).Select(indicator =>
            ScorecardInput.FromNumber("indicator", AngleText.Key(score.Area, score.Period, indicator.Indicator.Code), indicator.Favourable!.Value)))
        .Inputs(angle.Indicators.Where(indicator => indicator.Used is not null).Select(indicator => ScorecardInput.Of("value", indicator.Used!)))
        .State(angle.Score is null ? LineState.MissingInput : LineState.Valued)
        .Value(angle.Score is { } mean ? Math.Round(mean, 1, MidpointRounding.AwayFromZero) : null)
        .Figures(("weight", angle.Rule.Weight), ("coverage", Math.Round(angle.Coverage * 100, 0, MidpointRounding.AwayFromZero)))
        .Steps(angle.Score is null ? null : angle.Steps)
        .Explain(text => AngleText.Explain(text, angle));

    private static void AddIndicator(CardDraft card, ScoredIndicator scored, BilingualText angle) => card.Line(scored.Indicator, angle)
        .Inputs(("value", scored.Used)).Inputs(scored.Place?.Derived ?? [])
        .State(scored.State)
        .Value(scored.Used)
        .Figures(("weight", scored.Rule.Weight), ("age-in-months", scored.Age), ("favourable", scored.Favourable))
        .Steps(scored.Favourable is null ? null : scored.Place!.Steps)
        .Explain(text => AngleText.Explain(text, scored));

    private static void AddTotals(CardDraft card, AreaScore score)
    {
        var leftOut = LeftOut.Of(score.Indicators.Select(indicator => (indicator.State, indicator.Indicator.Code)));
        card.Total("score", ScoreLabel, Scale, score.Score, leftOut);
        card.Total("coverage", new("Deel van wat meetelt dat bekend is", "Part of what counts that is known"), "%", score.Coverage, leftOut);
        card.Total("angles", new("Invalshoeken die er zijn", "Angles that are there"), "angles", score.Angles.Count(angle => angle.Score is not null), leftOut);
    }
}
