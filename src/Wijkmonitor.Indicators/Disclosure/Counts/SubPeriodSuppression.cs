using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Disclosure.Counts;

/// <summary>Suppression of figures about parts of a period in which a count is withheld.</summary>
/// <remarks>
/// A year less its other quarters would give the one that is hidden.
/// It goes by municipality, count and calendar year, and it is coarse: where anything of a count is withheld or unknown in a year, of all
/// that leads to that count only the coarsest kind of period is shown in that year. So no sum over periods can be made that has a withheld
/// figure in it. Where a count was delivered in one kind of period nothing more is withheld.
/// A year of which something was withheld stays coarse: the parts of a corrected year, taken from its total of then, would give what was withheld.
/// What is no longer in the tables counts as if it were, in the years that something of the same count is still there of.
/// </remarks>
internal static class SubPeriodSuppression
{
    /// <summary>Whether two periods are of the same calendar year, at least in part.</summary>
    public static bool SharesYear(Period one, Period other) => GetYears(one).Intersect(GetYears(other)).Any();

    /// <summary>Adds the observations to withhold to those that are hidden already.</summary>
    /// <param name="observations">All observations of one municipality.</param>
    /// <param name="departed">Figures that are no longer in the tables.</param>
    /// <param name="catalogue">The indicators.</param>
    /// <param name="hidden">Those that are hidden.</param>
    /// <param name="wasPublic">Whether an observation was public before.</param>
    /// <param name="wereWithheld">Whether numbers of a count in a period were withheld before and never public.</param>
    public static void Withhold(
        IReadOnlyList<Observation> observations, IReadOnlyList<Observation> departed, IndicatorCatalogue catalogue, HashSet<Observation> hidden,
        Predicate<Observation> wasPublic, Func<string, Period, bool> wereWithheld)
    {
        if (observations.Concat(departed).All(observation => observation.Period.IsCalendarYear))
        {
            return;
        }

        string? FindCount(Observation observation) => catalogue.Find(observation.Indicator) is { } indicator ? catalogue.FindRoot(indicator) : null;
        var gone = departed.ToLookup(FindCount, StringComparer.Ordinal);
        foreach (var now in observations.GroupBy(FindCount, StringComparer.Ordinal).Where(now => now.Key is not null))
        {
            var yearsOfNow = now.SelectMany(observation => GetYears(observation.Period)).ToHashSet();
            List<Observation> count = [.. now, .. gone[now.Key].Where(observation => yearsOfNow.Overlaps(GetYears(observation.Period)))];
            var coarsest = count.Min(observation => observation.Period.Granularity);
            var finer = count.Where(observation => observation.Period.Granularity != coarsest).ToList();
            if (finer.Count > 0)
            {
                var years = FindYearsWithHidden(count, observation => hidden.Contains(observation) || IsWithheld(observation, catalogue));
                bool IsOfYears(Observation observation) => years.Overlaps(GetYears(observation.Period));
                var remembered = FindYearsWithHidden(count, observation => IsOfYears(observation) || wereWithheld(now.Key!, observation.Period));
                bool IsRemembered(Observation observation) => remembered.Overlaps(GetYears(observation.Period));
                var ofYears = finer.FindAll(observation => IsOfYears(observation) || (IsRemembered(observation) && !wasPublic(observation)));

                // Published ones cannot be withheld: then what they could be taken from is, unless that was public too.
                bool IsKnown(Observation observation) => ObservedCount.IsKnown(observation) || wasPublic(observation);
                var longer = finer.Exists(observation => IsRemembered(observation) && IsKnown(observation))
                    ? count.Where(observation => IsRemembered(observation) && !wasPublic(observation))
                    : [];
                hidden.UnionWith(ofYears.Concat(longer).Where(observation => !observation.IsPublished));
            }
        }
    }

    // A school year or week that spans two years leads from the one to the other.
    private static HashSet<int> FindYearsWithHidden(List<Observation> count, Predicate<Observation> isHidden)
    {
        var years = count.FindAll(isHidden).SelectMany(observation => GetYears(observation.Period)).ToHashSet();
        var periods = count.Select(observation => observation.Period).Distinct().Where(period => period.Start.Year != period.End.Year).ToList();
        int before;
        do
        {
            before = years.Count;
            years.UnionWith(periods.Select(GetYears).Where(years.Overlaps).SelectMany(spanned => spanned));
        }
        while (years.Count > before);

        return years;
    }

    // A mean that nobody knows discloses nothing of persons; a count or share that was withheld before it came here does.
    private static bool IsWithheld(Observation observation, IndicatorCatalogue catalogue) =>
        observation.Value.State is ObservedState.Suppressed or ObservedState.Unknown
        && catalogue.Find(observation.Indicator) is { } indicator && (ObservedCount.IsCount(indicator) || catalogue.FindCount(indicator) is not null);

    private static int[] GetYears(Period period) => period.Start.Year == period.End.Year ? [period.Start.Year] : [period.Start.Year, period.End.Year];
}
