using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>The totals of a municipality: areas below the lower bound, and where the value fell.</summary>
/// <remarks>
/// It fell after a gain, or since the top: a share of the residents, and of the areas. The share of areas is named as such: it counts a small area
/// as much as a large one.
/// </remarks>
internal sealed class LiveabilityShares(ScorecardBuilder card, LiveabilityFigures figures)
{
    private const int Percent = 100;

    private readonly Period period = card.Area.Period;

    /// <summary>Adds the totals.</summary>
    public void Add()
    {
        foreach (var measure in figures.GetMeasures(period))
        {
            AddBelowBound(measure);
            if (measure.Reversal is { } years && period.Year > years.Top)
            {
                var outcomes = figures.SharedOver.Select(
                    area => (Area: area, Outcome: Reversal.Create(years, figures.GetSeries(area, measure.Indicator), period))).ToList();
                AddShares(measure, "stalled", outcomes, outcome => outcome.IsStalled);
                AddShares(measure, "gain-gone", outcomes, outcome => outcome.State == ReversalState.GainGone);
                AddShares(measure, "fell-since-top", outcomes, outcome => outcome.FellSinceTop);
            }
        }
    }

    private void AddBelowBound(LiveabilityMeasure measure)
    {
        var indicator = figures.GetIndicator(measure.Indicator);
        var areas = figures.SharedOver.Select(area => (Area: area, Own: figures.GetSeries(area, measure.Indicator).Find(period))).ToList();
        decimal? below = measure.LowerBound is { } bound
            ? areas.Count(found => found.Own?.Value.Number is { } value && Gap.Compute(indicator, value, bound) > 0) : null;
        card.AddTotal(
            $"below-lower-bound/{measure.Indicator}",
            LiveabilityText.CreateBelowBoundLabel(indicator, figures.Rules.ShareOver),
            "areas",
            below,
            below is null ? [new OmittedLines(LineState.NotNormed, [measure.Indicator])]
                : OmittedLines.GroupByState(areas.Select(found => (LineBuilder.GetState(found.Own), found.Area.Value))));
    }

    private void AddShares(LiveabilityMeasure measure, string name, List<(AreaCode Area, Reversal Outcome)> outcomes, Func<Reversal, bool> counts)
    {
        var judged = outcomes.Where(o => o.Outcome.State != ReversalState.Missing).ToList();
        var missing = outcomes.Except(judged).Select(o => o.Area).ToList();
        var indicator = figures.GetIndicator(measure.Indicator);
        if (figures.Rules.Population is { } population)
        {
            var people = judged.Select(o => (o.Outcome, o.Area, Count: figures.GetSeries(o.Area, population).Find(period)?.Value.Number)).ToList();
            AddShare(
                $"{name}-residents/{measure.Indicator}",
                LiveabilityText.CreateShareLabel(indicator, name, ofResidents: true, figures.Rules.ShareOver),
                people.Where(p => counts(p.Outcome)).Sum(p => p.Count ?? 0),
                people.Sum(p => p.Count ?? 0),
                $"{figures.Municipality}/derived/{period}/{population}",
                [.. missing, .. people.Where(p => p.Count is null).Select(p => p.Area)]);
        }

        AddShare(
            $"{name}-areas/{measure.Indicator}",
            LiveabilityText.CreateShareLabel(indicator, name, ofResidents: false, figures.Rules.ShareOver),
            judged.Count(o => counts(o.Outcome)),
            judged.Count,
            $"{figures.Municipality}/derived/{period}/areas",
            missing);
    }

    private void AddShare(string code, BilingualText label, decimal part, decimal whole, string key, List<AreaCode> without)
    {
        IReadOnlyList<OmittedLines> leavesOut = without.Count == 0
            ? []
            : [new OmittedLines(LineState.MissingInput, [.. without.Order().Select(area => area.Value)])];
        if (whole == 0)
        {
            card.AddTotal(code, label, "%", value: null, leavesOut);
            return;
        }

        var calculation = new Calculation(LiveabilityLabels.Steps);
        var share = calculation.Divide("share",
            calculation.Multiply("hundred-times", new Operand(part, key + "/counted"), Operand.FromConstant(Percent)),
            new Operand(whole, key));
        card.AddTotal(code, label, "%", calculation.Round("rounded", share, 1).Value, leavesOut, calculation);
    }
}
