using System.Buffers;
using System.Text.Json;

namespace Wijkmonitor.Indicators.Datasets.Readers.GeoJson;

/// <summary>
/// Reads the features of a GeoJSON FeatureCollection one by one, so that memory is bounded by the largest feature and not by the file.
/// </summary>
internal sealed class FeatureReader(Stream content) : IDisposable
{
    /// <summary>The most bytes that a feature may have.</summary>
    public const int MaxFeatureBytes = 8 * 1024 * 1024;

    private const int FirstBuffer = 64 * 1024;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = 16 });
    private int start;
    private int end;
    private bool isLast;
    private bool isStarted;
    private bool inFeatures;
    private bool sawFeatures;
    private bool sawType;
    private bool isEnded;
    private bool isDone;

    /// <summary>The line that has been read to, as an editor counts.</summary>
    public int Line { get; private set; } = 1;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The next feature, or null at the end.</summary>
    /// <exception cref="JsonException">The file is not a FeatureCollection.</exception>
    /// <exception cref="FeatureTooLargeException">A feature, or what stands outside features, is larger than any real one.</exception>
    public Feature? Read()
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
            var (feature, hasMore) = inFeatures ? ReadFeature(ref reader) : ReadMember(ref reader);
            if (hasMore)
            {
                if (feature is { } found)
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
    private (Feature? Feature, bool IsAdvanced) ReadFeature(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return (null, false);
        }

        if (reader.TokenType == JsonTokenType.EndArray)
        {
            inFeatures = false;
            Consume(ref reader);
            return (null, true);
        }

        // The feature starts here; what stands before it, a comma and white space, is counted with it.
        var line = Line + CountLineBreaks(0, (int)reader.TokenStartIndex);
        if (!JsonDocument.TryParseValue(ref reader, out var json))
        {
            return (null, false);
        }

        Consume(ref reader);
        return (new Feature(json, line), true);
    }

    private (Feature? Feature, bool IsAdvanced) ReadMember(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return isLast && isEnded ? Finish() : (null, false);
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when reader.CurrentDepth == 0:
                break;
            case JsonTokenType.PropertyName when reader.ValueTextEquals("features"u8) && !sawFeatures:
                if (!reader.Read())
                {
                    return (null, false);
                }

                ThrowUnless(reader.TokenType == JsonTokenType.StartArray);
                inFeatures = sawFeatures = true;
                break;
            case JsonTokenType.PropertyName when reader.ValueTextEquals("type"u8) && !sawType:
                if (!reader.Read())
                {
                    return (null, false);
                }

                ThrowUnless(reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("FeatureCollection"u8));
                sawType = true;
                break;
            case JsonTokenType.PropertyName:
                ThrowUnless(!reader.ValueTextEquals("features"u8));
                if (!reader.TrySkip())
                {
                    return (null, false);
                }

                break;
            case JsonTokenType.EndObject:
                ThrowUnless(sawFeatures && sawType);
                isEnded = true;
                break;
            default:
                ThrowUnless(false);
                break;
        }

        Consume(ref reader);
        return (null, true);
    }

    private (Feature? Feature, bool IsAdvanced) Finish()
    {
        isDone = true;
        return (null, true);
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
        if (end - start > MaxFeatureBytes)
        {
            throw new FeatureTooLargeException();
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
