using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Aggregation;

/// <summary>Completeness of a figure over parts of which some are missing.</summary>
internal sealed class PartCompleteness
{
    private readonly IReadOnlyList<DerivedPart> needed;
    private readonly decimal required;
    private readonly IReadOnlyList<AreaCode> lost;

    private PartCompleteness(IReadOnlyList<DerivedPart> needed, IReadOnlyList<DerivedPart> reported, decimal required)
    {
        this.needed = needed;
        this.required = required;
        Reported = reported;
        lost =
        [
            .. needed.Except(reported).Select(part => part.Area)
                .Concat(reported.SelectMany(part => part.Figure!.Completeness?.Lost ?? []))
                .Distinct()
                .Order(),
        ];
    }

    /// <summary>The parts that reported.</summary>
    public IReadOnlyList<DerivedPart> Reported { get; }

    /// <summary>
    /// Finds which parts reported. Null where all did, where none did, where one is withheld, and where a dataset does not declare the least share for a
    /// verdict: then there is a figure of all parts or none.
    /// </summary>
    public static PartCompleteness? Find(Indicator indicator, IReadOnlyList<DerivedPart> parts, IReadOnlyList<DerivedPart> needed)
    {
        List<DerivedPart> reported = [.. needed.Where(part => part.Figure?.Value.Number is not null && IsWeighed(indicator, part))];
        if (reported.Count == 0
            || (reported.Count == needed.Count && reported.TrueForAll(part => part.Figure!.Completeness is null))
            || parts.Any(IsWithheld)
            || reported.Exists(part => part.Figure!.RequiredShare is null))
        {
            return null;
        }

        return new PartCompleteness(needed, reported, reported.Max(part => part.Figure!.RequiredShare!.Value));
    }

    /// <summary>Gets the completeness of a total, which is never judged: it is less than the whole by what is missing.</summary>
    public FigureCompleteness ForTotal() => FigureCompleteness.From(GetShareOfParts(), CompletenessBasis.Parts, required, lost) with { IsEnough = false };

    /// <summary>Gets the completeness of a mean or share.</summary>
    /// <param name="weight">The weight of the parts that reported.</param>
    public FigureCompleteness ForMean(decimal weight)
    {
        var isKnown = needed.All(part => part.Weight is { Completeness: null, Value.Number: not null });
        var share = isKnown ? weight / needed.Sum(part => part.Share * part.Weight!.Value.Number!.Value) : GetShareOfParts();
        return FigureCompleteness.From(share, isKnown ? CompletenessBasis.Denominator : CompletenessBasis.Parts, required, lost, weight);
    }

    private static bool IsWithheld(DerivedPart part) =>
        part.Figure?.Value.State == ObservedState.Suppressed || part.Weight?.Value.State == ObservedState.Suppressed;

    // The weight of a part is needed whole: a total that lacks something would weigh it too lightly.
    private static bool IsWeighed(Indicator indicator, DerivedPart part) =>
        indicator.Total || indicator.Denominator is null || part.Weight is { Completeness: null, Value.Number: not null };

    private decimal GetShareOfParts() => Reported.Sum(part => part.Share * (part.Figure!.Completeness?.Share ?? 1)) / needed.Sum(part => part.Share);
}
