using System.Text.RegularExpressions;

namespace Wijkmonitor.Indicators.Configuration;

/// <summary>Form of ids and codes: lower-case words with hyphens.</summary>
internal static partial class KebabCase
{
    /// <summary>Whether a text has this form.</summary>
    public static bool IsMatch(string text) => Pattern().IsMatch(text);

    /// <summary>Whether a text has this form and at most so many characters.</summary>
    public static bool IsMatch(string text, int maxLength) => text.Length <= maxLength && IsMatch(text);

    [GeneratedRegex("^[a-z][a-z0-9-]*\\z", RegexOptions.CultureInvariant, RegexTimeout.Milliseconds)]
    private static partial Regex Pattern();
}
