using System.Globalization;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>Validator of the form of files that a definition declares.</summary>
internal static class FileFormatValidator
{
    private const string Delimiters = ";,\t|";

    /// <summary>Finds the faults; each names the field.</summary>
    public static IEnumerable<ConfigurationFault> Find(DatasetDefinition form)
    {
        if (form.Delimiter is { } delimiter && !Delimiters.Contains(delimiter, StringComparison.Ordinal))
        {
            yield return ConfigurationFault.For(
                "delimiter",
                "'delimiter' is een puntkomma, een komma, een tab of een verticale streep.",
                "'delimiter' is a semicolon, a comma, a tab or a vertical bar.");
        }

        if (form.Comment is { } comment
            && (char.IsLetterOrDigit(comment)
                || char.IsWhiteSpace(comment)
                || Delimiters.Contains(comment, StringComparison.Ordinal)
                || comment is '"' or '\''))
        {
            yield return ConfigurationFault.For(
                "comment",
                "'comment' mag geen letter, cijfer, spatie, scheidingsteken of aanhalingsteken zijn.",
                "'comment' cannot be a letter, a digit, a space, a delimiter or a quotation mark.");
        }

        if (form.DecimalSeparator is { } separator && separator == form.ThousandsSeparator)
        {
            yield return ConfigurationFault.For(
                "thousandsSeparator",
                "'thousandsSeparator' is hetzelfde teken als 'decimalSeparator'.",
                "'thousandsSeparator' is the same as 'decimalSeparator'.");
        }

        if (form.DecimalSeparator is not (null or '.' or ','))
        {
            yield return ConfigurationFault.For(
                "decimalSeparator", "'decimalSeparator' is een punt of een komma.", "'decimalSeparator' is a point or a comma.");
        }

        if (form.ThousandsSeparator is not (null or '.' or ',' or ' ' or '\''))
        {
            yield return ConfigurationFault.For(
                "thousandsSeparator", "'thousandsSeparator' is een punt, een komma, een spatie of een apostrof.",
                "'thousandsSeparator' is a point, a comma, a space or an apostrophe.");
        }

        // In quotation marks a field can hold the delimiter.
        if (form.DecimalSeparator is { } decimals && decimals == form.Delimiter && form.Quoting == FieldQuoting.None)
        {
            yield return ConfigurationFault.For(
                "decimalSeparator", "'decimalSeparator' is hetzelfde teken als 'delimiter', en velden staan niet tussen aanhalingstekens.",
                "'decimalSeparator' is the same as 'delimiter', and fields are not quoted.");
        }

        if ((form.Symbols ?? new Dictionary<string, SymbolMeaning>(StringComparer.Ordinal)).Keys.FirstOrDefault(IsFigure) is { } figure)
        {
            yield return ConfigurationFault.For(
                "symbols", $"'symbols' heeft '{figure}', en dat kan een cijfer zijn: een getal van 0 of meer dat niet uit negens bestaat.",
                $"'symbols' has '{figure}', which can be a figure: a number of 0 or more that does not consist of nines.");
        }

        if ((form.SkippedAreas ?? []).Any(string.IsNullOrWhiteSpace))
        {
            yield return ConfigurationFault.For(
                "skippedAreas", "'skippedAreas' heeft een lege tekst: daarmee begint elke code.",
                "'skippedAreas' has an empty text: each code starts with that.");
        }

        if (form.MissingAtOrBelow >= 0)
        {
            yield return ConfigurationFault.For(
                "missingAtOrBelow", "'missingAtOrBelow' is een getal onder 0, zoals '-99990'.", "'missingAtOrBelow' is a number below 0, such as '-99990'.");
        }
    }

    // Publishers write 999 and the like for what is unknown.
    private static bool IsFigure(string symbol) => symbol.Length > 0 && char.IsAsciiDigit(symbol[0])
        && decimal.TryParse(symbol.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
        && (symbol.Length < 3 || symbol.AsSpan().ContainsAnyExcept('9'));
}
