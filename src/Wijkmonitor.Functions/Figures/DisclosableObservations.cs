using System.Runtime.CompilerServices;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Observations;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Figures;

/// <summary>Observations with disclosure control applied: small counts, and what they could be computed from, are withheld.</summary>
/// <remarks>
/// All read paths except ingest use this, never <see cref="ObservationStore"/>. What is withheld is withheld for everybody, so two callers who see
/// different datasets learn no more together.
/// </remarks>
public sealed class DisclosableObservations(
    ObservationStore observations, CustomAreaStore customAreas, CrosswalkStore crosswalks, IndicatorCatalogue catalogue, CurrentDatasets datasets,
    DisclosureOptions disclosure, DeliveryIds ids)
{
    /// <summary>Gets all observations of a municipality and its areas.</summary>
    public IAsyncEnumerable<Observation> GetByMunicipalityAsync(AreaCode municipality, CancellationToken cancellationToken) =>
        GetByMunicipalityAsync(municipality, [], period: null, cancellationToken);

    /// <summary>Gets the observations of some indicators of a municipality and its areas, in one period or in all.</summary>
    /// <param name="municipality">The municipality.</param>
    /// <param name="indicators">The codes of the indicators; none for all.</param>
    /// <param name="period">The period; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<Observation> GetByMunicipalityAsync(
        AreaCode municipality, IReadOnlyCollection<string> indicators, Period? period, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var related = FindRelated(indicators);
        var all = await observations.GetByMunicipalityAsync(municipality, related, period?.Year, cancellationToken).ToListAsync(cancellationToken);
        if (period is not null && all.Exists(observation => !observation.Period.IsCalendarYear))
        {
            // Where figures are about parts of years too, what may be shown of one period depends on the others.
            all = await observations.GetByMunicipalityAsync(municipality, related, year: null, cancellationToken).ToListAsync(cancellationToken);
        }

        var published = await ids.PublishAsync(all.ConvertAll(WithDeclared), observation => observation.Source.Delivery,
            (observation, id) => observation with { Source = observation.Source with { Delivery = id } }, cancellationToken);
        foreach (var observation in DisclosureControl.Apply(published, catalogue, disclosure.Rule,
            await customAreas.GetByMunicipalityAsync(municipality, cancellationToken), await GetCrosswalksAsync(municipality, published, cancellationToken)))
        {
            if ((period is null || observation.Period == period)
                && (indicators.Count == 0 || indicators.Contains(observation.Indicator, StringComparer.Ordinal)))
            {
                yield return observation;
            }
        }
    }

    /// <summary>Gets the observations of some indicators (none for all) of one area, in one period or in all.</summary>
    /// <remarks>What may be shown of it depends on the areas around it, so those are read too.</remarks>
    public IAsyncEnumerable<Observation> GetByAreaAsync(AreaCode area, IReadOnlyCollection<string> indicators, Period? period,
        CancellationToken cancellationToken) =>
        GetByMunicipalityAsync(area.Municipality, indicators, period, cancellationToken).Where(observation => observation.Area == area);

    // Most periods have figures in the boundaries of one year.
    private async Task<Crosswalks> GetCrosswalksAsync(AreaCode municipality, IEnumerable<Observation> published, CancellationToken cancellationToken) =>
        published.GroupBy(observation => observation.Period).Any(period => period.Any(observation => observation.BoundaryYear != period.First().BoundaryYear))
            ? new Crosswalks(await crosswalks.GetByTargetAsync(municipality, cancellationToken))
            : Crosswalks.None;

    // Whether a figure may be shown is decided from all that lead to the same count, so that those are read with it.
    private HashSet<string> FindRelated(IReadOnlyCollection<string> indicators)
    {
        var roots = indicators.Select(catalogue.Find).OfType<Indicator>().Select(catalogue.FindRoot).ToHashSet(StringComparer.Ordinal);
        return [.. catalogue.All.Where(indicator => roots.Contains(catalogue.FindRoot(indicator))).Select(indicator => indicator.Code)];
    }

    // Most datasets declare nothing, and their observations stay as they are.
    private Observation WithDeclared(Observation observation)
    {
        if (datasets.Find(observation.Dataset) is not { } definition || catalogue.Find(observation.Indicator) is not { } indicator)
        {
            return observation;
        }

        var (measured, rounding) = (definition.GetMeasured(observation.Indicator), definition.GetRounding(indicator, observation.Area.Level));
        var requiredShare = definition.Completeness?.MinShare;
        var isPublished = definition.Published is not null;
        return measured == observation.Measured && rounding is null && observation.Interval is null && requiredShare is null && !isPublished
            ? observation
            : observation with
            {
                Measured = measured,
                Rounding = rounding,
                RequiredShare = requiredShare,
                IsPublished = isPublished,
                Interval = observation.Value.Number is null
                    ? null
                    : observation.Interval is { } interval
                    ? interval with { Method = definition.Margins?.GetMethod() } : null,
            };
    }
}
