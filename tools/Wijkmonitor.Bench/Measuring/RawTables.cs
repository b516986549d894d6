using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Wijkmonitor.Bench.Measuring;

/// <summary>The table service with nothing between: a bare HTTP client that signs its requests (Shared Key Lite).</summary>
internal sealed class RawTables(Uri endpoint, string account, string key) : IDisposable
{
    private const string ServiceVersion = "2020-12-06";
    private readonly HttpClient client = new();
    private readonly string address = endpoint.AbsoluteUri.TrimEnd('/') + "/";
    private readonly byte[] key = Convert.FromBase64String(key);

    /// <summary>Gets the path of an entity below the endpoint.</summary>
    public static string EntityPath(string table, string partition, string row) =>
        $"{table}(PartitionKey='{Uri.EscapeDataString(partition)}',RowKey='{Uri.EscapeDataString(row)}')";

    /// <summary>Reads an entity's JSON as the service sends it.</summary>
    public async Task<byte[]> ReadAsync(string entityPath, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, entityPath);
        using var response = await client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    /// <summary>Reads all entities that a filter names, page after page, as the service sends them.</summary>
    /// <returns>Number of bytes that came.</returns>
    public async Task<long> QueryAsync(string table, string filter, CancellationToken cancellationToken)
    {
        var bytes = 0L;
        var query = $"{table}()?$filter={Uri.EscapeDataString(filter)}";
        for (string? next = query; next is not null;)
        {
            using var request = Request(HttpMethod.Get, next);
            using var response = await client.SendAsync(request, cancellationToken);
            response.EnsureSuccessStatusCode();
            bytes += (await response.Content.ReadAsByteArrayAsync(cancellationToken)).Length;
            next = FindContinuation(response, "NextPartitionKey") is { } partition
                ? $"{query}&NextPartitionKey={Uri.EscapeDataString(partition)}&NextRowKey={Uri.EscapeDataString(FindContinuation(response, "NextRowKey") ?? "")}"
                : null;
        }

        return bytes;
    }

    /// <summary>Sends a transaction of which the body is made already.</summary>
    /// <exception cref="InvalidOperationException">The service refused it.</exception>
    public async Task SendTransactionAsync(string contentType, byte[] body, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Post, "$batch");
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var response = await client.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (response.StatusCode != HttpStatusCode.Accepted || answer.AsSpan().IndexOf("HTTP/1.1 4"u8) >= 0)
        {
            throw new InvalidOperationException($"A transaction was refused: {Encoding.UTF8.GetString(answer)}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static string? FindContinuation(HttpResponseMessage response, string key) =>
        response.Headers.TryGetValues("x-ms-continuation-" + key, out var values) ? values.First() : null;

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(address + path));
        var date = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{date}\n/{account}{request.RequestUri!.AbsolutePath}"));
        request.Headers.TryAddWithoutValidation("x-ms-date", date);
        request.Headers.TryAddWithoutValidation("x-ms-version", ServiceVersion);
        request.Headers.TryAddWithoutValidation("DataServiceVersion", "3.0");
        request.Headers.TryAddWithoutValidation("Accept", "application/json;odata=minimalmetadata");
        request.Headers.TryAddWithoutValidation("Authorization", $"SharedKeyLite {account}:{Convert.ToBase64String(signature)}");
        return request;
    }
}
