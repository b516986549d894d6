using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>The lines of the scores and classes that are followed through time: the value, and what became of its gain.</summary>
internal sealed class MeasureLines(CardDraft card, LiveabilityFigures figures)
{
    /// <summary>What the code of a line about a gain starts with.</summary>
    public const string GainPrefix = "gain/";

    private readonly AreaContext area = card.Area;

    /// <summary>Adds the lines.</summary>
    public void Add()
    {
        foreach (var measure in figures.MeasuresIn(area.Period))
        {
            var series = figures.Series(area.Code, measure.Indicator);
            AddValue(measure, series);
            if (measure.Reversal is null ? series.At(area.Period)?.Value.Number is not null : area.Period.Year > measure.Reversal.Top)
            {
                AddGain(measure, series);
            }
        }
    }

    private void AddValue(LiveabilityMeasure measure, ObservationSeries series)
    {
        var own = series.At(area.Period);
        var city = area.IsMunicipality ? null : figures.Series(figures.Municipality, measure.Indicator).At(area.Period);
        var line = card.Line(series.Indicator)
            .Inputs(("value", own), ("city", city))
            .Reference(city?.Value.Number).Norm(measure.LowerBound)
            .Unless(LineBuilder.StateOf(own), StandardTexts.Absent(own));
        if (!line.IsOpen)
        {
            return;
        }

        var (calculation, trend) = (new Calculation(), series.TrendUntil(own!));
        var behind = measure.LowerBound is { } bound ? calculation.Gap("gap-with-lower-bound", series.Indicator, Operand.Observed(own!), new Operand(bound, "rules")).Value : 0;
        line.Inputs(series.Until(own!).Where(earlier => earlier != own).Select(earlier => ScorecardInput.Of("earlier", earlier)))
            .State(measure.LowerBound is null ? LineState.NotNormed : LineState.Valued)
            .Value(own).Baseline(area.First(own!)?.Value.Number)
            .Signal(behind > 0 ? Signal.Red : Signal.None)
            .Steps(calculation)
            .Explain(text => LiveabilityText.Explain(text, measure, series.Indicator, own!.Value.Number!.Value, city, behind > 0, trend));
        if (trend is { Slope: { } slope, Probability: { } probability })
        {
            line.Figures(("trend-periods", trend.Periods), ("trend-probability", Math.Round((decimal)probability, 6)), ("trend-slope", Math.Round((decimal)slope, 6)));
        }
    }

    private void AddGain(LiveabilityMeasure measure, ObservationSeries series)
    {
        var outcome = measure.Reversal is { } years ? Reversal.Of(years, series, area.Period) : null;
        var calculation = new Calculation();
        if (outcome is { From: { } from, Top: { } top, Now: { } now })
        {
            calculation.Gap("gain", series.Indicator, Operand.Observed(from), Operand.Observed(top));
            calculation.Gap("since-top", series.Indicator, Operand.Observed(top), Operand.Observed(now));
            calculation.Gap("what-is-left", series.Indicator, Operand.Observed(from), Operand.Observed(now));
        }

        card.Line(series.Indicator, code: GainPrefix + measure.Indicator, label: LiveabilityText.GainLabel(series.Indicator, measure.Reversal))
            .Inputs(("value", outcome?.Now), ("from", outcome?.From), ("top", outcome?.Top))
            .State(outcome is null ? LineState.NotNormed : outcome.State == ReversalState.Missing ? LineState.MissingInput : LineState.Valued)
            .Value(series.At(area.Period)).Baseline(outcome?.From?.Value.Number).Reference(outcome?.Top?.Value.Number)
            .Signal(outcome?.State switch
            {
                ReversalState.GainGone => Signal.Red,
                ReversalState.Stalled => Signal.Yellow,
                ReversalState.Held => Signal.Green,
                _ => Signal.None,
            })
            .Steps(calculation)
            .Explain(LiveabilityText.Gain(series.Indicator, outcome, measure.Reversal));
    }
}
