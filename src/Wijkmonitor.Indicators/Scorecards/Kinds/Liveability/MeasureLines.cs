using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>The lines of the scores and classes that are followed through time: the value, and what became of its gain.</summary>
internal sealed class MeasureLines(ScorecardBuilder card, LiveabilityFigures figures)
{
    /// <summary>Prefix of the code of a line about a gain.</summary>
    public const string GainPrefix = "gain/";

    private readonly AreaContext area = card.Area;

    /// <summary>Adds the lines.</summary>
    public void Add()
    {
        foreach (var measure in figures.GetMeasures(area.Period))
        {
            var series = figures.GetSeries(area.Code, measure.Indicator);
            AddValue(measure, series);
            if (measure.Reversal is null ? series.Find(area.Period)?.Value.Number is not null : area.Period.Year > measure.Reversal.Top)
            {
                AddGain(measure, series);
            }
        }
    }

    private void AddValue(LiveabilityMeasure measure, ObservationSeries series)
    {
        var own = series.Find(area.Period);
        var city = area.IsMunicipality ? null : figures.GetSeries(figures.Municipality, measure.Indicator).Find(area.Period);
        var line = card.AddLine(series.Indicator)
            .AddInputs(("value", own), ("city", city))
            .WithReference(city?.Value.Number).WithNorm(measure.LowerBound)
            .Require(LineBuilder.GetState(own), StandardTexts.DescribeAbsence(own));
        if (!line.IsOpen)
        {
            return;
        }

        var (calculation, trend) = (new Calculation(LiveabilityLabels.Steps), series.ComputeTrend(own!));
        var behind = measure.LowerBound is { } bound
            ? calculation.SubtractFromReference("gap-with-lower-bound", series.Indicator, Operand.FromObservation(own!), new Operand(bound, "rules")).Value : 0;
        line.AddInputs(series.GetUntil(own!).Where(earlier => earlier != own).Select(earlier => ScorecardInput.FromObservation("earlier", earlier)))
            .WithState(measure.LowerBound is null ? LineState.NotNormed : LineState.Valued)
            .WithValue(own).WithBaseline(area.FindFirst(own!)?.Value.Number)
            .WithSignal(behind > 0 ? Signal.Red : Signal.None)
            .WithSteps(calculation)
            .Explain(text => LiveabilityText.Explain(text, measure, series.Indicator, own!.Value.Number!.Value, city, behind > 0, trend));
        if (trend is { Slope: { } slope, Probability: { } probability })
        {
            line.AddFigures(("trend-periods", trend.Periods), ("trend-probability", Math.Round((decimal)probability, 6)),
                ("trend-slope", Math.Round((decimal)slope, 6)));
        }
    }

    private void AddGain(LiveabilityMeasure measure, ObservationSeries series)
    {
        var outcome = measure.Reversal is { } years ? Reversal.Create(years, series, area.Period) : null;
        var calculation = new Calculation(LiveabilityLabels.Steps);
        if (outcome is { From: { } from, Top: { } top, Now: { } now })
        {
            calculation.SubtractFromReference("gain", series.Indicator, Operand.FromObservation(from), Operand.FromObservation(top));
            calculation.SubtractFromReference("since-top", series.Indicator, Operand.FromObservation(top), Operand.FromObservation(now));
            calculation.SubtractFromReference("what-is-left", series.Indicator, Operand.FromObservation(from), Operand.FromObservation(now));
        }

        card.AddLine(series.Indicator, code: GainPrefix + measure.Indicator, label: LiveabilityText.CreateGainLabel(series.Indicator, measure.Reversal))
            .AddInputs(("value", outcome?.Now), ("from", outcome?.From), ("top", outcome?.Top))
            .WithState(outcome is null ? LineState.NotNormed : outcome.State == ReversalState.Missing ? LineState.MissingInput : LineState.Valued)
            .WithValue(series.Find(area.Period)).WithBaseline(outcome?.From?.Value.Number).WithReference(outcome?.Top?.Value.Number)
            .WithSignal(outcome?.State switch
            {
                ReversalState.GainGone => Signal.Red,
                ReversalState.Stalled => Signal.Yellow,
                ReversalState.Held => Signal.Green,
                _ => Signal.None,
            })
            .WithSteps(calculation)
            .Explain(LiveabilityText.ExplainGain(series.Indicator, outcome, measure.Reversal));
    }
}
