namespace Wijkmonitor.Indicators.Datasets.Sources.Records;

/// <summary>Source of the records of a file one after another, each as its fields.</summary>
internal interface IRecordSource : IDisposable
{
    /// <summary>The number of fields of the current record.</summary>
    int Count { get; }

    /// <summary>The line or row that the current record starts on, as an editor or spreadsheet counts.</summary>
    int Line { get; }

    /// <summary>A field of the current record in which a quotation mark is misplaced; null where there is none.</summary>
    string? BadQuote { get; }

    /// <summary>The first field of the current record with characters outside the declared encoding; -1 where there is none.</summary>
    int UndecodableField { get; }

    /// <summary>A field of the current record.</summary>
    string this[int field] { get; }

    /// <summary>Advances to the next record.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="RecordTooLongException">A field or line is longer than any real one.</exception>
    /// <exception cref="DamagedFileException">The file breaks off, or is not what its first bytes say.</exception>
    bool Read();

    /// <summary>Gets the line of a field of the current record, where it differs from that of the record.</summary>
    int GetLine(int field) => Line;

    /// <summary>Whether a field of the current record is a number by itself.</summary>
    /// <remarks>Its text then has no separator that can be meant otherwise.</remarks>
    bool IsNumber(int field) => false;

    /// <summary>Gets the lines of comment that were passed over since the last call.</summary>
    IReadOnlyList<CommentLine> ReadComments() => [];
}

/// <summary>A field or line is longer than any real one.</summary>
/// <param name="line">The line.</param>
internal sealed class RecordTooLongException(int line) : Exception
{
    /// <summary>The line.</summary>
    public int Line => line;
}

/// <summary>A file breaks off, or is not what its first bytes say.</summary>
internal sealed class DamagedFileException(Exception? cause = null) : Exception(message: null, cause);
