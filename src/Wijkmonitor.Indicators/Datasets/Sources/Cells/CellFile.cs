using System.Runtime.ExceptionServices;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Sources.Records;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Datasets.Sources.Cells;

/// <summary>A file whose records consist of cells: a sheet of a workbook, or a list of JSON objects.</summary>
/// <param name="records">Its records.</param>
/// <param name="typeName">The name of what the file is.</param>
internal sealed class CellFile(CellRecords records, BilingualText typeName) : OpenedFile
{
    private readonly List<(Cell[] Cells, int Line)> first = [];
    private Exception? failure;
    private bool isSampled;

    /// <inheritdoc/>
    public override BilingualText? TypeName => typeName;

    /// <inheritdoc/>
    public override FileSample TakeSample(DatasetDefinition definition)
    {
        if (!isSampled)
        {
            ReadFirst();
        }

        isSampled = true;
        return new FileSample([.. first.Select(record => new SampleRecord(ToTexts(record.Cells, definition.DecimalSeparator!.Value), record.Line))]);
    }

    /// <inheritdoc/>
    public override IRecordSource OpenRecords(DatasetDefinition definition) => new Texts(first, failure, records, definition.DecimalSeparator!.Value);

    /// <inheritdoc/>
    protected override void Close() => records.Dispose();

    // What fails is reported when the records are read.
    private void ReadFirst()
    {
        try
        {
            while (first.Count < FileSample.MaxRecords && records.Read() is { } cells)
            {
                first.Add((cells, records.Line));
            }
        }
        catch (Exception e) when (e is DamagedFileException or PartialFileException)
        {
            failure = e;
        }
    }

    private static string[] ToTexts(Cell[] cells, char decimalSeparator)
    {
        var texts = new string[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            texts[i] = cells[i].ToText(decimalSeparator);
        }

        return texts;
    }

    private sealed class Texts(List<(Cell[] Cells, int Line)> first, Exception? failure, CellRecords rest, char decimalSeparator) : IRecordSource
    {
        private string[] fields = [];
        private Cell[] current = [];
        private int read;

        public int Count => fields.Length;

        public int Line { get; private set; }

        public string? BadQuote => null;

        public int UndecodableField => -1;

        public string this[int field] => fields[field];

        public bool Read()
        {
            if (read < first.Count)
            {
                current = first[read].Cells;
                fields = ToTexts(current, decimalSeparator);
                Line = first[read++].Line;
                return true;
            }

            if (failure is not null)
            {
                ExceptionDispatchInfo.Throw(failure);
            }

            if (rest.Read() is not { } cells)
            {
                return false;
            }

            current = cells;
            fields = ToTexts(cells, decimalSeparator);
            Line = rest.Line;
            return true;
        }

        public bool IsNumber(int field) => current[field].IsNumber;

        public void Dispose()
        {
        }
    }
}

/// <summary>Source of records of cells, one after another.</summary>
internal abstract class CellRecords : IDisposable
{
    /// <summary>The row or line of the record that was read last.</summary>
    public abstract int Line { get; }

    /// <summary>Reads the next record; null at the end.</summary>
    /// <exception cref="DamagedFileException">The file breaks off, or is not what its first bytes say.</exception>
    public abstract Cell[]? Read();

    /// <inheritdoc/>
    public abstract void Dispose();
}
