using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Tests.Support;

/// <summary>Notes each try of a request and either answers it itself or sends it on.</summary>
/// <param name="answer">The answer to the try with a number (from 0), or null to send it on.</param>
internal sealed class RecordingTransport(Func<int, Response?> answer) : HttpPipelineTransport
{
    private readonly HttpClientTransport inner = HttpClientTransport.Shared;

    public List<Try> Tries { get; } = [];

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var body = new MemoryStream();
        if (message.Request.Content is { } content)
        {
            await content.WriteToAsync(body, message.CancellationToken);
        }

        Tries.Add(new(
            message.Request.Uri.ToUri(),
            message.Request.Headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase),
            body.ToArray()));
        if (answer(Tries.Count - 1) is { } response)
        {
            message.Response = response;
        }
        else
        {
            await inner.ProcessAsync(message);
        }
    }

    internal sealed record Try(Uri Uri, Dictionary<string, string> Headers, byte[] Body);
}
