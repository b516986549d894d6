using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Http.Requests;

/// <summary>Reader of JSON bodies; it gives the problem to answer with if a body is invalid.</summary>
public static class RequestBody
{
    private const int MaxBytes = 256 * 1024;

    /// <summary>Reads a body.</summary>
    public static async Task<(T? Body, IResult? Problem)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        // A form of another site can send text with the cookies of anyone who visits it, but not call it JSON without asking first.
        if (!request.HasJsonContentType())
        {
            return (null, ApiResults.BadRequest(
                "Content-Type", request.ContentType ?? "", "Stuur de inhoud als application/json.", "Send the body as application/json."));
        }

        using var content = new MemoryStream();
        var buffer = new byte[8 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            content.Write(buffer, 0, read);
            if (content.Length > MaxBytes)
            {
                return (null, ApiResults.BadRequest("body", "", "Stuur JSON van hooguit 256 KiB.", "Send JSON of 256 KiB at most."));
            }
        }

        try
        {
            return JsonSerializer.Deserialize(content.GetBuffer().AsSpan(0, (int)content.Length), type) is { } body
                ? (body, null)
                : (null, ApiResults.BadRequest("body", "null", "De inhoud ontbreekt.", "The body is missing."));
        }
        catch (JsonException e)
        {
            return (null, RejectJson(content.GetBuffer().AsSpan(0, (int)content.Length), e));
        }
    }

    /// <summary>Creates a 400 response about one field of the body.</summary>
    public static IResult Reject(int status, string field, string? value, BilingualText message, BilingualText remedy) =>
        ApiResults.InvalidRequest(status, new FieldError(field, value ?? ""), new BilingualText($"{message.Nl} {remedy.Nl}", $"{message.En} {remedy.En}"));

    private static IResult RejectJson(ReadOnlySpan<byte> json, JsonException error)
    {
        var line = (int)(error.LineNumber ?? 0) + 1;
        var column = CountColumn(json, line, (int)(error.BytePositionInLine ?? 0));
        var field = new FieldError(error.Path ?? "$", "") { Line = line, Column = column };

        // What the reader of JSON itself could not read is no JSON; all else is JSON that does not fit.
        return ApiResults.InvalidRequest(StatusCodes.Status400BadRequest, field, error.InnerException is JsonException
            ? new BilingualText(
                $"Regel {line}, kolom {column}: dit is geen geldige JSON. Kijk daar, of net ervoor, naar komma's, aanhalingstekens en haakjes.",
                $"Line {line}, column {column}: this is not valid JSON. Look there, or just before it, for commas, quotation marks and brackets.")
            : new BilingualText(
                $"Regel {line}, tot kolom {column}: bij {field.Field} klopt de JSON niet: een veld ontbreekt, is onbekend, staat er twee keer of heeft een andere vorm.",
                $"Line {line}, up to column {column}: the JSON is not right at {field.Field}: a field is missing, unknown, given twice or has another form."));
    }

    // In characters, as an editor counts them; the reader counts bytes.
    private static int CountColumn(ReadOnlySpan<byte> json, int line, int bytes)
    {
        var rest = json;
        for (var skipped = 1; skipped < line && rest.IndexOf((byte)'\n') is >= 0 and var end; skipped++)
        {
            rest = rest[(end + 1)..];
        }

        return Encoding.UTF8.GetCharCount(rest[..Math.Min(bytes, rest.Length)]) + 1;
    }
}
