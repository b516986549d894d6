using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Transactions;

/// <summary>The answer to one action of a transaction, read from the text of it only as far as it is asked for.</summary>
internal sealed class ActionResponse : Response
{
    private readonly ReadOnlyMemory<byte> headers;

    /// <summary>An answer from its text: a status line, headers, an empty line and a body.</summary>
    /// <exception cref="FormatException">The text has no status line.</exception>
    public ActionResponse(ReadOnlyMemory<byte> text, string clientRequestId)
    {
        ClientRequestId = clientRequestId;

        // The emulator repeats a boundary before the status line when it refuses a whole transaction.
        text = text[Math.Max(0, text.Span.IndexOf("HTTP/"u8))..];
        var end = text.Span.IndexOf("\r\n\r\n"u8);
        var head = end < 0 ? text : text[..end];
        var body = end < 0 ? default : text[(end + 4)..];
        var statusEnd = head.Span.IndexOf("\r\n"u8);
        headers = statusEnd < 0 ? default : head[(statusEnd + 2)..];
        (Status, ReasonPhrase) = ParseStatus(Encoding.UTF8.GetString(statusEnd < 0 ? head.Span : head.Span[..statusEnd]));
        ContentStream = new MemoryStream(body.ToArray(), 0, body.Length, writable: false, publiclyVisible: true);
    }

    public override int Status { get; }

    public override string ReasonPhrase { get; }

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; }

    public override bool IsError => Status >= 400;

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders()
    {
        foreach (var line in Encoding.UTF8.GetString(headers.Span).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                yield return new(line[..colon], line[(colon + 1)..].Trim());
            }
        }
    }

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        foreach (var header in EnumerateHeaders())
        {
            if (string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                value = header.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        var found = TryGetHeader(name, out var value);
        values = found ? [value!] : null;
        return found;
    }

    private static (int Status, string Reason) ParseStatus(string line)
    {
        var parts = line.Split(' ', 3);
        return parts.Length >= 2 && parts[0].StartsWith("HTTP/", StringComparison.Ordinal)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            ? (status, parts.ElementAtOrDefault(2) ?? string.Empty)
            : throw new FormatException("A part of the answer to a transaction has no status line.");
    }
}
