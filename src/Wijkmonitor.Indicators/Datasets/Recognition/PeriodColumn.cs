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
    /// <summary>Finds such a column; null where there is none, or where the definition says what else it is.</summary>
    public static PeriodColumn? Find(DatasetDefinition definition, OpenedFile file, FileSample sample, DeclaredColumns declared)
    {
        var own = new HeaderScanner(sample, declared).Find();
        if ((own is null || !declared.AreIn(own.Names)) && TransposedTable.Find(sample, declared) is { } table)
        {
            sample = table.Transpose(file, sample, definition);
            own = new HeaderScanner(sample, declared).Find();
        }

        var column = own is null ? -1 : Array.FindIndex(own.Names, name => IsPeriod(name, definition, declared));
        return column >= 0
            && sample.Records.Skip(own!.Last + 1).Where(record => record.Fields.Length == own.Names.Length)
                .Select(record => record.Fields[column]).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) is { } text
            && !WrittenDates.IsDay(text) && PeriodColumnNames.FindYear(text) is { } first
            ? new PeriodColumn(own.Names[column], first) : null;
    }

    private static bool IsPeriod(string name, DatasetDefinition definition, DeclaredColumns declared) =>
        PeriodColumnNames.CanContainYears(ColumnName.Normalize(name)) && !declared.Contains(name)
            && definition.IgnoredColumns?.ContainsKey(name) != true && definition.NameColumns?.Contains(name, StringComparer.Ordinal) != true;
}
