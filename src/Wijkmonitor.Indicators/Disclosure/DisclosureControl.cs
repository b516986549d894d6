using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Disclosure.Counts;
using Wijkmonitor.Indicators.Disclosure.Publications;
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
    /// <remarks>Nothing is remembered: use <see cref="DisclosurePlan"/> for what is published.</remarks>
    /// <param name="observations">All observations of one municipality: with some only, sums that are known elsewhere would be overlooked.</param>
    /// <param name="catalogue">The indicators.</param>
    /// <param name="rule">Rule for counts that are too small.</param>
    /// <param name="customAreas">Its custom areas: what is delivered of one is a sum of what its parts have.</param>
    /// <param name="crosswalks">The crosswalks between boundary years that its figures are in.</param>
    public static IReadOnlyList<Observation> Apply(
        IReadOnlyList<Observation> observations, IndicatorCatalogue catalogue, SuppressionRule rule, IReadOnlyCollection<CustomArea>? customAreas = null,
        Crosswalks? crosswalks = null) =>
        new DisclosurePlan(observations, catalogue, rule, customAreas ?? [], crosswalks ?? Crosswalks.None, PublicationIndex.None).Apply();

    /// <summary>Finds the count that figures are decided together by. Null where no count of people follows from them.</summary>
    /// <param name="catalogue">The indicators.</param>
    /// <param name="indicator">The code of an indicator.</param>
    public static string? FindUnit(IndicatorCatalogue catalogue, string indicator)
    {
        if (catalogue.Find(indicator) is not { } found || (!ObservedCount.IsCount(found) && catalogue.FindCount(found) is null))
        {
            return null;
        }

        // A count may itself be taken over another.
        HashSet<string> passed = [];
        var root = catalogue.FindRoot(found);
        while (passed.Add(root) && catalogue.FindRoot(catalogue.Find(root)!) is var next && next != root)
        {
            root = next;
        }

        return root;
    }

    /// <summary>Gets observations as they may be shown, by those that are hidden.</summary>
    public static IReadOnlyList<Observation> Withhold(IReadOnlyList<Observation> observations, IReadOnlySet<Observation> hidden) =>
        [.. observations.Select(o => o.Value.State == ObservedState.Known && hidden.Contains(o) ? Withhold(o) : o)];

    /// <summary>Gets an observation as it is shown where it is withheld.</summary>
    public static Observation Withhold(Observation observation) => observation with { Value = ObservedValue.Suppressed, Interval = null };

    /// <summary>Finds what is hidden whatever else is shown.</summary>
    public static HashSet<Observation> FindHiddenAlone(IReadOnlyList<Observation> observations, SuppressionRule rule)
    {
        var hidden = new HashSet<Observation>(FindWithheldElsewhere(observations), ReferenceEqualityComparer.Instance);
        hidden.UnionWith(observations.Where(o => o is { Value.State: ObservedState.Known, IsPublished: false } && IsOfFew(o, rule)));
        return hidden;
    }

    /// <summary>Hides what else of a period must be hidden, among figures that lead to the same count.</summary>
    internal static void HideUnit(
        IEnumerable<Observation> unit, IndicatorCatalogue catalogue, SuppressionRule rule, AreaSums sums, HashSet<Observation> hidden,
        PublicationMemory memory)
    {
        var observed = unit.GroupBy(o => o.Indicator, StringComparer.Ordinal)
            .Select(group => (Indicator: catalogue.Find(group.Key), ByArea: group.ToLookup(o => o.Area)))
            .Where(found => found.Indicator is not null)
            .Select(found => (Indicator: found.Indicator!, found.ByArea))
            .ToList();
        var counts = observed
            .Where(found => ObservedCount.IsCount(found.Indicator))
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
                hidden.UnionWith(new DisclosureTable(code, wholesOf[code], [.. GetFamilies(code)], sums, rule, hidden, memory).FindHidden());
                again |= hidden.Count > before && catalogue.Find(code)?.PartOf is not null;
            }
        }
        while (again);

        // For a share over a part that was not delivered, the whole still says how few it can be at most.
        string? FindCount(Indicator indicator) =>
            catalogue.FindCount(indicator) is { } code && !counts.Contains(code) ? catalogue.Find(code)?.PartOf ?? code : catalogue.FindCount(indicator);

        ILookup<AreaCode, Observation> FindWholes(string code)
        {
            var wholes = counts[code].SelectMany(count => count.ByArea).SelectMany(group => group).ToLookup(o => o.Area);
            return wholes.SelectMany(group => group).Concat(ImpliedWholes.Find(wholes, GetFamilies(code), sums, memory)).ToLookup(o => o.Area);
        }

        IEnumerable<DisclosureFamily> GetFamilies(string code) => over[code]
            .GroupBy(found => found.Indicator.WithheldWith ?? found.Indicator.Code, StringComparer.Ordinal)
            .Select(family => new DisclosureFamily(family.Key, [.. family]));
    }

    // What one publisher withholds is not read from another dataset that holds the same.
    private static IEnumerable<Observation> FindWithheldElsewhere(IReadOnlyList<Observation> observations)
    {
        var withheld = observations.Where(o => o.Value.State == ObservedState.Suppressed).Select(GetKey).ToHashSet();
        return withheld.Count == 0
            ? []
            : observations.Where(o => o is { Value.State: ObservedState.Known, IsPublished: false } && withheld.Contains(GetKey(o)));
    }

    // With few respondents, an answer can be traced to persons.
    private static bool IsOfFew(Observation observation, SuppressionRule rule) => observation.Interval?.SampleSize is { } size && size < rule.Limit;

    private static (AreaCode Area, Period Period, string Indicator) GetKey(Observation observation) =>
        (observation.Area, observation.Period, observation.Indicator);
}
