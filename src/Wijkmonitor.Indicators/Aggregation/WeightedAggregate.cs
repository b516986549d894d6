using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Aggregation;

/// <summary>One figure over shares of areas.</summary>
/// <param name="Area">The area that the parts make up.</param>
/// <param name="Period">The year that the figure is about.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Value">The figure; without a number where <paramref name="NotDerived"/> says so, or where the only part has none.</param>
/// <param name="Parts">Inputs of the aggregate.</param>
/// <param name="NotDerived">Reason why there is no figure; null where there is one.</param>
internal sealed record WeightedAggregate(AreaCode Area, Period Period, Indicator Indicator, ObservedValue Value,
    IReadOnlyList<DerivedPart> Parts, NotDerived? NotDerived)
{
    /// <summary>Completeness of the figure; null where no part is missing.</summary>
    public FigureCompleteness? Completeness { get; init; }

    /// <summary>
    /// Computes the figure: of a total T = sum of share x value. Of a mean or share M = sum of share x weight x value / sum of share x weight, with the
    /// denominator as weight. A part without weight counts for nothing and needs no value.
    /// </summary>
    /// <remarks>
    /// Where parts are missing there is no figure, unless the dataset declares the least share for a verdict: then the figure is that of the parts that
    /// reported, over their weight alone, and says which are missing. A part that is withheld is not missing: it withholds the whole.
    /// </remarks>
    public static WeightedAggregate Compute(AreaCode area, Period period, Indicator indicator, IReadOnlyList<AreaShare> shares,
        Func<AreaCode, string, Observation?> find)
    {
        var isWhole = shares is [{ Share: 1 }];
        var isWeighted = !indicator.Total && !isWhole && indicator.Denominator is not null;
        List<DerivedPart> parts =
            [.. shares.Select(
                s => new DerivedPart(s.Area, s.Share, s.Sources, find(s.Area, indicator.Code), isWeighted ? find(s.Area, indicator.Denominator!) : null))];
        WeightedAggregate CreateNotDerived(NotDerivedReason reason, IEnumerable<DerivedPart> causes, ObservedValue? value = null) => new(
            area, period, indicator, value
                ?? ObservedValue.Unknown, parts, new NotDerived(area, period, indicator.Code, reason, [.. causes.Select(p => p.Area)]));

        var needed = isWeighted ? parts.Where(p => p.Weight?.Value.Number != 0).ToList() : parts;
        var completeness = isWhole ? null : PartCompleteness.Find(indicator, parts, needed);
        var reported = completeness?.Reported ?? needed;
        if (reported.Where(p => p.Figure is null).ToList() is { Count: > 0 } missing)
        {
            return CreateNotDerived(NotDerivedReason.PartMissing, missing);
        }

        if (isWhole)
        {
            return new WeightedAggregate(area, period, indicator, parts[0].Figure!.Value, parts, null) { Completeness = parts[0].Figure!.Completeness };
        }

        if (reported.Where(p => p.Figure!.Value.Number is null).ToList() is { Count: > 0 } unknown)
        {
            return CreateNotDerived(NotDerivedReason.PartUnknown, unknown, GetState(parts));
        }

        if (indicator.Total)
        {
            var sum = reported.Sum(p => p.Share * p.Figure!.Value.Number!.Value);
            return new WeightedAggregate(area, period, indicator, ObservedValue.Known(sum), parts, null) { Completeness = completeness?.ForTotal() };
        }

        if (indicator.Denominator is null)
        {
            return CreateNotDerived(NotDerivedReason.NoDenominator, []);
        }

        if ((completeness?.Reported ?? parts).Where(p => p.Weight?.Value.Number is null).ToList() is { Count: > 0 } withoutWeight)
        {
            return CreateNotDerived(NotDerivedReason.WeightUnknown, withoutWeight);
        }

        var weight = reported.Sum(GetWeight);
        if (weight <= 0)
        {
            return CreateNotDerived(NotDerivedReason.WeightZero, parts);
        }

        var mean = reported.Sum(p => GetWeight(p) * p.Figure!.Value.Number!.Value) / weight;
        return new WeightedAggregate(area, period, indicator, ObservedValue.Known(mean), parts, null) { Completeness = completeness?.ForMean(weight) };
    }

    /// <summary>Converts to an observation with its derivation.</summary>
    public Observation ToObservation(DerivationKind kind, int boundaryYear)
    {
        var figures = Parts.Select(part => part.Figure).OfType<Observation>().ToList();
        var status = figures.Aggregate(FigureStatus.None, (together, figure) => together | figure.Status);
        // What a crosswalk carried is in the other boundaries on both sides of the change.
        status = kind == DerivationKind.Carried ? status & ~FigureStatus.SeriesBreak : status;
        return new Observation(Area, Period, Indicator.Code, Value, figures[0].Dataset, boundaryYear, status, Parts[0].Sources[0].Source)
        {
            Interval = Parts is [{ Share: 1, Figure: { } whole }] ? whole.Interval : null,
            Rounding = Parts is [{ Share: 1, Figure: { } only }] ? only.Rounding : null,
            Derivation = new Derivation(kind, Parts, NotDerived),
            Measured = figures[0].Measured,
            Completeness = Completeness,
            RequiredShare = figures.TrueForAll(figure => figure.RequiredShare is not null) ? figures.Max(figure => figure.RequiredShare) : null,
        };
    }

    // A figure that is itself about some of its parts weighs as much as these.
    private static decimal GetWeight(DerivedPart part) => part.Share * part.Weight!.Value.Number!.Value * (part.Figure!.Completeness?.Share ?? 1);

    // What is withheld of a part stays withheld of the whole.
    private static ObservedValue GetState(List<DerivedPart> parts) =>
        parts.Exists(p => p.Figure?.Value.State == ObservedState.Suppressed) ? ObservedValue.Suppressed
        : parts.TrueForAll(p => p.Figure?.Value.State == ObservedState.NotApplicable) ? ObservedValue.NotApplicable
        : ObservedValue.Unknown;
}
