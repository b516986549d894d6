using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Compass.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass;

/// <summary>The compasses of one municipality, each made when it is asked for. What its areas are compared with is found and worded once.</summary>
internal sealed class CompassCards
{
    private readonly CompassRules rules;
    private readonly IndicatorCatalogue catalogue;
    private readonly ILookup<Period, Observation> byPeriod;
    private readonly CompassJudge judge;
    private readonly CompassActions actions;
    private readonly CompassLines lines;

    /// <summary>Looks once at what is known of the municipality.</summary>
    public CompassCards(CompassRules rules, MunicipalityFigures figures)
    {
        (this.rules, catalogue) = (rules, figures.Catalogue);
        byPeriod = figures.Observations.All.Where(o => o.Area.IsIn(figures.Municipality) && catalogue.Find(o.Indicator) is not null).ToLookup(o => o.Period);
        var city = new CityReferences(figures.Municipality, figures.Observations);
        judge = new CompassJudge(rules, city, figures.Observations);
        actions = new CompassActions(figures.Records);
        lines = new CompassLines(rules, city);
    }

    /// <summary>The compasses of a year, in order of the areas' codes.</summary>
    public IEnumerable<Scorecard> In(Period period)
    {
        var observed = byPeriod[period].Select(o => o.Indicator).ToHashSet(StringComparer.Ordinal);
        var indicators = catalogue.All.Where(i => observed.Contains(i.Code)).ToList();
        return byPeriod[period]
            .Where(o => o.Area.Level != AreaLevel.Municipality)
            .GroupBy(o => o.Area, o => o.BoundaryYear)
            .OrderBy(area => area.Key)
            .Select(area => Compass(indicators, area.Key, period, area.Max()));
    }

    private Scorecard Compass(List<Indicator> indicators, AreaCode area, Period period, int boundaryYear)
    {
        var judgements = indicators.ConvertAll(i => judge.Judge(area, i, period));
        var change = CompassChange.Since(judgements, now => judge.Start(area, now));
        var denominators = new Dictionary<Observation, ScorecardInput>(ReferenceEqualityComparer.Instance);
        return new Scorecard(
            CompassComputation.Kind,
            Subject: null,
            area,
            period,
            rules.Version,
            boundaryYear,
            judgements.ConvertAll(j => lines.Of(j, change, ActionsOn(j), denominators)),
            CompassTotals.Of(judgements, change, judgements.Count(j => j.Signal == Signal.Red && ActionsOn(j).Count == 0)),
            CompassFindings.Of(judgements, change, ActionsOn));

        IReadOnlyList<CompassAction> ActionsOn(Judgement judgement) => actions.Of(area, judgement.Indicator.Code);
    }
}
