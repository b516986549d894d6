using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

namespace Wijkmonitor.Functions.Api.Observations;

/// <summary>A record about an area.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Area">The area.</param>
/// <param name="Date">The day it is about.</param>
/// <param name="Reference">Name of the record within its dataset and municipality.</param>
/// <param name="Fields">Its fields by name; an empty one is absent.</param>
/// <param name="Delivery">The delivery it came with.</param>
/// <param name="Line">The line of that file.</param>
/// <param name="Withheld">
/// The names of filled fields that are not shown, because they count people or homes; null where all are shown.
/// </param>
public sealed record RecordResource(
    string Dataset, AreaCode Area, DateOnly Date, string Reference, IReadOnlyDictionary<string, string> Fields, string Delivery, int Line,
    IReadOnlyList<string>? Withheld = null)
{
    /// <summary>Creates the resource of an area record, without the counts of people that its source has not published.</summary>
    /// <remarks>Scorecards show such counts as far as they disclose nothing; row by row that cannot be known.</remarks>
    /// <param name="record">The record.</param>
    /// <param name="definition">Its dataset; null where it is not defined any more.</param>
    public static RecordResource From(AreaRecord record, DatasetDefinition? definition)
    {
        List<string> withheld = definition is null || definition.Published is not null
            ? []
            : [.. (definition.Fields ?? []).Where(field => field.CountsPeople && record.Fields.ContainsKey(field.Name)).Select(field => field.Name)];
        var fields = withheld.Count == 0
            ? record.Fields
            : record.Fields.Where(field => !withheld.Contains(field.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal);
        return new RecordResource(
            record.Dataset, record.Area, record.Date, record.Reference, fields, record.Source.Delivery, record.Source.Line,
            withheld.Count == 0 ? null : withheld);
    }
}

/// <summary>Operations on records about areas.</summary>
public sealed class RecordsFunctions(
    AreaRecordStore records, AreaStore areas, VisibilityPolicy visibility, DeliveryIds ids, CurrentDatasets datasets, ScoringRules rules)
{
    private static readonly Dictionary<string, Func<RecordResource, IComparable?>> Sorts = new(StringComparer.Ordinal)
    {
        ["dataset"] = record => record.Dataset,
        ["date"] = record => record.Date,
        ["reference"] = record => record.Reference,
    };

    /// <summary>Lists the records about an area by dataset and reference, filtered by <c>dataset</c>.</summary>
    /// <remarks>Those of a dataset or about a subject that the caller may not see are left out.</remarks>
    [Function("ListRecords")]
    public Task<IResult> ListAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/areas/{code}/records")] HttpRequest request,
        string code,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => (
            Area: query.ReadArea(code),
            Dataset: query.ReadText("dataset"),
            List: new ListQuery<RecordResource>(query, record => $"{record.Dataset}/{record.Reference}", Sorts)),
        async asked =>
        {
            var caller = Caller.From(request.HttpContext);
            var all = await records.GetByAreaAsync(asked.Area, cancellationToken)
                .Where(record => asked.Dataset is null || record.Dataset == asked.Dataset)
                .ToListAsync(cancellationToken);
            var subjects = await GetSubjectsAsync(asked.Area.Municipality, all, cancellationToken);
            var visible = all.Where(record => visibility.CanSee(caller, record, subjects))
                .Select(record => RecordResource.From(record, datasets.Find(record.Dataset)))
                .ToList();
            var items = await ids.PublishAsync(visible, record => record.Delivery, (record, id) => record with { Delivery = id }, cancellationToken);
            if (items.Count == 0 && (await areas.FindAsync(asked.Area, cancellationToken)).Count == 0)
            {
                return ApiResults.AreaNotFound(asked.Area);
            }

            return ListResults.CreatePage(asked.List, items, ObservationsJson.Default.ItemListRecordResource);
        });

    // A record may name a subject that is kept with another area of its municipality.
    private async Task<SubjectLookup> GetSubjectsAsync(AreaCode municipality, IReadOnlyList<AreaRecord> found, CancellationToken cancellationToken)
    {
        var subjects = new List<AreaRecord>();
        foreach (var dataset in found.Any(SubjectLookup.HasSubject) ? [.. Subject.Datasets, RegionMembers.Dataset] : Array.Empty<string>())
        {
            subjects.AddRange(await records.GetByDatasetAsync(municipality, dataset, cancellationToken).ToListAsync(cancellationToken));
        }

        return SubjectLookup.From(subjects, rules.Kinds);
    }
}
