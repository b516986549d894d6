using Wijkmonitor.Indicators.Configuration;

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

        if (form.MissingAtOrBelow >= 0)
        {
            yield return ConfigurationFault.For(
                "missingAtOrBelow", "'missingAtOrBelow' is een getal onder 0, zoals -99990.", "'missingAtOrBelow' is a number below 0, such as -99990.");
        }
    }
}
