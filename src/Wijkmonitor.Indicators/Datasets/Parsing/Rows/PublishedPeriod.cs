using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Rows;

/// <summary>A period as a publisher writes it.</summary>
/// <remarks>
/// Read are the text of a period and CBS's code (<see cref="Period.TryParse"/>), CBS's titles such as "2019 1e kwartaal", "2019 januari", "2024 week
/// 5" and "2023/'24", the same with the year last, and ISO 8601. A year with two digits behind it is read as ISO has it: 2011-12 is December, and
/// 2011/12 is nothing, for it can be December or a school year.
/// </remarks>
/// <param name="Period">The period; null where the text is none.</param>
/// <param name="Status">Status by asterisks behind it: one for provisional figures, two for provisional and revised ones.</param>
/// <param name="IsPartOfWeek">Whether it is only a part of a week: CBS splits the week in which a year begins, and gives each part in its own year.</param>
[StructLayout(LayoutKind.Auto)]
public readonly partial record struct PublishedPeriod(Period? Period, FigureStatus Status, bool IsPartOfWeek)
{
    private const char ProvisionalMark = '*';
    private const string RevisedMark = "**";
    private const int YearsInCentury = 100;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Reads a text.</summary>
    public static PublishedPeriod Read(string text)
    {
        var trimmed = WhiteSpace.Trim(text);
        var written = trimmed.TrimEnd(ProvisionalMark).TrimEnd(' ');
        var status = GetStatus(trimmed);
        if (Observations.Periods.Period.TryParse(written, out var period))
        {
            return new(period, status, IsPartOfWeek: false);
        }

        if (PartOfWeekForm().IsMatch(written))
        {
            return new(null, status, IsPartOfWeek: true);
        }

        if (WeekCodeForm().Match(written) is { Success: true } code)
        {
            var week = Create(PeriodGranularity.Week, code);
            return week is { } whole && whole.Start.Year == whole.End.Year ? new(whole, status, IsPartOfWeek: false) : new(null, status, IsPartOfWeek: true);
        }

        return new(Find(written), status, IsPartOfWeek: false);
    }

    private static FigureStatus GetStatus(string text) =>
        !text.EndsWith(ProvisionalMark) ? FigureStatus.None
        : text.EndsWith(RevisedMark, StringComparison.Ordinal) ? FigureStatus.Provisional | FigureStatus.Revised
        : FigureStatus.Provisional;

    private static Period? Find(string text) =>
        QuarterForm().Match(text) is { Success: true } quarter ? Create(PeriodGranularity.Quarter, quarter)
        : WeekForm().Match(text) is { Success: true } week ? Create(PeriodGranularity.Week, week)
        : SchoolYearForm().Match(text) is { Success: true } years ? CreateSchoolYear(years)
        : MonthForm().Match(text) is { Success: true } month ? CreateMonth(month)
        : null;

    private static Period? Create(PeriodGranularity granularity, Match match) =>
        Observations.Periods.Period.TryCreate(granularity, GetNumber(match, "year"), GetNumber(match, "number"), out var period) ? period : null;

    private static Period? CreateSchoolYear(Match match)
    {
        var (first, next) = (GetNumber(match, "year"), GetNumber(match, "next"));
        var follows = next < YearsInCentury ? next == (first + 1) % YearsInCentury : next == first + 1;
        return follows && Observations.Periods.Period.TryCreate(PeriodGranularity.SchoolYear, first, 0, out var period) ? period : null;
    }

    private static Period? CreateMonth(Match match)
    {
        var name = match.Groups["month"].Value;
        var month = PeriodLabel.DutchMonths.Index().FirstOrDefault(known => known.Item.Equals(name, StringComparison.OrdinalIgnoreCase));
        return month.Item is not null
            && Observations.Periods.Period.TryCreate(PeriodGranularity.Month, GetNumber(match, "year"), month.Index + 1, out var period)
            ? period : null;
    }

    private static int GetNumber(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "^((?<year>[0-9]{4}) ?-?[QK](?<number>[1-4])|Q(?<number>[1-4]) (?<year>[0-9]{4})"
        + "|(?<year>[0-9]{4}) (?<number>[1-4])e kwartaal|(?<number>[1-4])e kwartaal (?<year>[0-9]{4})"
        + "|(?<year>[0-9]{4}) kwartaal (?<number>[1-4])|kwartaal (?<number>[1-4]) (?<year>[0-9]{4}))\\z",
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex QuarterForm();

    [GeneratedRegex(
        "^((?<year>[0-9]{4})W(?<number>[0-9]{2})|(?<year>[0-9]{4}) week (?<number>[0-9]{1,2})|week (?<number>[0-9]{1,2})( van)? (?<year>[0-9]{4}))\\z",
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex WeekForm();

    [GeneratedRegex("^(schooljaar )?(?<year>[0-9]{4})(/['\u2019](?<next>[0-9]{2})|[/-](?<next>[0-9]{4}))\\z", Options, RegexTimeout.Milliseconds)]
    private static partial Regex SchoolYearForm();

    [GeneratedRegex("^((?<year>[0-9]{4}) (?<month>[a-z]+)|(?<month>[a-z]+) (?<year>[0-9]{4}))\\z", Options, RegexTimeout.Milliseconds)]
    private static partial Regex MonthForm();

    [GeneratedRegex("^(?<year>[0-9]{4})W1(?<number>0[1-9]|[1-4][0-9]|5[0-3])\\z", Options, RegexTimeout.Milliseconds)]
    private static partial Regex WeekCodeForm();

    [GeneratedRegex("^[0-9]{4}(X0[0-9]{2}| week [0-9]{1,2} \\([1-7] dag(en)?\\))\\z", Options, RegexTimeout.Milliseconds)]
    private static partial Regex PartOfWeekForm();
}
