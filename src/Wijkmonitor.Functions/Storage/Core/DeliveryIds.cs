using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure;
using Azure.Storage.Blobs.Models;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Functions.Storage.Core;

/// <summary>
/// Ids of deliveries. Each is the dataset and an HMAC-SHA256 over dataset and content, so that the same file has the same id and nobody can check by it what a
/// file holds. The key is made once and is in the archive, with which it moves; it is never served or logged.
/// </summary>
/// <remarks>
/// Earlier versions made ids of a hash that anybody can compute. Records that have such an id keep it; what callers see of them is an id made from it
/// with the key.
/// </remarks>
public sealed partial class DeliveryIds(Containers containers)
{
    private const string KeyPath = "journal/delivery-ids.key";
    private const int KeyBytes = 32;
    private const int KeyedLength = 24;
    private const int FormerLength = 20;
    private const string Unknown = "000000000000000000000000";
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdef"u8);
    private static readonly SearchValues<char> HexCharacters = SearchValues.Create("0123456789abcdef");
    private byte[]? key;

    /// <summary>Creates the id that an earlier version gave: the dataset and the start of a hash of dataset and content.</summary>
    public static string CreateFormer(string dataset, string hash) => $"{dataset}-{hash[..FormerLength]}";

    /// <summary>Whether an id is one that an earlier version gave.</summary>
    public static bool IsFormer([NotNullWhen(true)] string? id) => id is not null && FindEnd(id) == FormerLength;

    /// <summary>Whether an id is one that was made with a key.</summary>
    public static bool IsKeyed(string id) => FindEnd(id) == KeyedLength;

    /// <summary>Gets the dataset of the delivery with this id; empty where it is no id of a delivery.</summary>
    public static string GetDataset(string id) => FindEnd(id) is > 0 and var end ? id[..^(end + 1)] : "";

    /// <summary>Creates the id of a delivery by its dataset and a hash of dataset and content.</summary>
    public async Task<string> CreateAsync(string dataset, string hash, CancellationToken cancellationToken) =>
        CreateKeyed(await GetKeyAsync(cancellationToken), dataset, $"{dataset}\n{hash}");

    /// <summary>Gets the id that callers see of a delivery.</summary>
    public async ValueTask<string> PublishAsync(string id, CancellationToken cancellationToken) =>
        IsFormer(id) ? CreateKeyed(await GetKeyAsync(cancellationToken), GetDataset(id), id) : id;

    /// <summary>Items with the ids that callers see.</summary>
    /// <param name="items">The items.</param>
    /// <param name="getId">The id of the delivery that an item came with.</param>
    /// <param name="withId">The item with another id.</param>
    /// <param name="cancellationToken">Ends the reading of the key.</param>
    public async ValueTask<IReadOnlyList<T>> PublishAsync<T>(
        IReadOnlyList<T> items, Func<T, string?> getId, Func<T, string, T> withId, CancellationToken cancellationToken)
    {
        if (!items.Any(item => IsFormer(getId(item))))
        {
            return items;
        }

        var secret = await GetKeyAsync(cancellationToken);
        var published = new Dictionary<string, string>(StringComparer.Ordinal);
        return [.. items.Select(item => getId(item) is { } id && IsFormer(id) ? withId(item, Publish(secret, published, id)) : item)];
    }

    /// <summary>Gets a stored scorecard or statement with the ids that callers see; the same where it has no others.</summary>
    /// <remarks>Texts name no delivery any more: one that could say what somebody guessed must not be turned into the id of that.</remarks>
    public async ValueTask<byte[]> PublishJsonAsync(byte[] json, CancellationToken cancellationToken)
    {
        if (!MayContainFormer(json))
        {
            return json;
        }

        var secret = await GetKeyAsync(cancellationToken);
        var document = Rewrite(JsonNode.Parse(json), name: "", new Dictionary<string, string>(StringComparer.Ordinal), secret);
        return Encoding.UTF8.GetBytes(document!.ToJsonString(StoredJson.CreateOptions()));
    }

    private static JsonNode? Rewrite(JsonNode? node, string name, Dictionary<string, string> published, byte[] secret) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Rewrite(field.Value, field.Key, published, secret)))),
        JsonArray items => new JsonArray([.. items.Select(item => Rewrite(item, name, published, secret))]),
        JsonValue value when value.TryGetValue<string>(out var text) => name == "delivery" && IsFormer(text)
            ? Publish(secret, published, text)
            : FormerInText().Replace(text, Unknown),
        _ => node?.DeepClone(),
    };

    // A hyphen with exactly so many hexadecimal digits behind it: numbers and dates are shorter.
    private static bool MayContainFormer(ReadOnlySpan<byte> json)
    {
        for (var start = json.IndexOf((byte)'-'); start >= 0;)
        {
            json = json[(start + 1)..];
            var end = json.IndexOfAnyExcept(HexDigits);
            if (end == FormerLength)
            {
                return true;
            }

            start = json.IndexOf((byte)'-');
        }

        return false;
    }

    private static string Publish(byte[] secret, Dictionary<string, string> published, string id) =>
        published.TryGetValue(id, out var known) ? known : published[id] = CreateKeyed(secret, GetDataset(id), id);

    private static string CreateKeyed(byte[] secret, string dataset, string message) =>
        $"{dataset}-{Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(message)))[..KeyedLength]}";

    // The number of hexadecimal digits behind the last hyphen; 0 where those are not all.
    private static int FindEnd(string id)
    {
        var hyphen = id.LastIndexOf('-');
        var length = id.Length - hyphen - 1;
        return hyphen > 0 && length is FormerLength or KeyedLength && !id.AsSpan(hyphen + 1).ContainsAnyExcept(HexCharacters) ? length : 0;
    }

    private async ValueTask<byte[]> GetKeyAsync(CancellationToken cancellationToken) => key ??= await ReadKeyAsync(cancellationToken);

    private async Task<byte[]> ReadKeyAsync(CancellationToken cancellationToken)
    {
        var blob = containers.Archive.GetBlobClient(KeyPath);
        try
        {
            return Check((await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToArray());
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            await containers.Archive.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }

        try
        {
            var made = RandomNumberGenerator.GetBytes(KeyBytes);
            await blob.UploadAsync(
                new BinaryData(made), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // Another instance made it, or the first try did and only its answer was lost: the stored key counts.
        }

        return Check((await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToArray());
    }

    private static byte[] Check(byte[] found) => found.Length == KeyBytes
        ? found
        : throw new InvalidDataException($"archive/{KeyPath} is no key of {KeyBytes} bytes. Bring back its earlier version.");

    [GeneratedRegex("(?<=[a-z0-9]-)[0-9a-f]{20}(?![0-9a-f])", RegexOptions.None, RegexTimeout.Milliseconds)]
    private static partial Regex FormerInText();
}
