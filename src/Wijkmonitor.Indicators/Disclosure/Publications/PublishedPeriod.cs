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
    /// <summary>The format that this version of the monitor writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The format that it was written in; zero before formats had numbers.</summary>
    public int Format { get; init; }

    /// <summary>The figures as they were when they were last in the tables, by indicator and area.</summary>
    public SortedDictionary<string, SortedDictionary<string, IReadOnlyList<LastFigure>>> Last
    {
        get;
        init => field = value ?? new(StringComparer.Ordinal);
    } = new(StringComparer.Ordinal);

    /// <summary>The sums in which figures that left the tables still count, by unit and name of their table.</summary>
    /// <remarks>Only of units of which a figure ever left the tables. What is not in it is as in <see cref="Sums"/>.</remarks>
    public SortedDictionary<string, SortedDictionary<string, IReadOnlyList<PastSum>>> SumsWithDeparted
    {
        get;
        init => field = value ?? new(StringComparer.Ordinal);
    } = new(StringComparer.Ordinal);

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
    /// <param name="findParts">Finds the parts of the custom area that a figure is about; null where it is about no custom area.</param>
    public PublishedPeriod With(
        IReadOnlyList<PublicationUnit> units, IReadOnlyList<Observation> shown, IReadOnlyList<Observation> withheld,
        Func<Observation, IReadOnlyList<LastPart>?> findParts) => this with
        {
            Units = units,
            Shown = Add(Shown, shown),
            Withheld = Add(Withheld, withheld),
            Last = Replace(Last, shown.Concat(withheld), findParts),
        };

    /// <summary>Creates the record with the sums that withheld counts are or were in.</summary>
    /// <param name="sums">The sums by the name of their table.</param>
    public PublishedPeriod WithSums(IReadOnlyDictionary<string, IReadOnlyList<PastSum>> sums) => this with { Sums = Overlay(Sums, sums) };

    /// <summary>Creates the record with the sums of a unit where figures that left the tables still count.</summary>
    /// <param name="unit">The count of the unit.</param>
    /// <param name="sums">The sums by the name of their table.</param>
    public PublishedPeriod WithSumsWithDeparted(string unit, IReadOnlyDictionary<string, IReadOnlyList<PastSum>> sums) => this with
    {
        SumsWithDeparted = new(SumsWithDeparted, StringComparer.Ordinal)
        {
            [unit] = Overlay(SumsWithDeparted.GetValueOrDefault(unit) ?? new(StringComparer.Ordinal), sums),
        },
    };

    /// <summary>Gets the record as it is to who still counts what left the tables of a unit.</summary>
    /// <param name="unit">The count of the unit.</param>
    public PublishedPeriod GetWithDeparted(string unit) =>
        SumsWithDeparted.TryGetValue(unit, out var sums) ? WithSums(sums) : this;

    private static SortedDictionary<string, IReadOnlyList<PastSum>> Overlay(
        SortedDictionary<string, IReadOnlyList<PastSum>> before, IReadOnlyDictionary<string, IReadOnlyList<PastSum>> sums)
    {
        var all = new SortedDictionary<string, IReadOnlyList<PastSum>>(before, StringComparer.Ordinal);
        foreach (var (table, ofTable) in sums)
        {
            all[table] = ofTable;
        }

        return all;
    }

    private static bool Contains(SortedDictionary<string, SortedDictionary<string, IReadOnlyList<decimal>>> numbers, Observation observation) =>
        observation.Value.Number is { } number && Find(numbers, observation).Contains(number);

    private static IReadOnlyList<decimal> Find(
        SortedDictionary<string, SortedDictionary<string, IReadOnlyList<decimal>>> numbers, Observation observation) =>
        numbers.TryGetValue(observation.Indicator, out var ofIndicator) && ofIndicator.TryGetValue(observation.Area.Value, out var ofArea) ? ofArea : [];

    private static SortedDictionary<string, SortedDictionary<string, IReadOnlyList<decimal>>> Add(
        SortedDictionary<string, SortedDictionary<string, IReadOnlyList<decimal>>> before, IEnumerable<Observation> observations)
    {
        var numbers = Copy(before);
        foreach (var observation in observations.Where(observation => observation.Value.Number is not null))
        {
            var (ofIndicator, area, number) = (GetOrAdd(numbers, observation.Indicator), observation.Area.Value, observation.Value.Number!.Value);
            var known = ofIndicator.GetValueOrDefault(area) ?? [];
            ofIndicator[area] = known.Contains(number) ? known : [.. known.Append(number).Order()];
        }

        return numbers;
    }

    // If a custom area has other parts now, what was about the earlier ones stays.
    private static SortedDictionary<string, SortedDictionary<string, IReadOnlyList<LastFigure>>> Replace(
        SortedDictionary<string, SortedDictionary<string, IReadOnlyList<LastFigure>>> before, IEnumerable<Observation> observations,
        Func<Observation, IReadOnlyList<LastPart>?> findParts)
    {
        var last = Copy(before);
        foreach (var ofArea in observations.Where(o => o.Value.Number is not null).GroupBy(o => (o.Indicator, Area: o.Area.Value)))
        {
            var ofIndicator = GetOrAdd(last, ofArea.Key.Indicator);
            var now = ofArea.Select(o => new LastFigure(o.Value.Number!.Value, o.BoundaryYear, o.Rounding, findParts(o)))
                .DistinctBy(figure => (figure.Number, figure.BoundaryYear, figure.Rounding))
                .OrderBy(figure => figure.Number)
                .ThenBy(figure => figure.BoundaryYear)
                .ThenBy(figure => figure.Rounding?.Base)
                .ToList();
            ofIndicator[ofArea.Key.Area] =
                [.. (ofIndicator.GetValueOrDefault(ofArea.Key.Area) ?? []).Where(figure => !now.Exists(other => other.HasParts(figure.Parts))), .. now];
        }

        return last;
    }

    private static SortedDictionary<string, SortedDictionary<string, IReadOnlyList<T>>> Copy<T>(
        SortedDictionary<string, SortedDictionary<string, IReadOnlyList<T>>> before)
    {
        var copy = new SortedDictionary<string, SortedDictionary<string, IReadOnlyList<T>>>(StringComparer.Ordinal);
        foreach (var (indicator, ofIndicator) in before)
        {
            copy.Add(indicator, new SortedDictionary<string, IReadOnlyList<T>>(ofIndicator, StringComparer.Ordinal));
        }

        return copy;
    }

    private static SortedDictionary<string, IReadOnlyList<T>> GetOrAdd<T>(
        SortedDictionary<string, SortedDictionary<string, IReadOnlyList<T>>> all, string indicator)
    {
        if (!all.TryGetValue(indicator, out var ofIndicator))
        {
            all.Add(indicator, ofIndicator = new SortedDictionary<string, IReadOnlyList<T>>(StringComparer.Ordinal));
        }

        return ofIndicator;
    }
}
