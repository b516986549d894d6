namespace Wijkmonitor.Indicators.Datasets.Recognition;

/// <summary>Recogniser of a line below the figures of a table, with its source or a note.</summary>
internal static class Footer
{
    private static readonly string[] Starts =
    [
        "Bron:", "Bron ", "Bronnen:", "Source:", "©", "*", "Toelichting:", "Noot:", "Noten:", "Opmerking:", "Note:", "Notes:",
        "Centraal Bureau voor de Statistiek", "Statistics Netherlands", "Laatst gewijzigd", "Laatst bijgewerkt", "Laatste wijziging", "Laatste update",
        "Gewijzigd op", "Bijgewerkt op", "Gepubliceerd op", "Gedownload op", "Last modified", "Last changed", "Last updated", "Published on", "Downloaded on",
    ];

    private static readonly string[] Labels =
    [
        "Bron", "Bronnen", "Source", "Sources", "Toelichting", "Noot", "Noten", "Opmerking", "Opmerkingen", "Note", "Notes", "Laatst gewijzigd",
        "Laatste wijziging", "Last modified",
    ];

    /// <summary>Whether a text is such a line.</summary>
    public static bool Is(string text) => Array.Exists(Starts, start => text.AsSpan().TrimStart().StartsWith(start, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a text is the name of what is said in the next field, such as "Bron".</summary>
    public static bool IsLabel(string text) =>
        Array.Exists(Labels, label => text.AsSpan().Trim().TrimEnd(':').Equals(label, StringComparison.OrdinalIgnoreCase));
}
