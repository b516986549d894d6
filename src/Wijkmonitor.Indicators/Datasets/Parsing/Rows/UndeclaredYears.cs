using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Rows;

/// <summary>Check of columns of nothing but periods that the definition does not name.</summary>
/// <remarks>
/// These can say another year than the file's name.
/// Codes of periods, such as 2019JJ00, refuse the file. Years and days are a question to the person who delivered it: a column can be about something
/// else. Different years in one column are not about the year of the file, as years of construction.
/// </remarks>
internal sealed partial class UndeclaredYears(CsvRowReader rows, ProblemLog log)
{
    private const int DigitsOfYear = 4;
    private const int MaxLength = 40;
    private readonly List<Column> columns = [];
    private Period year;

    /// <summary>Sets the columns to inspect, and the year of the file.</summary>
    public void SetColumns(IEnumerable<int> undeclared, Period year)
    {
        this.year = year;
        columns.AddRange(undeclared.Where(column => !OtherNameForm().IsMatch(rows.GetName(column))).Select(column => new Column(column)));
    }

    /// <summary>Inspects the current row. A column in which something else was seen is not inspected any more.</summary>
    public void InspectRow()
    {
        for (var i = columns.Count - 1; i >= 0; i--)
        {
            var column = columns[i];
            var text = rows[column.Place];
            if (text == column.Last || string.IsNullOrWhiteSpace(text))
            {
                column.Rows++;
            }
            else if (Read(text.Trim()) is { } period)
            {
                column.Add(text, period, rows.Line);
            }
            else
            {
                columns.RemoveAt(i);
            }
        }
    }

    /// <summary>Reports what was found, once the file was read.</summary>
    public void Report()
    {
        foreach (var column in columns)
        {
            var name = rows.GetName(column.Place);
            if (column.Other is { } code)
            {
                log.Add(PeriodProblems.ColumnDiffers(column.Line, name, code, year.Year, isCertain: true));
            }
            else if (column.Years is [var only] && only != year.Year && (column.Rows > 1 || TimeNameForm().IsMatch(name)))
            {
                log.Add(PeriodProblems.ColumnDiffers(column.Line, name, column.Last!, year.Year, isCertain: false));
            }
        }
    }

    // A plain year or a day is no code: its period counts as the year.
    private Seen? Read(string text)
    {
        if (text.Length is < DigitsOfYear or > MaxLength || !text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        if (text.Length == DigitsOfYear || WrittenDates.IsDay(text))
        {
            return PeriodColumnNames.FindYear(text) is { } plain ? new Seen(plain.Year, IsOther: false) : null;
        }

        return PublishedPeriod.Read(text).Period is { } period ? new Seen(period.Year, period != year) : null;
    }

    [GeneratedRegex(
        "code|nummer|number|bouwjaar|geboortejaar|(^|[^a-z])(nr|id)([^a-z]|$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex OtherNameForm();

    [GeneratedRegex("jaar|year|peil|stand|datum|date|period|tijd|time|meting|wave", RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex TimeNameForm();

    private readonly record struct Seen(int Year, bool IsOther);

    private sealed class Column(int place)
    {
        private readonly SortedSet<int> years = [];

        public int Place => place;

        public string? Last { get; private set; }

        public string? Other { get; private set; }

        public int Line { get; private set; }

        public int Rows { get; set; }

        public IReadOnlyList<int> Years => [.. years];

        public void Add(string text, Seen seen, int line)
        {
            Last = text;
            Rows++;
            years.Add(seen.Year);
            Line = Line == 0 ? line : Line;
            Other ??= seen.IsOther ? text.Trim() : null;
        }
    }
}
