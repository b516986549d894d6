using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>The lines that are shown and not judged: the deviation with its dimensions, and the publisher's classes of development.</summary>
internal sealed class CompositionLines(ScorecardBuilder card, LiveabilityFigures figures)
{
    /// <summary>The figure that says how far the sum of the dimensions is off.</summary>
    public const string Off = "sum-off";

    private readonly AreaContext area = card.Area;

    /// <summary>Adds the lines.</summary>
    public void Add()
    {
        if (figures.Rules.Composition is { } composition)
        {
            foreach (var code in composition.Parts.Prepend(composition.Total).Where(code => figures.IsMeasured(code, area.Period)))
            {
                var indicator = figures.GetIndicator(code);
                var line = AddLine(indicator, (text, value) => LiveabilityText.FormatValue(text, indicator, value));
                if (code == composition.Total && line.IsOpen)
                {
                    AddSum(line, area.Find(code)!, composition);
                }
            }
        }

        foreach (var development in figures.Rules.Developments.Where(development => figures.IsMeasured(development.Indicator, area.Period)))
        {
            AddLine(figures.GetIndicator(development.Indicator), (text, value) => LiveabilityText.ExplainDevelopment(text, development, area.Period, value));
        }
    }

    // The publisher's own sum, done again: what is off by more than rounding is a fault in the file, and no figure of this monitor.
    private void AddSum(LineBuilder line, Observation total, LiveabilityComposition composition)
    {
        var parts = composition.Parts.Select(area.Find).ToList();
        if (parts.Exists(part => part?.Value.Number is null))
        {
            return;
        }

        var calculation = new Calculation(LiveabilityLabels.Steps);
        var sum = calculation.Add("sum-of-dimensions", [.. parts.Select(part => Operand.FromObservation(part!))]);
        var off = calculation.Subtract(Off, Operand.FromObservation(total), sum);
        line.AddInputs(parts.Select(part => ScorecardInput.FromObservation("dimension", part!)))
            .AddFigures(("sum-of-dimensions", sum.Value), (Off, off.Value)).WithSteps(calculation);
    }

    private LineBuilder AddLine(Indicator indicator, Func<NumberFormatter, decimal, string> sentence)
    {
        var own = area.Find(indicator.Code);
        return card.AddLine(indicator).AddInputs(("value", own))
            .Require(LineBuilder.GetState(own), StandardTexts.DescribeAbsence(own))
            .WithValue(own).Explain(text => sentence(text, own!.Value.Number!.Value));
    }
}
