using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>The lines of the scores and classes that are followed through time: the value, and what became of its gain.</summary>
internal sealed class MeasureLines(LiveabilityFigures figures)
{
    /// <summary>What the code of a line about a gain starts with.</summary>
    public const string GainPrefix = "gain/";

    /// <summary>The lines of an area in a year.</summary>
    public IEnumerable<ScorecardLine> Of(AreaCode area, Period period)
    {
        foreach (var measure in figures.Rules.Measures.Where(measure => figures.IsMeasured(measure.Indicator, period)))
        {
            var series = figures.Series(area, measure.Indicator);
            yield return Value(measure, series, period);
            if (measure.Reversal is null ? series.At(period)?.Value.Number is not null : period.Year > measure.Reversal.Top)
            {
                yield return Gain(measure, series, period);
            }
        }
    }

    private ScorecardLine Value(LiveabilityMeasure measure, LiveabilitySeries series, Period period)
    {
        var own = series.At(period);
        var value = own?.Value.Number;
        var trend = value is null ? null : series.TrendUntil(own!);
        var first = value is null ? null : series.Until(own!)[0];
        var baseline = first?.Period < period ? first : null;
        var city = series.Area == figures.Municipality ? null : figures.Series(figures.Municipality, measure.Indicator).At(period);
        var isBelow = value is { } known && measure.LowerBound is { } bound && Gap.Of(series.Indicator, known, bound) > 0;
        return new ScorecardLine(
            measure.Indicator,
            series.Indicator.Theme,
            series.Indicator.Label,
            LiveabilityText.StateOf(own) is { } missing ? missing : measure.LowerBound is null ? LineState.NotNormed : LineState.Valued,
            value,
            series.Indicator.Unit,
            baseline?.Value.Number,
            city?.Value.Number,
            measure.LowerBound,
            isBelow ? Signal.Red : Signal.None,
            Amount: null,
            Figures(trend),
            LiveabilityText.Value(measure, series.Indicator, own, city, isBelow, trend),
            Inputs(series, own, city, trend))
        {
            Steps = value is { } measured && measure.LowerBound is { } norm
                ? Steps(calculation => calculation.Gap("gap-with-lower-bound", series.Indicator, new Operand(measured, own!.Key), new Operand(norm, "rules")))
                : null,
        };
    }

    private static ScorecardLine Gain(LiveabilityMeasure measure, LiveabilitySeries series, Period period)
    {
        var outcome = measure.Reversal is { } years ? Reversal.Of(years, series, period) : null;
        var isJudged = outcome is not null && outcome.State != ReversalState.Missing;
        return new ScorecardLine(
            GainPrefix + measure.Indicator,
            series.Indicator.Theme,
            LiveabilityText.GainLabel(series.Indicator, measure.Reversal),
            isJudged ? LineState.Valued : outcome is null ? LineState.NotNormed : LineState.MissingInput,
            (outcome?.Now ?? series.At(period))?.Value.Number,
            series.Indicator.Unit,
            outcome?.From?.Value.Number,
            outcome?.Top?.Value.Number,
            Norm: null,
            outcome?.State switch
            {
                ReversalState.GainGone => Signal.Red,
                ReversalState.Stalled => Signal.Yellow,
                ReversalState.Held => Signal.Green,
                _ => Signal.None,
            },
            Amount: null,
            NamedFigures.None,
            LiveabilityText.Gain(series.Indicator, outcome, measure.Reversal),
            Inputs(outcome))
        {
            Steps = isJudged ? Steps(calculation => GainSteps(calculation, series.Indicator, outcome!)) : null,
        };
    }

    private static void GainSteps(Calculation calculation, Indicator indicator, Reversal outcome)
    {
        Operand Of(Observation observation) => new(observation.Value.Number!.Value, observation.Key);
        calculation.Gap("gain", indicator, Of(outcome.From!), Of(outcome.Top!));
        calculation.Gap("since-top", indicator, Of(outcome.Top!), Of(outcome.Now!));
        calculation.Gap("what-is-left", indicator, Of(outcome.From!), Of(outcome.Now!));
    }

    private static IReadOnlyList<CalculationStep> Steps(Action<Calculation> calculate)
    {
        var calculation = new Calculation();
        calculate(calculation);
        return calculation.Steps;
    }

    private static NamedFigures Figures(Trend? trend) => trend is { Slope: { } slope, Probability: { } probability }
        ? NamedFigures.Of(
            ("trend-periods", trend.Periods), ("trend-probability", Math.Round((decimal)probability, 6)), ("trend-slope", Math.Round((decimal)slope, 6)))
        : NamedFigures.None;

    private static List<ScorecardInput> Inputs(LiveabilitySeries series, Observation? own, Observation? city, Trend? trend)
    {
        List<ScorecardInput> inputs = [];
        if (own is not null)
        {
            inputs.Add(ScorecardInput.Of("value", own));
        }

        if (city is not null)
        {
            inputs.Add(ScorecardInput.Of("city", city));
        }

        if (trend is not null)
        {
            inputs.AddRange(series.Until(own!).Where(o => o != own).Select(o => ScorecardInput.Of("earlier", o)));
        }

        return inputs;
    }

    private static List<ScorecardInput> Inputs(Reversal? outcome)
    {
        List<ScorecardInput> inputs = [];
        foreach (var (role, observation) in new[] { ("value", outcome?.Now), ("from", outcome?.From), ("top", outcome?.Top) })
        {
            if (observation is not null)
            {
                inputs.Add(ScorecardInput.Of(role, observation));
            }
        }

        return inputs;
    }
}
