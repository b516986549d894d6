using Wijkmonitor.Indicators.Datasets.Definitions;

namespace Wijkmonitor.Indicators.Datasets.Sources.Records;

/// <summary>A table with a column for each area, turned: its rows are columns, and each area is a record.</summary>
/// <remarks>Turned it is in memory as a whole; a table of so many columns is not long.</remarks>
/// <param name="file">The file as it was opened.</param>
/// <param name="names">The names of the columns, which are the labels of its rows.</param>
/// <param name="rows">Its rows without their labels, each with the line that it is on.</param>
/// <param name="line">The line with the codes of the areas.</param>
/// <param name="notes">The titles, labels and notes around it.</param>
internal sealed class TransposedFile(
    OpenedFile file, string[] names, IReadOnlyList<SampleRecord> rows, int line, IReadOnlyList<CommentLine> notes) : OpenedFile
{
    /// <inheritdoc/>
    public override Localization.BilingualText? TypeName => file.TypeName;

    private int Areas => rows.Max(row => row.Fields.Length);

    /// <inheritdoc/>
    public override FileSample TakeSample(DatasetDefinition definition) =>
        new([
            new SampleRecord(names, line),
            .. Enumerable.Range(0, Math.Min(Areas, FileSample.MaxRecords - 1)).Select(area => new SampleRecord(GetFields(area), line))]);

    /// <inheritdoc/>
    public override IRecordSource OpenRecords(DatasetDefinition definition) => new Records(this);

    /// <inheritdoc/>
    protected override void Close() => file.Dispose();

    private string[] GetFields(int area) => [.. rows.Select(row => area < row.Fields.Length ? row.Fields[area] : "")];

    private sealed class Records(TransposedFile file) : IRecordSource
    {
        private int next = -1;
        private string[] fields = [];
        private int area = -1;

        public int Count => fields.Length;

        public int Line => file.Line;

        public string? BadQuote => null;

        public int UndecodableField => -1;

        public string this[int field] => fields[field];

        public bool Read()
        {
            if (next >= file.Areas)
            {
                return false;
            }

            fields = next < 0 ? file.Names : file.GetFields(next);
            area = next;
            next++;
            return true;
        }

        public int GetLine(int field) => file.GetRowLine(field);

        // All of them come with the first record.
        public IReadOnlyList<CommentLine> ReadComments() => next == 0 ? file.Notes : [];

        public bool IsNumber(int field) => file.IsNumber(field, area);

        public void Dispose()
        {
        }
    }

    private int Line => line;

    private string[] Names => names;

    private IReadOnlyList<CommentLine> Notes => notes;

    private bool IsNumber(int row, int area) => area >= 0 && rows[row].Numbers is { } numbers && area < numbers.Length && numbers[area];

    private int GetRowLine(int row) => rows[row].Line;
}
