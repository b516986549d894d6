namespace Wijkmonitor.Indicators.Localization;

/// <summary>Capital letters at the start of sentences that begin with a figure or a name.</summary>
internal static class Capitals
{
    /// <summary>Writes a text with a capital at its start.</summary>
    public static string Capitalize(this string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Writes a text with a capital at its start in both languages.</summary>
    public static BilingualText Capitalize(this BilingualText text) => new(text.Nl.Capitalize(), text.En.Capitalize());
}
