using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Datasets.Recognition;

/// <summary>Comparer of names of columns as people write them.</summary>
/// <remarks>White space counts once, capitals in a unit do not, a bar as the slash of a path, and a placeholder as any number or year.</remarks>
internal static partial class ColumnName
{
    /// <summary>Mark for a year in a declared name.</summary>
    public const string YearMark = "{year}";

    private const string NumberMark = "_*";

    /// <summary>Gets a name as names are compared.</summary>
    public static string Normalize(string name)
    {
        name = Clean(name);
        if (name.Contains('|', StringComparison.Ordinal))
        {
            name = BarForm().Replace(name, "/");
        }

        name = HasWideSpace(name) ? SpaceForm().Replace(name, " ") : name;
        return name.EndsWith(')') && name.LastIndexOf('(') is > 0 and var unit ? name[..unit] + name[unit..].ToLowerInvariant() : name;
    }

    /// <summary>Removes white space and a byte order mark around a name.</summary>
    public static string Clean(string name) => Definitions.Contents.NumberFormat.Trim(name.AsSpan().Trim("\uFEFF ")).ToString();

    /// <summary>Whether a declared name stands for one with any number behind it.</summary>
    public static bool IsNumbered(string declared) => declared.EndsWith(NumberMark, StringComparison.Ordinal);

    /// <summary>Whether a year is in a declared name.</summary>
    public static bool HasYear(string declared) => declared.Contains(YearMark, StringComparison.Ordinal);

    /// <summary>Gets a numbered name without its number; null where it has none.</summary>
    /// <remarks>The name can be declared (<c>Koopwoningen_*</c>) or that of a file (<c>Koopwoningen_40</c>).</remarks>
    public static string? RemoveNumber(string name)
    {
        if (IsNumbered(name))
        {
            return name[..^NumberMark.Length];
        }

        var place = name.LastIndexOf('_');
        return place > 0 && place < name.Length - 1 && !name.AsSpan(place + 1).ContainsAnyExceptInRange('0', '9') ? name[..place] : null;
    }

    /// <summary>Gets the declared name that stands for a name with any number behind it.</summary>
    public static string AddNumberMark(string name) => name + NumberMark;

    /// <summary>Splits a name such as "Bevolking/Aantal inwoners (aantal)" into itself and its unit; null where it has none.</summary>
    public static (string Name, string Unit)? SplitUnit(string name) =>
        UnitForm().Match(Normalize(name)) is { Success: true } match ? (match.Groups["name"].Value, match.Groups["unit"].Value) : null;

    /// <summary>Gets what a name with a year in it looks like.</summary>
    public static Regex GetYearForm(string declared) => new(
        $"^{Regex.Escape(declared).Replace(Regex.Escape(YearMark), "(?<year>[0-9]{4})", StringComparison.Ordinal)}$",
        RegexOptions.ExplicitCapture,
        TimeSpan.FromMilliseconds(RegexTimeout.Milliseconds));

    private static bool HasWideSpace(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsWhiteSpace(name[i]) && (name[i] != ' ' || (i > 0 && char.IsWhiteSpace(name[i - 1]))))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^(?<name>.+) \((?<unit>[^()]+)\)\z", RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex UnitForm();

    [GeneratedRegex(@"\s*\|\s*", RegexOptions.None, RegexTimeout.Milliseconds)]
    private static partial Regex BarForm();

    [GeneratedRegex(@"\s+", RegexOptions.None, RegexTimeout.Milliseconds)]
    private static partial Regex SpaceForm();
}
