using System.Text.RegularExpressions;

namespace Wijkmonitor.Indicators.Configuration;

/// <summary>Form of indicators' codes and names of fields: lower-case words with underscores.</summary>
internal static partial class SnakeCase
{
    /// <summary>Whether a text has this form and at most so many characters.</summary>
    public static bool IsMatch(string text, int maxLength) => text.Length <= maxLength && Pattern().IsMatch(text);

    [GeneratedRegex("^[a-z][a-z0-9_]*\\z", RegexOptions.CultureInvariant, RegexTimeout.Milliseconds)]
    private static partial Regex Pattern();
}
