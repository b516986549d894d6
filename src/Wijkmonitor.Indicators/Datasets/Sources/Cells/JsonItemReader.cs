using System.Buffers;
using System.Text.Json;

namespace Wijkmonitor.Indicators.Datasets.Sources.Cells;

/// <summary>Reader of the items of a list in a JSON document, one by one. An example is a GeoJSON FeatureCollection.</summary>
/// <remarks>Memory is bounded by the largest item and not by the file.</remarks>
/// <param name="content">The document: an object of which the list is a member.</param>
/// <param name="list">The member's name.</param>
/// <param name="type">Value that the member <c>type</c> must have; null where there need be none.</param>
/// <param name="watched">The names of other members that are looked for; null for none.</param>
internal sealed class JsonItemReader(Stream content, string list, string? type = null, IReadOnlyList<string>? watched = null) : IDisposable
{
    /// <summary>Highest number of bytes that an item may have.</summary>
    public const int MaxItemBytes = 8 * 1024 * 1024;

    private const int FirstBuffer = 64 * 1024;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = 16 });
    private int start;
    private int end;
    private bool isLast;
    private bool isStarted;
    private bool inList;
    private bool sawList;
    private bool sawType;
    private bool isEnded;
    private bool isDone;

    /// <summary>The line that has been read to, as an editor counts.</summary>
    public int Line { get; private set; } = 1;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Whether the document has one of the members that are looked for, as far as it was read.</summary>
    public bool HasWatched { get; private set; }

    /// <summary>Reads the next item, or null at the end.</summary>
    /// <exception cref="JsonException">The document is none with such a list.</exception>
    /// <exception cref="ItemTooLargeException">An item, or what is outside the list, is larger than any real one.</exception>
    public JsonItem? Read()
    {
        while (!isDone)
        {
            if (!isStarted)
            {
                Fill();
                start += buffer.AsSpan(start, end - start).StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
                isStarted = true;
            }

            var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isLast, state);
            var (item, hasMore) = inList ? ReadItem(ref reader) : ReadMember(ref reader);
            if (hasMore)
            {
                if (item is { } found)
                {
                    return found;
                }

                continue;
            }

            Fill();
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    // Both give whether they got any further; where not, more of the file is needed.
    private (JsonItem? Item, bool IsAdvanced) ReadItem(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return (null, false);
        }

        if (reader.TokenType == JsonTokenType.EndArray)
        {
            inList = false;
            Consume(ref reader);
            return (null, true);
        }

        // The item starts here; what comes before it, a comma and white space, is counted with it.
        var line = Line + CountLineBreaks(0, (int)reader.TokenStartIndex);
        if (!JsonDocument.TryParseValue(ref reader, out var json))
        {
            return (null, false);
        }

        Consume(ref reader);
        return (new JsonItem(json, line), true);
    }

    private (JsonItem? Item, bool IsAdvanced) ReadMember(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return isLast && isEnded ? Finish() : (null, false);
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when reader.CurrentDepth == 0:
                break;
            case JsonTokenType.PropertyName when reader.ValueTextEquals(list) && !sawList:
                if (!reader.Read())
                {
                    return (null, false);
                }

                ThrowUnless(reader.TokenType == JsonTokenType.StartArray);
                inList = sawList = true;
                break;
            case JsonTokenType.PropertyName when type is not null && reader.ValueTextEquals("type"u8) && !sawType:
                if (!reader.Read())
                {
                    return (null, false);
                }

                ThrowUnless(reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(type));
                sawType = true;
                break;
            case JsonTokenType.PropertyName:
                ThrowUnless(!reader.ValueTextEquals(list));
                HasWatched |= IsWatched(ref reader);
                if (!reader.TrySkip())
                {
                    return (null, false);
                }

                break;
            case JsonTokenType.EndObject:
                ThrowUnless(sawList && (sawType || type is null));
                isEnded = true;
                break;
            default:
                ThrowUnless(false);
                break;
        }

        Consume(ref reader);
        return (null, true);
    }

    private (JsonItem? Item, bool IsAdvanced) Finish()
    {
        isDone = true;
        return (null, true);
    }

    private bool IsWatched(ref Utf8JsonReader reader)
    {
        foreach (var name in watched ?? [])
        {
            if (reader.ValueTextEquals(name))
            {
                return true;
            }
        }

        return false;
    }

    private void Consume(ref Utf8JsonReader reader)
    {
        var consumed = (int)reader.BytesConsumed;
        Line += CountLineBreaks(0, consumed);
        start += consumed;
        state = reader.CurrentState;
    }

    private int CountLineBreaks(int from, int to) => buffer.AsSpan(start + from, to - from).Count((byte)'\n');

    // Reads on behind what is not consumed yet.
    private void Fill()
    {
        ThrowUnless(!isLast);
        if (end - start > MaxItemBytes)
        {
            throw new ItemTooLargeException();
        }

        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end > buffer.Length / 2)
        {
            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            buffer.AsSpan(0, end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        var read = content.ReadAtLeast(buffer.AsSpan(end), buffer.Length - end, throwOnEndOfStream: false);
        isLast = read < buffer.Length - end;
        end += read;
    }

    private static void ThrowUnless(bool condition)
    {
        if (!condition)
        {
            throw new JsonException();
        }
    }
}

/// <summary>An item and the line that it starts on.</summary>
/// <param name="Json">The item.</param>
/// <param name="Line">The line, as an editor counts.</param>
internal readonly record struct JsonItem(JsonDocument Json, int Line);

/// <summary>An item is larger than any real one.</summary>
internal sealed class ItemTooLargeException : Exception;
