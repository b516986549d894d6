using System.Globalization;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>Finds what is wrong with the periods that a definition declares.</summary>
internal static class PeriodFaults
{
    private const int MaxYears = 20;

    /// <summary>Finds the faults; each names the field.</summary>
    public static IEnumerable<string> Find(DatasetDefinition definition) =>
        FindInGranularities(definition).Concat(FindInTopics(definition)).Concat(FindInMeasured(definition));

    private static IEnumerable<string> FindInGranularities(DatasetDefinition definition)
    {
        var isOfFigures = definition.IsWide || definition.Format == DatasetFormat.Long;
        if (!isOfFigures && (definition.Periods ?? definition.Measured ?? (object?)definition.MeasuredOf) is not null)
        {
            yield return "'periods', 'measured' and 'measuredOf' are for figures (statline, wide, long).";
        }

        if (definition.Periods is { } periods && (periods.Count == 0 || periods.Distinct().Count() < periods.Count))
        {
            yield return "'periods' names each kind of period once, and at least one.";
        }

        if (isOfFigures && definition.PeriodSource == PeriodSource.FileName && !definition.Delivers(PeriodGranularity.Year))
        {
            yield return "'periods' lacks year: a file's name gives a year.";
        }
    }

    private static IEnumerable<string> FindInTopics(DatasetDefinition definition) =>
        from topic in definition.Topics ?? []
        where definition.PeriodSource == PeriodSource.Header
        let granularity = Period.TryParse(topic.Period, out var period) ? period.Granularity : PeriodGranularity.Year
        where !definition.Delivers(granularity)
        select $"Topic '{topic.Column}' is about a {PeriodGranularityNames.Get(granularity)}, which 'periods' does not name.";

    private static IEnumerable<string> FindInMeasured(DatasetDefinition definition)
    {
        foreach (var code in (definition.MeasuredOf?.Keys ?? []).Except(definition.IndicatorCodes, StringComparer.Ordinal))
        {
            yield return $"'measuredOf' names indicator '{code}', which the dataset does not deliver.";
        }

        foreach (var measured in (definition.MeasuredOf?.Values ?? []).Append(definition.Measured ?? MeasuredPeriod.Whole))
        {
            if (measured.CoversYears is < 1 or > MaxYears)
            {
                yield return $"'coversYears' is a number of years from 1 to {MaxYears.ToString(CultureInfo.InvariantCulture)}.";
            }

            if (measured.CoversYears > 1 && (definition.Periods ?? []).Any(granularity => granularity != PeriodGranularity.Year))
            {
                yield return "'coversYears' is for datasets of which 'periods' are years.";
            }

            if (measured.NamedYear == NamedYear.Middle && measured.CoversYears % 2 == 0)
            {
                yield return "'namedYear' is middle, and an even number of years has none in the middle.";
            }
        }
    }
}
