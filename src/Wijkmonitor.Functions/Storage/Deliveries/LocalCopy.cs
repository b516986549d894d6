using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Wijkmonitor.Functions.Storage.Deliveries;

/// <summary>A delivered file on local disk, so that it can be read more than once, and its checksum. It is deleted on disposal.</summary>
public sealed class LocalCopy : IDisposable
{
    private const int BufferSize = 128 * 1024;
    // No other file in the folder for temporary files is named so.
    private const string Prefix = "wijkmonitor-delivery-";
    private readonly FileStream held;

    private LocalCopy(FileStream held, string sha256, string deliveryHash, int lines)
    {
        this.held = held;
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

        // Held as long as the copy lives: its lock ends with the process, however that ends.
        var held = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                lines += buffer.AsSpan(0, read).Count((byte)'\n');
                sha256.AppendData(buffer, 0, read);
                deliveryHash.AppendData(buffer, 0, read);
                await held.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return new LocalCopy(
                held, Convert.ToHexStringLower(sha256.GetCurrentHash()), Convert.ToHexStringLower(deliveryHash.GetCurrentHash()), lines);
        }
        catch
        {
            await held.DisposeAsync();
            File.Delete(path);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Removes copies that were left behind by processes that died. Those that a living process holds are locked.</summary>
    public static void DeleteAbandoned()
    {
        foreach (var path in Directory.EnumerateFiles(Path.GetTempPath(), Prefix + "*"))
        {
            try
            {
                using var locked = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                File.Delete(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It is in use, or gone already.
            }
        }
    }

    /// <summary>Opens the file from its start.</summary>
    public Stream OpenRead() =>
        new FileStream(held.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize);

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(held.Name);
        held.Dispose();
    }
}
