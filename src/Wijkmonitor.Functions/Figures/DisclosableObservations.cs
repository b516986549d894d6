using System.Runtime.CompilerServices;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Observations;
using Wijkmonitor.Functions.Storage.Publications;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Disclosure.Publications;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Figures;

/// <summary>Observations with disclosure control applied: small counts, and what they could be computed from, are withheld.</summary>
/// <remarks>
/// All read paths except ingest use this, never <see cref="ObservationStore"/>. What is withheld is withheld for everybody, so two callers who see
/// different datasets learn no more together. What was decided when a municipality was computed is what is shown: a figure that was stored since is not,
/// until it is decided about. What an earlier version served, without a record, is decided here until its municipality is computed.
/// </remarks>
public sealed class DisclosableObservations(
    ObservationStore observations, CustomAreaStore customAreas, CrosswalkStore crosswalks, IndicatorCatalogue catalogue, CurrentDatasets datasets,
    DisclosureOptions disclosure, DeliveryIds ids, PublicationStore publications, DeliveryStore deliveries)
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
        var index = await publications.FindIndexAsync(municipality, cancellationToken);
        var all = await observations.GetByMunicipalityAsync(municipality, related, period?.Year, cancellationToken).ToListAsync(cancellationToken);
        if (index is null && all.Count > 0 && !await deliveries.HasServedAsync(municipality, cancellationToken))
        {
            index = PublicationIndex.None;
        }

        if (index is null && period is not null && all.Exists(observation => !observation.Period.IsCalendarYear))
        {
            // Where figures are about parts of years too, what may be shown of one period depends on the others.
            all = await observations.GetByMunicipalityAsync(municipality, related, year: null, cancellationToken).ToListAsync(cancellationToken);
        }

        var declared = await DeclareAsync(all, cancellationToken);
        var shown = index is null
            ? (await CreatePlanAsync(municipality, declared, PublicationIndex.None, cancellationToken)).Apply()
            : await ShowPublishedAsync(municipality, declared, index, cancellationToken);
        foreach (var observation in shown)
        {
            if ((period is null || observation.Period == period)
                && (indicators.Count == 0 || indicators.Contains(observation.Indicator, StringComparer.Ordinal)))
            {
                yield return observation;
            }
        }
    }

    /// <summary>Decides which figures of a municipality may be shown from now on. Nothing is shown by that before it is published.</summary>
    /// <param name="municipality">The municipality.</param>
    /// <param name="indicators">The codes of the indicators that are asked about; none for all. Others come with them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Publication> DecideAsync(AreaCode municipality, IReadOnlyCollection<string> indicators, CancellationToken cancellationToken)
    {
        var index = await publications.FindIndexAsync(municipality, cancellationToken);
        var related = FindRelated(indicators);
        var all = await observations.GetByMunicipalityAsync(municipality, related, year: null, cancellationToken).ToListAsync(cancellationToken);
        var plan = await CreatePlanAsync(municipality, await DeclareAsync(all, cancellationToken), index ?? PublicationIndex.None, cancellationToken);
        return new Publication(municipality, index, plan.Decide(await ReadRecordsAsync(municipality, plan.RecordedPeriods, cancellationToken)));
    }

    /// <summary>Gets the observations of some indicators (none for all) of one area, in one period or in all.</summary>
    /// <remarks>What may be shown of it depends on the areas around it, so those are read too.</remarks>
    public IAsyncEnumerable<Observation> GetByAreaAsync(AreaCode area, IReadOnlyCollection<string> indicators, Period? period,
        CancellationToken cancellationToken) =>
        GetByMunicipalityAsync(area.Municipality, indicators, period, cancellationToken).Where(observation => observation.Area == area);

    private async Task<IReadOnlyList<Observation>> DeclareAsync(List<Observation> all, CancellationToken cancellationToken) =>
        await ids.PublishAsync(all.ConvertAll(WithDeclared), observation => observation.Source.Delivery,
            (observation, id) => observation with { Source = observation.Source with { Delivery = id } }, cancellationToken);

    private async Task<DisclosurePlan> CreatePlanAsync(
        AreaCode municipality, IReadOnlyList<Observation> declared, PublicationIndex index, CancellationToken cancellationToken) =>
        new(declared, catalogue, disclosure.Rule, await customAreas.GetByMunicipalityAsync(municipality, cancellationToken),
            await GetCrosswalksAsync(municipality, declared, cancellationToken), index);

    // A period that the index does not know has a record where a run was killed between the two.
    private async Task<Dictionary<Period, PublishedPeriod>> ReadRecordsAsync(
        AreaCode municipality, IEnumerable<Period> periods, CancellationToken cancellationToken)
    {
        var records = new Dictionary<Period, PublishedPeriod>();
        foreach (var period in periods)
        {
            if (await publications.FindAsync(municipality, period, cancellationToken) is { } record)
            {
                records.Add(period, record);
            }
        }

        return records;
    }

    // Where the tables hold something else than what was decided about, only what was public before is shown of it.
    private async Task<IReadOnlyList<Observation>> ShowPublishedAsync(
        AreaCode municipality, IReadOnlyList<Observation> declared, PublicationIndex index, CancellationToken cancellationToken)
    {
        var units = declared.GroupBy(observation => (observation.Period, Count: DisclosureControl.FindUnit(catalogue, observation.Indicator))).ToList();
        var hidden = new HashSet<Observation>(ReferenceEqualityComparer.Instance);
        var open = new List<(Period Period, PublicationUnit? Decided, List<Observation> Observations)>();
        foreach (var unit in units.Where(unit => unit.Key.Count is not null))
        {
            var decided = index.Find(unit.Key.Period, unit.Key.Count!);
            if (decided is not null && decided.Figures == UnitDigest.ComputeFigures(unit))
            {
                hidden.UnionWith(unit.Where(IsWithheldBy(decided)));
            }
            else
            {
                open.Add((unit.Key.Period, decided, [.. unit]));
            }
        }

        var records = await ReadRecordsAsync(municipality, open.Select(unit => unit.Period).Distinct(), cancellationToken);
        foreach (var (period, decided, ofUnit) in open)
        {
            var record = records.GetValueOrDefault(period);
            var isWithheld = decided is null ? _ => false : IsWithheldBy(decided);
            hidden.UnionWith(ofUnit.Where(o => !o.IsPublished && (record is null || !record.WasShown(o) || isWithheld(o))));
        }

        hidden.UnionWith(DisclosureControl.FindHiddenAlone([.. units.Where(unit => unit.Key.Count is null).SelectMany(unit => unit)], disclosure.Rule));
        return DisclosureControl.Withhold(declared, hidden);
    }

    private static Func<Observation, bool> IsWithheldBy(PublicationUnit decided)
    {
        HashSet<string> keys = [.. decided.Withheld, .. decided.WithheldForPeriods];
        return observation => keys.Contains(UnitDigest.GetKey(observation));
    }

    // Most periods have figures in the boundaries of one year.
    private async Task<Crosswalks> GetCrosswalksAsync(AreaCode municipality, IEnumerable<Observation> published, CancellationToken cancellationToken) =>
        published.GroupBy(observation => observation.Period).Any(period => period.Any(observation => observation.BoundaryYear != period.First().BoundaryYear))
            ? new Crosswalks(await crosswalks.GetByTargetAsync(municipality, cancellationToken))
            : Crosswalks.None;

    // Whether a figure may be shown is decided from all that lead to the same count, so that those are read with it.
    private HashSet<string> FindRelated(IReadOnlyCollection<string> indicators)
    {
        var units = indicators.Select(indicator => DisclosureControl.FindUnit(catalogue, indicator)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. indicators.Where(indicator => catalogue.Find(indicator) is not null),
            .. units.Count == 0
                ? []
                : catalogue.All.Select(indicator => indicator.Code)
                    .Where(code => DisclosureControl.FindUnit(catalogue, code) is { } unit && units.Contains(unit)),
        ];
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
