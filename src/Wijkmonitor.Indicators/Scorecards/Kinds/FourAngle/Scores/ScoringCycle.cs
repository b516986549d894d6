using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;

/// <summary>One yearly pass over the areas of a municipality: the scores of a year with deliveries about the angles.</summary>
internal sealed class ScoringCycle
{
    private const decimal Percent = 100;
    private readonly FourAngleRules rules;
    private readonly MunicipalityContext municipality;
    private readonly DateOnly asOf;
    private readonly Dictionary<AreaCode, AreaScore> byArea;

    private ScoringCycle(FourAngleRules rules, MunicipalityContext municipality, Period period, ScoringCycle? previous)
    {
        this.rules = rules;
        this.municipality = municipality;
        Period = period;
        Previous = previous;
        asOf = Freshness.GetReferenceDate(period);
        byArea = Score().ToDictionary(score => score.Area);
        Pins = PinCount.Find(rules, municipality, period);
        Scores = [.. byArea.Values.OrderBy(score => score.Area)];
    }

    /// <summary>The year.</summary>
    public Period Period { get; }

    /// <summary>The municipality.</summary>
    public MunicipalityContext Municipality => municipality;

    /// <summary>The cycle before it, or null.</summary>
    public ScoringCycle? Previous { get; }

    /// <summary>The scores, in order of the areas' codes.</summary>
    /// <remarks>Areas without enough figures are among them, but not those of which nothing counts and nothing came this year.</remarks>
    public IReadOnlyList<AreaScore> Scores { get; }

    /// <summary>The pins of the year; null where the rules know no measures or no workshop was held.</summary>
    public PinCount? Pins { get; }

    /// <summary>Creates all cycles of a municipality in which an area can be selected, in time.</summary>
    public static SortedDictionary<Period, ScoringCycle> CreateAll(FourAngleRules rules, MunicipalityContext municipality)
    {
        var scored = rules.Scored.Select(scored => scored.Indicator).ToHashSet(StringComparer.Ordinal);
        var periods = municipality.Observations.All
            .Where(o => scored.Contains(o.Indicator) && IsScored(rules, municipality, o.Area))
            .Select(o => o.Period).Distinct().Order();
        SortedDictionary<Period, ScoringCycle> cycles = [];
        ScoringCycle? previous = null;
        foreach (var period in periods)
        {
            // A year that brought nothing but what is unknown, while all that is known is too old to count, is no pass over the areas.
            if (new ScoringCycle(rules, municipality, period, previous) is { Scores.Count: > 0 } cycle)
            {
                cycles.Add(period, previous = cycle);
            }
        }

        return cycles;
    }

    /// <summary>All areas of the municipality that can have a score, whether or not anything is known of them yet.</summary>
    public IEnumerable<AreaCode> Areas => municipality.Observations.Areas.Where(area => IsScored(rules, municipality, area));

    /// <summary>Finds the score of an area, or null.</summary>
    public AreaScore? Find(AreaCode area) => byArea.GetValueOrDefault(area);

    /// <summary>Finds the change of an area's score since the last cycle on the same boundaries, or null.</summary>
    public decimal? GetChange(AreaScore now) =>
        Previous?.Find(now.Area) is { } then && then.BoundaryYear == now.BoundaryYear ? now.Score - then.Score : null;

    private static bool IsScored(FourAngleRules rules, MunicipalityContext municipality, AreaCode area) =>
        area.IsIn(municipality.Code) && area.Level == rules.Areas switch
        {
            ScoredAreas.Districts => AreaLevel.District,
            ScoredAreas.Neighbourhoods => AreaLevel.Neighbourhood,
            _ => AreaLevel.Custom,
        };

    private IEnumerable<AreaScore> Score()
    {
        var areas = Areas.Select(GetFigures).Where(HasFigures).ToList();
        var normalisers = CreateNormalisers(areas);
        return areas.Select(area => Score(area, normalisers));
    }

    // An area of which nothing counts and nothing came this year is not asked about any more.
    private bool HasFigures(AreaFigures area) =>
        area.Found.Values.Any(o => o.Period == Period) || rules.Scored.Any(rule => FindNotCountedReason(rule, area) == NotCountedReason.None);

    private AreaFigures GetFigures(AreaCode area)
    {
        var found = rules.Scored
            .Select(rule => municipality.FindLatestKnown(area, Period, rule.Indicator)).OfType<Observation>()
            .ToDictionary(o => o.Indicator, StringComparer.Ordinal);
        return new AreaFigures(area, found.Count == 0 ? null : found.Values.Max(o => o.BoundaryYear), found);
    }

    private Dictionary<string, Normaliser> CreateNormalisers(List<AreaFigures> areas) => rules.Scored
        .Select(rule => (Rule: rule, Indicator: municipality.GetIndicator(rule.Indicator)))
        .ToDictionary(
            scored => scored.Indicator.Code,
            scored => new Normaliser(
                scored.Indicator,
                scored.Rule.Normalisation,
                areas.Where(area => FindNotCountedReason(scored.Rule, area) == NotCountedReason.None)
                    .Select(area => area.Found[scored.Indicator.Code].Value.Number!.Value),
                municipality.Code,
                Period),
            StringComparer.Ordinal);

    private AreaScore Score(AreaFigures area, Dictionary<string, Normaliser> normalisers)
    {
        var angles = rules.Angles.Select(angle => Score(angle, area, normalisers)).ToList();
        var known = angles.Sum(angle => angle.Rule.Weight * angle.Coverage) / angles.Sum(angle => angle.Rule.Weight);
        var coverage = Math.Round(known * Percent, 0, MidpointRounding.AwayFromZero);
        var calculation = new Calculation(FourAngleLabels.Steps);
        var score = known * Percent < rules.MinCoverage
            ? null
            : ComputeWeightedMean(calculation, [.. angles.Where(angle => angle.Score is not null).Select(angle => (
                AngleNames.GetName(angle.Rule.Name),
                new Operand(angle.Score!.Value, AngleText.CreateKey(area.Area, Period, angle.Rule.Name)), angle.Rule.Weight))]);
        var rounded = score is { } mean ? calculation.Round("score", mean, 1).Value : (decimal?)null;
        return new AreaScore(area.Area, Period, area.Boundaries!.Value, angles, coverage, rounded, GetColour(rounded), calculation.Steps);
    }

    private ScoredAngle Score(Angle angle, AreaFigures area, Dictionary<string, Normaliser> normalisers)
    {
        var indicators = angle.Indicators.Select(rule => Score(rule, area, normalisers[rule.Indicator])).ToList();
        var counted = indicators.Where(indicator => indicator.Favourable is not null).ToList();
        var calculation = new Calculation(FourAngleLabels.Steps);
        var score = ComputeWeightedMean(calculation, [.. counted.Select(indicator => (
            indicator.Indicator.Code,
            new Operand(indicator.Favourable!.Value, AngleText.CreateKey(area.Area, Period, indicator.Indicator.Code)),
            indicator.Rule.Weight))]);
        var coverage = counted.Sum(indicator => indicator.Rule.Weight) / indicators.Sum(indicator => indicator.Rule.Weight);
        return new ScoredAngle(angle, indicators, score?.Value, coverage, calculation.Steps);
    }

    private ScoredIndicator Score(AngleIndicator rule, AreaFigures area, Normaliser normaliser)
    {
        var indicator = municipality.GetIndicator(rule.Indicator);
        var used = area.Found.GetValueOrDefault(rule.Indicator);
        var why = FindNotCountedReason(rule, area);
        var place = why == NotCountedReason.None ? normaliser.Normalise(used!) : null;
        return new ScoredIndicator(
            rule,
            indicator,
            used,
            used is null ? null : Freshness.GetAgeInMonths(used.Period, asOf),
            used is not null && rules.Freshness.IsStale(rule.Kind, used.Period, asOf),
            place is { Favourable: null } ? NotCountedReason.NoSpread : why,
            place,
            normaliser.Mean);
    }

    private NotCountedReason FindNotCountedReason(AngleIndicator rule, AreaFigures area) => area.Found.GetValueOrDefault(rule.Indicator) switch
    {
        null => NotCountedReason.NotDelivered,
        { Value.State: ObservedState.Unknown } => NotCountedReason.Unknown,
        { Value.State: ObservedState.Suppressed } => NotCountedReason.Suppressed,
        { Value.State: ObservedState.NotApplicable } => NotCountedReason.NotApplicable,
        { } found when found.BoundaryYear != area.Boundaries => NotCountedReason.OtherBoundaries,
        { } found when rules.Freshness.Stale == StaleFigures.LeaveOut && rules.Freshness.IsStale(rule.Kind, found.Period, asOf) => NotCountedReason.Stale,
        _ => NotCountedReason.None,
    };

    private Signal GetColour(decimal? score) => (score, rules.Colours) switch
    {
        (null, _) or (_, null) => Signal.None,
        ({ } known, { } colours) when known < colours.RedBelow => Signal.Red,
        ({ } known, { } colours) when known < colours.OrangeBelow => Signal.Yellow,
        _ => Signal.Green,
    };

    private static Operand? ComputeWeightedMean(Calculation calculation, IReadOnlyList<(string Name, Operand Value, decimal Weight)> parts)
    {
        if (parts.Count == 0)
        {
            return null;
        }

        var weighted = calculation.Add("weighted",
            [.. parts.Select(part => calculation.Multiply($"weighted-{part.Name}", part.Value, Operand.FromConstant(part.Weight)))]);
        return calculation.Divide("mean", weighted, calculation.Add("weights", [.. parts.Select(part => Operand.FromConstant(part.Weight))]));
    }

    /// <summary>The latest figures of one area.</summary>
    /// <param name="Area">The area.</param>
    /// <param name="Boundaries">The year of its boundaries; null where there is no figure at all.</param>
    /// <param name="Found">The figures by indicator.</param>
    private sealed record AreaFigures(AreaCode Area, int? Boundaries, Dictionary<string, Observation> Found);
}
