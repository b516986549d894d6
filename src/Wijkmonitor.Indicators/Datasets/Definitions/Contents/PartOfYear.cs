using System.Globalization;
using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Contents;

/// <summary>A period that is no calendar year, as the name of a file or a title says it.</summary>
/// <param name="Text">The words that say it.</param>
/// <param name="Month">The year of a month, a span of months, a third, or a school year without <c>-</c> or <c>/</c>; null for all others.</param>
/// <remarks>
/// Those can also be the month in which a file was made, or a number (<c>2023_01</c>, <c>2023_24</c>, <c>T1</c>). The others are always the period
/// of the figures.
/// </remarks>
internal sealed partial record PartOfYear(string Text, Period? Month)
{
    private const string Year = "(?<![0-9])(19|20)[0-9]{2}(?![0-9])";
    private const string MonthYear = "(?<![0-9])(?<year>(19|20)[0-9]{2})(?![0-9])";
    private const string Ordinal = "([1-4](e|ste|de|st|nd|rd|th)?|eerste|tweede|derde|vierde|first|second|third|fourth)";
    private const string Sign = "[-_. :;]{0,3}";
    private const string Until = "(t/m|tm|t\\.m\\.|tot en met|up to|until|through)";
    private const string To = "[-_. ]{0,3}(-|\u2013|_|t/m|tm|t\\.m\\.|tot en met|tot|to|en|and)[-_. ]{0,3}";

    // Between two years a month belongs to the one behind it.
    private const string NoYear = "(?![-_.,'\u2019 ]{0,3}(19|20)[0-9]{2}(?![0-9]))";
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // The only year of the text, where the words themselves have none.
    private Period? OnlyYear { get; init; }

    /// <summary>Finds all in a text, those that are no months first.</summary>
    public static IEnumerable<PartOfYear> FindAll(string text)
    {
        text = WrittenDates.Remove(WholeYearForm().Replace(text, "${year}"));
        var only = YearForm().Matches(text).Select(GetYear).Distinct().ToList() is [var year] ? year : (Period?)null;
        return ShortForm().Matches(text).Where(match => IsShort(match.Value))
            .Select(match => new PartOfYear(match.Value.Trim(), null) { OnlyYear = only })
            .Concat(only is null ? [] : LooseForm().Matches(text).Select(match => new PartOfYear(match.Value.Trim(), only)))
            .Concat(ThirdForm().Matches(text).Select(match => new PartOfYear(match.Value.Trim(), GetYear(match))))
            .Concat(SchoolYearForm().Matches(text).Where(IsSchoolYear).Select(CreateSchoolYear))
            .Concat(MonthForm().Matches(text).Select(match => new PartOfYear(match.Value.Trim(), GetYear(match))));
    }

    /// <summary>Gets the year that is said with it; null where there is none.</summary>
    public Period? FindYear() => Month ?? (YearForm().Match(Text) is { Success: true } match ? GetYear(match) : OnlyYear);

    /// <summary>Whether it can be the period of figures that are said to be of these years.</summary>
    /// <remarks>In one year the figures of an earlier one are made; a school year is in two.</remarks>
    public bool CanBeAbout(IReadOnlyCollection<int> years) =>
        FindYear() is not { } year || years.Contains(year.Year) || (SchoolYearForm().IsMatch(Text) && years.Contains(year.Year + 1));

    /// <summary>Whether a text is nothing but a part of a year, such as "maart", "1e kwartaal" or "KW03".</summary>
    public static bool IsPart(string text) => BareForm().IsMatch(text.Trim());

    /// <summary>Whether a text is only a part of a year and no code: "maart" is, "W03" is not.</summary>
    public static bool IsNamedPart(string text) => IsPart(text) && !CodeForm().IsMatch(text.Trim());

    /// <summary>Finds those that are no more than a question, in the name of a file whose rows say the years.</summary>
    public static IEnumerable<PartOfYear> FindLoose(string name)
    {
        name = WrittenDates.Remove(name);
        return SixDigitForm().Matches(name).Select(match => new PartOfYear(match.Value, GetYear(match)))
            .Concat(YearForm().IsMatch(name) ? [] : LooseForm().Matches(name).Concat(BareMonthForm().Matches(name))
                .Select(match => new PartOfYear(match.Value, null)));
    }

    /// <summary>Gets a text without its months: the year of one is not that of the figures.</summary>
    public static string RemoveMonths(string text) => MonthForm().Replace(WholeYearForm().Replace(text, "${year}"), " ");

    private static Period GetYear(Match match) => new(int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));

    // 2022/2023 and 2022-23 follow one another; 2020-2022 are years that do not, and 2011-12 is a month.
    private static bool IsSchoolYear(Match match)
    {
        var next = int.Parse(match.Groups["next"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return next == (GetYear(match).Year + 1) % 100;
    }

    private static PartOfYear CreateSchoolYear(Match match) => new(match.Value.Trim(), match.Value.AsSpan().ContainsAny('-', '/') ? null : GetYear(match));

    // What is paid or counted per month is a figure of a year all the same.
    private static bool IsShort(string text) => !PerForm().IsMatch(text);

    [GeneratedRegex(
        "((?<![a-z])per[-_ ]+(kwartaal|quarter|maand|month|week|half[-_ ]?(jaar|year)|semester|tertaal|trimester))"
        + "|" + Year + "[-_. ]?[QK]W?0?[1-4](?![0-9a-z])|(?<![a-z])[QK]W?0?[1-4][-_. ]?" + Year + "|(?<![a-z0-9])Q[-_. ]?[1-4](?![a-z0-9])"
        + "|" + Year + "[-_. ]{0,3}KW[-_. ]?(0?[1-4]|I{1,3}|IV)(?![0-9a-z])|(?<![a-z])KW[-_. ]?(0?[1-4]|I{1,3}|IV)[-_. (]{0,3}" + Year
        + "|(?<![a-z0-9])[0-9]{2}(Q|KW)0?[1-4](?![0-9a-z])"
        + "|(?<![a-z0-9])([1-4](e|ste|de|st|nd|rd|th)|eerste|tweede|derde|vierde)[-_. ]{0,2}(kw|hj|halfjr)(?![a-z0-9])\\.?([-_. ]{0,2}" + Year + ")?"
        + "|(?<![a-z])(eerste|laatste|first|last)[-_ ]([2-9]|1[01]|twee|drie|vier|zes|negen|two|three|four|six|nine)[-_ ]"
        + "(maanden|kwartalen|weken|months|quarters|weeks)(?![a-z])"
        + "|(?<![a-z])" + Until + "[-_. ]{0,3}(?!dec)(" + WrittenDates.Months + ")(?![a-z])(?![-_.,'\u2019 ]{0,3}" + Year + ")"
        + "|(?<![a-z])YTD(?![a-z])|(?<![a-z])year[- ]to[- ]date(?![a-z])"
        + "|" + Year + "([-_. ]?M(0[1-9]|1[0-2])|M[1-9])(?![0-9a-z])|(?<![a-z0-9])M(0[1-9]|1[0-2])[-_. ]?" + Year
        + "|(?<![a-z])(maand|month)" + Sign + "(" + WrittenDates.Months + "|0?[1-9]|1[0-2])(?![0-9a-z])"
        + "|(?<![a-z])(perioden?|periods?|tijdvak)[-_. :;]{1,3}(" + WrittenDates.Months + ")(?![0-9a-z])"
        + "|(?<![a-z0-9])" + Ordinal + "[-_. ]{0,3}(kwartaal|quarter|kwrt|tertaal|trimester)([-_. ]{0,2}" + Year + ")?"
        + "|(?<![a-z])(kwartaal|quarter|tertaal|trimester)" + Sign + "(" + Ordinal + "|I{1,3}|IV)(?![0-9a-z])"
        + "|(?<![a-z])(kwartaal|quarter|maand|month|week|halfjaar)(cijfers|rapportage|rapport|bericht|overzicht|figures)"
        + "|(?<![a-z0-9])" + Ordinal + "[-_. ]{0,3}(half[-_ ]?jaar|half[-_ ]?year|helft|half|semester)(?![a-z])([-_. ]{0,2}" + Year + ")?"
        + "|half[-_ ]?jr(?![a-z])|half[-_ ]?jaar(?!lijks)|half[-_ ]?year|(?<![a-z])semester"
        + "|" + Year + "[-_. ]?(H[12]|HJ0?[12])(?![0-9a-z])|(?<![a-z0-9])(H|HJ)[12][-_. ]?" + Year
        + "|" + Year + "[-_. ]?(week|wk|w)[-_. ]?[0-9]{1,2}(?![0-9])"
        + "|(?<![a-z])(week" + Sign + "[0-9]{1,2}(?![0-9])|(week|wk)[-_. ]?[0-9]{1,2}[-_. ]?" + Year + ")"
        + "|(?<![0-9])(19|20)[0-9]{2}(MM[0-9]{2}|KW[0-9]{2}|SJ00|W[01][0-9]{2}|X0[0-9]{2})(?![0-9])"
        + "|(school|studie|college|cursus)jaar|(school|academic)[-_ ]year|academisch[-_ ]jaar",
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex ShortForm();

    // Without a year next to it, it can be the number of something else.
    [GeneratedRegex("(?<![a-z0-9])((H|HJ)[12]|KW[-_. ]?(0?[1-4]|I{1,3}|IV))(?![a-z0-9])", Options, RegexTimeout.Milliseconds)]
    private static partial Regex LooseForm();

    // Written in full: sep is a separator too.
    [GeneratedRegex(
        "(?<![a-z])(januari|january|februari|february|maart|march|mrt|april|mei|juni|june|juli|july|augustus|august|september|oktober|october|okt|november"
        + "|december)(?![a-z])",
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex BareMonthForm();

    [GeneratedRegex("(?<![a-z0-9])(?<year>(19|20)[0-9]{2})(0[1-9]|1[0-2])(?![0-9])", Options, RegexTimeout.Milliseconds)]
    private static partial Regex SixDigitForm();

    // Codes of areas or classes can look so too.
    [GeneratedRegex("^(K|KW|W|H)[-_. ]?[0-9]{1,2}\\z", Options, RegexTimeout.Milliseconds)]
    private static partial Regex CodeForm();

    [GeneratedRegex("^per[-_ ]", Options, RegexTimeout.Milliseconds)]
    private static partial Regex PerForm();

    // A third of a year, or the first measurement of several.
    [GeneratedRegex(MonthYear + "[-_. ]?T[1-4](?![0-9a-z])|(?<![a-z0-9])T[1-4][-_. ]?" + MonthYear, Options, RegexTimeout.Milliseconds)]
    private static partial Regex ThirdForm();

    [GeneratedRegex(MonthYear, Options, RegexTimeout.Milliseconds)]
    private static partial Regex YearForm();

    // By itself, in a cell.
    [GeneratedRegex(
        "^((" + WrittenDates.Months + ")\\.?|(?!jan[a-z]*" + To + "dec)(" + WrittenDates.Months + ")" + To + "(" + WrittenDates.Months + ")"
        + "|(Q|K|KW|MM|W|HJ|H)[-_. ]?[0-9]{1,2}|" + Ordinal
        + "[-_. ]{0,3}(kwartaal|quarter|tertaal|trimester|half ?jaar|half|helft|semester)"
        + "|(kwartaal|quarter|maand|month|week|half ?jaar|semester|tertaal|trimester)" + Sign + "[0-9]{1,2})\\z",
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex BareForm();

    // Behind a space more often a number of something follows: 2023 24 wijken.
    [GeneratedRegex(
        "(?<![0-9])(?<year>(19|20)[0-9]{2})( ?[-_/]{1,2}|[-_/] | (?=['\u2019]?[0-9]{2}([.][a-z]|$))|(?=['\u2019]))['\u2019]?(?<next>(1[3-9]|[2-9][0-9]))(?![0-9])"
        + "|(?<![0-9])(?<year>(19|20)[0-9]{2})/['\u2019]?(19|20)?(?<next>[0-9]{2})(?![0-9])",
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex SchoolYearForm();

    // From the first month to the last it is the whole year.
    [GeneratedRegex(
        "(?<![a-z])(januari|january|jan)" + To + "(december|dec)[-_., ]{0,3}" + MonthYear
        + "|" + MonthYear + "[-_., ]{0,3}(januari|january|jan)" + To + "(december|dec)(?![a-z])"
        + "|(?<![a-z])(januari|january|jan)[-_., ]{0,3}" + MonthYear + To + "(december|dec)[-_., ]{0,3}\\k<year>(?![0-9])",
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex WholeYearForm();

    [GeneratedRegex(
        "(?<![a-z])((" + WrittenDates.Months + ")" + To + ")?(" + WrittenDates.Months + ")[-_.,'\u2019 ]{0,3}" + MonthYear
        + "|" + MonthYear + "[-_., ]{0,3}" + Until + "[-_. ]{0,3}(?!dec)(" + WrittenDates.Months + ")(?![a-z])" + NoYear
        + "|" + MonthYear + "[-_., ]{0,2}(" + WrittenDates.Months + ")(" + To + "(" + WrittenDates.Months + "))?(?![a-z])" + NoYear
        + "|" + MonthYear + "[-_.](0[1-9]|1[0-2])(?![0-9])" + NoYear + "|(?<![0-9v])(0[1-9]|1[0-2])[-_.]" + MonthYear,
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex MonthForm();
}
