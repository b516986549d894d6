using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Aggregation;

/// <summary>Derived observations of a municipality: those of custom areas, and those in other boundaries.</summary>
public static class DerivedObservations
{
    /// <summary>Computes the observations of custom areas and adds the crosswalks to other boundaries.</summary>
    /// <remarks>
    /// A figure that was delivered of a custom area itself goes before one computed from its parts, and names it. Of several definitions of a custom
    /// area the newest that gives a number counts; where none does, the newest says what is missing.
    /// </remarks>
    /// <param name="delivered">Delivered observations of the municipality's areas.</param>
    /// <param name="catalogue">The indicators.</param>
    /// <param name="crosswalks">The crosswalks that lead to its areas.</param>
    /// <param name="customAreas">Its custom areas.</param>
    /// <param name="elsewhere">Delivered observations of areas of other municipalities that crosswalks lead from.</param>
    public static ObservationSet Compute(
        IReadOnlyCollection<Observation> delivered,
        IndicatorCatalogue catalogue,
        IReadOnlyCollection<CrosswalkEntry> crosswalks,
        IReadOnlyCollection<CustomArea> customAreas,
        IReadOnlyCollection<Observation>? elsewhere = null)
    {
        var crosswalksByYear = crosswalks.Count == 0 ? Crosswalks.None : new Crosswalks(crosswalks);
        var set = new ObservationSet(delivered, crosswalksByYear, catalogue, elsewhere);
        if (customAreas.Count == 0)
        {
            return set;
        }

        var composed = customAreas.GroupBy(custom => custom.Area.Code)
            .SelectMany(definitions => Compose([.. definitions.OrderByDescending(d => d.Area.BoundaryYear)], set, catalogue));
        return new ObservationSet(delivered.Concat(composed), crosswalksByYear, catalogue, elsewhere);
    }

    private static IEnumerable<Observation> Compose(IReadOnlyList<CustomArea> definitions, ObservationSet set, IndicatorCatalogue catalogue)
    {
        foreach (var period in set.Periods)
        {
            foreach (var indicator in catalogue.All)
            {
                var figures = definitions.Select(definition => Compose(definition, period, indicator, set)).OfType<Observation>().ToList();
                var known = figures.FindAll(figure => figure.Value.Number is not null);
                if ((known.Find(figure => figure.Completeness is null) ?? known.FirstOrDefault() ?? figures.FirstOrDefault()) is { } figure)
                {
                    yield return set.Find(definitions[0].Area.Code, period, indicator.Code)?.MarkAsPreferredTo(figure) ?? figure;
                }
            }
        }
    }

    // Null where nothing is known of any part: then there is nothing that the area lacks.
    private static Observation? Compose(CustomArea custom, Period period, Indicator indicator, ObservationSet set)
    {
        var aggregate =
            WeightedAggregate.Compute(custom.Area.Code, period, indicator, custom.Shares,
                (area, indicatorCode) => set.Find(area, period, indicatorCode, custom.Area.BoundaryYear));
        return aggregate.Parts.Any(part => part.Figure is not null) ? aggregate.ToObservation(DerivationKind.Composed, custom.Area.BoundaryYear) : null;
    }
}
