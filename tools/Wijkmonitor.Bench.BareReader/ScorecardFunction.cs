using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Storage.Core;

namespace Wijkmonitor.Bench.BareReader;

/// <summary>Function that serves stored scorecards by the keys of their entities.</summary>
public sealed class ScorecardFunction(TableClient scorecards)
{
    /// <summary>Reads one entity and returns the document in it.</summary>
    [Function("GetScorecard")]
    public async Task GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "scorecards/{partition}/{row}")] HttpRequest request,
        string partition,
        string row,
        CancellationToken cancellationToken)
    {
        var entity = await scorecards.GetEntityAsync<TableEntity>(partition, row, cancellationToken: cancellationToken);
        var document = BinaryChunks.Read(entity, "Json");
        var response = request.HttpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = document.Length;
        await response.Body.WriteAsync(document, cancellationToken);
    }
}
