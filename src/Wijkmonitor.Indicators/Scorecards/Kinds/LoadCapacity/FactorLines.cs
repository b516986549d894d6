using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.LoadCapacity;

/// <summary>The lines of the indicators that load and capacity are means of.</summary>
/// <param name="card">The scorecard.</param>
/// <param name="minAreas">Number of areas of a level that must have a known value.</param>
/// <param name="closed">State in which nothing is computed of the area; valued where it may be.</param>
internal sealed class FactorLines(ScorecardBuilder card, int minAreas, LineState closed)
{
    /// <summary>The figure that says how many standard deviations an indicator adds.</summary>
    public const string Contribution = "contribution";

    /// <summary>Adds the lines of some indicators; the last step of each gives what it adds.</summary>
    public void Add(IEnumerable<Factor> factors, BilingualText theme)
    {
        foreach (var factor in factors)
        {
            Add(factor, theme);
        }
    }

    private void Add(Factor factor, BilingualText theme)
    {
        var indicator = card.Area.GetIndicator(factor.Indicator);
        var own = card.Area.Find(factor.Indicator);
        var peers = own is null ? null : card.Area.FindPeers(own, minAreas);
        var line = card.AddLine(indicator, theme).AddInputs(("value", own))
            .Require(closed, StandardTexts.DescribeState(closed)).Require(own)
            .WithValue(own).Require(peers is null, LineState.NotNormed, LoadCapacityText.NothingToCompare);
        if (!line.IsOpen)
        {
            return;
        }

        var (calculation, scores) = (new Calculation(LoadCapacityLabels.Steps), peers!.Scores);
        var score = peers.Score(calculation, "z-score", own!);
        var adds = factor.Higher == HigherMeans.More ? score : calculation.Multiply(Contribution, score, Operand.FromConstant(-1));
        line.AddInputs(peers.Inputs).WithReference(scores.Mean)
            .AddFigures(("z-score", score.Value), (Contribution, adds.Value), ("deviation", scores.Deviation), ("areas", scores.Count))
            .WithSteps(calculation)
            .Explain(text => LoadCapacityText.Explain(text, indicator, own!.Value.Number!.Value, scores.Mean, adds.Value));
    }
}
