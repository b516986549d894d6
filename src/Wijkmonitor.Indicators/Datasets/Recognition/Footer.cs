namespace Wijkmonitor.Indicators.Datasets.Recognition;

/// <summary>Recogniser of the line that names the source below the figures of a table.</summary>
internal static class Footer
{
    private static readonly string[] Starts = ["Bron:", "Bron ", "Bronnen:", "Source:", "©", "Centraal Bureau voor de Statistiek", "Statistics Netherlands"];

    /// <summary>Whether a text is such a line.</summary>
    public static bool Is(string text) => Array.Exists(Starts, start => text.AsSpan().TrimStart().StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
