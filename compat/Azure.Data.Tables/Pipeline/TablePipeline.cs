using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Pipeline;

/// <summary>One storage account's table service: makes requests to it, sends them and judges the answers.</summary>
internal sealed class TablePipeline
{
    private readonly HttpPipeline pipeline;
    private readonly string version;

    private TablePipeline(Uri endpoint, TableClientOptions options, HttpPipelinePolicy authentication)
    {
        Endpoint = endpoint;
        version = options.VersionString;
        pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { authentication },
            RequestFailedDetailsParser = TableErrorParser.Instance,
        });
    }

    /// <summary>The address of the service.</summary>
    public Uri Endpoint { get; }

    public static TablePipeline With(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options) =>
        new(endpoint, options ?? TableClientOptions.NotGiven, new SharedKeyLitePolicy(credential));

    public static TablePipeline With(Uri endpoint, TokenCredential credential, TableClientOptions? options)
    {
        options ??= TableClientOptions.NotGiven;
        var scope = (options.Audience ?? TableAudience.AzurePublicCloud).Scope();
        return new(endpoint, options, new BearerTokenAuthenticationPolicy(credential, scope));
    }

    /// <summary>The full address of a part of the service.</summary>
    /// <param name="resource">The path below the endpoint and the query, escaped.</param>
    public string AddressOf(string resource) => $"{Endpoint.AbsoluteUri.TrimEnd('/')}/{resource}";

    /// <summary>A request to a part of the service.</summary>
    /// <param name="method">The verb.</param>
    /// <param name="resource">The path below the endpoint and the query, escaped.</param>
    /// <param name="successes">The answers that are not errors.</param>
    public HttpMessage CreateMessage(RequestMethod method, string resource, ResponseClassifier successes)
    {
        var message = pipeline.CreateMessage();
        message.ResponseClassifier = successes;
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(new Uri(AddressOf(resource)));
        request.Headers.Add("x-ms-version", version);
        request.Headers.Add("DataServiceVersion", "3.0");
        request.Headers.Add("Accept", "application/json;odata=minimalmetadata");
        return message;
    }

    /// <summary>Sends a request, again where the options say so, and gives the answer with its whole body.</summary>
    /// <exception cref="RequestFailedException">The answer is an error.</exception>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        await pipeline.SendAsync(message, cancellationToken);
        var response = message.Response;
        if (response.IsError)
        {
            throw new RequestFailedException(response);
        }

        // An earlier try that was given up may not have finished reading the body: then the garbage collector takes it.
        if (message.Request.Content is BufferContent content && message.ProcessingContext.RetryNumber == 0)
        {
            content.Recycle();
        }

        return response;
    }
}
