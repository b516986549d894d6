using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Answers;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Functions.Api.Observations;

/// <summary>Something that was noted about an area.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Area">The area.</param>
/// <param name="Date">The day it is about.</param>
/// <param name="Reference">What names it within its dataset and municipality.</param>
/// <param name="Fields">Its fields by name; an empty one is absent.</param>
/// <param name="Delivery">The delivery it came with.</param>
/// <param name="Line">The line of that file.</param>
public sealed record RecordResource(
    string Dataset, AreaCode Area, DateOnly Date, string Reference, IReadOnlyDictionary<string, string> Fields, string Delivery, int Line)
{
    /// <summary>A record as it is served.</summary>
    public static RecordResource Of(AreaRecord record) => new(
        record.Dataset, record.Area, record.Date, record.Reference, record.Fields, record.Source.Delivery, record.Source.Line);
}

/// <summary>What was noted about areas.</summary>
public sealed class RecordsFunctions(AreaRecordStore records, AreaStore areas, Visibility visibility)
{
    private static readonly Dictionary<string, Func<RecordResource, IComparable?>> Sorts = new(StringComparer.Ordinal)
    {
        ["dataset"] = record => record.Dataset,
        ["date"] = record => record.Date,
        ["reference"] = record => record.Reference,
    };

    /// <summary>What was noted about an area, by dataset and reference; with <c>dataset</c> only of that one.</summary>
    [Function("ListRecords")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(HttpAccess.Level, "get", Route = "api/v1/areas/{code}/records")] HttpRequest request,
        string code,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(request.HttpContext);
        var query = new RequestQuery(request);
        var area = query.Area(code);
        var dataset = query.Text("dataset") ?? "";
        var list = new ListQuery<RecordResource>(query, record => $"{record.Dataset}/{record.Reference}", Sorts);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var items = await records.OfAreaAsync(area, cancellationToken)
            .Where(record => (dataset.Length == 0 || record.Dataset == dataset) && visibility.MaySee(caller, record.Dataset, area))
            .Select(RecordResource.Of)
            .ToListAsync(cancellationToken);
        if (items.Count == 0 && (await areas.FindAsync(area, cancellationToken)).Count == 0)
        {
            return Answer.AreaNotFound(area);
        }

        return ListAnswer.Page(query, list, items, ObservationsJson.Default.ItemListRecordResource);
    }
}
