using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>Validator of the topics of a dataset, and of the columns that are none.</summary>
internal static class TopicValidator
{
    private const string YearMark = "{year}";
    private const string AnyColumn = "*";

    /// <summary>Finds the errors in them.</summary>
    public static IEnumerable<ConfigurationFault> Find(DatasetDefinition definition, IndicatorCatalogue catalogue)
    {
        foreach (var topic in definition.Topics ?? [])
        {
            var inHeader = definition.PeriodSource == PeriodSource.Header;
            var says = topic.Period is not null || topic.Column.Contains(YearMark, StringComparison.Ordinal);
            if (topic.Occurrence is not null && (topic.Occurrence < 1 || !topic.Column.EndsWith("_*", StringComparison.Ordinal)))
            {
                yield return ConfigurationFault.For(
                    "topics",
                    $"Onderwerp '{topic.Column}': 'occurrence' is 1 of meer, en is voor een 'column' die eindigt op _*.",
                    $"Topic '{topic.Column}': 'occurrence' is 1 or more, and is for a 'column' that ends with _*.");
            }

            if (inHeader != says || (topic.Period is not null && !Period.TryParse(topic.Period, out _)))
            {
                yield return ConfigurationFault.For(
                    "topics",
                    $"Onderwerp '{topic.Column}': {YearMark} in 'column', of een jaar in 'period', is verplicht als de periode in de kopregel staat, en mag anders niet.",
                    $"Topic '{topic.Column}': {YearMark} in 'column', or a year in 'period', is required where the period is in the header, and nowhere else.");
            }

            if (topic.FirstYear > topic.LastYear || (!topic.IsOfAllYears && definition.PeriodSource == PeriodSource.Column)
                || new[] { topic.FirstYear, topic.LastYear }.OfType<int>().Any(year => !Period.IsYear(year)))
            {
                yield return ConfigurationFault.For(
                    "topics",
                    $"Onderwerp '{topic.Column}': 'firstYear' en 'lastYear' zijn jaren in die volgorde, en zijn voor bestanden waarvan het jaar niet in een kolom staat.",
                    $"Topic '{topic.Column}': 'firstYear' and 'lastYear' are years in that order, and are for files whose year is not in a column.");
            }

            if (topic.Factor == 0 || (topic.Factor != 1 && topic.Unit is null))
            {
                yield return ConfigurationFault.For(
                    "topics",
                    $"Onderwerp '{topic.Column}': een 'factor' is niet 0, en staat bij de eenheid ('unit') die het bestand heeft.",
                    $"Topic '{topic.Column}': a 'factor' is not 0, and comes with the 'unit' that the file has.");
            }

            if (topic.Factor == 1 && topic.Unit is { } unit && catalogue.Find(topic.Indicator) is { } indicator && indicator.Unit != unit)
            {
                yield return ConfigurationFault.For(
                    "topics",
                    $"Onderwerp '{topic.Column}': 'unit' is '{unit}' en die van de indicator '{indicator.Unit}', zonder 'factor' ertussen.",
                    $"Topic '{topic.Column}': 'unit' is '{unit}' and the indicator's is '{indicator.Unit}', without a 'factor' between them.");
            }

            if (topic.ColumnOfYear?.Keys.FirstOrDefault(year => !Period.TryParseYear(year, out _)) is { } unknownColumn)
            {
                yield return ConfigurationFault.For(
                    "topics",
                    $"Onderwerp '{topic.Column}': '{unknownColumn}' in 'columnOfYear' is geen jaar.",
                    $"Topic '{topic.Column}': '{unknownColumn}' in 'columnOfYear' is not a year.");
            }
        }

        foreach (var (topic, other) in definition.IsWide ? FindRivals(definition.Topics ?? []) : [])
        {
            yield return ConfigurationFault.For(
                "topics",
                $"Indicator '{topic.Indicator}' staat bij twee onderwerpen die in hetzelfde jaar gelden: '{topic.Column}' en '{other.Column}'. Kies er één, noem de andere naam in 'aliases', of verdeel de jaren ('firstYear', 'lastYear').",
                $"Indicator '{topic.Indicator}' is with two topics that apply in the same year: '{topic.Column}' and '{other.Column}'. Choose one, name the other in 'aliases', or divide the years ('firstYear', 'lastYear').");
        }

        if ((definition.IgnoredColumns?.Keys ?? []).Concat(definition.NameColumns ?? [])
            .FirstOrDefault(name => name.IndexOf(AnyColumn, StringComparison.Ordinal) is >= 0 and var at && at < name.Length - 1) is { } column)
        {
            yield return ConfigurationFault.For(
                definition.IgnoredColumns?.ContainsKey(column) == true ? "ignoredColumns" : "nameColumns",
                $"'ignoredColumns' of 'nameColumns' heeft '{column}': een sterretje kan alleen aan het eind staan.",
                $"'ignoredColumns' or 'nameColumns' has '{column}': an asterisk can only be at the end.");
        }
    }

    // Topics that would give two figures of one area and period. Those about other groups give theirs in other rows.
    private static IEnumerable<(TopicColumn Topic, TopicColumn Other)> FindRivals(IReadOnlyList<TopicColumn> topics) =>
        from pair in topics.Index()
        from other in topics.Skip(pair.Index + 1)
        let topic = pair.Item
        where topic.Indicator == other.Indicator && topic.Period == other.Period && HaveYearInCommon(topic, other) && !AreAboutOtherGroups(topic, other)
        select (topic, other);

    private static bool HaveYearInCommon(TopicColumn topic, TopicColumn other) =>
        !(topic.FirstYear > other.LastYear || other.FirstYear > topic.LastYear);

    private static bool AreAboutOtherGroups(TopicColumn topic, TopicColumn other) =>
        topic.Dimensions?.Any(dimension => other.Dimensions?.GetValueOrDefault(dimension.Key) is { } codes
            && !codes.Intersect(dimension.Value, StringComparer.Ordinal).Any()) == true;
}
