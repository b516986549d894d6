using Wijkmonitor.Indicators.Datasets.Sources.Records;

namespace Wijkmonitor.Indicators.Datasets.Sources.Streams;

/// <summary>Stream of a file as it is unpacked, checked against the length and checksum that its zip says.</summary>
/// <param name="content">The unpacked content.</param>
/// <param name="length">Number of bytes that the zip says that it has.</param>
/// <param name="checksum">Its CRC-32.</param>
internal sealed class UnpackedStream(Stream content, long length, uint checksum) : ForwardStream
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(octet => Shift((uint)octet))];
    private long read;
    private uint crc = uint.MaxValue;

    /// <inheritdoc/>
    /// <exception cref="DamagedFileException">The content cannot be unpacked, or is not what the zip says.</exception>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            var count = content.Read(buffer);
            Add(buffer[..count]);
            return read <= length && (count > 0 || buffer.IsEmpty || ~crc == checksum) ? count : throw new DamagedFileException();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new DamagedFileException(e);
        }
    }

    private static uint Shift(uint octet)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            octet = (octet & 1) == 0 ? octet >> 1 : (octet >> 1) ^ Polynomial;
        }

        return octet;
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        read += bytes.Length;
        foreach (var octet in bytes)
        {
            crc = Table[(byte)crc ^ octet] ^ (crc >> 8);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
        }

        base.Dispose(disposing);
    }
}
