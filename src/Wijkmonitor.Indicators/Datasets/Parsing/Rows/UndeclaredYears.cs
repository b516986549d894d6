using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Recognition;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Rows;

/// <summary>Check of columns of nothing but periods that the definition does not name.</summary>
/// <remarks>
/// These can say another year than the file's name, or than the column that its period was read from.
/// Codes of periods, such as 2019JJ00, refuse the file, and so does a year in a column that is named after it. Other years and days are a question to
/// the person who delivered it: a column can be about something else. Different years in one column are not about the year of the file, as years of
/// construction; in a column that is named after the day of a stock they are a question. So is another year of boundaries, in a column, a title or a note.
/// Next to a column of periods only those are inspected whose names say that they hold years too.
/// </remarks>
internal sealed partial class UndeclaredYears(DatasetDefinition definition, CsvRowReader rows, ProblemLog log)
{
    private const int DigitsOfYear = 4;
    private const int MaxLength = 40;
    private readonly List<Column> columns = [];
    private Period? year;
    private int periodColumn;
    private bool hasBoundaryYear;
    private (string Text, Period? Period) current = ("", null);

    /// <summary>Sets the columns to inspect.</summary>
    /// <param name="undeclared">The columns that the definition does not name.</param>
    /// <param name="periodColumn">The column with the period of each row; -1 where the file is about one year.</param>
    /// <param name="hasBoundaryYear">Whether rows say the year of their boundaries.</param>
    public void SetColumns(IEnumerable<int> undeclared, int periodColumn, bool hasBoundaryYear)
    {
        this.periodColumn = periodColumn;
        this.hasBoundaryYear = hasBoundaryYear;
        year = definition.FilePeriod;
        foreach (var place in year is null && periodColumn < 0 ? [] : undeclared)
        {
            var name = ColumnName.Normalize(rows.GetName(place));
            var kind = PeriodColumnNames.IsYearAndArea(name) ? Kind.Together
                : PeriodColumnNames.Contains(name) ? Kind.Period
                : PeriodColumnNames.IsOfDays(name) ? Kind.Day
                : BoundaryNameForm().IsMatch(name) ? hasBoundaryYear ? Kind.Other : Kind.Boundaries
                : periodColumn >= 0 || OtherNameForm().IsMatch(name) || PeriodColumnNames.FindPart(name) is not null ? Kind.Other
                : TimeNameForm().IsMatch(name) ? Kind.Time
                : Kind.Unknown;
            if (kind != Kind.Other)
            {
                columns.Add(new Column(place, kind));
            }

            CheckBoundaries(rows.Line, rows.GetName(place), rows.GetName(place));
        }
    }

    /// <summary>Inspects the current row. A column in which something else was seen is not inspected any more.</summary>
    public void InspectRow()
    {
        for (var i = columns.Count - 1; i >= 0; i--)
        {
            var column = columns[i];
            var text = rows[column.Place];
            if (string.IsNullOrWhiteSpace(text) || (text == column.Last && periodColumn < 0))
            {
                column.Rows++;
            }
            else if (GetPeriod() is not { } period)
            {
                // What is wrong with the period of the row itself is reported there.
                continue;
            }
            else if (Read(text.Trim(), column.Kind, period) is { } seen)
            {
                column.Add(text, seen, rows.Line, period, GetPeriodText());
            }
            else if (column.Kind != Kind.Period || periodColumn >= 0)
            {
                columns.RemoveAt(i);
            }
            else if (definition.Symbols?.ContainsKey(text.Trim()) != true && !PartOfYear.IsPart(text))
            {
                column.SetUnclear(text, rows.Line);
            }
        }
    }

    /// <summary>Reports what was found, once the file was read.</summary>
    public void Report()
    {
        foreach (var column in columns)
        {
            var name = rows.GetName(column.Place);
            if (column.Other is { } other)
            {
                log.Add(PeriodColumnNames.FindYearBeforeArea(other.Text) is not null
                    ? PeriodProblems.BoundariesDiffer(other.Line, name, other.Text, definition.GetBoundaryYear(other.Period))
                    : column.Kind == Kind.Boundaries
                        ? PeriodProblems.BoundariesToConfirm(other.Line, name, other.Text, definition.GetBoundaryYear(other.Period))
                    : periodColumn >= 0 ? PeriodProblems.ColumnsDiffer(other.Line, name, other.Text, rows.GetName(periodColumn), other.PeriodText)
                    : PeriodProblems.ColumnDiffers(other.Line, name, other.Text, other.Period.Year, isCertain: true));
            }
            else if (periodColumn < 0 && column.Years.Count > 1 && column is { Different: { } different, Kind: Kind.Period or Kind.Day })
            {
                log.Add(PeriodProblems.ColumnDiffers(different.Line, name, different.Text, year!.Value.Year, isCertain: false));
            }
            else if (periodColumn < 0 && column is { Kind: not Kind.Boundaries, Years: [var only] } && only != year!.Value.Year
                && (column.Rows > 1 || column.Kind != Kind.Unknown))
            {
                log.Add(PeriodProblems.ColumnDiffers(column.Line, name, column.Last!, year.Value.Year, isCertain: false));
            }
            else if (column.Unclear is { } unclear)
            {
                log.Add(PeriodProblems.ColumnUnclear(unclear.Line, name, unclear.Text, year!.Value.Year));
            }
        }

        foreach (var (line, fields, _) in rows.Notes.All)
        {
            foreach (var field in fields)
            {
                CheckBoundaries(line, column: null, field.Trim());
            }
        }
    }

    // Rows about several years each have boundaries of their own.
    private void CheckBoundaries(int line, string? column, string text)
    {
        if (periodColumn < 0 && !hasBoundaryYear && year is { } period && definition.GetBoundaryYear(period) is var used
            && FileNamePeriods.FindBoundaryYear(text) is { } said && said != used)
        {
            log.Add(PeriodProblems.BoundariesToConfirm(line, column, text, used));
        }
    }

    private string GetPeriodText() => periodColumn < 0 ? "" : rows[periodColumn];

    // A file has few periods and many rows.
    private Period? GetPeriod()
    {
        if (periodColumn < 0)
        {
            return year;
        }

        var text = rows[periodColumn];
        if (text != current.Text)
        {
            current = (text, PublishedPeriod.Read(PeriodColumnNames.FindYearBeforeArea(text)?.ToString() ?? text).Period);
        }

        return current.Period;
    }

    private Seen? Read(string text, Kind kind, Period period)
    {
        if (text.Length > MaxLength || !text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        if (PeriodColumnNames.FindYearBeforeArea(text) is { } together)
        {
            return hasBoundaryYear ? null
                : together.Year == definition.GetBoundaryYear(period) ? new Seen(period.Year, IsOther: false)
                : new Seen(together.Year, IsOther: true);
        }

        if (kind == Kind.Boundaries)
        {
            return PeriodColumnNames.FindYear(text) is { } indeed ? new Seen(indeed.Year, indeed.Year != definition.GetBoundaryYear(period)) : null;
        }

        if (WrittenDates.IsDay(text) || (kind is Kind.Period or Kind.Time or Kind.Day && WrittenDates.IsDayInDigits(text)))
        {
            return (PeriodColumnNames.FindYear(text)?.Year ?? WrittenDates.FindLastYear(text)) is { } day ? new Seen(day, IsOther: false) : null;
        }

        if (text.Length == DigitsOfYear && PeriodColumnNames.FindYear(text) is { } plain)
        {
            return new Seen(plain.Year, kind == Kind.Period && !IsIn(plain.Year, period));
        }

        if (kind == Kind.Period && PeriodColumnNames.FindUnclearYear(text) is { } unclear)
        {
            return new Seen(unclear.Year, !IsIn(unclear.Year, period));
        }

        return text.Length > DigitsOfYear && PublishedPeriod.Read(text).Period is { } other
            ? new Seen(other.Year, periodColumn < 0 ? other != period : other.Start > period.Start || other.End < period.End)
            : null;
    }

    private static bool IsIn(int year, Period period) => period.Start.Year <= year && year <= period.End.Year;

    [GeneratedRegex(
        "code|nummer|number|bouwjaar|geboortejaar|(^|[^a-z])(nr|id)([^a-z]|$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex OtherNameForm();

    [GeneratedRegex(
        @"indeling(en)?(?!\p{L})|^(gemeente|wijk|buurt|gebieds)?grenzen(?!\p{L})|boundar(y|ies)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex BoundaryNameForm();

    [GeneratedRegex("jaar|jaren|year|peil|stand|datum|date|period|tijd|time|meting|wave", RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex TimeNameForm();

    // The kind of name that a column has.
    private enum Kind
    {
        Unknown,
        Other,
        Time,
        Day,
        Boundaries,
        Period,
        Together,
    }

    private readonly record struct Seen(int Year, bool IsOther);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Contradiction(string Text, int Line, Period Period, string PeriodText);

    private sealed class Column(int place, Kind kind)
    {
        private readonly SortedSet<int> years = [];

        public int Place => place;

        public Kind Kind => kind;

        public string? Last { get; private set; }

        public Contradiction? Other { get; private set; }

        public (string Text, int Line)? Different { get; private set; }

        public (string Text, int Line)? Unclear { get; private set; }

        public int Line { get; private set; }

        public int Rows { get; set; }

        public IReadOnlyList<int> Years => [.. years];

        public void Add(string text, Seen seen, int line, Period period, string periodText)
        {
            Last = text;
            Rows++;
            years.Add(seen.Year);
            Line = Line == 0 ? line : Line;
            Different ??= seen.Year != period.Year ? (text.Trim(), line) : null;
            if (seen.IsOther && Other is null)
            {
                Other = new Contradiction(text.Trim(), line, period, periodText.Trim());
            }
        }

        public void SetUnclear(string text, int line) => Unclear ??= (text.Trim(), line);
    }
}
