using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>What a reader must know beside the scores.</summary>
internal static class LiveabilityFindings
{
    /// <summary>The findings of one scorecard, in a fixed order.</summary>
    public static IReadOnlyList<Finding> Of(
        LiveabilityFigures figures, AreaCode area, Period period, IReadOnlyList<ScorecardLine> lines, IReadOnlyList<WaterbedSignal> signals)
    {
        List<Finding> findings = [];
        void Add(string code, FindingSeverity severity, IEnumerable<string> about, string nl, string en)
        {
            List<string> codes = [.. about];
            if (codes.Count > 0)
            {
                findings.Add(new Finding(code, severity, codes, new BilingualText(nl, en)));
            }
        }

        Add("below-lower-bound", FindingSeverity.Warning, Codes(lines, l => l is { Signal: Signal.Red, Norm: not null }),
            "Onder de afgesproken ondergrens. De Leefbaarometer zegt dat er iets aan de hand is, niet waardoor: vraag het de mensen die er wonen en werken.",
            "Below the agreed lower bound. The Leefbaarometer says that something is the matter, not why: ask the people who live and work there.");
        Add("gain-gone", FindingSeverity.Warning, Gains(lines, Signal.Red),
            "De winst van de jaren ervoor is weer verdwenen.", "The gain of the years before is gone again.");
        Add("stalled", FindingSeverity.Information, Gains(lines, Signal.Yellow),
            "Na jaren van winst is het weer gedaald; een deel van de winst is er nog.", "After years of gain it fell again; part of the gain is still there.");
        foreach (var signal in signals)
        {
            var text = LiveabilityText.Waterbed(signal, figures.Indicator(signal.Measure.Indicator), period);
            Add("waterbed", FindingSeverity.Information, [signal.Measure.Indicator], text.Nl, text.En);
        }

        Add("sum-mismatch", FindingSeverity.Warning, Codes(lines, l => figures.Rules.Composition is { } c && l.Figures.TryGetValue(CompositionLines.Off, out var off) && Math.Abs(off) > c.Tolerance),
            "De dimensies tellen niet op tot de afwijking; dat is meer dan afronding. Vraag de uitgever welk cijfer klopt.",
            "The dimensions do not add up to the deviation; that is more than rounding. Ask the publisher which figure is right.");
        Add("stale", FindingSeverity.Warning, Stale(figures, area, period, lines),
            $"Deze meting is van {period}; andere cijfers van de gemeente gaan al over {figures.LastPeriod}. Tussen twee metingen is niets ingevuld.",
            $"This measurement is of {period}; other figures of the municipality are about {figures.LastPeriod} already. Nothing is filled in between two measurements.");
        Add("missing", FindingSeverity.Warning, Codes(lines, l => l.State == LineState.MissingInput),
            "Van deze cijfers ontbreekt wat nodig is.", "Of these figures something that is needed is missing.");
        return findings;
    }

    private static IEnumerable<string> Codes(IEnumerable<ScorecardLine> lines, Func<ScorecardLine, bool> which) => lines.Where(which).Select(l => l.Code);

    private static IEnumerable<string> Gains(IEnumerable<ScorecardLine> lines, Signal signal) =>
        Codes(lines, l => l.Signal == signal && l.Code.StartsWith(MeasureLines.GainPrefix, StringComparison.Ordinal));

    // Only the last measurement can be stale: an earlier one is history.
    private static IEnumerable<string> Stale(LiveabilityFigures figures, AreaCode area, Period period, IReadOnlyList<ScorecardLine> lines) =>
        figures.LastPeriod is { } last && last.Year - period.Year > figures.Rules.FreshYears
            ? figures.Rules.Measures.Select(m => m.Indicator).Where(code => figures.Series(area, code).Last == period && lines.Any(l => l.Code == code))
            : [];
}
