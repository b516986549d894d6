using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Functions.Api.Subjects;

/// <summary>The operation that lists programmes and projects.</summary>
public sealed class SubjectsFunctions(SubjectStore subjects, VisibilityPolicy visibility, TimeProvider time)
{
    private static readonly Dictionary<string, Func<SubjectResource, IComparable?>> Sorts = new(StringComparer.Ordinal)
    {
        ["title"] = item => item.Title,
        ["municipality"] = item => item.Municipality.Value,
        ["kind"] = item => item.Kind,
        ["state"] = item => item.State,
        ["deadline"] = item => GetDay(item),
        ["daysLate"] = item => item.Late?.DaysLate,
        ["decision"] = item => item.Decision?.Date,
    };

    private static readonly Dictionary<string, SubjectState?> States = Enum.GetValues<SubjectState>()
        .ToDictionary(state => Vocabulary.GetCode(state), state => (SubjectState?)state, StringComparer.Ordinal);

    /// <summary>Lists programmes and projects with their state and next deadline, those with the earliest deadline first.</summary>
    /// <remarks>Filters by <c>municipality</c>, <c>area</c>, <c>region</c>, <c>kind</c> and <c>state</c>.</remarks>
    [Function("ListSubjects")]
    public Task<IResult> ListAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/subjects")] HttpRequest request, CancellationToken cancellationToken) =>
        ApiOperation.RunAsync(
            request,
            query => (
                Filter: SubjectFilter.Read(query),
                State: query.ReadChoice("state", States),
                List: new ListQuery<SubjectResource>(query, item => $"{item.Municipality}/{item.Kind}/{item.Subject}", Sorts)),
            async asked =>
            {
                var today = DutchTime.GetDay(time.GetUtcNow());
                var items = (await asked.Filter.GetAsync(subjects, visibility, request, cancellationToken))
                    .Select(subject => SubjectResource.From(subject, today))
                    .Where(item => asked.State is null || item.State == asked.State)
                    .OrderBy(item => GetDay(item) ?? DateOnly.MaxValue).ThenBy(item => item.Title, StringComparer.Ordinal);
                return ListResults.CreatePage(asked.List, items, SubjectsJson.Default.ItemListSubjectResource);
            });

    private static DateOnly? GetDay(SubjectResource item) => (item.Late ?? item.Next) is { } deadline ? deadline.Until ?? deadline.Date : null;
}
