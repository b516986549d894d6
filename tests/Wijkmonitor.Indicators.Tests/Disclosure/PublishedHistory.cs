using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Disclosure.Publications;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Tests.Catalogue;

namespace Wijkmonitor.Indicators.Tests.Disclosure;

/// <summary>Publications of a municipality, one after another, with the memory that the monitor keeps, without any, or without what left the tables.</summary>
internal sealed class PublishedHistory(bool remembers = true, bool keepsDeparted = true)
{
    private readonly Dictionary<Period, PublishedPeriod> records = [];

    public PublicationIndex Index { get; private set; } = PublicationIndex.None;

    public List<PublishedTables> Tables { get; } = [];

    public DisclosureDecision Publish(
        IReadOnlyList<Observation> delivered, SuppressionRule rule, IReadOnlyCollection<CustomArea>? customAreas = null)
    {
        var plan = new DisclosurePlan(
            delivered, IndicatorCatalogueTests.Shipped(), rule, customAreas ?? [], Crosswalks.None, remembers ? Index : PublicationIndex.None);
        var decision = plan.Decide(remembers
            ? plan.RecordedPeriods.Where(records.ContainsKey).ToDictionary(period => period, period => records[period])
            : new Dictionary<Period, PublishedPeriod>());
        foreach (var record in decision.Changed)
        {
            records[Period.TryParse(record.Period, out var period) ? period : throw new InvalidDataException(record.Period)] = keepsDeparted
                ? record
                : record with { Last = new(StringComparer.Ordinal), SumsWithDeparted = new(StringComparer.Ordinal) };
        }

        Index = Index.With(decision.Decided);
        Tables.Add(new PublishedTables(delivered, decision.Observations, rule));
        return decision;
    }

    /// <summary>Publishes so that only the records are kept, as when a run is killed before the index is written.</summary>
    public void PublishWithoutIndex(Action publish)
    {
        var before = Index;
        publish();
        Index = before;
    }

    public static List<string> Hidden(DisclosureDecision decision) =>
        [.. decision.Observations.Where(o => o.Value.State == ObservedState.Suppressed).Select(o => $"{o.Area}/{o.Indicator}").Order(StringComparer.Ordinal)];

    public static List<string> HeldBack(DisclosureDecision decision) =>
        [.. decision.HeldBack.Select(o => $"{o.Area}/{o.Indicator}").Order(StringComparer.Ordinal)];
}

/// <summary>Figures as delivered at one moment, and as shown.</summary>
internal sealed record PublishedTables(IReadOnlyList<Observation> Delivered, IReadOnlyList<Observation> Shown, SuppressionRule Rule);
