using System.Globalization;
using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Contents;

/// <summary>Remover of days from the names of files and from titles.</summary>
/// <remarks>
/// Their years are not those of the figures.
/// A day in digits has a month and a day that exist, and the same sign between its parts: <c>2021_15-01-2024</c> is the year 2021 and a day in 2024.
/// </remarks>
internal static partial class WrittenDates
{
    /// <summary>Names of months as they are written, for a pattern.</summary>
    public const string Months =
        "januari|january|jan|februari|february|feb|maart|march|mrt|mar|april|apr|mei|may|juni|june|jun|juli|july|jul|augustus|august|aug"
        + "|september|sept|sep|oktober|october|okt|oct|november|nov|december|dec";

    private const int MaxMonth = 12;
    private const int MaxDay = 31;
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Gets a text with a space in place of each day.</summary>
    public static string Remove(string text) =>
        // The year comes last first: what is before it in 2021-12-03-2023 is a year of its own.
        YearFirstForm().Replace(WithMonthForm().Replace(YearLastForm().Replace(text, RemoveDay), " "), RemoveDay);

    /// <summary>Whether a text is a day and nothing else.</summary>
    public static bool IsDay(string text) => text.AsSpan().Trim().Length > 0 && Remove(text).AsSpan().Trim().IsEmpty;

    private static string RemoveDay(Match match)
    {
        var (one, other) = (GetNumber(match, "one"), GetNumber(match, "other"));
        return one > 0 && other > 0 && Math.Min(one, other) <= MaxMonth && Math.Max(one, other) <= MaxDay ? " " : match.Value;
    }

    private static int GetNumber(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9])(?<one>[0-9]{1,2})(?<sign>[-_./ ])(?<other>[0-9]{1,2})\k<sign>(19|20)[0-9]{2}(?![0-9])", Options, RegexTimeout.Milliseconds)]
    private static partial Regex YearLastForm();

    // Followed by another year it is not known which of the two belongs to the day.
    [GeneratedRegex(
        @"(?<![0-9])(19|20)[0-9]{2}(?<sign>[-_./ ])(?<one>[0-9]{1,2})\k<sign>(?<other>[0-9]{1,2})(?![0-9])(?![-_./ ](19|20)[0-9]{2}(?![0-9]))",
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex YearFirstForm();

    [GeneratedRegex(
        "(?<![0-9])[0-9]{1,2}(e|st|nd|rd|th)?[-_., ]{0,2}(" + Months + @")(?![a-z])[-_., ]{0,2}(19|20)[0-9]{2}(?![0-9])"
        + "|(?<![a-z])(" + Months + @")[-_., ]{1,2}[0-9]{1,2}(st|nd|rd|th)?[-_., ]{1,2}(19|20)[0-9]{2}(?![0-9])"
        + "|(?<![0-9])(19|20)[0-9]{2}[-_., ]{0,2}(" + Months + ")[-_., ]{0,2}[0-9]{1,2}(?![0-9])",
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex WithMonthForm();
}
