using System.Runtime.InteropServices;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Sources.Records;

namespace Wijkmonitor.Indicators.Datasets.Recognition;

/// <summary>Count of how well a layout fits the first records of a file.</summary>
/// <param name="IsComplete">Whether the file has all columns that it must have, and one with figures.</param>
/// <param name="Columns">Number of the layout's columns that it has.</param>
/// <param name="Misfits">Number of its first figures that cannot be read, or can be meant as thousands.</param>
/// <param name="IsPaddedOtherwise">Whether figures are filled up with spaces where the layout has that not, or the other way round.</param>
/// <param name="Reading">Reading of its first figures; of two layouts with the same one it does not matter which is taken.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LayoutFit(bool IsComplete, int Columns, int Misfits, bool IsPaddedOtherwise, int Reading) : IComparable<LayoutFit>
{
    /// <summary>Gets the fit of a layout; null where the file has none of its columns.</summary>
    public static LayoutFit? Find(DatasetDefinition definition, OpenedFile file, DeclaredColumns declared)
    {
        var sample = file.TakeSample(definition);
        var own = Find(definition, sample, declared);
        return own is not { IsComplete: true } && TransposedTable.Find(sample, declared) is { } table
            ? Find(definition, table.Transpose(file, sample, definition), declared)
            : own;
    }

    private static LayoutFit? Find(DatasetDefinition definition, FileSample sample, DeclaredColumns declared)
    {
        if (new HeaderScanner(sample, declared).Find() is not { } place)
        {
            return null;
        }

        var figures = Enumerable.Range(0, place.Names.Length).Where(column => declared.HasFigures(place.Names[column])).ToList();
        var cells = sample.Records.Skip(place.Last + 1)
            .Where(record => record.Fields.Length == place.Names.Length && !UnitLine.Is(record.Fields))
            .SelectMany(record => figures.Select(column => record.Fields[column]))
            .ToList();
        var reading = new HashCode();
        var misfits = cells.Count(cell => !IsReadable(cell, definition, ref reading));
        return new LayoutFit(declared.AreIn(place.Names), place.Matches, misfits, IsOtherwise(definition.IsPadded, cells), reading.ToHashCode());
    }

    /// <summary>Compares; the layout that fits better is the larger one.</summary>
    public int CompareTo(LayoutFit other) =>
        IsComplete.CompareTo(other.IsComplete) is var byAll and not 0 ? byAll
        : Columns.CompareTo(other.Columns) is var byColumns and not 0 ? byColumns
        : other.Misfits.CompareTo(Misfits) is var byMisfits and not 0 ? byMisfits
        : other.IsPaddedOtherwise.CompareTo(IsPaddedOtherwise);

    private static bool IsReadable(string cell, DatasetDefinition definition, ref HashCode reading)
    {
        var text = NumberFormat.Trim(cell);
        if (definition.Symbols?.ContainsKey(text.ToString()) == true)
        {
            return true;
        }

        if (definition.NumberFormat.ReadScore(text.TrimEnd('%'), out var number) != NumberParseError.None)
        {
            return false;
        }

        // 1.260 can be twelve hundred and sixty: it does not show which character separates decimals.
        reading.Add(number);
        return !NumberProblems.CanBeThousands(text);
    }

    private static bool IsOtherwise(bool? padded, List<string> cells) =>
        padded is { } wanted
        && cells.Exists(cell => !string.IsNullOrWhiteSpace(cell))
        && wanted != cells.Exists(cell => cell.Length > 0 && (cell[0] == ' ' || cell[^1] == ' '));
}
