namespace Wijkmonitor.Indicators.Datasets.Recognition;

/// <summary>Recogniser of a line below the figures of a table, with its source or a note.</summary>
internal static class Footer
{
    private static readonly string[] Starts =
    [
        "Bron:", "Bron ", "Bronnen:", "Source:", "©", "*", "Toelichting:", "Noot:", "Noten:", "Opmerking:", "Note:", "Notes:",
        "Centraal Bureau voor de Statistiek", "Statistics Netherlands",
    ];

    /// <summary>Whether a text is such a line.</summary>
    public static bool Is(string text) => Array.Exists(Starts, start => text.AsSpan().TrimStart().StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
