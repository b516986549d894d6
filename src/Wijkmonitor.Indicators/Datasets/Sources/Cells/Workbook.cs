using System.Globalization;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.PersonalData;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Sources.Records;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Datasets.Sources.Cells;

/// <summary>Opener of an Excel workbook (.xlsx) at the sheet that has the rows.</summary>
internal static class Workbook
{
    private const int HeaderRows = 20;

    /// <summary>The name of what it is.</summary>
    public static readonly BilingualText TypeName = new("een werkmap van Excel (.xlsx)", "an Excel workbook (.xlsx)");

    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Opens a workbook. One that has no sheet with rows, or several and none that was named, goes to the log.</summary>
    /// <param name="content">The workbook; it can be read from any place.</param>
    /// <param name="sheets">The names of sheets that the definition gives; none where it gives none.</param>
    /// <param name="log">Log for the problems.</param>
    public static OpenedFile? Open(Stream content, IReadOnlyCollection<string> sheets, ProblemLog log)
    {
        IExcelDataReader? reader = null;
        try
        {
            reader = CreateReader(content);
            var found = FindSheets(reader);
            var wanted = found.Count == 1 ? found : [.. found.Where(name => sheets.Contains(name, StringComparer.OrdinalIgnoreCase))];
            if (wanted is [var only])
            {
                reader.Dispose();
                if (FindPersons(content, only) is { } persons)
                {
                    log.Add(persons);
                    return null;
                }

                var errors = WorkbookErrors.Find(content, only, out var withoutValue);
                if (withoutValue is { } place)
                {
                    log.Add(FileTypeProblems.FormulaWithoutValue(only, place.Row + 1, place.Name));
                    return null;
                }

                reader = CreateReader(content);
                GoTo(reader, only);
                return new CellFile(new SheetRecords(reader, errors), TypeName) { SheetName = only };
            }

            log.Add(found.Count == 0 ? FileProblems.FileEmpty() : FileTypeProblems.SeveralSheets(found));
        }
        catch (Exception e) when (IsDamage(e))
        {
            log.Add(FileTypeProblems.Damaged(TypeName));
        }

        reader?.Dispose();
        return null;
    }

    /// <summary>Whether an exception says that a workbook is not as it must be.</summary>
    public static bool IsDamage(Exception e) =>
        e is ExcelReaderException or XmlException or InvalidDataException or FormatException or ArgumentException or InvalidOperationException
            or IndexOutOfRangeException or KeyNotFoundException or NullReferenceException or OverflowException or NotSupportedException;

    private static IExcelDataReader CreateReader(Stream content) => ExcelReaderFactory.CreateReader(content, new ExcelReaderConfiguration { LeaveOpen = true });

    private static List<string> FindSheets(IExcelDataReader reader)
    {
        var names = new List<string>();
        do
        {
            if (reader is { VisibleState: "visible", RowCount: > 0, FieldCount: > 0 })
            {
                names.Add(reader.Name);
            }
        }
        while (reader.NextResult());
        return names;
    }

    // The workbook is kept as it was delivered, so with its other sheets, hidden ones among them.
    private static RowProblem? FindPersons(Stream content, string read)
    {
        using var reader = CreateReader(content);
        do
        {
            if (reader.Name != read && FindPersons(reader) is { } row)
            {
                return FileTypeProblems.PersonsInSheet(reader.Name, row);
            }
        }
        while (reader.NextResult());
        return null;
    }

    // The row of the first: a text, or a number in a column of which most are citizen service numbers.
    private static int? FindPersons(IExcelDataReader reader)
    {
        var numbers = new NumbersByColumn();
        while (reader.Read())
        {
            var row = reader.Depth + 1;
            for (var column = 0; column < reader.FieldCount; column++)
            {
                var value = reader.GetValue(column);
                var text = value is double number ? number.ToString("R", CultureInfo.InvariantCulture) : value as string ?? "";
                if (!numbers.TryCount(column, text, row) && value is string
                    && (PersonalDataDetector.Find(text.Trim(' ')) is not null || (row <= HeaderRows && PersonalDataDetector.IsPersonalColumnName(text))))
                {
                    return row;
                }
            }
        }

        return numbers.FindBsns().Select(found => (int?)found.Line).Min();
    }

    private static void GoTo(IExcelDataReader reader, string name)
    {
        while (reader.Name != name && reader.NextResult())
        {
        }
    }
}
