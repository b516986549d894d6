using System.Globalization;
using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Recognition;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Rows;

/// <summary>Check of columns with parts of a year that the definition does not name.</summary>
/// <remarks>Such a row is never stored as a whole year. A row whose own period is no year only says it once more.</remarks>
internal sealed partial class UndeclaredParts(CsvRowReader rows, ProblemLog log)
{
    private readonly List<(int Place, int? MaxNumber)> columns = [];
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
    }

    /// <summary>Inspects the current row; each column is reported once.</summary>
    public void InspectRow()
    {
        if (columns.Count == 0 || (periodColumn >= 0 && PublishedPeriod.Read(rows[periodColumn]).Period is { IsCalendarYear: false }))
        {
            return;
        }

        for (var i = columns.Count - 1; i >= 0; i--)
        {
            var (place, max) = columns[i];
            if (rows[place].Trim() is { Length: > 0 } text && (max is { } number ? IsPart(text, number) : PartOfYear.IsPart(text)))
            {
                log.Add(PeriodProblems.PartInColumn(rows.Line, rows.GetName(place), text));
                columns.RemoveAt(i);
            }
        }
    }

    // A number that no such part has is a figure.
    private static bool IsPart(string text, int max) =>
        int.TryParse(WholeNumberForm().Replace(text, ""), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number > 0 && number <= max
        : PartOfYear.IsPart(text) || (text.AsSpan().ContainsAnyExceptInRange('0', '9') && !WholeForm().IsMatch(text) && !NumberForm().IsMatch(text));

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
