using Azure.Data.Tables;

namespace Wijkmonitor.Functions.Storage.Core;

/// <summary>A document within an entity. A binary property holds 64 KiB at most, so a larger one is split over several.</summary>
public static class BinaryChunks
{
    private const int ChunkSize = 64 * 1024;
    private const int MaxChunks = 14;

    /// <summary>Writes a document into an entity.</summary>
    /// <exception cref="ArgumentException">It is larger than an entity can hold.</exception>
    public static void Write(TableEntity entity, string name, ReadOnlySpan<byte> document)
    {
        if (document.Length > ChunkSize * MaxChunks)
        {
            throw new ArgumentException($"The document of {document.Length} bytes does not fit in an entity.", nameof(document));
        }

        for (var chunk = 0; !document.IsEmpty; chunk++)
        {
            var length = Math.Min(ChunkSize, document.Length);
            entity[$"{name}{chunk}"] = document[..length].ToArray();
            document = document[length..];
        }
    }

    /// <summary>Reads a document from an entity.</summary>
    public static byte[] Read(TableEntity entity, string name)
    {
        var first = entity.GetBinary($"{name}0") ?? [];
        if (!entity.ContainsKey($"{name}1"))
        {
            return first;
        }

        List<byte[]> chunks = [first];
        while (entity.GetBinary($"{name}{chunks.Count}") is { } next)
        {
            chunks.Add(next);
        }

        return [.. chunks.SelectMany(chunk => chunk)];
    }
}
