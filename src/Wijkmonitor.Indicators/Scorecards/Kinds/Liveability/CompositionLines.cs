using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>The lines that are shown and not judged: the deviation with its dimensions, and the publisher's classes of development.</summary>
internal sealed class CompositionLines(LiveabilityFigures figures)
{
    /// <summary>The figure that says how far the sum of the dimensions is off.</summary>
    public const string Off = "sum-off";

    /// <summary>The lines of an area in a year.</summary>
    public IEnumerable<ScorecardLine> Of(AreaCode area, Period period)
    {
        if (figures.Rules.Composition is { } composition)
        {
            foreach (var code in composition.Parts.Prepend(composition.Total).Where(code => figures.IsMeasured(code, period)))
            {
                var own = figures.Series(area, code).At(period);
                var line = Line(figures.Indicator(code), own, LiveabilityText.Shown(figures.Indicator(code), own));
                yield return code == composition.Total ? WithSum(line, composition, area, period) : line;
            }
        }

        foreach (var development in figures.Rules.Developments.Where(d => figures.IsMeasured(d.Indicator, period)))
        {
            var own = figures.Series(area, development.Indicator).At(period);
            yield return Line(figures.Indicator(development.Indicator), own, LiveabilityText.Development(development, own));
        }
    }

    // The publisher's own sum, done again: what is off by more than rounding is a fault in the file, and no figure of this monitor.
    private ScorecardLine WithSum(ScorecardLine line, LiveabilityComposition composition, AreaCode area, Period period)
    {
        var parts = composition.Parts.Select(code => figures.Series(area, code).At(period)).ToList();
        if (line.Value is not { } total || parts.Exists(part => part?.Value.Number is null))
        {
            return line;
        }

        var calculation = new Calculation();
        var sum = calculation.Add("sum-of-dimensions", [.. parts.Select(part => new Operand(part!.Value.Number!.Value, part.Key))]);
        var off = calculation.Subtract(Off, new Operand(total, line.Inputs[0].Key), sum);
        return line with
        {
            Figures = new SortedDictionary<string, decimal>(StringComparer.Ordinal) { ["sum-of-dimensions"] = sum.Value, [Off] = off.Value },
            Inputs = [.. line.Inputs, .. parts.Select(part => ScorecardInput.Of("dimension", part!))],
            Steps = calculation.Steps,
        };
    }

    private static ScorecardLine Line(Indicator indicator, Observation? own, BilingualText explanation) => new(
        indicator.Code,
        indicator.Theme,
        indicator.Label,
        LiveabilityText.StateOf(own) ?? LineState.Valued,
        own?.Value.Number,
        indicator.Unit,
        Baseline: null,
        Reference: null,
        Norm: null,
        Signal.None,
        Amount: null,
        NamedFigures.None,
        explanation,
        own is null ? [] : [ScorecardInput.Of("value", own)]);
}
