using System.Text;
using Wijkmonitor.Indicators.Datasets.Sources.Records;

namespace Wijkmonitor.Indicators.Datasets.Sources.Csv;

/// <summary>Reader over another reader that keeps the lines of comment, which a parser passes over.</summary>
/// <param name="reader">The reader.</param>
/// <param name="comment">The character that such a line begins with.</param>
internal sealed class CommentReader(TextReader reader, char comment) : TextReader
{
    // The rest of a longer line is not kept.
    private const int MaxLength = 10_000;
    private readonly StringBuilder current = new();
    private readonly List<CommentLine> comments = [];
    private bool isAtStart = true;
    private bool isComment;
    private int line = 1;

    /// <summary>Gets the lines of comment that were read since the last call.</summary>
    public IReadOnlyList<CommentLine> ReadComments()
    {
        if (comments.Count == 0)
        {
            return [];
        }

        CommentLine[] taken = [.. comments];
        comments.Clear();
        return taken;
    }

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Inspect(buffer.AsSpan(index, count), reader.Read(buffer, index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer) => Inspect(buffer, reader.Read(buffer));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Inspect(ReadOnlySpan<char> buffer, int read)
    {
        var rest = buffer[..read];
        while (!rest.IsEmpty)
        {
            isComment = isAtStart ? rest[0] == comment : isComment;
            var end = rest.IndexOf('\n');
            isAtStart = end >= 0;
            Keep(isAtStart ? rest[..end] : rest);
            if (isAtStart)
            {
                EndLine();
            }

            rest = isAtStart ? rest[(end + 1)..] : [];
        }

        if (read == 0)
        {
            EndLine();
        }

        return read;
    }

    private void Keep(ReadOnlySpan<char> part)
    {
        if (isComment)
        {
            current.Append(part[..Math.Min(part.Length, MaxLength - current.Length)]);
        }
    }

    private void EndLine()
    {
        if (isComment)
        {
            comments.Add(new CommentLine(line, current.ToString().TrimEnd('\r')));
            current.Clear();
            isComment = false;
        }

        line++;
    }
}
