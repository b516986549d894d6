namespace Wijkmonitor.Indicators.Datasets.Sources.Records;

/// <summary>The first records of a file.</summary>
/// <param name="Records">The records.</param>
/// <param name="BadQuote">A field of them in which a quotation mark is misplaced; null where there is none.</param>
internal sealed record FileSample(IReadOnlyList<SampleRecord> Records, string? BadQuote = null)
{
    /// <summary>Highest number of records that are kept.</summary>
    public const int MaxRecords = 200;

    /// <summary>Reads the first records.</summary>
    /// <param name="records">The records from the start.</param>
    /// <param name="isWhole">Whether they go on to the end of the file; otherwise the last one may be cut off.</param>
    public static FileSample Read(IRecordSource records, bool isWhole = true)
    {
        var read = new List<SampleRecord>();
        string? badQuote = null;
        try
        {
            while (read.Count < MaxRecords && records.Read())
            {
                read.Add(SampleRecord.From(records));
                badQuote ??= records.BadQuote;
            }
        }
        catch (Exception e) when (e is RecordTooLongException or DamagedFileException)
        {
            return new FileSample(read, badQuote);
        }

        if (!isWhole && read.Count is > 1 and < MaxRecords)
        {
            read.RemoveAt(read.Count - 1);
        }

        return new FileSample(read, badQuote);
    }
}

/// <summary>A record that is kept, such as one of the first.</summary>
/// <param name="Fields">Its fields as read.</param>
/// <param name="Line">The line that it starts on.</param>
/// <param name="Numbers">Whether each field is a number by itself; null where none is.</param>
internal readonly record struct SampleRecord(string[] Fields, int Line, bool[]? Numbers = null)
{
    /// <summary>Keeps the current record of a source.</summary>
    public static SampleRecord From(IRecordSource records)
    {
        bool[] numbers = [.. Enumerable.Range(0, records.Count).Select(records.IsNumber)];
        return new(
            [.. Enumerable.Range(0, records.Count).Select(field => records[field])], records.Line, numbers.Contains(true) ? numbers : null);
    }
}
