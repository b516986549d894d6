using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>Validator of the details next to values that a definition declares: dimensions, margins, marks and rounding.</summary>
internal static class DetailValidator
{
    private const decimal MaxLevel = 100;

    /// <summary>Finds the faults; each names the field.</summary>
    public static IEnumerable<ConfigurationFault> Find(DatasetDefinition definition) => FindUse(definition)
        .Concat(FindInDimensions(definition)).Concat(FindInMargins(definition)).Concat(FindInMarks(definition));

    private static IEnumerable<ConfigurationFault> FindUse(DatasetDefinition definition)
    {
        if (definition.IsWide || definition.Format == DatasetFormat.Long)
        {
            yield break;
        }

        (string Field, object? Declared)[] ofFigures =
            [("dimensions", definition.Dimensions), ("margins", definition.Margins), ("marks", definition.Marks), ("rounding", definition.Rounding)];
        foreach (var (field, _) in ofFigures.Where(figure => figure.Declared is not null))
        {
            yield return ConfigurationFault.For(field, $"'{field}' is voor cijfers (statline, wide, long).",
                $"'{field}' is for figures (statline, wide, long).");
        }
    }

    private static IEnumerable<ConfigurationFault> FindInDimensions(DatasetDefinition definition)
    {
        var none = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var declared = (definition.Dimensions ?? none).Select(pair => (Field: "dimensions", Column: pair.Key, Codes: pair.Value))
            .Concat((definition.Topics ?? [])
                .SelectMany(topic => topic.Dimensions ?? none)
                .Select(pair => (Field: "topics", Column: pair.Key, Codes: pair.Value)));
        foreach (var (field, column, codes) in declared)
        {
            if (codes.Count == 0 || codes.Any(string.IsNullOrWhiteSpace))
            {
                yield return ConfigurationFault.For(
                    field, $"'dimensions' van '{column}' noemt ten minste één code, zoals \"80200\".",
                    $"'dimensions' of '{column}' names at least one code, such as \"80200\".");
            }

            if (column == definition.Margins?.Column)
            {
                yield return ConfigurationFault.For(
                    field,
                    $"'{column}' staat in 'dimensions' en in 'margins': kies één waarde, of neem de marges op.",
                    $"'{column}' is in 'dimensions' and in 'margins': choose one value, or take the margins in.");
            }
        }

        foreach (var column in (definition.OptionalDimensions ?? []).Where(column => definition.Dimensions?.ContainsKey(column) != true))
        {
            yield return ConfigurationFault.For(
                "optionalDimensions", $"'optionalDimensions' noemt '{column}', die niet in 'dimensions' staat.",
                $"'optionalDimensions' names '{column}', which is not in 'dimensions'.");
        }

        foreach (var topic in (definition.Topics ?? [])
            .Where(topic => topic.Dimensions?.Keys.Any(column => definition.Dimensions?.ContainsKey(column) == true) == true))
        {
            yield return ConfigurationFault.For(
                "topics",
                $"Onderwerp '{topic.Column}' noemt in 'dimensions' een kolom die voor het hele bestand al vaststaat.",
                $"Topic '{topic.Column}' names a column in 'dimensions' that is fixed for the whole file already.");
        }
    }

    private static IEnumerable<ConfigurationFault> FindInMargins(DatasetDefinition definition)
    {
        var columns = definition.Columns;
        var isBeside = (columns?.Lower ?? columns?.Upper ?? columns?.SampleSize) is not null;
        if (isBeside && definition.Format != DatasetFormat.Long)
        {
            yield return ConfigurationFault.For(
                "columns",
                "'columns.lower', 'columns.upper' en 'columns.sampleSize' zijn voor het format long; bij statline en wide staan ze bij het onderwerp.",
                "'columns.lower', 'columns.upper' and 'columns.sampleSize' are for the format long; for statline and wide they are with the topic.");
        }

        if (definition.Format == DatasetFormat.Long && (definition.Topics ?? []).Any(topic => topic.HasMargin))
        {
            yield return ConfigurationFault.For(
                "topics",
                "'lower', 'upper' en 'sampleSize' van een onderwerp zijn voor statline en wide; bij long staan ze in 'columns'.",
                "'lower', 'upper' and 'sampleSize' of a topic are for statline and wide; for long they are in 'columns'.");
        }

        if (definition.Margins is not { } margins)
        {
            yield break;
        }

        if (margins.Level is <= 0 or >= MaxLevel)
        {
            yield return ConfigurationFault.For("margins.level", "'margins.level' is een percentage tussen 0 en 100, zoals 95.",
                "'margins.level' is a percentage between 0 and 100, such as 95.");
        }

        IReadOnlyList<string>[] bounds = [margins.Lower ?? [], margins.Upper ?? [], margins.SampleSize ?? []];
        var all = bounds.Append(margins.Value ?? []).SelectMany(codes => codes).ToList();
        if (margins.Column is not null ? margins.Value is not { Count: > 0 } || bounds.All(codes => codes.Count == 0) : all.Count > 0)
        {
            yield return ConfigurationFault.For(
                "margins",
                "'margins.value' en ten minste één van 'lower', 'upper' en 'sampleSize' zijn verplicht bij 'margins.column', en mogen anders niet.",
                "'margins.value' and at least one of 'lower', 'upper' and 'sampleSize' are required with 'margins.column', and nowhere else.");
        }

        if (all.Distinct(StringComparer.Ordinal).Count() < all.Count)
        {
            yield return ConfigurationFault.For("margins", "'margins' noemt elke code één keer.", "'margins' names each code once.");
        }
    }

    private static IEnumerable<ConfigurationFault> FindInMarks(DatasetDefinition definition)
    {
        foreach (var (mark, statuses) in definition.Marks ?? new Dictionary<string, IReadOnlyList<FigureStatus>>(StringComparer.Ordinal))
        {
            if (mark.Trim(' ').Length != mark.Length || mark.Length == 0 || mark.Any(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '+' or '%'))
            {
                yield return ConfigurationFault.For(
                    "marks",
                    $"'marks' heeft '{mark}': een teken achter een getal, zonder spaties, cijfers, punten, komma's, plus, min of procent.",
                    $"'marks' has '{mark}': a mark behind a number, without spaces, digits, points, commas, plus, minus or percent.");
            }

            if (statuses.Count == 0 || statuses.Contains(FigureStatus.None))
            {
                yield return ConfigurationFault.For(
                    "marks",
                    $"'marks' van '{mark}' noemt provisional, revised, estimated of modelled.",
                    $"'marks' of '{mark}' names provisional, revised, estimated or modelled.");
            }

            if (definition.Symbols?.ContainsKey(mark) == true)
            {
                yield return ConfigurationFault.For(
                    "marks",
                    $"'{mark}' staat in 'symbols' en in 'marks': het staat in plaats van een getal, of erachter.",
                    $"'{mark}' is in 'symbols' and in 'marks': it replaces a number, or follows one.");
            }
        }
    }

    /// <summary>Finds the faults of rounding, which is declared for all layouts together.</summary>
    public static IEnumerable<ConfigurationFault> FindInRounding(DatasetDefinition definition)
    {
        foreach (var (code, rounding) in definition.Rounding ?? new Dictionary<string, FigureRounding>(StringComparer.Ordinal))
        {
            if (code != DatasetDefinition.AllCounts && !definition.IndicatorCodes.Contains(code, StringComparer.Ordinal))
            {
                yield return ConfigurationFault.For(
                    "rounding", $"'rounding' noemt indicator '{code}', die de dataset niet levert.",
                    $"'rounding' names indicator '{code}', which the dataset does not deliver.");
            }

            if (rounding.Base <= 0)
            {
                yield return ConfigurationFault.For(
                    "rounding",
                    $"'rounding' van '{code}': 'base' is groter dan 0, zoals 5.",
                    $"'rounding' of '{code}': 'base' is above 0, such as 5.");
            }
        }
    }
}
