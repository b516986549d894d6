using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>Control that withholds the figures of a municipality from which a count below the limit could be derived.</summary>
/// <remarks>
/// A count may be read from one, or follow by subtraction or division. Control is applied once, where observations are read for scorecards and for
/// serving, so that nothing behind it holds what it may not show. Counted are persons, households and homes: indicators that are totals of at least
/// zero and no money, and the counts behind shares in percent, with the rest of them. Means and rates of events are withheld with their denominator.
/// Each period is treated by itself; what follows from a period and its parts comes after that (<see cref="SubPeriodSuppression"/>). Where several datasets
/// hold an indicator, it is withheld of all of them in the same areas: where it is small in one of them, and where one of the publishers withholds
/// it. A count that its publisher rounds is judged by the least that it can stand for; a figure of fewer who were asked than the least count that is
/// shown is withheld. What its source has published is known to everybody: it is never withheld, and hides nothing.
/// </remarks>
public static class DisclosureControl
{
    /// <summary>Applies disclosure control: withheld observations get the state <see cref="ObservedState.Suppressed"/>. The order stays.</summary>
    /// <param name="observations">All observations of one municipality: with some only, sums that are known elsewhere would be overlooked.</param>
    /// <param name="catalogue">The indicators.</param>
    /// <param name="rule">Rule for counts that are too small.</param>
    /// <param name="customAreas">Its custom areas: what is delivered of one is a sum of what its parts have.</param>
    /// <param name="crosswalks">The crosswalks between boundary years that its figures are in.</param>
    public static IReadOnlyList<Observation> Apply(
        IReadOnlyList<Observation> observations, IndicatorCatalogue catalogue, SuppressionRule rule, IReadOnlyCollection<CustomArea>? customAreas = null,
        Crosswalks? crosswalks = null)
    {
        var hidden = new HashSet<Observation>(FindWithheldElsewhere(observations), ReferenceEqualityComparer.Instance);
        hidden.UnionWith(observations.Where(o => o is { Value.State: ObservedState.Known, IsPublished: false } && IsOfFew(o, rule)));
        foreach (var period in observations.GroupBy(o => o.Period))
        {
            var boundaryYears = period.ToLookup(observation => observation.Area, observation => observation.BoundaryYear);
            HidePeriod(period, catalogue, rule, new AreaSums(customAreas ?? [], boundaryYears, crosswalks ?? Crosswalks.None), hidden);
        }

        SubPeriodSuppression.Withhold(observations, catalogue, hidden);

        return [.. observations.Select(o => o.Value.State == ObservedState.Known
            && hidden.Contains(o)
            ? o with { Value = ObservedValue.Suppressed, Interval = null } : o)];
    }

    // What one publisher withholds is not read from another dataset that holds the same.
    private static IEnumerable<Observation> FindWithheldElsewhere(IReadOnlyList<Observation> observations)
    {
        var withheld = observations.Where(o => o.Value.State == ObservedState.Suppressed).Select(GetKey).ToHashSet();
        return withheld.Count == 0
            ? []
            : observations.Where(o => o is { Value.State: ObservedState.Known, IsPublished: false } && withheld.Contains(GetKey(o)));
    }

    // Of a few who were asked, an answer can be traced to persons.
    private static bool IsOfFew(Observation observation, SuppressionRule rule) => observation.Interval?.SampleSize is { } size && size < rule.Limit;

    private static (AreaCode Area, Period Period, string Indicator) GetKey(Observation observation) =>
        (observation.Area, observation.Period, observation.Indicator);

    private static void HidePeriod(IEnumerable<Observation> period, IndicatorCatalogue catalogue, SuppressionRule rule, AreaSums sums,
        HashSet<Observation> hidden)
    {
        var observed = period.GroupBy(o => o.Indicator, StringComparer.Ordinal)
            .Select(group => (Indicator: catalogue.Find(group.Key), ByArea: group.ToLookup(o => o.Area)))
            .Where(found => found.Indicator is not null)
            .Select(found => (Indicator: found.Indicator!, found.ByArea))
            .ToList();
        var counts = observed
            .Where(found => IsCount(found.Indicator))
            .ToLookup(found => found.Indicator.SameAs ?? found.Indicator.Code, StringComparer.Ordinal);
        var over = observed
            .Select(found => (Count: FindCount(found.Indicator), found))
            .Where(found => found.Count is not null)
            .ToLookup(found => found.Count!, found => found.found, StringComparer.Ordinal);

        // A part is withheld with the count that it is part of, so that this comes first; and by itself, where that was not delivered.
        // Where more of it is hidden then, once more.
        var order = counts.Select(count => count.Key).OrderBy(code => catalogue.Find(code)?.PartOf is null ? 0 : 1).ToList();
        var wholesOf = order.ToDictionary(code => code, FindWholes, StringComparer.Ordinal);
        bool again;
        do
        {
            again = false;
            foreach (var code in order)
            {
                var before = hidden.Count;
                hidden.UnionWith(new DisclosureTable(wholesOf[code], [.. GetFamilies(code)], sums, rule, hidden).FindHidden());
                again |= hidden.Count > before && catalogue.Find(code)?.PartOf is not null;
            }
        }
        while (again);

        // Of a share over a part that was not delivered the whole still says how few it can be at most.
        string? FindCount(Indicator indicator) =>
            catalogue.FindCount(indicator) is { } code && !counts.Contains(code) ? catalogue.Find(code)?.PartOf ?? code : catalogue.FindCount(indicator);

        ILookup<AreaCode, Observation> FindWholes(string code)
        {
            var wholes = counts[code].SelectMany(count => count.ByArea).SelectMany(group => group).ToLookup(o => o.Area);
            return wholes.SelectMany(group => group).Concat(ImpliedWholes.Find(wholes, GetFamilies(code), sums)).ToLookup(o => o.Area);
        }

        IEnumerable<DisclosureFamily> GetFamilies(string code) => over[code]
            .GroupBy(found => found.Indicator.WithheldWith ?? found.Indicator.Code, StringComparer.Ordinal)
            .Select(family => new DisclosureFamily([.. family]));
    }

    /// <summary>Whether an indicator counts persons, households or homes.</summary>
    /// <remarks>A difference between two such counts is one too.</remarks>
    internal static bool IsCount(Indicator indicator) => indicator is { Total: true, IsMoney: false } && (indicator.Min >= 0 || indicator.IsCount);
}
