using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Disclosure.Counts;

/// <summary>Count in an observation.</summary>
internal static class ObservedCount
{
    /// <summary>Whether an indicator counts persons, households or homes.</summary>
    /// <remarks>A difference between two such counts is one too.</remarks>
    public static bool IsCount(Indicator indicator) => indicator is { Total: true, IsMoney: false } && (indicator.Min >= 0 || indicator.IsCount);

    /// <summary>Gets the least that it can stand for: what a publisher rounds stands for any number that rounds to it.</summary>
    public static decimal? GetMin(Observation observation) =>
        observation is { Value.Number: { } number, Rounding: { } rounding } ? rounding.GetMinCount(number) : observation.Value.Number;

    /// <summary>Gets the most that it can stand for.</summary>
    public static decimal? GetMax(Observation observation) =>
        observation is { Value.Number: { } number, Rounding: { } rounding } ? rounding.GetMaxCount(number) : observation.Value.Number;

    /// <summary>Gets the observations that disclose something: one that does not know an indicator discloses nothing of others that hold it.</summary>
    public static IEnumerable<Observation> SelectInformative(IEnumerable<Observation> ofDatasets) =>
        ofDatasets.Any(o => o.Value.Number is not null) ? ofDatasets.Where(o => o.Value.Number is not null) : ofDatasets;

    /// <summary>Gets those that a count is protected as. These can be withheld; published ones are among them only where there are no others.</summary>
    public static IReadOnlyList<Observation> GetOwn(IEnumerable<Observation> ofDatasets)
    {
        List<Observation> telling = [.. SelectInformative(ofDatasets)];
        var own = telling.FindAll(o => !o.IsPublished);
        return own.Count > 0 ? own : telling;
    }

    /// <summary>Whether there is a number and its source has published it, so that everybody may know it.</summary>
    public static bool IsKnown(Observation observation) => observation is { IsPublished: true, Value.Number: not null };

    /// <summary>Whether a number of it was published.</summary>
    public static bool IsKnown(IEnumerable<Observation> ofDatasets) => ofDatasets.Any(IsKnown);

    /// <summary>Whether all that disclose something of it were published, so that nothing of it can be withheld.</summary>
    public static bool IsPublished(IEnumerable<Observation> ofDatasets) => GetOwn(ofDatasets).All(IsKnown);

    /// <summary>Gets the whole number of a count; of a difference between two, how much they differ.</summary>
    public static long? ToCount(decimal? number) => number is { } count && Math.Abs(count) < long.MaxValue ? (long)decimal.Floor(Math.Abs(count)) : null;
}
