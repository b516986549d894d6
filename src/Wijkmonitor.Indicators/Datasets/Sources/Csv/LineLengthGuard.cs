using System.Buffers;

namespace Wijkmonitor.Indicators.Datasets.Sources.Csv;

/// <summary>Reader over another reader that refuses a line longer than any real one. A parser would hold it in memory whole.</summary>
/// <param name="reader">The reader.</param>
/// <param name="maxLength">Highest number of characters that a line may have.</param>
/// <param name="undecodable">The characters that the encoding of the text does not have.</param>
internal sealed class LineLengthGuard(TextReader reader, int maxLength, SearchValues<char> undecodable) : TextReader
{
    private long sinceBreak;

    /// <summary>Whether the encoding lacks a character of what was read so far.</summary>
    public bool HasUndecodable { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="LineTooLongException">A line is too long.</exception>
    public override int Read(char[] buffer, int index, int count) => CheckLength(buffer.AsSpan(index, count), reader.Read(buffer, index, count));

    /// <inheritdoc/>
    /// <exception cref="LineTooLongException">A line is too long.</exception>
    public override int Read(Span<char> buffer) => CheckLength(buffer, reader.Read(buffer));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
        }

        base.Dispose(disposing);
    }

    // What is read at once is short next to the longest line, so that looking at its last break is enough.
    private int CheckLength(Span<char> buffer, int read)
    {
        var lastBreak = buffer[..read].LastIndexOfAny('\n', '\r');
        HasUndecodable = HasUndecodable || buffer[..read].ContainsAny(undecodable);
        sinceBreak = lastBreak < 0 ? sinceBreak + read : read - lastBreak - 1;
        return sinceBreak <= maxLength ? read : throw new LineTooLongException();
    }
}

/// <summary>A line is longer than any real one.</summary>
internal sealed class LineTooLongException : Exception;
