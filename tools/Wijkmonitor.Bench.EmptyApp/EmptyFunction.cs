using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Wijkmonitor.Bench.EmptyApp;

/// <summary>Function that does nothing.</summary>
public sealed class EmptyFunction
{
    private readonly IResult nothing = Results.Ok();

    /// <summary>Returns an empty 200.</summary>
    [Function("GetNothing")]
    public IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "empty")] HttpRequest request) => nothing;
}
