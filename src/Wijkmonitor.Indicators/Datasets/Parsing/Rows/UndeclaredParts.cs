using System.Globalization;
using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Recognition;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Rows;

/// <summary>Check of columns with parts of a year that the definition does not name.</summary>
/// <remarks>
/// Such a row is never stored as a whole year. A row whose own period is no year only says it once more.
/// A column that is not surely named after a part of a year is a question, and so is one of any name that holds nothing else.
/// </remarks>
internal sealed partial class UndeclaredParts(CsvRowReader rows, ProblemLog log)
{
    private readonly List<(int Place, int? MaxNumber)> columns = [];
    private readonly List<(int Place, int MaxNumber)> probable = [];
    private readonly List<(int Place, int Line, string Text)> others = [];
    private (string Text, bool IsPart) last = ("", false);
    private int periodColumn;

    /// <summary>Sets the columns to inspect.</summary>
    /// <param name="undeclared">The columns that the definition does not name.</param>
    /// <param name="periodColumn">The column with the period of each row; -1 where the file is about one year.</param>
    public void SetColumns(IReadOnlyCollection<int> undeclared, int periodColumn)
    {
        this.periodColumn = periodColumn;

        // Several of one name with numbers behind it hold the figures of the parts.
        columns.AddRange(undeclared
            .Select(place => (Place: place, Part: PeriodColumnNames.FindPart(ColumnName.Normalize(rows.GetName(place)))))
            .Where(column => column.Part is not null)
            .GroupBy(column => column.Part!.Value.Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() == 1 || group.All(column => ColumnName.RemoveNumber(rows.GetName(column.Place)) is null))
            .SelectMany(group => group)
            .Select(column => (column.Place, (int?)column.Part!.Value.Max)));
        columns.AddRange(undeclared
            .Where(place => PeriodColumnNames.Contains(ColumnName.Normalize(rows.GetName(place)))).Select(place => (place, (int?)null)));
        foreach (var place in undeclared.Where(place => !columns.Exists(column => column.Place == place)))
        {
            if (PeriodColumnNames.FindProbablePart(ColumnName.Normalize(rows.GetName(place))) is { } max)
            {
                probable.Add((place, max));
            }

            others.Add((place, 0, ""));
        }
    }

    /// <summary>Inspects the current row; each column is reported once.</summary>
    public void InspectRow()
    {
        if (columns.Count + probable.Count + others.Count == 0 || IsOfPart())
        {
            return;
        }

        for (var i = columns.Count - 1; i >= 0; i--)
        {
            var (place, max) = columns[i];
            if (rows[place].Trim() is { Length: > 0 } text && (max is { } number ? IsNumberOfPart(text, number) || IsWritten(text) : PartOfYear.IsPart(text)))
            {
                log.Add(PeriodProblems.PartInColumn(rows.Line, rows.GetName(place), text));
                columns.RemoveAt(i);
            }
        }

        for (var i = probable.Count - 1; i >= 0; i--)
        {
            var (place, max) = probable[i];
            if (rows[place].Trim() is { Length: > 0 } text && (IsNumberOfPart(text, max) || PartOfYear.IsPart(text)))
            {
                log.Add(PeriodProblems.PartInColumnToConfirm(rows.Line, rows.GetName(place), text));
                probable.RemoveAt(i);
                others.RemoveAll(column => column.Place == place);
            }
        }

        for (var i = others.Count - 1; i >= 0; i--)
        {
            // A symbol or an empty field says nothing.
            var text = rows[others[i].Place].AsSpan().Trim();
            if ((text.Length > 1 || text.ContainsAnyInRange('0', '9')) && !PartOfYear.IsNamedPart(text.ToString()))
            {
                others.RemoveAt(i);
            }
            else if (text.Length > 1 && others[i].Line == 0)
            {
                others[i] = others[i] with { Line = rows.Line, Text = text.ToString() };
            }
        }
    }

    /// <summary>Reports the columns that hold nothing but parts of a year, once the file was read.</summary>
    public void Report()
    {
        foreach (var (place, line, text) in others.Where(column => column.Line > 0))
        {
            log.Add(PeriodProblems.PartInColumnToConfirm(line, rows.GetName(place), text));
        }
    }

    // A file has few periods and many rows.
    private bool IsOfPart()
    {
        if (periodColumn >= 0 && rows[periodColumn] is var text && text != last.Text)
        {
            last = (text, PublishedPeriod.Read(text).Period is { IsCalendarYear: false });
        }

        return last.IsPart;
    }

    // A number that no such part has is a figure, unless a year is before or behind it: 202203, 20221, 2022.03, 20220301.
    private static bool IsNumberOfPart(string text, int max) => IsNumberWithYear(text, max)
        || (int.TryParse(WholeNumberForm().Replace(text, ""), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= max);

    private static bool IsWritten(string text) => PartOfYear.IsPart(text)
        || (text.AsSpan().ContainsAnyExceptInRange('0', '9') && !WholeForm().IsMatch(text) && !NumberForm().IsMatch(text));

    private static bool IsNumberWithYear(string text, int max) => NumberWithYearForm().Match(text) is { Success: true } match
        && int.Parse(match.Groups["part"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) is > 0 and var part && part <= max;

    [GeneratedRegex(
        @"^((19|20)[0-9]{2}[.]?(?<part>[0-9]{1,2})([0-3][0-9])?|(?<part>[0-9]{2})[.]?(19|20)[0-9]{2})\z",
        RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex NumberWithYearForm();

    [GeneratedRegex(
        @"^((heel |het )?(jaar|year)|(jaar)?totaal|(sub)?total|alle|all|(hele|whole) (jaar|year)|n\.?v\.?t\.?|[-.x]|(19|20)[0-9]{2}(JJ00)?\*{0,2})\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex WholeForm();

    // A program that takes numbers for measures writes 3.0.
    [GeneratedRegex(@"(?<=^[0-9]{1,2})[.,]0+\z", RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex WholeNumberForm();

    [GeneratedRegex(@"^[-+]?[0-9]+([.,][0-9]+)*\z", RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex NumberForm();
}
