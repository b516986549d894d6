using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Datasets.Recognition;

/// <summary>Recogniser of a line below the figures of a table, with its source or a note.</summary>
internal static partial class Footer
{
    private static readonly string[] Starts =
    [
        "Bron:", "Bron ", "Bronnen:", "Source:", "©", "*", "Toelichting:", "Noot:", "Noten:", "Opmerking:", "Opmerkingen:", "Note:", "Notes:",
        "Voetnoot:", "Voetnoten:", "Footnote:", "Footnotes:", "Let op:", "NB:", "N.B.:", "Please note:", "Gegevens:", "Data:", "Legenda:", "Legend:",
        "Verklaring van tekens", "Verklaring van de tekens", "Verklaring symbolen", "Explanation of symbols", "Datum export", "Exportdatum", "Export date",
        "Centraal Bureau voor de Statistiek", "Statistics Netherlands", "Laatst gewijzigd", "Laatst bijgewerkt", "Laatste wijziging", "Laatste update",
        "Gewijzigd op", "Bijgewerkt op", "Gepubliceerd op", "Gedownload op", "Last modified", "Last changed", "Last updated", "Published on", "Downloaded on",
    ];

    private static readonly string[] Labels =
    [
        "Bron", "Bronnen", "Source", "Sources", "Toelichting", "Noot", "Noten", "Opmerking", "Opmerkingen", "Note", "Notes", "Laatst gewijzigd",
        "Laatste wijziging", "Last modified",
    ];

    /// <summary>Whether a text is such a line.</summary>
    public static bool Is(string text) =>
        Array.Exists(Starts, start => text.AsSpan().TrimStart().StartsWith(start, StringComparison.OrdinalIgnoreCase)) || SignForm().IsMatch(text);

    /// <summary>Whether a text is the name of what is said in the next field, such as "Bron".</summary>
    public static bool IsLabel(string text) =>
        Array.Exists(Labels, label => text.AsSpan().Trim().TrimEnd(':').Equals(label, StringComparison.OrdinalIgnoreCase));

    // What a sign means (". = onbekend", "x = geheim"), or a note with its number or letter before it ("1) voorlopig", "a) exclusief instellingen").
    [GeneratedRegex(
        @"^\s*(([^\p{L}\p{N}\s""]{1,3}|[A-Za-z])\s*=\s*\p{L}|[^\p{L}\p{N}\s""]{1,3}\s*:\s+\p{L}|\(?[a-z0-9]{1,2}\)\s+\p{L}|[\u00B9\u00B2\u00B3\u2020]\s*\p{L})",
        RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex SignForm();
}
