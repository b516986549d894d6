using ExcelDataReader;
using Wijkmonitor.Indicators.Datasets.Sources.Records;

namespace Wijkmonitor.Indicators.Datasets.Sources.Cells;

/// <summary>Reader of the rows of one sheet of a workbook, a row at a time.</summary>
/// <param name="reader">A reader that comes before the sheet's first row.</param>
/// <param name="errors">The cells with an error.</param>
internal sealed class SheetRecords(IExcelDataReader reader, IReadOnlyDictionary<CellAddress, string> errors) : CellRecords
{
    /// <inheritdoc/>
    public override int Line => reader.Depth + 1;

    /// <inheritdoc/>
    public override Cell[]? Read()
    {
        try
        {
            return reader.Read() ? [.. Enumerable.Range(0, reader.FieldCount).Select(ReadCell)] : null;
        }
        catch (Exception e) when (Workbook.IsDamage(e))
        {
            throw new DamagedFileException(e);
        }
    }

    /// <inheritdoc/>
    public override void Dispose() => reader.Dispose();

    private Cell ReadCell(int column) =>
        errors.Count > 0 && errors.TryGetValue(new CellAddress(reader.Depth, column), out var error) ? new Cell(error)
        : reader.GetValue(column) is double number ? new Cell(number, reader.GetNumberFormatString(column)?.Contains('%', StringComparison.Ordinal) == true)
        : new Cell(reader.GetValue(column));
}
