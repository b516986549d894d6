using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Disclosure.Publications;

/// <summary>Record of a period of a municipality: all that was ever public, and all that was withheld.</summary>
/// <remarks>What is in it stays: nobody forgets a figure.</remarks>
/// <param name="Period">The period.</param>
/// <param name="Units">The decisions that are in force.</param>
/// <param name="Shown">The numbers that were ever shown, by indicator and area.</param>
/// <param name="Withheld">The numbers that were ever withheld, by indicator and area.</param>
/// <param name="Sums">The sums that withheld counts were in, by the name of their table.</param>
public sealed record PublishedPeriod(
    string Period,
    IReadOnlyList<PublicationUnit> Units,
    SortedDictionary<string, SortedDictionary<string, IReadOnlyList<decimal>>> Shown,
    SortedDictionary<string, SortedDictionary<string, IReadOnlyList<decimal>>> Withheld,
    SortedDictionary<string, IReadOnlyList<PastSum>> Sums)
{
    /// <summary>The version of the blob that this was read from: it is written only where that is still so. Null for a new one.</summary>
    [JsonIgnore]
    public string? Version { get; init; }

    /// <summary>Creates the record of a period of which nothing was published.</summary>
    public static PublishedPeriod Create(string period) =>
        new(period, [], new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal));

    /// <summary>Whether nothing of it was ever published.</summary>
    [JsonIgnore]
    public bool IsEmpty => Shown.Count == 0 && Withheld.Count == 0;

    /// <summary>Whether a number of an area and indicator was ever shown, whichever dataset held it.</summary>
    public bool WasShown(Observation observation) => Contains(Shown, observation);

    /// <summary>Whether a number of an area and indicator was ever withheld, whichever dataset held it.</summary>
    public bool WasWithheld(Observation observation) => Contains(Withheld, observation);

    /// <summary>Counts the other numbers that an area and indicator ever had.</summary>
    public int CountOthers(Observation observation) =>
        Find(Shown, observation).Concat(Find(Withheld, observation)).Distinct().Count(number => number != observation.Value.Number);

    /// <summary>Finds the codes of the indicators that have a number that was withheld and never shown.</summary>
    public IEnumerable<string> FindKeptIndicators() => Withheld
        .Where(ofIndicator => ofIndicator.Value.Any(
            area => area.Value.Except(Shown.GetValueOrDefault(ofIndicator.Key)?.GetValueOrDefault(area.Key) ?? []).Any()))
        .Select(ofIndicator => ofIndicator.Key);

    /// <summary>Creates the record with what is published next.</summary>
    /// <param name="units">The decisions in force from now on.</param>
    /// <param name="shown">The figures that are shown.</param>
    /// <param name="withheld">The figures that are withheld.</param>
    /// <param name="sums">The sums that withheld counts are or were in, by the name of their table.</param>
    public PublishedPeriod With(
        IReadOnlyList<PublicationUnit> units, IEnumerable<Observation> shown, IEnumerable<Observation> withheld,
        IEnumerable<KeyValuePair<string, IReadOnlyList<PastSum>>> sums)
    {
        var all = new SortedDictionary<string, IReadOnlyList<PastSum>>(Sums, StringComparer.Ordinal);
        foreach (var (table, ofTable) in sums)
        {
            all[table] = ofTable;
        }

        return new PublishedPeriod(Period, units, Add(Shown, shown), Add(Withheld, withheld), all) { Version = Version };
    }

    private static bool Contains(SortedDictionary<string, SortedDictionary<string, IReadOnlyList<decimal>>> numbers, Observation observation) =>
        observation.Value.Number is { } number && Find(numbers, observation).Contains(number);

    private static IReadOnlyList<decimal> Find(
        SortedDictionary<string, SortedDictionary<string, IReadOnlyList<decimal>>> numbers, Observation observation) =>
        numbers.TryGetValue(observation.Indicator, out var ofIndicator) && ofIndicator.TryGetValue(observation.Area.Value, out var ofArea) ? ofArea : [];

    private static SortedDictionary<string, SortedDictionary<string, IReadOnlyList<decimal>>> Add(
        SortedDictionary<string, SortedDictionary<string, IReadOnlyList<decimal>>> before, IEnumerable<Observation> observations)
    {
        var numbers = new SortedDictionary<string, SortedDictionary<string, IReadOnlyList<decimal>>>(StringComparer.Ordinal);
        foreach (var (indicator, ofIndicator) in before)
        {
            numbers.Add(indicator, new SortedDictionary<string, IReadOnlyList<decimal>>(ofIndicator, StringComparer.Ordinal));
        }

        foreach (var observation in observations.Where(observation => observation.Value.Number is not null))
        {
            if (!numbers.TryGetValue(observation.Indicator, out var ofIndicator))
            {
                numbers.Add(observation.Indicator, ofIndicator = new SortedDictionary<string, IReadOnlyList<decimal>>(StringComparer.Ordinal));
            }

            var (area, number) = (observation.Area.Value, observation.Value.Number!.Value);
            var known = ofIndicator.GetValueOrDefault(area) ?? [];
            ofIndicator[area] = known.Contains(number) ? known : [.. known.Append(number).Order()];
        }

        return numbers;
    }
}
