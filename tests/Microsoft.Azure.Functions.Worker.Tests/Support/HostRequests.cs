using System.Text;

namespace Microsoft.Azure.Functions.Worker.Tests.Support;

/// <summary>Requests as the Functions host sends them to a custom handler.</summary>
internal static class HostRequests
{
    public const string InvocationIdHeader = "X-Azure-Functions-InvocationId";

    public const string Monitored =
        """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":{"Last":"2026-03-28T04:00:00+01:00","Next":"2026-03-29T04:00:00+02:00","LastUpdated":"2026-03-28T04:00:00+01:00"},"IsPastDue":true}""";

    public const string Unmonitored = """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}""";

    public static HttpRequestMessage Timer(string function, string invocationId, string timer = Monitored, string binding = "timer") => Post(
        function,
        invocationId,
        "{\"Data\":{\"" + binding + "\":" + timer
            + "},\"Metadata\":{\"sys\":{\"MethodName\":\"" + function + "\",\"UtcNow\":\"2026-03-29T02:00:00Z\",\"RandGuid\":\"r\"}}}");

    /// <summary>A POST in chunks, without Content-Length.</summary>
    public static HttpRequestMessage Post(string path, string? invocationId, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/{path}")
        {
            Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(body))),
        };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Azure-Functions-HostVersion", "4.1037.0.0");
        if (invocationId is not null)
        {
            request.Headers.Add(InvocationIdHeader, invocationId);
        }

        return request;
    }
}
