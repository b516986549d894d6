using System.Globalization;
using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Contents;

/// <summary>Remover of days from the names of files and from titles.</summary>
/// <remarks>
/// Their years are not those of the figures.
/// A day in digits has a month and a day that exist, and the same sign between its parts: <c>2021_15-01-2024</c> is the year 2021 and a day in 2024.
/// <c>2024-11-12-2023</c> is a day in either year, so both stay. A stock of January is that of its first day: <c>stand per januari 2022</c>.
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
        YearFirstForm().Replace(WithMonthForm().Replace(YearLastForm().Replace(KeepBothYears(text), RemoveDay), " "), RemoveDay);

    /// <summary>Finds the last year that a text has a day of; null for none.</summary>
    public static int? FindLastYear(string text) => YearLastForm().Matches(text).Concat(YearFirstForm().Matches(text)).Where(IsDay)
        .Concat(WithMonthForm().Matches(text)).Concat(DigitsForm().Matches(text)).Select(match => (int?)GetNumber(match, "year")).Max();

    /// <summary>Whether a text is a day, with or without a time, and nothing else.</summary>
    public static bool IsDay(string text) => text.AsSpan().Trim().Length > 0 && Remove(TimeForm().Replace(text, "")).AsSpan().Trim().IsEmpty;

    /// <summary>Whether a text is a day in eight digits and nothing else.</summary>
    public static bool IsDayInDigits(string text) => DigitsForm().Match(text.Trim()) is { Success: true } match && match.Length == text.Trim().Length;

    private static string RemoveDay(Match match) => IsDay(match) ? " " : match.Value;

    private static bool IsDay(Match match)
    {
        var (one, other) = (GetNumber(match, "one"), GetNumber(match, "other"));
        return one > 0 && other > 0 && Math.Min(one, other) <= MaxMonth && Math.Max(one, other) <= MaxDay;
    }

    // Behind the name of the figures comes their year, and then the day on which they were taken; that day is not before them.
    private static string KeepBothYears(string text) => EitherForm().Replace(
        text,
        match => IsDay(match) && (GetNumber(match, "first") > GetNumber(match, "year") || !text[..match.Index].Any(char.IsLetter))
            ? $"{match.Groups["first"].Value} {match.Groups["year"].Value}"
            : match.Value);

    private static int GetNumber(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<![0-9])(?<first>(19|20)[0-9]{2})(?<sign>[-_./ ])(?<one>[0-9]{1,2})\k<sign>(?<other>[0-9]{1,2})\k<sign>(?<year>(19|20)[0-9]{2})(?![0-9])",
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex EitherForm();

    [GeneratedRegex(
        @"(?<![0-9])(?<one>[0-9]{1,2})(?<sign>[-_./ ])(?<other>[0-9]{1,2})\k<sign>(?<year>(19|20)[0-9]{2})(?![0-9])", Options, RegexTimeout.Milliseconds)]
    private static partial Regex YearLastForm();

    // Followed by another year it is not known which of the two belongs to the day.
    [GeneratedRegex(
        @"(?<![0-9])(?<year>(19|20)[0-9]{2})(?<sign>[-_./ ])(?<one>[0-9]{1,2})\k<sign>(?<other>[0-9]{1,2})(?![0-9])(?![-_./ ](19|20)[0-9]{2}(?![0-9]))",
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex YearFirstForm();

    [GeneratedRegex(
        "(?<![0-9])[0-9]{1,2}(e|st|nd|rd|th)?[-_., ]{0,2}(" + Months + @")(?![a-z])[-_., ]{0,2}(?<year>(19|20)[0-9]{2})(?![0-9])"
        + "|(?<![a-z])(" + Months + @")[-_., ]{1,2}[0-9]{1,2}(st|nd|rd|th)?[-_., ]{1,2}(?<year>(19|20)[0-9]{2})(?![0-9])"
        + "|(?<![0-9])(?<year>(19|20)[0-9]{2})[-_., ]{0,2}(" + Months + ")[-_., ]{0,2}[0-9]{1,2}(?![0-9])"
        + "|(?<![a-z])(standen|stand|per|peildatum|peilmaand|situatie|as of|as at|reference date)[-_ :]{1,3}((op|per|van|in)[-_ ]{1,2})?"
        + "(januari|january|jan)[-_.,'\u2019 ]{0,3}(?<year>(19|20)[0-9]{2})(?![0-9])",
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex WithMonthForm();

    [GeneratedRegex(@"(?<=[0-9])[T ]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?\s*\z", Options, RegexTimeout.Milliseconds)]
    private static partial Regex TimeForm();

    [GeneratedRegex(
        "(?<![0-9])((?<year>(19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])|(0[1-9]|[12][0-9]|3[01])(0[1-9]|1[0-2])(?<year>(19|20)[0-9]{2}))(?![0-9])",
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex DigitsForm();
}
