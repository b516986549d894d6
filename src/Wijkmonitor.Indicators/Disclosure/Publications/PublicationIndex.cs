using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Disclosure.Publications;

/// <summary>Decisions that are in force about the figures of a municipality.</summary>
/// <param name="Periods">The decisions by period.</param>
public sealed record PublicationIndex(IReadOnlyDictionary<string, IReadOnlyList<PublicationUnit>> Periods)
{
    /// <summary>The format that this version of the monitor writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The format that it was written in; zero before formats had numbers.</summary>
    public int Format { get; init; }

    /// <summary>The version of the blob that this was read from: it is written only where that is still so. Null for a new one.</summary>
    [JsonIgnore]
    public string? Version { get; init; }

    /// <summary>Index of a municipality of which nothing was published.</summary>
    public static PublicationIndex None { get; } = new(new Dictionary<string, IReadOnlyList<PublicationUnit>>(StringComparer.Ordinal));

    /// <summary>Whether something was published of a period.</summary>
    public bool Contains(Period period) => Periods.ContainsKey(period.ToString());

    /// <summary>Gets the periods of which something was published.</summary>
    public IEnumerable<Period> GetPeriods() =>
        Periods.Keys.Select(text => Period.TryParse(text, out var period) ? period : throw new InvalidDataException($"'{text}' is no period."));

    /// <summary>Finds the decision about the figures that lead to a count, or null.</summary>
    public PublicationUnit? Find(Period period, string count) =>
        Periods.GetValueOrDefault(period.ToString())?.FirstOrDefault(unit => unit.Count == count);

    /// <summary>Creates an index with other decisions about some periods.</summary>
    public PublicationIndex With(IEnumerable<PublishedPeriod> published)
    {
        var periods = new SortedDictionary<string, IReadOnlyList<PublicationUnit>>(Periods.ToDictionary(), StringComparer.Ordinal);
        foreach (var period in published)
        {
            periods[period.Period] = period.Units;
        }

        return this with { Periods = periods };
    }
}
