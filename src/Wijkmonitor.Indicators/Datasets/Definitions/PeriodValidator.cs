using System.Globalization;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>Validator of the periods that a definition declares.</summary>
internal static class PeriodValidator
{
    private const int MaxYears = 20;

    /// <summary>Finds the faults.</summary>
    public static IEnumerable<ConfigurationFault> Find(DatasetDefinition definition) =>
        FindInGranularities(definition).Concat(FindInTopics(definition)).Concat(FindInMeasured(definition));

    private static IEnumerable<ConfigurationFault> FindInGranularities(DatasetDefinition definition)
    {
        var isOfFigures = definition.IsWide || definition.Format == DatasetFormat.Long;
        if (!isOfFigures && (definition.Periods ?? definition.Measured ?? (object?)definition.MeasuredOf) is not null)
        {
            yield return ConfigurationFault.For(
                definition.Periods is not null ? "periods" : definition.Measured is not null ? "measured" : "measuredOf",
                "'periods', 'measured' en 'measuredOf' zijn voor cijfers (statline, wide, long).",
                "'periods', 'measured' and 'measuredOf' are for figures (statline, wide, long).");
        }

        if (definition.Periods is { } periods && (periods.Count == 0 || periods.Distinct().Count() < periods.Count))
        {
            yield return ConfigurationFault.For(
                "periods", "'periods' noemt elk soort periode één keer, en ten minste één.", "'periods' names each kind of period once, and at least one.");
        }

        if (isOfFigures && definition.PeriodSource == PeriodSource.FileName && !definition.AcceptsGranularity(PeriodGranularity.Year))
        {
            yield return ConfigurationFault.For(
                "periods", "In 'periods' ontbreekt 'year': een bestandsnaam geeft een jaar.", "'periods' lacks 'year': a file's name gives a year.");
        }
    }

    private static IEnumerable<ConfigurationFault> FindInTopics(DatasetDefinition definition) =>
        from topic in definition.Topics ?? []
        where definition.PeriodSource == PeriodSource.Header
        let granularity = Period.TryParse(topic.Period, out var period) ? period.Granularity : PeriodGranularity.Year
        where !definition.AcceptsGranularity(granularity)
        let name = PeriodGranularityNames.Get(granularity)
        select ConfigurationFault.For(
            "topics",
            $"Onderwerp '{topic.Column}' gaat over een periode van het soort {name}, dat niet in 'periods' staat.",
            $"Topic '{topic.Column}' is about a {name}, which 'periods' does not name.");

    private static IEnumerable<ConfigurationFault> FindInMeasured(DatasetDefinition definition)
    {
        foreach (var code in (definition.MeasuredOf?.Keys ?? []).Except(definition.IndicatorCodes, StringComparer.Ordinal))
        {
            yield return ConfigurationFault.For(
                "measuredOf", $"'measuredOf' noemt indicator '{code}', die de dataset niet levert.",
                $"'measuredOf' names indicator '{code}', which the dataset does not deliver.");
        }

        var declared = (definition.MeasuredOf?.Values ?? []).Select(measured => (Field: "measuredOf", Measured: measured));
        foreach (var (field, measured) in declared.Append(("measured", definition.Measured ?? MeasuredPeriod.Whole)))
        {
            if (measured.CoversYears is < 1 or > MaxYears)
            {
                var max = MaxYears.ToString(CultureInfo.InvariantCulture);
                yield return ConfigurationFault.For(field, $"'coversYears' is een aantal jaren van 1 tot en met {max}.",
                    $"'coversYears' is a number of years from 1 to {max}.");
            }

            if (measured.CoversYears > 1 && (definition.Periods ?? []).Any(granularity => granularity != PeriodGranularity.Year))
            {
                yield return ConfigurationFault.For(
                    field, "'coversYears' is voor datasets waarvan 'periods' jaren zijn.", "'coversYears' is for datasets of which 'periods' are years.");
            }

            if (measured.NamedYear == NamedYear.Middle && measured.CoversYears % 2 == 0)
            {
                yield return ConfigurationFault.For(
                    field,
                    "'namedYear' is middle, en een even aantal jaren heeft er geen in het midden.",
                    "'namedYear' is middle, and an even number of years has none in the middle.");
            }
        }
    }
}
