using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Sources.Records;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Recognition;

/// <summary>A column in which the rows of a file say their periods, though its dataset expects them elsewhere.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="First">The year of the first row that says one.</param>
internal sealed record PeriodColumn(string Name, Period First)
{
    private const int RankOfDays = 2;

    /// <summary>Finds such a column; null where there is none, or where the definition says what else it is.</summary>
    public static PeriodColumn? Find(DatasetDefinition definition, OpenedFile file, FileSample sample, DeclaredColumns declared)
    {
        var own = new HeaderScanner(sample, declared).Find();
        if ((own is null || !declared.AreIn(own.Names)) && TransposedTable.Find(sample, declared) is { } table)
        {
            sample = table.Transpose(file, sample, definition);
            own = new HeaderScanner(sample, declared).Find();
        }

        if (own is null)
        {
            return null;
        }

        // Of several the one that is named after years counts; what the others say is compared with it.
        List<string[]> rows = [.. sample.Records.Skip(own.Last + 1).Select(record => record.Fields).Where(fields => fields.Length == own.Names.Length)];
        return Enumerable.Range(0, own.Names.Length)
            .Where(column => IsPeriod(own.Names[column], definition, declared))
            .OrderBy(column => GetRank(ColumnName.Normalize(own.Names[column])))
            .Select(column => (Name: own.Names[column], First: FindFirst(own.Names[column], rows.Select(fields => fields[column]))))
            .Where(found => found.First is not null)
            .Select(found => new PeriodColumn(found.Name, found.First!.Value))
            .FirstOrDefault();
    }

    // A column that is named after days can hold years, if it does so from the first row on.
    private static Period? FindFirst(string name, IEnumerable<string> texts) =>
        texts.Where(text => !string.IsNullOrWhiteSpace(text))
            .Take(GetRank(ColumnName.Normalize(name)) == RankOfDays ? 1 : FileSample.MaxRecords)
            .Select(text => WrittenDates.IsDay(text) ? null : PeriodColumnNames.FindYear(text))
            .FirstOrDefault(year => year is not null);

    private static int GetRank(string name) => PeriodColumnNames.Contains(name) ? 0 : PeriodColumnNames.IsYearAndArea(name) ? 1 : RankOfDays;

    private static bool IsPeriod(string name, DatasetDefinition definition, DeclaredColumns declared) =>
        (PeriodColumnNames.CanContainYears(ColumnName.Normalize(name)) || (PeriodColumnNames.IsYearAndArea(name) && definition.HasBoundariesOfPeriod))
            && !declared.Contains(name)
            && definition.IgnoredColumns?.ContainsKey(name) != true && definition.NameColumns?.Contains(name, StringComparer.Ordinal) != true;
}
