using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Trends;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle;

/// <summary>The scorecard of one area: its score, the angles and figures behind it, and what belongs next to it.</summary>
internal static class AreaCard
{
    private const string Scale = "score";

    private static readonly BilingualText ScoreLabel = new("Score uit vier invalshoeken", "Score from four angles");

    /// <summary>Adds lines, totals and findings to the scorecard.</summary>
    public static void Fill(ScorecardBuilder card, FourAngleRules rules, ScoringCycle cycle, AreaScore score)
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
                AddIndicator(card, indicator, AngleText.GetLabel(angle.Rule.Name));
            }
        }

        var trends = rules.Trends.Select(trend => TrendComparison.Create(trend, card.Area)).ToList();
        foreach (var trend in trends)
        {
            TrendLines.Add(card, trend);
        }

        var effort = EffortComparison.Find(rules, cycle, score);
        effort?.AddLine(card, cycle, score);
        cycle.Pins?.AddLines(card);
        AddTotals(card, score);
        AreaFindings.Add(card, rules, score, trends, effort);
    }

    private static void AddScore(ScorecardBuilder card, FourAngleRules rules, AreaScore score) => card.AddLine("score", AngleText.ScoreTheme, ScoreLabel, Scale)
        .AddInputs(score.Angles.Where(angle => angle.Score is not null).Select(angle =>
            ScorecardInput.FromNumber("angle", AngleText.CreateKey(score.Area, score.Period, angle.Rule.Name), angle.Score!.Value)))
        .AddInputs(score.Indicators.Where(indicator => indicator.Favourable is not null)
            .Select(indicator => ScorecardInput.FromObservation("value", indicator.Used!)))
        .WithState(score.Score is null ? LineState.MissingInput : rules.Colours is null ? LineState.NotNormed : LineState.Valued)
        .WithValue(score.Score).WithSignal(score.Colour)
        .AddFigures(("coverage", score.Coverage), ("severity", score.Severity))
        .WithSteps(score.Score is null ? null : score.Steps)
        .Explain(text => AngleText.Explain(text, score, rules));

    private static void AddAngle(ScorecardBuilder card, AreaScore score, ScoredAngle angle) =>
        card.AddLine(AngleNames.GetLineCode(angle.Rule.Name), AngleText.ScoreTheme, AngleText.GetLabel(angle.Rule.Name), Scale)
        .AddInputs(angle.Indicators.Where(indicator => indicator.Favourable is not null).Select(indicator =>
            ScorecardInput.FromNumber("indicator", AngleText.CreateKey(score.Area, score.Period, indicator.Indicator.Code), indicator.Favourable!.Value)))
        .AddInputs(angle.Indicators.Where(indicator => indicator.Used is not null)
            .Select(indicator => ScorecardInput.FromObservation("value", indicator.Used!)))
        .WithState(angle.Score is null ? LineState.MissingInput : LineState.Valued)
        .WithValue(angle.Score is { } mean ? Math.Round(mean, 1, MidpointRounding.AwayFromZero) : null)
        .AddFigures(("weight", angle.Rule.Weight), ("coverage", Math.Round(angle.Coverage * 100, 0, MidpointRounding.AwayFromZero)))
        .WithSteps(angle.Score is null ? null : angle.Steps)
        .Explain(text => AngleText.Explain(text, angle));

    private static void AddIndicator(ScorecardBuilder card, ScoredIndicator scored, BilingualText angle) => card.AddLine(scored.Indicator, angle)
        .AddInputs(("value", scored.Used)).AddInputs(scored.Place?.Derived ?? [])
        .WithState(scored.State)
        .WithValue(scored.Used)
        .AddFigures(("weight", scored.Rule.Weight), ("age-in-months", scored.Age), ("favourable", scored.Favourable))
        .WithSteps(scored.Favourable is null ? null : scored.Place!.Steps)
        .Explain(text => AngleText.Explain(text, scored));

    private static void AddTotals(ScorecardBuilder card, AreaScore score)
    {
        var leftOut = OmittedLines.GroupByState(score.Indicators.Select(indicator => (indicator.State, indicator.Indicator.Code)));
        card.AddTotal("score", ScoreLabel, Scale, score.Score, leftOut);
        card.AddTotal("coverage", new("Bekend deel van de gegevens", "Share of the data that is known"), "%", score.Coverage, leftOut);
        card.AddTotal("angles", new("Aantal bekende invalshoeken", "Number of known angles"), "angles",
            score.Angles.Count(angle => angle.Score is not null), leftOut);
    }
}
