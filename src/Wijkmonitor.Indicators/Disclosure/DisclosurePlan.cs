using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Disclosure.Counts;
using Wijkmonitor.Indicators.Disclosure.Publications;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>Plan of what is to be decided about the figures of a municipality.</summary>
/// <remarks>What was decided about the same figures on the same terms stays so. The rest is decided with all that was public before.</remarks>
public sealed class DisclosurePlan
{
    private readonly IReadOnlyList<Observation> observations;
    private readonly IndicatorCatalogue catalogue;
    private readonly SuppressionRule rule;
    private readonly IReadOnlyCollection<CustomArea> customAreas;
    private readonly Crosswalks crosswalks;
    private readonly PublicationIndex index;
    private readonly List<PlannedUnit> units = [];

    /// <summary>A plan.</summary>
    /// <param name="observations">All observations of one municipality.</param>
    /// <param name="catalogue">The indicators.</param>
    /// <param name="rule">Rule for counts that are too small.</param>
    /// <param name="customAreas">Its custom areas.</param>
    /// <param name="crosswalks">The crosswalks between boundary years that its figures are in.</param>
    /// <param name="index">The decisions that are in force.</param>
    public DisclosurePlan(
        IReadOnlyList<Observation> observations, IndicatorCatalogue catalogue, SuppressionRule rule, IReadOnlyCollection<CustomArea> customAreas,
        Crosswalks crosswalks, PublicationIndex index)
    {
        (this.observations, this.catalogue, this.rule, this.customAreas, this.crosswalks, this.index) =
            (observations, catalogue, rule, customAreas, crosswalks, index);
        foreach (var period in observations.GroupBy(o => o.Period))
        {
            var sums = CreateSums(period, customAreas);
            foreach (var unit in period.GroupBy(o => DisclosureControl.FindUnit(catalogue, o.Indicator), StringComparer.Ordinal))
            {
                if (unit.Key is { } count)
                {
                    units.Add(new PlannedUnit(period.Key, count, [.. unit], sums));
                }
            }
        }
    }

    /// <summary>The periods in which something is to be decided.</summary>
    public IReadOnlyList<Period> ChangedPeriods => field ??= FindChangedPeriods();

    /// <summary>The periods whose records are needed to decide.</summary>
    /// <remarks>The changed ones, and others of the same years: nothing of these may be in the tables any more.</remarks>
    public IReadOnlyList<Period> RecordedPeriods => ChangedPeriods.Count == 0 ? [] : [.. ChangedPeriods.Union(DepartedPeriods).Order()];

    // Of which something was published that may be missed by who has the year, or its parts.
    private IReadOnlyList<Period> DepartedPeriods => field ??= FindDepartedPeriods();

    /// <summary>Decides as if nothing was ever public, and keeps no record.</summary>
    public IReadOnlyList<Observation> Apply()
    {
        var hidden = DisclosureControl.FindHiddenAlone(observations, rule);
        foreach (var unit in units)
        {
            var memory = new PublicationMemory(PublishedPeriod.Create(unit.Period.ToString()));
            DisclosureControl.HideUnit(unit.Observations, catalogue, rule, unit.Sums, hidden, memory);
        }

        SubPeriodSuppression.Withhold(observations, departed: [], catalogue, hidden, wasPublic: _ => false, wereWithheld: (_, _) => false);
        return DisclosureControl.Withhold(observations, hidden);
    }

    /// <summary>Decides.</summary>
    /// <param name="published">The records of the recorded periods, as far as there are any.</param>
    public DisclosureDecision Decide(IReadOnlyDictionary<Period, PublishedPeriod> published)
    {
        var hidden = DisclosureControl.FindHiddenAlone(observations, rule);
        var heldBack = new HashSet<Observation>(ReferenceEqualityComparer.Instance);
        var memories = new Dictionary<PlannedUnit, UnitMemory>();
        var ofPeriods = observations.ToLookup(o => o.Period);
        var departed = published.ToDictionary(
            record => record.Key, record => new DepartedFigures(record.Key, record.Value, ofPeriods[record.Key], customAreas));
        var withDeparted = departed.Where(period => period.Value.Observations.Count > 0).ToDictionary(
            period => period.Key,
            period => CreateSums(ofPeriods[period.Key].Concat(period.Value.Observations), [.. customAreas, .. period.Value.FormerAreas]));
        var gone = departed.Values.SelectMany(period => period.Observations)
            .ToLookup(o => (o.Period, Count: DisclosureControl.FindUnit(catalogue, o.Indicator)));
        hidden.UnionWith(departed.Values.SelectMany(period => period.Withheld));
        PublishedPeriod FindRecord(Period period) => published.TryGetValue(period, out var found) ? found : PublishedPeriod.Create(period.ToString());
        foreach (var unit in units)
        {
            if (FindDecided(unit, published.GetValueOrDefault(unit.Period)) is { } earlier)
            {
                hidden.UnionWith(unit.Select(earlier.Withheld));
                continue;
            }

            var record = FindRecord(unit.Period);
            var alone = new HashSet<Observation>(hidden, ReferenceEqualityComparer.Instance);
            var memory = Hide(unit, record, [.. gone[(unit.Period, unit.Count)]], withDeparted.GetValueOrDefault(unit.Period) ?? unit.Sums, hidden);
            memories.Add(unit, memory);
            if (!record.IsEmpty)
            {
                heldBack.UnionWith(FindHeldBack(unit, record, memory, hidden, alone));
            }
        }

        hidden.ExceptWith(departed.Values.SelectMany(period => period.Withheld));
        var kept = published.ToDictionary(record => record.Key, record => FindKeptCounts(record.Value));
        var forPeriods = HidePeriods(
            hidden,
            [.. gone.SelectMany(unit => unit)],
            o => FindRecord(o.Period).WasShown(o),
            (count, period) => kept.TryGetValue(period, out var counts) && counts.Contains(count));
        var withoutMemory = HidePeriods(hidden, departed: [], _ => false, (_, _) => false);
        heldBack.UnionWith(forPeriods.Where(o => !withoutMemory.Contains(o) && IsNew(FindRecord(o.Period), o)));
        var decided = ChangedPeriods
            .Select(period => UpdateRecord(FindRecord(period), [.. units.Where(unit => unit.Period == period)], hidden, forPeriods, memories))
            .ToList();
        return new DisclosureDecision(
            DisclosureControl.Withhold(observations, forPeriods), [.. observations.Where(heldBack.Contains)], [.. decided.Select(period => period.Record)],
            [.. decided.Where(period => period.IsChanged).Select(period => period.Record)]);
    }

    private AreaSums CreateSums(IEnumerable<Observation> ofPeriod, IReadOnlyCollection<CustomArea> areas) =>
        new(areas, ofPeriod.ToLookup(observation => observation.Area, observation => observation.BoundaryYear), crosswalks);

    // Once for who takes the tables as they are, and once more for who still counts what left them, until neither asks for more. The two are no one system:
    // a figure that left may have been a mistake, and of a sum with it and the same without it, it would be the difference.
    private UnitMemory Hide(
        PlannedUnit unit, PublishedPeriod record, IReadOnlyList<Observation> departed, AreaSums withDeparted, HashSet<Observation> hidden)
    {
        var memory = new UnitMemory(new PublicationMemory(record), null);
        if (departed.Count > 0 || record.SumsWithDeparted.ContainsKey(unit.Count))
        {
            memory = memory with { WithDeparted = new PublicationMemory(record.GetWithDeparted(unit.Count)) };
        }

        int before;
        do
        {
            before = hidden.Count;
            DisclosureControl.HideUnit(unit.Observations, catalogue, rule, unit.Sums, hidden, memory.Now);
            if (memory.WithDeparted is { } complete)
            {
                DisclosureControl.HideUnit([.. unit.Observations, .. departed], catalogue, rule, withDeparted, hidden, complete);
            }
        }
        while (memory.WithDeparted is not null && hidden.Count > before);

        return memory;
    }

    // Where nothing is to be decided it stays as it is.
    private HashSet<Observation> HidePeriods(
        HashSet<Observation> hidden, IReadOnlyList<Observation> departed, Predicate<Observation> wasPublic, Func<string, Period, bool> wereWithheld)
    {
        var forPeriods = new HashSet<Observation>(hidden, ReferenceEqualityComparer.Instance);
        if (ChangedPeriods.Count > 0)
        {
            SubPeriodSuppression.Withhold(observations, departed, catalogue, forPeriods, wasPublic, wereWithheld);
        }
        else
        {
            forPeriods.UnionWith(units.SelectMany(unit => unit.Select(index.Find(unit.Period, unit.Count)!.WithheldForPeriods)));
        }

        return forPeriods;
    }

    private HashSet<string> FindKeptCounts(PublishedPeriod record) =>
        record.FindKeptIndicators().Select(catalogue.Find).OfType<Indicator>().Select(catalogue.FindRoot).ToHashSet(StringComparer.Ordinal);

    private static bool IsNew(PublishedPeriod record, Observation observation) =>
        observation.Value.Number is not null && !record.WasShown(observation) && !record.WasWithheld(observation);

    // What is shown of a part of a year depends on the other periods.
    private List<Period> FindChangedPeriods()
    {
        var changed = units.Where(unit => FindDecided(unit, record: null) is null).Select(unit => unit.Period).ToList();
        var isOnlyOfYears = observations.All(o => o.Period.IsCalendarYear) && DepartedPeriods.Count == 0;
        return [.. (changed.Count == 0 || isOnlyOfYears ? changed : units.Select(unit => unit.Period)).Distinct().Order()];
    }

    private List<Period> FindDepartedPeriods()
    {
        List<Period> now = [.. units.Select(unit => unit.Period).Distinct()];
        return [.. index.GetPeriods().Where(period => !now.Contains(period) && now.Exists(other => SubPeriodSuppression.SharesYear(period, other)))];
    }

    // The record goes before the index, which follows from it.
    private PublicationUnit? FindDecided(PlannedUnit unit, PublishedPeriod? record)
    {
        var found = record is null ? index.Find(unit.Period, unit.Count) : record.Units.FirstOrDefault(decided => decided.Count == unit.Count);
        return found?.IsAbout(unit.Figures, unit.GetTerms(catalogue, rule)) ?? false ? found : null;
    }

    // New figures that are hidden though they would not be if nothing had been public before, and those that can be derived from it.
    private IEnumerable<Observation> FindHeldBack(
        PlannedUnit unit, PublishedPeriod record, UnitMemory memory, HashSet<Observation> hidden, HashSet<Observation> alone)
    {
        var without = new PublicationMemory(PublishedPeriod.Create(record.Period));
        DisclosureControl.HideUnit(unit.Observations, catalogue, rule, unit.Sums, alone, without);
        return unit.Observations.Where(o => IsNew(record, o) && hidden.Contains(o)
            && (!alone.Contains(o) || (memory.IsExposed(o) && !without.Exposed.Contains(o))));
    }

    private (PublishedPeriod Record, bool IsChanged) UpdateRecord(
        PublishedPeriod record, List<PlannedUnit> ofPeriod, HashSet<Observation> hidden, HashSet<Observation> forPeriods,
        Dictionary<PlannedUnit, UnitMemory> memories)
    {
        var decided = ofPeriod.ConvertAll(unit => unit.ToDecision(hidden, forPeriods, catalogue, rule));
        var changed = decided.Where(unit => !record.Units.Any(unit.IsSame)).Select(unit => unit.Count).ToHashSet(StringComparer.Ordinal);
        if (changed.Count == 0)
        {
            return (record, IsChanged: false);
        }

        var figures = ofPeriod.Where(unit => changed.Contains(unit.Count)).SelectMany(unit => unit.Observations).ToList();
        var others = record.Units.ExceptBy(decided.Select(unit => unit.Count), unit => unit.Count, StringComparer.Ordinal);
        var updated = record.With(
            [.. others.Concat(decided).OrderBy(unit => unit.Count, StringComparer.Ordinal)],
            figures.FindAll(o => !forPeriods.Contains(o)),
            figures.FindAll(forPeriods.Contains),
            o => DepartedFigures.FindParts(o, customAreas));
        return (ofPeriod.Where(memories.ContainsKey).Aggregate(updated, (all, unit) => memories[unit].AddTo(all, unit.Count)), IsChanged: true);
    }

    // Memory without and with what left the tables; without the latter where nothing ever did.
    private sealed record UnitMemory(PublicationMemory Now, PublicationMemory? WithDeparted)
    {
        public bool IsExposed(Observation observation) => Now.Exposed.Contains(observation) || (WithDeparted?.Exposed.Contains(observation) ?? false);

        public PublishedPeriod AddTo(PublishedPeriod record, string unit) => WithDeparted is null
            ? record.WithSums(Now.Sums)
            : record.WithSums(Now.Sums).WithSumsWithDeparted(unit, WithDeparted.Sums);
    }

    private sealed class PlannedUnit(Period period, string count, IReadOnlyList<Observation> observations, AreaSums sums)
    {
        private string? terms;

        public Period Period => period;

        public string Count => count;

        public IReadOnlyList<Observation> Observations => observations;

        public AreaSums Sums => sums;

        public string Figures => field ??= UnitDigest.ComputeFigures(observations);

        public string GetTerms(IndicatorCatalogue catalogue, SuppressionRule rule) => terms ??= UnitDigest.ComputeTerms(
            observations.Select(o => o.Indicator).Distinct(StringComparer.Ordinal).Select(code => catalogue.Find(code)!),
            rule.ToString(),
            sums.GetDigest([.. observations.Select(o => o.Area)]));

        public IEnumerable<Observation> Select(IEnumerable<string> keys)
        {
            HashSet<string> among = [.. keys];
            return observations.Where(o => among.Contains(UnitDigest.GetKey(o)));
        }

        public PublicationUnit ToDecision(
            HashSet<Observation> hidden, HashSet<Observation> forPeriods, IndicatorCatalogue catalogue, SuppressionRule rule) => new(
            Count, Figures, GetTerms(catalogue, rule), GetKeys(hidden.Contains), GetKeys(o => forPeriods.Contains(o) && !hidden.Contains(o)));

        private IReadOnlyList<string> GetKeys(Func<Observation, bool> predicate) =>
            [.. observations.Where(predicate).Select(UnitDigest.GetKey).Order(StringComparer.Ordinal)];
    }
}
