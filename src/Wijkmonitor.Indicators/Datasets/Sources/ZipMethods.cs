using System.Buffers.Binary;

namespace Wijkmonitor.Indicators.Datasets.Sources;

/// <summary>Finder of the way in which a zip was packed, where that is none that can be unpacked.</summary>
internal static class ZipMethods
{
    private const int EndLength = 22;
    private const int MaxEnd = EndLength + ushort.MaxValue;
    private const int HeaderLength = 46;

    private static readonly Dictionary<int, string> Names = new()
    {
        [1] = "Shrink",
        [6] = "Implode",
        [12] = "bzip2",
        [14] = "LZMA",
        [93] = "Zstandard",
        [95] = "XZ",
        [97] = "WavPack",
        [98] = "PPMd",
        [99] = "AES",
    };

    private static ReadOnlySpan<byte> EndMark => [(byte)'P', (byte)'K', 5, 6];

    private static ReadOnlySpan<byte> HeaderMark => [(byte)'P', (byte)'K', 1, 2];

    /// <summary>Finds the name of the first such way in a zip; null where there is none.</summary>
    /// <param name="content">The zip; it can be read from any place.</param>
    public static string? Find(Stream content)
    {
        var tail = new byte[Math.Min(content.Length, MaxEnd)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf(EndMark);
        if (end < 0 || end + EndLength > tail.Length)
        {
            return null;
        }

        content.Position = Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16)), content.Length);
        var header = new byte[HeaderLength];
        while (content.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength && header.AsSpan().StartsWith(HeaderMark))
        {
            if (Names.TryGetValue(ReadNumber(header, 10), out var name))
            {
                return name;
            }

            content.Position += ReadNumber(header, 28) + ReadNumber(header, 30) + ReadNumber(header, 32);
        }

        return null;
    }

    private static int ReadNumber(byte[] header, int place) => BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(place));
}
