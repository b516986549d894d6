using System.Text;

namespace Azure.Data.Tables.Transactions;

/// <summary>Reads the answers to the actions of a transaction from the answer to its request.</summary>
internal static class TransactionReader
{
    private const string Boundary = "boundary=";

    /// <summary>The answers in the order of the actions, or the one answer that says why the transaction failed.</summary>
    /// <exception cref="FormatException">The answer is not in parts.</exception>
    public static IReadOnlyList<Response> Read(Response response)
    {
        var boundary = BoundaryIn(response.Headers.ContentType);
        var responses = new List<Response>();
        foreach (var part in PartsOf(response.Content.ToMemory(), boundary))
        {
            AddResponses(part, response.ClientRequestId, responses);
        }

        return responses;
    }

    // The answers stand in a changeset within the batch; the refusal of a whole batch may stand in it directly.
    private static void AddResponses(ReadOnlyMemory<byte> part, string clientRequestId, List<Response> responses)
    {
        var headEnd = part.Span.IndexOf("\r\n\r\n"u8);
        if (headEnd < 0)
        {
            return;
        }

        var head = Encoding.UTF8.GetString(part.Span[..headEnd]);
        var body = part[(headEnd + 4)..];
        if (!head.Contains("multipart/mixed", StringComparison.OrdinalIgnoreCase))
        {
            responses.Add(new ActionResponse(body, clientRequestId));
            return;
        }

        foreach (var inner in PartsOf(body, BoundaryIn(head)))
        {
            AddResponses(inner, clientRequestId, responses);
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> PartsOf(ReadOnlyMemory<byte> text, string boundary)
    {
        var mark = Encoding.UTF8.GetBytes("--" + boundary);
        var start = text.Span.IndexOf(mark);
        while (start >= 0)
        {
            text = text[(start + mark.Length)..];
            if (text.Span.StartsWith("--"u8))
            {
                yield break;
            }

            start = text.Span.IndexOf(mark);
            yield return (start < 0 ? text : text[..start]).TrimStart("\r\n"u8);
        }
    }

    private static string BoundaryIn(string? head)
    {
        var start = head?.IndexOf(Boundary, StringComparison.OrdinalIgnoreCase) ?? -1;
        return start < 0
            ? throw new FormatException("The answer to a transaction is not in parts.")
            : head![(start + Boundary.Length)..].Split(';', '\r', '\n')[0].Trim().Trim('"');
    }
}
