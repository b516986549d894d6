using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Rows;

/// <summary>Reader of the periods that rows of figures are about. Counts the rows about periods that the dataset does not declare.</summary>
/// <remarks>
/// Without <see cref="DatasetDefinition.Periods"/> such rows refuse the file: nobody said what they are to be taken for. With it they are passed over
/// and named, as where CBS gives months and the year in one table; a file that has no others is refused all the same.
/// </remarks>
/// <param name="definition">The file's dataset.</param>
/// <param name="rows">The rows.</param>
/// <param name="log">Log for the problems.</param>
internal sealed class RowPeriods(DatasetDefinition definition, CsvRowReader rows, ProblemLog log)
{
    // A file has few periods and many rows.
    private readonly Dictionary<string, PublishedPeriod> known = new(StringComparer.Ordinal);
    private readonly List<UndeclaredPeriods> undeclared = [];
    private readonly SortedSet<int> years = [];
    private bool isAnyDeclared;
    private bool isAnyOther;
    private Period last;
    private int column = -1;

    /// <summary>The whole years that the rows are about, once they were read; none where some are about something else.</summary>
    public IReadOnlyCollection<int> WholeYears =>
        isAnyOther || undeclared.Count > 0 ? [] : definition.FilePeriod is { IsCalendarYear: true } year ? [year.Year] : years;

    /// <summary>Counts the current row as skipped if it is about a period that the dataset does not declare.</summary>
    /// <returns>Whether the row is to be skipped.</returns>
    public bool TrySkip(int column)
    {
        var published = Parse(rows[column]);
        if (published is { Period: null, IsPartOfWeek: false })
        {
            return false;
        }

        if (published.Period is { } period && definition.AcceptsGranularity(period.Granularity))
        {
            isAnyDeclared = true;
            return false;
        }

        this.column = column;
        Count(published.Period?.Granularity);
        return true;
    }

    /// <summary>Reads the period of the current row; one that is malformed is reported, and null is given.</summary>
    public PublishedPeriod? Read(int column)
    {
        var published = Parse(rows[column]);
        if (published.Period is { } period)
        {
            AddYear(period);
            return definition.RowPeriod is { } only && only.Year != period.Year ? Refuse(column, only) : published;
        }

        log.Add(definition.Periods is null
            ? RowProblems.PeriodInvalid(rows.Line, rows.GetName(column), rows[column])
            : PeriodProblems.Invalid(rows.Line, rows.GetName(column), rows[column], definition.Periods));
        return null;
    }

    /// <summary>Reports the rows that were passed over, once the file was read.</summary>
    public void Report()
    {
        var isRefused = definition.Periods is null || !isAnyDeclared;
        foreach (var found in undeclared)
        {
            log.Add(PeriodProblems.Undeclared(rows.GetName(column), found, definition.Periods ?? [PeriodGranularity.Year], isRefused));
        }

        if (!definition.IsAboutOneYear && !isAnyOther && undeclared.Count == 0 && FindPart() is { } part)
        {
            var isCertain = part.Month is null && years.Count == 1 && part.FindYear() is not null;
            log.Add(isCertain && definition.Periods?.Any(kind => kind != PeriodGranularity.Year) != true
                ? PeriodProblems.PartOfYear(part.Text, year: null)
                : PeriodProblems.PartToConfirm(part.Text));
        }
    }

    // Rows of other periods than years show that those of years are meant so; of a year that was chosen a month is that in which the file was made.
    private PartOfYear? FindPart() => definition.FileParts
        .Where(part => years.Count > 0 && part.CanBeAbout(years) && (part.Month is null || definition.Choice is null))
        .OrderBy(part => part.Month is not null)
        .ThenBy(part => part.FindYear() is null)
        .FirstOrDefault();

    private void AddYear(Period period)
    {
        if (period == last)
        {
            return;
        }

        last = period;
        isAnyOther |= !period.IsCalendarYear;
        years.Add(period.Year);
    }

    private PublishedPeriod? Refuse(int column, Period only)
    {
        log.Add(PeriodProblems.RowDiffers(rows.Line, rows.GetName(column), rows[column], only.Year, isChosen: definition.Choice is not null));
        return null;
    }

    private PublishedPeriod Parse(string text)
    {
        if (!known.TryGetValue(text, out var published))
        {
            published = PublishedPeriod.Read(RemoveArea(text));
            if (published is not { Period: null, IsPartOfWeek: false })
            {
                known.Add(text, published);
            }
        }

        return published;
    }

    // 2022GM0153 is the year and the area.
    private string RemoveArea(string text) =>
        PeriodColumnNames.IsYearAndArea(definition.Columns!.Period ?? "") && PeriodColumnNames.FindYearBeforeArea(text) is { } year ? year.ToString() : text;

    private void Count(PeriodGranularity? granularity)
    {
        var place = undeclared.FindIndex(found => found.Granularity == granularity);
        if (place < 0)
        {
            undeclared.Add(new UndeclaredPeriods(granularity, rows.Line, rows[column], 1));
            return;
        }

        undeclared[place] = undeclared[place] with { Rows = undeclared[place].Rows + 1 };
    }
}
