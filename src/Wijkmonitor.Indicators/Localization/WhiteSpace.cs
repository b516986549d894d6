namespace Wijkmonitor.Indicators.Localization;

/// <summary>White space around texts of files, that of publishers and spreadsheets included.</summary>
internal static class WhiteSpace
{
    /// <summary>The characters that a spreadsheet or publisher uses for a space.</summary>
    public const string Characters = " \t\u00A0\u2007\u2009\u202F";

    /// <summary>Trims a text.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        text = text.Trim(' ');
        return !text.IsEmpty && (IsRare(text[0]) || IsRare(text[^1])) ? text.Trim(Characters) : text;
    }

    /// <summary>Trims a text.</summary>
    public static string Trim(string text) => Trim(text.AsSpan()) is var trimmed && trimmed.Length == text.Length ? text : trimmed.ToString();

    // Almost every text begins and ends with a character that is neither.
    private static bool IsRare(char c) => c is '\t' or > '\u007F';
}
