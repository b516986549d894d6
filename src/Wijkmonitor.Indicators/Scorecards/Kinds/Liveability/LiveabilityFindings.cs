using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>Builder of the findings of a liveability scorecard.</summary>
internal static class LiveabilityFindings
{
    /// <summary>Adds the findings of a scorecard, in a fixed order.</summary>
    public static void Add(ScorecardBuilder card, LiveabilityFigures figures)
    {
        var period = card.Area.Period;
        card.AddFinding("below-lower-bound", FindingSeverity.Warning, line => line is { Signal: Signal.Red, Norm: not null },
            "Onder de afgesproken ondergrens. De Leefbaarometer laat zien dat er iets aan de hand is, niet waardoor. Vraag het de mensen die er wonen en werken.",
            "Below the agreed lower bound. The Leefbaarometer shows that something is the matter, not why. Ask the people who live and work there.");
        card.AddFinding("gain-gone", FindingSeverity.Warning, IsGain(Signal.Red),
            "De winst van de jaren ervoor is weer verdwenen.", "The gain of the years before is gone again.");
        card.AddFinding("stalled", FindingSeverity.Information, IsGain(Signal.Yellow),
            "Na jaren van winst is het cijfer weer gedaald; een deel van de winst is er nog.",
            "After years of gain the figure fell again; part of the gain is still there.");
        foreach (var signal in figures.GetSignals(period).Where(signal => signal.IsAbout(card.Area.Code)))
        {
            var text = LiveabilityText.ExplainWaterbed(
                signal, figures.GetIndicator(signal.Measure.Indicator), period, area => card.Area.Municipality.GetAreaName(area, period.Year));
            card.AddFinding("waterbed", FindingSeverity.Information, [signal.Measure.Indicator], text.Nl, text.En);
        }

        card.AddFinding("sum-mismatch", FindingSeverity.Warning, line => figures.Rules.Composition is { } c
            && line.Figures.TryGetValue(CompositionLines.Off, out var off) && Math.Abs(off) > c.Tolerance,
            "De dimensies zijn samen niet gelijk aan de afwijking. Dat komt niet alleen door afronden. Vraag de uitgever welk cijfer klopt.",
            "The dimensions do not add up to the deviation. Rounding alone does not explain that. Ask the publisher which figure is right.");
        card.AddFinding("stale", FindingSeverity.Warning, FindStale(card, figures),
            $"Deze meting is van {period}; andere cijfers van de gemeente gaan al over {figures.LastPeriod}. Tussen twee metingen is niets ingevuld.",
            $"This measurement is of {period}; other figures of the municipality are already about {figures.LastPeriod}. Nothing is filled in between two measurements.");
        card.AddFinding("missing", FindingSeverity.Warning, line => line.State == LineState.MissingInput,
            "Voor deze regels ontbreekt een cijfer dat nodig is.", "For these lines a figure that is needed is missing.");
    }

    private static Func<ScorecardLine, bool> IsGain(Signal signal) =>
        line => line.Signal == signal && line.Code.StartsWith(MeasureLines.GainPrefix, StringComparison.Ordinal);

    // Only the last measurement can be stale: an earlier one is history.
    private static IEnumerable<string> FindStale(ScorecardBuilder card, LiveabilityFigures figures) =>
        figures.LastPeriod is { } last && last.Year - card.Area.Period.Year > figures.Rules.FreshYears
            ? figures.Rules.Measures.Select(measure => measure.Indicator)
                .Where(code => figures.GetSeries(card.Area.Code, code).Last == card.Area.Period && card.Lines.Any(line => line.Code == code))
            : [];
}
