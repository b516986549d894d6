using System.Buffers;
using Azure.Core;

namespace Azure.Data.Tables.Pipeline;

/// <summary>A request's body in one buffer, which can be sent any number of times.</summary>
internal sealed class BufferContent : RequestContent, IBufferWriter<byte>
{
    private const int FirstSize = 4096;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int length;

    public void Advance(int count) => length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return buffer.AsMemory(length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return buffer.AsSpan(length);
    }

    public override bool TryComputeLength(out long length)
    {
        length = this.length;
        return true;
    }

    public override void WriteTo(Stream stream, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        stream.Write(buffer, 0, length);
    }

    public override async Task WriteToAsync(Stream stream, CancellationToken cancellation) =>
        await stream.WriteAsync(buffer.AsMemory(0, length), cancellation);

    /// <summary>Gives the buffer back. Only for who is sure that nothing reads it any more.</summary>
    public void Recycle()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        length = 0;
    }

    // The pipeline disposes of a request while a connection that was given up may still be reading its body.
    public override void Dispose()
    {
    }

    private void Reserve(int count)
    {
        if (buffer.Length - length >= count)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, length + count));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
