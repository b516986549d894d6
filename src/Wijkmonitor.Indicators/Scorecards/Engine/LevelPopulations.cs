using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>
/// The areas of one municipality that an area stands among: those of its own level (districts among districts, custom areas among custom
/// areas), each known value counting once.
/// </summary>
internal sealed class LevelPopulations(MunicipalityFigures figures, int leastAreas)
{
    private readonly Dictionary<(AreaLevel Level, Period Period, string Indicator), ZScores?> found = [];
    private readonly ILookup<AreaLevel, AreaCode> areas =
        figures.Observations.Areas.Where(a => a.IsIn(figures.Municipality)).ToLookup(a => a.Level);

    /// <summary>The mean and spread of an indicator among areas of a level; null where there are too few of them or all are the same.</summary>
    public ZScores? Of(AreaLevel level, Period period, string indicator)
    {
        if (!found.TryGetValue((level, period, indicator), out var scores))
        {
            var values = areas[level].Select(a => figures.Observations.Find(a, period, indicator)?.Value.Number).OfType<decimal>().ToList();
            scores = values.Count < leastAreas ? null : ZScores.Within(values);
            found.Add((level, period, indicator), scores);
        }

        return scores;
    }

    /// <summary>The mean and the spread as inputs.</summary>
    public IEnumerable<ScorecardInput> Inputs(AreaLevel level, Period period, string indicator) =>
        Of(level, period, indicator) is { } scores
            ? [FigureLine.Input("mean", MeanKey(level, period, indicator), scores.Mean), FigureLine.Input("deviation", DeviationKey(level, period, indicator), scores.Deviation)]
            : [];

    /// <summary>Writes down how a value's z-score follows from mean and spread, to twelve decimals.</summary>
    /// <param name="calculation">Where it is written down.</param>
    /// <param name="name">What the score is called.</param>
    /// <param name="observation">The value, known.</param>
    /// <param name="scores">The mean and the spread.</param>
    /// <param name="favourable">The indicator by whose polarity above nought is favourable; null where above nought is simply more.</param>
    public Operand Score(Calculation calculation, string name, Observation observation, ZScores scores, Indicator? favourable = null)
    {
        var (level, period, indicator) = (observation.Area.Level, observation.Period, observation.Indicator);
        var own = new Operand(observation.Value.Number!.Value, observation.Key);
        var mean = new Operand(scores.Mean, MeanKey(level, period, indicator));
        var distance = favourable is null ? calculation.Subtract($"{name}-distance", own, mean) : calculation.Gap($"{name}-distance", favourable, mean, own);
        var score = calculation.Divide($"{name}-unrounded", distance, new Operand(scores.Deviation, DeviationKey(level, period, indicator)));
        return calculation.Round(name, score, 12);
    }

    private string MeanKey(AreaLevel level, Period period, string indicator) => Key("mean", level, period, indicator);

    private string DeviationKey(AreaLevel level, Period period, string indicator) => Key("deviation", level, period, indicator);

    private string Key(string what, AreaLevel level, Period period, string indicator) =>
        $"{figures.Municipality}/{what}-{AreaLevelName.Of(level)}/{period}/{indicator}";
}
