using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Json;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Compass;

/// <summary>
/// Computes the neighbourhood compass (wijkkompas) of Platform31, "Aan de slag in kwetsbare wijken" (2017), section 3.5 (Selwerd,
/// Groningen): red is worse than the city, yellow about as the city, green better; every red should turn in time.
/// </summary>
public static class CompassComputation
{
    /// <summary>The kind of these scorecards.</summary>
    public const string Kind = "compass";

    /// <summary>
    /// The compass of every area of a municipality (not of the municipality itself) that has an observation in the period, in order of
    /// code. Each has a line for every indicator that has an observation anywhere in the municipality in that period, in the
    /// catalogue's order, so that what one area lacks is named.
    /// </summary>
    /// <param name="rules">The rules.</param>
    /// <param name="catalogue">The indicators.</param>
    /// <param name="municipality">The municipality whose areas are judged and whose value they are compared with.</param>
    /// <param name="observations">Its observations; earlier periods are needed for what turned since the start.</param>
    /// <param name="period">The year.</param>
    /// <param name="records">What was noted about its areas: the actions of partners are among it.</param>
    /// <exception cref="ConfigurationException">The rules have a band for an indicator that is not in the catalogue.</exception>
    public static IReadOnlyList<Scorecard> Compute(
        CompassRules rules, IndicatorCatalogue catalogue, AreaCode municipality, ObservationSet observations, Period period, IReadOnlyList<AreaRecord> records)
    {
        rules.MustFit(catalogue);
        var current = observations.All
            .Where(o => o.Period == period && o.Area.Municipality == municipality && catalogue.Find(o.Indicator) is not null)
            .ToList();
        var observed = current.Select(o => o.Indicator).ToHashSet(StringComparer.Ordinal);
        var indicators = catalogue.All.Where(i => observed.Contains(i.Code)).ToList();
        var city = new CityReferences(municipality, observations);
        var judge = new CompassJudge(rules, city, observations);
        var actions = new CompassActions(records);
        return [.. current
            .Where(o => o.Area.Level != AreaLevel.Municipality)
            .GroupBy(o => o.Area)
            .OrderBy(g => g.Key)
            .Select(g => Compass(rules, judge, city, actions, indicators, g.Key, period, g.Max(o => o.BoundaryYear)))];
    }

    private static Scorecard Compass(
        CompassRules rules,
        CompassJudge judge,
        CityReferences city,
        CompassActions actions,
        List<Indicator> indicators,
        AreaCode area,
        Period period,
        int boundaryYear)
    {
        var judgements = indicators.Select(i => judge.Judge(area, i, period)).ToList();
        var change = CompassChange.Since(judgements, i => judge.Start(area, i, period));
        return new Scorecard(
            Kind,
            Subject: null,
            area,
            period,
            rules.Version,
            boundaryYear,
            [.. judgements.Select(j => Line(j, city, change, rules.Bands.Of(j.Indicator.Code), ActionsOn(j)))],
            CompassTotals.Of(judgements, change, judgements.Count(j => j.Signal == Signal.Red && ActionsOn(j).Count == 0)),
            CompassFindings.Of(judgements, change, ActionsOn));

        IReadOnlyList<CompassAction> ActionsOn(Judgement judgement) => actions.Of(area, judgement.Indicator.Code);
    }

    private static ScorecardLine Line(
        Judgement judgement, CityReferences city, CompassChange change, CompassBand? band, IReadOnlyList<CompassAction> actions) => new(
        judgement.Indicator.Code,
        judgement.Indicator.Theme,
        judgement.Indicator.Label,
        judgement.State,
        judgement.Own?.Value.Number,
        judgement.Indicator.Unit,
        Baseline: change.StartOf(judgement)?.Own?.Value.Number,
        Reference: judgement.City.Value,
        Norm: null,
        judgement.Signal,
        Amount: null,
        Figures(judgement, actions),
        CompassText.Explain(judgement),
        [.. Inputs(judgement, change.StartOf(judgement), city), .. actions.Select(action => action.Input)])
        {
            Steps = CompassSteps.Of(judgement, band, city),
        };

    private static SortedDictionary<string, decimal> Figures(Judgement judgement, IReadOnlyList<CompassAction> actions)
    {
        var figures = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        void Add(string name, decimal? figure)
        {
            if (figure is { } known)
            {
                figures.Add(name, known);
            }
        }

        Add("gap", judgement.Gap);
        Add("band", judgement.Indicator.Polarity == Polarity.NoJudgement ? null : judgement.Band);
        Add("position", judgement.Position);
        Add("deviation", judgement.City.Deviation);
        Add("derived-neighbourhoods", judgement.City.Derived?.Neighbourhoods);
        Add("derived-weight", judgement.City.Derived?.Weight);
        Add("interval-lower", judgement.Significance?.Lower);
        Add("interval-upper", judgement.Significance?.Upper);
        Add("actions", actions.Count > 0 ? actions.Count : null);
        return figures;
    }

    private static List<ScorecardInput> Inputs(Judgement judgement, Judgement? start, CityReferences city) =>
    [
        .. Inputs(judgement, city, ""),
        .. judgement is { Significance: not null, Denominator: { } among } ? [ScorecardInput.Of("denominator", among)] : Array.Empty<ScorecardInput>(),
        .. start is null ? [] : Inputs(start, city, "start-"),
    ];

    private static IEnumerable<ScorecardInput> Inputs(Judgement judgement, CityReferences city, string prefix)
    {
        if (judgement.Own is { } own)
        {
            yield return ScorecardInput.Of($"{prefix}value", own);
        }

        if (judgement.City.Own is { } reference)
        {
            yield return ScorecardInput.Of($"{prefix}city", reference);
        }

        if (judgement.City.Derived is { } derived)
        {
            var key = city.DerivedKey(judgement.Indicator, judgement.Period);
            yield return new ScorecardInput($"{prefix}derived-city", key, ObservedState.Known, derived.Value, Delivery: null, Line: null);
        }
    }
}
