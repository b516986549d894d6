using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Statistics;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>
/// Withholds the figures of a municipality from which a count below the limit could be read, or had by subtraction or division. It is done once,
/// where observations are read for scorecards and for serving, so that nothing behind it holds what it may not show.
/// </summary>
/// <remarks>
/// Counted are persons, households and homes: indicators that are totals of at least nought and no money, and the counts behind shares in percent,
/// with the rest of them. Means and rates of events are withheld with their denominator.
/// </remarks>
public static class SafeObservations
{
    /// <summary>The observations, with those withheld in the state <see cref="ObservedState.Suppressed"/>; in the order given.</summary>
    /// <param name="observations">All observations of one municipality: with some only, sums that are known elsewhere would be overlooked.</param>
    /// <param name="catalogue">The indicators.</param>
    /// <param name="rule">Which counts are too small.</param>
    public static IReadOnlyList<Observation> Of(IReadOnlyList<Observation> observations, IndicatorCatalogue catalogue, SuppressionRule rule)
    {
        var hidden = new HashSet<Observation>(ReferenceEqualityComparer.Instance);
        foreach (var period in observations.GroupBy(o => o.Period))
        {
            var byIndicator = period.GroupBy(o => o.Indicator, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.GroupBy(o => o.Area).ToDictionary(a => a.Key, a => a.Last()), StringComparer.Ordinal);
            var over = byIndicator
                .Select(i => (Indicator: catalogue.Find(i.Key), ByArea: i.Value))
                .Where(i => i.Indicator?.Denominator is not null)
                .Select(i => (Indicator: i.Indicator!, i.ByArea))
                .ToLookup(i => i.Indicator.Denominator!, StringComparer.Ordinal);
            foreach (var whole in byIndicator.Where(i => catalogue.Find(i.Key) is { } indicator && IsCount(indicator)))
            {
                hidden.UnionWith(new DisclosureTable(whole.Value, over[whole.Key]).Hidden(rule));
            }
        }

        return [.. observations.Select(o => hidden.Contains(o) && o.Value.State == ObservedState.Known ? o with { Value = ObservedValue.Suppressed } : o)];
    }

    private static bool IsCount(Indicator indicator) => indicator is { Total: true, IsMoney: false, Min: >= 0 };
}
