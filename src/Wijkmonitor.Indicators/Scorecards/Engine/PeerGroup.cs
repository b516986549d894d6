using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>The areas of a level of a municipality that an area is placed among, each known value counting once.</summary>
/// <param name="Scores">Their number, mean and spread.</param>
/// <param name="Municipality">The municipality.</param>
/// <param name="Level">The level.</param>
/// <param name="Period">The period.</param>
/// <param name="Indicator">The indicator.</param>
internal sealed record PeerGroup(ZScores Scores, AreaCode Municipality, AreaLevel Level, Period Period, string Indicator)
{
    private string MeanKey => CreateKey("mean");

    private string DeviationKey => CreateKey("deviation");

    /// <summary>The mean and the spread as inputs.</summary>
    public IEnumerable<ScorecardInput> Inputs =>
    [
        ScorecardInput.FromNumber("mean", MeanKey, Scores.Mean),
        ScorecardInput.FromNumber("deviation", DeviationKey, Scores.Deviation),
    ];

    /// <summary>Writes down how a value's z-score follows from mean and spread, to twelve decimals.</summary>
    /// <param name="calculation">Calculation that it is written down in.</param>
    /// <param name="name">Name of the score.</param>
    /// <param name="own">The value, known.</param>
    /// <param name="favourable">The indicator by whose polarity above zero is favourable; null where above zero is simply more.</param>
    public Operand Score(Calculation calculation, string name, Observation own, Indicator? favourable = null)
    {
        var value = Operand.FromObservation(own);
        var mean = new Operand(Scores.Mean, MeanKey);
        var distance = favourable is null
            ? calculation.Subtract($"{name}-distance", value, mean)
            : calculation.SubtractFromReference($"{name}-distance", favourable, mean, value);
        return calculation.Round(name, calculation.Divide($"{name}-unrounded", distance, new Operand(Scores.Deviation, DeviationKey)), 12);
    }

    private string CreateKey(string name) => $"{Municipality}/{name}-{AreaLevelNames.GetName(Level)}/{Period}/{Indicator}";
}
