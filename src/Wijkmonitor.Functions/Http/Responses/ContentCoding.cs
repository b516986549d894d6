using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Wijkmonitor.Functions.Http.Responses;

/// <summary>The compression that an answer is sent with: Brotli before gzip, by what the request accepts.</summary>
public static class ContentCoding
{
    private const string Brotli = "br";
    private const string Gzip = "gzip";

    // Below this a compressed answer is hardly smaller, and costs more than it saves.
    private const int MinBytes = 1024;

    // Brotli's levels 4 and 5 give about the size of gzip's best in a fraction of its time.
    private const int BrotliLevel = 4;
    private const int BrotliWindow = 22;

    /// <summary>Selects the coding for an answer of so many bytes, or null for none.</summary>
    public static string? Negotiate(HttpRequest request, int bytes) => bytes < MinBytes ? null : SelectAccepted(request, Brotli, Gzip);

    /// <summary>Selects the first of some codings that a request accepts, or null where it accepts none.</summary>
    public static string? SelectAccepted(HttpRequest request, params IReadOnlyList<string> codings)
    {
        var accepted = StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var list) ? list : [];
        return codings.FirstOrDefault(
            coding => accepted.Any(value => value.Quality is not 0 && value.Value.Equals(coding, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Encodes content in a coding.</summary>
    public static ReadOnlyMemory<byte> Encode(byte[] content, string? coding)
    {
        switch (coding)
        {
            case null:
                return content;
            case Brotli:
                var room = new byte[BrotliEncoder.GetMaxCompressedLength(content.Length)];
                return BrotliEncoder.TryCompress(content, room, out var written, BrotliLevel, BrotliWindow)
                    ? room.AsMemory(0, written)
                    : throw new InvalidOperationException("Brotli needs more room than it says.");
            default:
                using (var compressed = new MemoryStream())
                {
                    using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
                    {
                        gzip.Write(content);
                    }

                    return compressed.ToArray();
                }
        }
    }
}
