using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Wijkmonitor.Functions.Storage.Rows;

/// <summary>A delivered file on local disk, so that it can be read more than once, and its checksum. It is deleted on disposal.</summary>
public sealed class LocalCopy : IDisposable
{
    private const int BufferSize = 128 * 1024;
    private const string Prefix = "wijkmonitor-";
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);
    private readonly string path;

    private LocalCopy(string path, string sha256, string deliveryHash, int lines)
    {
        this.path = path;
        Sha256 = sha256;
        DeliveryHash = deliveryHash;
        Lines = lines;
    }

    /// <summary>The SHA-256 of the content, in hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>The SHA-256 of the dataset's name, a line feed and the content, in hexadecimal.</summary>
    public string DeliveryHash { get; }

    /// <summary>Number of line feeds: about the number of rows, before reading.</summary>
    public int Lines { get; }

    /// <summary>Copies a stream to disk.</summary>
    public static async Task<LocalCopy> CreateAsync(Stream content, string dataset, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Prefix}{Guid.NewGuid():N}");
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var deliveryHash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        deliveryHash.AppendData(Encoding.UTF8.GetBytes(dataset + "\n"));
        var lines = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true))
            {
                int read;
                while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
                {
                    lines += buffer.AsSpan(0, read).Count((byte)'\n');
                    sha256.AppendData(buffer, 0, read);
                    deliveryHash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }
            }

            return new LocalCopy(
                path, Convert.ToHexStringLower(sha256.GetCurrentHash()), Convert.ToHexStringLower(deliveryHash.GetCurrentHash()), lines);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Removes copies that were left behind by processes that died; nothing works on a copy for as long as a day.</summary>
    public static void DeleteStale(TimeProvider time)
    {
        foreach (var file in new DirectoryInfo(Path.GetTempPath()).EnumerateFiles(Prefix + "*"))
        {
            if (time.GetUtcNow() - new DateTimeOffset(file.LastWriteTimeUtc) > MaxAge)
            {
                file.Delete();
            }
        }
    }

    /// <summary>Opens the file from its start.</summary>
    public Stream OpenRead() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize);

    /// <inheritdoc/>
    public void Dispose() => File.Delete(path);
}
