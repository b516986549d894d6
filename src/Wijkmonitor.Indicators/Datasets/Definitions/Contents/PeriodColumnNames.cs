using System.Globalization;
using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Contents;

/// <summary>Names of the column, or the property of a shape, with the period, as publishers have them.</summary>
/// <remarks>Where a file has one, what it says comes before the year in the file's name, whether the definition names it or not.</remarks>
internal static partial class PeriodColumnNames
{
    /// <summary>Name of the column with the year and the code of an area behind it, such as 2022GM0003.</summary>
    public const string YearAndArea = "jrstatcode";

    private const int DigitsOfYear = 4;
    private const int MonthsInYear = 12;
    private const int QuartersInYear = 4;
    private const int WeeksInYear = 53;
    private const int YearsInCentury = 100;
    private const int FirstYearOfCentury = 2000;
    private const int LastShortYear = 60;

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Perioden", "Periode", "Periods", "Period", "Jaar", "Jaartal", "Year", "Peiljaar", "Verslagjaar", "Kalenderjaar", "Referentiejaar", "Meetjaar",
        "Rapportagejaar", "Statistiekjaar", "Calendar year", "Reference year", "Reporting year", "TimePeriod", "Time period",
    };

    // Columns that have the year of a stock, or the day of it.
    private static readonly HashSet<string> NamesOfDays = new(StringComparer.OrdinalIgnoreCase) { "Peildatum", "StandPer", "Stand per", "Reference date" };

    // Columns that say a part of a year, with the highest number that the part can have.
    private static readonly Dictionary<string, int> NamesOfParts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Maand"] = MonthsInYear,
        ["Maanden"] = MonthsInYear,
        ["Month"] = MonthsInYear,
        ["Months"] = MonthsInYear,
        ["Verslagmaand"] = MonthsInYear,
        ["Kwartaal"] = QuartersInYear,
        ["Kwartalen"] = QuartersInYear,
        ["Quarter"] = QuartersInYear,
        ["Quarters"] = QuartersInYear,
        ["Verslagkwartaal"] = QuartersInYear,
        ["Rapportagekwartaal"] = QuartersInYear,
        ["Halfjaar"] = QuartersInYear,
        ["Half jaar"] = QuartersInYear,
        ["Half-year"] = QuartersInYear,
        ["Half year"] = QuartersInYear,
        ["Semester"] = QuartersInYear,
        ["Tertaal"] = QuartersInYear,
        ["Trimester"] = QuartersInYear,
        ["Week"] = WeeksInYear,
        ["Weken"] = WeeksInYear,
        ["Weeks"] = WeeksInYear,
        ["Verslagweek"] = WeeksInYear,
    };

    /// <summary>Whether a column of this name holds a year with the code of an area behind it.</summary>
    public static bool IsYearAndArea(string name) => name.Equals(YearAndArea, StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets the part of a year that a column is named after, without a number or word behind it.</summary>
    /// <returns>The name and its highest number; null where the column is named otherwise.</returns>
    public static (string Name, int Max)? FindPart(string name)
    {
        name = NamesOfParts.ContainsKey(name) || PartSuffixForm().Match(name) is not { Success: true } suffix ? name : name[..suffix.Index];
        return NamesOfParts.TryGetValue(LongPartForm().Match(name) is { Success: true } known ? known.Groups["part"].Value : name, out var max)
            ? (name, max) : null;
    }

    /// <summary>Gets the highest number of the part of a year that a column can be named after; null for none.</summary>
    /// <remarks>
    /// That is so for <c>Ingangsmaand</c>. Such a column can hold something else, as <c>Werkweek</c> and the codes of districts in <c>wk</c>.
    /// </remarks>
    public static int? FindProbablePart(string name) => ShortPartForm().Match(name) is not { Success: true } match ? null
        : match.Groups["month"].Success ? MonthsInYear
        : match.Groups["week"].Success ? WeeksInYear
        : QuartersInYear;

    /// <summary>Whether a column of this name holds periods. A number and what is between brackets behind it do not count, as in <c>Perioden_1</c>.</summary>
    public static bool Contains(string name) => Contains(Names, name);

    /// <summary>Whether a column of this name holds the year or the day of a stock, such as <c>Peildatum</c>.</summary>
    public static bool IsOfDays(string name) => Contains(NamesOfDays, name);

    /// <summary>Whether a column of this name can hold years, though it can hold days too.</summary>
    public static bool CanContainYears(string name) => Contains(Names, name) || Contains(NamesOfDays, name);

    /// <summary>Finds the year of a period as publishers write it; null where the text has none.</summary>
    public static Period? FindYear(string text) =>
        YearForm().Match(text.Trim().TrimEnd('*')) is { Success: true } match && Period.TryParseYear(match.Groups["year"].Value, out var year) ? year : null;

    /// <summary>Finds the year before the code of an area; null where a text is not both.</summary>
    public static Period? FindYearBeforeArea(string text)
    {
        text = text.Trim();
        return text.Length > DigitsOfYear && AreaCode.TryParse(text[DigitsOfYear..], out _) && Period.TryParseYear(text[..DigitsOfYear], out var year)
            ? year : null;
    }

    /// <summary>Finds the year in a text that is not written as one: 2.019, 2019.0 or '19. Null for none.</summary>
    public static Period? FindUnclearYear(string text)
    {
        if (UnclearForm().Match(text.Trim()) is not { Success: true } match)
        {
            return null;
        }

        var digits = int.Parse(match.Groups["first"].Value + match.Groups["rest"].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        return new Period(
            digits >= YearsInCentury ? digits : FirstYearOfCentury + digits - (digits <= LastShortYear ? 0 : YearsInCentury));
    }

    [GeneratedRegex(
        "^((?<first>1)[.,](?<rest>9[0-9]{2})|(?<first>2)[.,](?<rest>0[0-9]{2})|(?<first>(19|20)[0-9]{2})[.,]0+|['\u2019](?<first>[0-9]{2}))\\z",
        RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex UnclearForm();

    [GeneratedRegex(
        @"( ?\((code|naam|name|omschrijving|nummer|number)\)|_[0-9]{1,3}"
        + @"|[-_ ]?(code|naam|name|nummer|number|nr\.?|no\.?|oms|omschr|omschrijving|label|tekst|text|description|id|key|jaar|year))\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex PartSuffixForm();

    // What it is the part of, or what it is for, comes before it.
    [GeneratedRegex(
        "^(peil|verslag|rapportage|rapport|meet|meld|registratie|referentie|kalender|tel|stand|jaar|year|reporting|reference|calendar|t/?m|t\\.m\\.)[-_ ]?"
        + "(?<part>maanden|maand|months|month|kwartaal|kwartalen|quarters|quarter|halfjaar|semester|tertaal|trimester|weken|weeks|week)\\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex LongPartForm();

    // One word; in several the part is what figures are counted for, as in "huur per maand".
    [GeneratedRegex(
        "^(?!.*per(maand|week|kwartaal))((?<month>mnd|[a-z]{3,20}maand)|(?<week>wk|[a-z]{3,20}week)|kw|kwrt|qtr|[a-z]{3,20}kwartaal)\\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex ShortPartForm();

    [GeneratedRegex(
        @"( ?\((code|naam|name|omschrijving|jaar|year)\)|[_ ]?[0-9]{1,3}|_?code|_?naam)\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex SuffixForm();

    private static bool Contains(HashSet<string> names, string name) =>
        names.Contains(name) || (SuffixForm().Match(name) is { Success: true } suffix && names.Contains(name[..suffix.Index]));

    // At the start, as in 2021, 2021JJ00 and 2021 1e kwartaal, or at the end, as in maart 2021.
    [GeneratedRegex("^(?<year>(19|20)[0-9]{2})(?![0-9])|(?<![0-9])(?<year>(19|20)[0-9]{2})\\z", RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex YearForm();
}
