namespace Wijkmonitor.Indicators.Datasets.Sources.Streams;

/// <summary>Stream that keeps its first bytes, to recognise a file before it is read.</summary>
internal sealed class HeadStream : ForwardStream
{
    private const int MaxHead = 80_000;
    private readonly Stream content;
    private readonly byte[] head;
    private int position;

    private HeadStream(Stream content, byte[] head, bool isWhole)
    {
        this.content = content;
        this.head = head;
        IsWhole = isWhole;
    }

    /// <summary>The first bytes.</summary>
    public ReadOnlyMemory<byte> Head => head;

    /// <summary>Whether the first bytes are all there are.</summary>
    public bool IsWhole { get; }

    /// <summary>Gets the stream with all its bytes, to be read from any place.</summary>
    /// <exception cref="NotSupportedException">It is larger than its first bytes and can be read from start to end only.</exception>
    public Stream ToSeekable() => IsWhole ? new MemoryStream(head) : content.CanSeek ? content : throw new NotSupportedException();

    /// <summary>Reads the first bytes of a stream, unless that was done before.</summary>
    public static HeadStream From(Stream content)
    {
        if (content is HeadStream read)
        {
            return read;
        }

        var head = new byte[MaxHead];
        var length = content.ReadAtLeast(head, MaxHead, throwOnEndOfStream: false);
        return new HeadStream(content, length == MaxHead ? head : head[..length], length < MaxHead);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (position == head.Length)
        {
            return content.Read(buffer);
        }

        var read = Math.Min(buffer.Length, head.Length - position);
        head.AsSpan(position, read).CopyTo(buffer);
        position += read;
        return read;
    }
}
