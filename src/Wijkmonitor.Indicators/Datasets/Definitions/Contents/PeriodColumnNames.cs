using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Contents;

/// <summary>Names of the column, or the property of a shape, with the period, as publishers have them.</summary>
/// <remarks>Where a file has one, what it says comes before the year in the file's name, whether the definition names it or not.</remarks>
internal static partial class PeriodColumnNames
{
    /// <summary>Name of the column with the year and the code of an area behind it, such as 2022GM0003.</summary>
    public const string YearAndArea = "jrstatcode";

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Perioden", "Periode", "Periods", "Period", "Jaar", "Jaartal", "Year", "Peiljaar", "Verslagjaar", "Kalenderjaar", "Referentiejaar", "Meetjaar",
        "Rapportagejaar", "Statistiekjaar", "Calendar year", "Reference year", "Reporting year", "TimePeriod", "Time period",
    };

    // Columns that have the year of a stock, or the day of it.
    private static readonly HashSet<string> NamesOfDays = new(StringComparer.OrdinalIgnoreCase) { "Peildatum", "StandPer", "Stand per", "Reference date" };

    /// <summary>Whether a column of this name holds periods. A number and what is between brackets behind it do not count, as in <c>Perioden_1</c>.</summary>
    public static bool Contains(string name) => Contains(Names, name);

    /// <summary>Whether a column of this name can hold years, though it can hold days too.</summary>
    public static bool CanContainYears(string name) => Contains(Names, name) || Contains(NamesOfDays, name);

    /// <summary>Finds the year of a period as publishers write it; null where the text has none.</summary>
    public static Period? FindYear(string text) =>
        YearForm().Match(text.Trim().TrimEnd('*')) is { Success: true } match && Period.TryParseYear(match.Groups["year"].Value, out var year) ? year : null;

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
