using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Http.Requests;

/// <summary>Reads JSON bodies, or gives the problem to answer with.</summary>
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
            var field = e.Path ?? "$";
            return (null, ApiResults.BadRequest(field, "", $"Bij {field} klopt de JSON niet: een veld ontbreekt of heeft een andere vorm.",
                $"The JSON is not right at {field}: a field is missing or has another form."));
        }
    }

    /// <summary>Creates a 400 response about one field of the body.</summary>
    public static IResult Reject(int status, string field, string? value, BilingualText message, BilingualText remedy) =>
        ApiResults.InvalidRequest(status, new FieldError(field, value ?? ""), new BilingualText($"{message.Nl} {remedy.Nl}", $"{message.En} {remedy.En}"));
}
