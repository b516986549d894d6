using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Sources.Csv;
using Wijkmonitor.Indicators.Datasets.Sources.Records;

namespace Wijkmonitor.Indicators.Datasets.Recognition;

/// <summary>Finder of the layout of a file among those of its dataset, and of the year in a title.</summary>
internal static class LayoutFinder
{
    // The letters of codes, those of the largest areas first. A column whose codes can have any comes before one of municipalities.
    private static readonly string[] Levels = ["GM", "", "WK", "BU"];

    /// <summary>Gets the definition with the layout that fits the file best; as it is where none fits, or two do.</summary>
    /// <param name="definition">The definition of the file's dataset.</param>
    /// <param name="file">The file.</param>
    /// <param name="getColumns">Gets the columns of the files of a definition.</param>
    /// <param name="log">Receives a problem where two layouts fit as well and read other figures.</param>
    public static DatasetDefinition Find(DatasetDefinition definition, OpenedFile file, Func<DatasetDefinition, DeclaredColumns> getColumns, ProblemLog log)
    {
        definition = file.EntryName is { } entry ? definition.ForEntry(entry) : definition;
        var candidates = definition.GetCandidates();
        var best = candidates[0];
        LayoutFit? fit = null;
        DatasetDefinition? rival = null;
        foreach (var candidate in candidates.Count > 1 ? candidates : [])
        {
            if (LayoutFit.Find(candidate, file, getColumns(candidate)) is not { } found)
            {
                continue;
            }

            if (fit is null || found.CompareTo(fit.Value) > 0 || (found.CompareTo(fit.Value) == 0 && IsFiner(candidate, best)))
            {
                (best, fit, rival) = (candidate, found, null);
            }
            else if (found.CompareTo(fit.Value) == 0 && found.Reading != fit.Value.Reading)
            {
                rival = candidate;
            }
        }

        if (rival is not null)
        {
            log.Add(HeaderProblems.LayoutAmbiguous(best.Layout ?? best.Title, rival.Layout ?? rival.Title));
            return definition;
        }

        if (fit is null && candidates.Count > 1)
        {
            best = candidates.FirstOrDefault(candidate => HasOtherDelimiter(candidate, file, getColumns(candidate))) ?? best;
        }

        return best.IsAboutOneYear || (best.PeriodSource == PeriodSource.Column && (best.IsWide || best.Format == DatasetFormat.Long))
            ? WithYearInside(best, file, getColumns(best)) : best;
    }

    /// <summary>Transposes a file that has a column for each area, or null where it has none or fits without that.</summary>
    public static OpenedFile? Transpose(DatasetDefinition definition, OpenedFile file, DeclaredColumns columns, ProblemLog log)
    {
        var sample = file.TakeSample(definition);
        return new HeaderScanner(sample, columns).Find() is { } place && columns.AreIn(place.Names)
            ? null
            : TransposedTable.Find(sample, columns)?.Transpose(file, definition, log.Tally);
    }

    // A list of neighbourhoods can name the district and the municipality of each.
    private static bool IsFiner(DatasetDefinition definition, DatasetDefinition other) =>
        GetPrefix(definition) is { } prefix && GetPrefix(other) is { } than && Array.IndexOf(Levels, prefix) > Array.IndexOf(Levels, than);

    private static string? GetPrefix(DatasetDefinition definition) =>
        definition.RecordColumns?.GetValueOrDefault("code") is { } code ? code.Prefix ?? "" : null;

    // Such a file is refused, by the columns that it would have.
    private static bool HasOtherDelimiter(DatasetDefinition definition, OpenedFile file, DeclaredColumns columns) =>
        file is TextFile text && CsvDialect.Delimiters.Any(delimiter => delimiter != definition.Delimiter
            && new HeaderScanner(text.TakeSample(definition, delimiter), columns).Find() is { } place && !columns.FindMissing(place.Names).Any());

    // A column with periods says them of each row; a title such as "Kerncijfers wijken en buurten 2015" says the year of all.
    private static DatasetDefinition WithYearInside(DatasetDefinition definition, OpenedFile file, DeclaredColumns columns)
    {
        var sample = file.TakeSample(definition);
        if (definition.IsAboutOneYear && definition.Format != DatasetFormat.Records && PeriodColumn.Find(definition, file, sample, columns) is { } column)
        {
            definition = definition.WithPeriodColumn(column.Name, column.First);
        }

        return definition.PeriodSource == PeriodSource.Fixed ? definition : definition.WithTitles([.. GetSheetName(file), .. FindTitles(sample, columns)]);
    }

    private static IEnumerable<string> FindTitles(FileSample sample, DeclaredColumns columns) =>
        new HeaderScanner(sample, columns).Find() is { First: > 0 } place
            ? sample.GetTitles(place.First)
            : TransposedTable.Find(sample, columns)?.GetTitles(sample) ?? [];

    // The name of a sheet says what is on it, as a title does.
    private static IEnumerable<string> GetSheetName(OpenedFile file) => file.SheetName is { } name ? [name] : [];
}
