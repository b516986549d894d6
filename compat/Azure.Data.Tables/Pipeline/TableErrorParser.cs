using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Pipeline;

/// <summary>
/// Reads the code and the message from the body of an error, and from its message the action that made a transaction fail.
/// </summary>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    public static TableErrorParser Instance { get; } = new();

    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        error = null;
        data = null;
        if (response.ContentStream is null || !TryReadError(response.Content, out var code, out var message))
        {
            return false;
        }

        if (TryReadIndex(message, out var index))
        {
            data = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [TableTransactionFailedException.FailedEntityIndex] = index.ToString(CultureInfo.InvariantCulture),
            };
            message += "\nThe index of the action that caused the error is in " +
                $"{nameof(TableTransactionFailedException.FailedTransactionActionIndex)}.";
        }

        error = new ResponseError(code, message);
        return true;
    }

    // Proxies and gateways answer with bodies of their own: what is not an error of the service is left to the general message.
    private static bool TryReadError(BinaryData body, out string? code, out string? message)
    {
        code = null;
        message = null;
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("odata.error", out var error))
            {
                return false;
            }

            code = error.TryGetProperty("code", out var codeElement) ? codeElement.GetString() : null;
            message = error.TryGetProperty("message", out var messageElement) && messageElement.TryGetProperty("value", out var value)
                ? value.GetString()
                : null;
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool TryReadIndex(string? message, out int index)
    {
        index = -1;
        var colon = message?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out index);
    }
}
