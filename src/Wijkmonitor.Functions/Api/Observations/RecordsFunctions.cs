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
    public Task<IResult> ListAsync(
        [HttpTrigger(HttpAccess.Level, "get", Route = "api/v1/areas/{code}/records")] HttpRequest request,
        string code,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => (
            Area: query.Area(code),
            Dataset: query.Text("dataset"),
            List: new ListQuery<RecordResource>(query, record => $"{record.Dataset}/{record.Reference}", Sorts)),
        async asked =>
        {
            var caller = Caller.Of(request.HttpContext);
            var items = await records.OfAreaAsync(asked.Area, cancellationToken)
                .Where(record => (asked.Dataset is null || record.Dataset == asked.Dataset) && visibility.MaySee(caller, record.Dataset, asked.Area))
                .Select(RecordResource.Of)
                .ToListAsync(cancellationToken);
            if (items.Count == 0 && (await areas.FindAsync(asked.Area, cancellationToken)).Count == 0)
            {
                return Answer.AreaNotFound(asked.Area);
            }

            return ListAnswer.Page(asked.List, items, ObservationsJson.Default.ItemListRecordResource);
        });
}
