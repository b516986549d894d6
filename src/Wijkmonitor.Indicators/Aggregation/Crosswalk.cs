using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Aggregation;

/// <summary>
/// Crosswalk of figures from the boundaries of one year to those of another. A total is divided by share. A mean or share is the mean of what comes
/// together, weighted by the indicator's denominator, and only where every weight is known. What passes whole from one area to one other is carried
/// as it is. Nothing is guessed: what cannot be carried is named with the reason.
/// </summary>
public sealed class Crosswalk
{
    private readonly SortedDictionary<AreaCode, IReadOnlyList<AreaShare>> sharesByArea;

    private Crosswalk(int fromYear, int toYear, SortedDictionary<AreaCode, IReadOnlyList<AreaShare>> into)
    {
        FromYear = fromYear;
        ToYear = toYear;
        sharesByArea = into;
    }

    /// <summary>The year of the boundaries that figures are carried from.</summary>
    public int FromYear { get; }

    /// <summary>The year of the boundaries that figures are carried to.</summary>
    public int ToYear { get; }

    /// <summary>The areas that figures can be carried to, in order of code.</summary>
    public IReadOnlyCollection<AreaCode> Targets => sharesByArea.Keys;

    /// <summary>Creates the crosswalk of these entries, all between the same two years.</summary>
    public static Crosswalk Create(int fromYear, int toYear, IEnumerable<CrosswalkEntry> entries) => new(fromYear, toYear, GroupByTarget(
        entries.SelectMany(entry => entry.Shares.Select(share => (share.To, new AreaShare(entry.From, share.Share, [CreateSource(entry, share)]))))));

    /// <summary>Gets the shares of areas in the boundaries of <see cref="FromYear"/> that make up an area, or none.</summary>
    public IReadOnlyList<AreaShare> GetShares(AreaCode area) => sharesByArea.GetValueOrDefault(area) ?? [];

    /// <summary>Combines this crosswalk with the one that starts where it ends.</summary>
    /// <exception cref="ArgumentException">The other starts in another year.</exception>
    public Crosswalk Chain(Crosswalk next) => next.FromYear != ToYear
        ? throw new ArgumentException($"A crosswalk to {ToYear} cannot be followed by one from {next.FromYear}.", nameof(next))
        : new Crosswalk(FromYear, next.ToYear, GroupByTarget(
            next.sharesByArea.SelectMany(target => target.Value.SelectMany(middle => GetShares(middle.Area).Select(start =>
                (target.Key, new AreaShare(start.Area, start.Share * middle.Share, [.. start.Sources, .. middle.Sources])))))
            .GroupBy(pair => (pair.Key, pair.Item2.Area), pair => pair.Item2)
            .Select(shares =>
                (shares.Key.Key,
                    new AreaShare(shares.Key.Area, shares.Sum(share => share.Share), [.. shares.SelectMany(share => share.Sources).Distinct()])))));

    /// <summary>Carries one figure.</summary>
    /// <param name="to">The area, in the boundaries of <see cref="ToYear"/>.</param>
    /// <param name="period">The year that the figure is about.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="find">Gives the observation of an area and indicator in the period, in the boundaries of <see cref="FromYear"/>.</param>
    public CrosswalkedObservation Carry(AreaCode to, Period period, Indicator indicator, Func<AreaCode, string, Observation?> find)
    {
        var parts = GetShares(to);
        if (parts.Count == 0)
        {
            return new CrosswalkedObservation(null, new NotDerived(to, period, indicator.Code, NotDerivedReason.NotInCrosswalk, [to]));
        }

        var aggregate = WeightedAggregate.Compute(to, period, indicator, parts, find);
        return aggregate.NotDerived is null
            ? new CrosswalkedObservation(aggregate.ToObservation(DerivationKind.Carried, ToYear), null)
            : new CrosswalkedObservation(null, aggregate.NotDerived);
    }

    /// <summary>Carries all figures that count and are for the boundaries of <see cref="FromYear"/>.</summary>
    /// <remarks>One that was delivered in the boundaries of <see cref="ToYear"/> as well does not count there, and names the one that does.</remarks>
    public CrosswalkedObservations CarryAll(IEnumerable<Observation> observations, IndicatorCatalogue catalogue)
    {
        var counting = observations.Where(o => o.Counts).ToList();
        var from = SelectByBoundaries(counting, FromYear);
        var delivered = SelectByBoundaries(counting, ToYear);
        var named = sharesByArea.Values.SelectMany(parts => parts.Select(part => part.Area)).ToHashSet();
        List<Observation> carried = [];
        List<NotDerived> not = [];
        foreach (var (period, code) in from.Keys.Select(key => (key.Period, key.Indicator))
            .Distinct()
            .OrderBy(key => key.Period)
            .ThenBy(key => key.Indicator, StringComparer.Ordinal))
        {
            if (catalogue.Find(code) is not { } indicator)
            {
                continue;
            }

            foreach (var to in Targets.Where(to => GetShares(to).Any(part => from.ContainsKey((part.Area, period, code)))))
            {
                var figure = Carry(to, period, indicator, (area, indicatorCode) => from.GetValueOrDefault((area, period, indicatorCode)));
                carried.AddRange(figure.Observation is { } observation
                    ? [delivered.GetValueOrDefault((to, period, code)) is { } first ? observation.MarkAsOverruledBy(first) : observation] : []);
                not.AddRange(figure.NotDerived is { } why ? [why] : []);
            }
        }

        not.AddRange(from.Keys.Where(key => !named.Contains(key.Area))
            .OrderBy(key => key.Area)
            .ThenBy(key => key.Period)
            .ThenBy(key => key.Indicator, StringComparer.Ordinal)
            .Select(key => new NotDerived(key.Area, key.Period, key.Indicator, NotDerivedReason.NotInCrosswalk, [key.Area])));
        return new CrosswalkedObservations(carried, not);
    }

    private static Dictionary<(AreaCode Area, Period Period, string Indicator), Observation> SelectByBoundaries(
        IEnumerable<Observation> observations, int year) =>
        observations.Where(o => o.BoundaryYear == year).ToDictionary(o => (o.Area, o.Period, o.Indicator));

    private static SortedDictionary<AreaCode, IReadOnlyList<AreaShare>> GroupByTarget(IEnumerable<(AreaCode To, AreaShare From)> shares) =>
        new(shares.GroupBy(share => share.To, share => share.From)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<AreaShare>)[.. group.OrderBy(share => share.Area)]));

    private static ShareSource CreateSource(CrosswalkEntry entry, CrosswalkShare share) => new(
        FormattableString.Invariant($"crosswalk/{entry.FromYear}/{entry.From}/{entry.ToYear}/{share.To}"), share.Share,
        new SourceLine(entry.Delivery, share.Line));
}

/// <summary>One figure in other boundaries, or why there is none.</summary>
/// <param name="Observation">The figure; null where it cannot be carried.</param>
/// <param name="NotDerived">Reason why it was not carried; null where it was.</param>
public sealed record CrosswalkedObservation(Observation? Observation, NotDerived? NotDerived);

/// <summary>Figures in other boundaries.</summary>
/// <param name="Carried">Carried figures, by period, indicator and area.</param>
/// <param name="NotCarried">Figures that were not carried, with the reason: areas that they go to, and areas that the crosswalk does not name.</param>
public sealed record CrosswalkedObservations(IReadOnlyList<Observation> Carried, IReadOnlyList<NotDerived> NotCarried);
