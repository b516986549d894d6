using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Observations;

/// <summary>A dataset that delivers an indicator, and the years in which its figures count.</summary>
/// <param name="Dataset">The dataset's id.</param>
/// <param name="From">The first year in which its figures of the indicator count; absent for no bound.</param>
/// <param name="To">The last year in which its figures of the indicator count; absent for no bound.</param>
public sealed record RankedDataset(string Dataset, Period? From = null, Period? To = null)
{
    /// <summary>Whether its figures about a period count, by the period's year.</summary>
    public bool Covers(Period period) => !(period.Year < From?.Year) && !(period.Year > To?.Year);
}

/// <summary>Order of the datasets that hold figures of the same area, period, indicator and boundary year.</summary>
/// <remarks>
/// The datasets that deliver an indicator come in the order that is declared, each in the years that are declared for it. After them come datasets that held it
/// before and do not deliver it any more. A figure without a number counts as well: what a dataset does not know is not read from one behind it.
/// </remarks>
/// <param name="byIndicator">The datasets that deliver an indicator, the one that goes first in front.</param>
public sealed class DatasetPrecedence(IReadOnlyDictionary<string, IReadOnlyList<RankedDataset>> byIndicator)
{
    /// <summary>The precedence where no dataset delivers anything.</summary>
    public static DatasetPrecedence None { get; } = new(new Dictionary<string, IReadOnlyList<RankedDataset>>(StringComparer.Ordinal));

    private readonly HashSet<string> bounded =
        [.. byIndicator.Where(ranked => ranked.Value.Any(dataset => dataset.From is not null || dataset.To is not null)).Select(ranked => ranked.Key)];

    /// <summary>Gets the datasets that deliver an indicator in order of precedence, or none.</summary>
    public IReadOnlyList<RankedDataset> GetDatasets(string indicator) => byIndicator.GetValueOrDefault(indicator) ?? [];

    /// <summary>Finds the dataset that counts in a year among some, or null where none of them does.</summary>
    public string? FindCounting(string indicator, Period period, params IEnumerable<string> datasets) =>
        datasets.Where(dataset => GetRank(indicator, period, dataset) is not null)
            .OrderBy(dataset => GetRank(indicator, period, dataset)).ThenBy(dataset => dataset, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Marks observations that another dataset delivers too with whether they count.</summary>
    /// <remarks>
    /// Those of indicators that several datasets hold come behind the others, and of one area, period and indicator the first in precedence
    /// comes last.
    /// </remarks>
    /// <param name="observations">All that may be seen: what may not be seen goes before nothing.</param>
    public IReadOnlyList<Observation> Mark(IReadOnlyList<Observation> observations)
    {
        var contested = FindContested(observations);
        if (contested.Count == 0)
        {
            return observations;
        }

        var marked = observations.Where(o => contested.Contains(o.Indicator)).GroupBy(o => (o.Area, o.Period, o.Indicator)).SelectMany(MarkGroup);
        return [.. observations.Where(o => !contested.Contains(o.Indicator)), .. marked];
    }

    private HashSet<string> FindContested(IReadOnlyList<Observation> observations)
    {
        var contested = new HashSet<string>(bounded, StringComparer.Ordinal);
        var datasets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var observation in observations)
        {
            if (!datasets.TryAdd(observation.Indicator, observation.Dataset) && datasets[observation.Indicator] != observation.Dataset)
            {
                contested.Add(observation.Indicator);
            }
        }

        return contested;
    }

    private IEnumerable<Observation> MarkGroup(IEnumerable<Observation> group)
    {
        var ranked = group.Select(observation => (Observation: observation, Rank: GetRank(observation.Indicator, observation.Period, observation.Dataset)))
            .OrderBy(candidate => candidate.Rank ?? int.MaxValue).ThenBy(candidate => candidate.Observation.Dataset, StringComparer.Ordinal).ToList();
        foreach (var (observation, rank) in ranked.AsEnumerable().Reverse())
        {
            var same = ranked.Where(candidate => candidate.Observation.BoundaryYear == observation.BoundaryYear).ToList();
            var counts = rank is not null && ReferenceEquals(same[0].Observation, observation);
            yield return counts && same.Count == 1
                ? observation
                : observation with
                {
                    Precedence = new ObservationPrecedence(
                        counts,
                        GetRule(counts ? same[1] : (observation, rank)),
                        [.. same.Where(candidate => !ReferenceEquals(candidate.Observation, observation)).Select(candidate => candidate.Observation)]),
                };
        }
    }

    private PrecedenceRule GetRule((Observation Observation, int? Rank) behind) =>
        behind.Rank is not { } rank ? PrecedenceRule.OutsidePeriod
        : rank < GetDatasets(behind.Observation.Indicator).Count ? PrecedenceRule.Declared
        : PrecedenceRule.Owner;

    // Null where the dataset is named and not for the year; behind all that are named where it is not named.
    private int? GetRank(string indicator, Period period, string dataset)
    {
        var ranked = GetDatasets(indicator);
        var isNamed = false;
        for (var i = 0; i < ranked.Count; i++)
        {
            if (ranked[i].Dataset != dataset)
            {
                continue;
            }

            if (ranked[i].Covers(period))
            {
                return i;
            }

            isNamed = true;
        }

        return isNamed ? null : ranked.Count;
    }
}
