using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>
/// The totals of a municipality: how many of its areas are below the lower bound, and what share of its residents, and of its areas,
/// lives where a gain stalled or is gone. The share of areas is named as such: it counts a small area as much as a large one.
/// </summary>
internal sealed class LiveabilityShares(LiveabilityFigures figures)
{
    private const int Percent = 100;

    /// <summary>The totals in a year.</summary>
    public IReadOnlyList<ScorecardTotal> In(Period period)
    {
        List<ScorecardTotal> totals = [];
        foreach (var measure in figures.Rules.Measures.Where(measure => figures.IsMeasured(measure.Indicator, period)))
        {
            totals.Add(BelowBound(measure, period));
            if (measure.Reversal is { } years && period.Year > years.Top)
            {
                var outcomes = figures.AreasOf(figures.Rules.ShareLevel)
                    .Select(area => (Area: area, Outcome: Reversal.Of(years, figures.Series(area, measure.Indicator), period)))
                    .ToList();
                totals.AddRange(Shares(measure, "stalled", period, outcomes, outcome => outcome.IsStalled));
                totals.AddRange(Shares(measure, "gain-gone", period, outcomes, outcome => outcome.State == ReversalState.GainGone));
            }
        }

        return totals;
    }

    private ScorecardTotal BelowBound(LiveabilityMeasure measure, Period period)
    {
        var areas = figures.AreasOf(figures.Rules.ShareLevel).Select(area => (Area: area, Own: figures.Series(area, measure.Indicator).At(period))).ToList();
        var label = LiveabilityText.BelowBoundLabel(figures.Indicator(measure.Indicator), figures.Rules.ShareOver);
        var without = LeftOut.Of(areas.Select(a => (LiveabilityText.StateOf(a.Own) ?? LineState.Valued, a.Area.Value)));
        return measure.LowerBound is { } bound
            ? new($"below-lower-bound/{measure.Indicator}", label, areas.Count(a => a.Own?.Value.Number is { } value && Gap.Of(figures.Indicator(measure.Indicator), value, bound) > 0), "areas", without)
            : new($"below-lower-bound/{measure.Indicator}", label, Value: null, "areas", [new LeftOut(LineState.NotNormed, [measure.Indicator])]);
    }

    private IEnumerable<ScorecardTotal> Shares(
        LiveabilityMeasure measure, string what, Period period, List<(AreaCode Area, Reversal Outcome)> outcomes, Func<Reversal, bool> counts)
    {
        var judged = outcomes.Where(o => o.Outcome.State != ReversalState.Missing).ToList();
        var missing = outcomes.Except(judged).Select(o => o.Area).ToList();
        var indicator = figures.Indicator(measure.Indicator);
        if (figures.Rules.Population is { } population)
        {
            var people = judged.Select(o => (o.Outcome, o.Area, Count: figures.Series(o.Area, population).At(period)?.Value.Number)).ToList();
            yield return Share(
                $"{what}-residents/{measure.Indicator}",
                LiveabilityText.ShareLabel(indicator, what, ofResidents: true, figures.Rules.ShareOver),
                people.Where(p => counts(p.Outcome)).Sum(p => p.Count ?? 0),
                people.Sum(p => p.Count ?? 0),
                $"{figures.Municipality}/derived/{period}/{population}",
                [.. missing, .. people.Where(p => p.Count is null).Select(p => p.Area)]);
        }

        yield return Share(
            $"{what}-areas/{measure.Indicator}",
            LiveabilityText.ShareLabel(indicator, what, ofResidents: false, figures.Rules.ShareOver),
            judged.Count(o => counts(o.Outcome)),
            judged.Count,
            $"{figures.Municipality}/derived/{period}/areas",
            missing);
    }

    private static ScorecardTotal Share(string code, BilingualText label, decimal part, decimal whole, string key, List<AreaCode> without)
    {
        IReadOnlyList<LeftOut> leavesOut = without.Count == 0 ? [] : [new LeftOut(LineState.MissingInput, [.. without.Order().Select(area => area.Value)])];
        if (whole == 0)
        {
            return new ScorecardTotal(code, label, Value: null, "%", leavesOut);
        }

        var calculation = new Calculation();
        var share = calculation.Divide("share", calculation.Multiply("hundred-times", new Operand(part, key + "/counted"), Operand.Constant(Percent)), new Operand(whole, key));
        return new ScorecardTotal(code, label, calculation.Round("rounded", share, 1).Value, "%", leavesOut) { Steps = calculation.Steps };
    }
}
