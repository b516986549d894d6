using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Functions.Api.Subjects;

/// <summary>The operation that lists alerts about programmes and projects.</summary>
public sealed class AlertsFunctions(SubjectStore subjects, VisibilityPolicy visibility, TimeProvider time)
{
    private const int UsualDays = 31;
    private const int MaxDays = 3660;

    private static readonly Dictionary<string, Func<AlertResource, IComparable?>> Sorts = new(StringComparer.Ordinal)
    {
        ["deadline"] = item => GetDay(item),
        ["title"] = item => item.Title,
        ["municipality"] = item => item.Municipality.Value,
        ["kind"] = item => item.Kind,
        ["type"] = item => item.Type,
    };

    private static readonly Dictionary<string, AlertRole?> Roles = Enum.GetValues<AlertRole>()
        .ToDictionary(role => Vocabulary.GetCode(role), role => (AlertRole?)role, StringComparer.Ordinal);

    private static readonly Dictionary<string, bool> Languages = new(StringComparer.Ordinal) { ["nl"] = false, ["en"] = true };

    /// <summary>Lists the alerts for a role by deadline, as JSON, CSV or a calendar.</summary>
    /// <remarks>
    /// Filters by <c>role</c>, <c>municipality</c>, <c>area</c>, <c>region</c> and <c>kind</c>; deadlines ahead are those <c>within</c> so many days.
    /// </remarks>
    [Function("ListAlerts")]
    public Task<IResult> ListAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/alerts")] HttpRequest request, CancellationToken cancellationToken) =>
        ApiOperation.RunAsync(
            request,
            query => (
                Filter: SubjectFilter.Read(query),
                Role: query.ReadChoice("role", Roles),
                Within: query.ReadNumber("within", UsualDays, 0, MaxDays),
                IsEnglish: query.ReadChoice("language", Languages),
                List: new ListQuery<AlertResource>(query, item => item.Id, Sorts, more: ResponseFormat.Calendar)),
            async asked =>
            {
                var today = DutchTime.GetDay(time.GetUtcNow());
                var items = (await asked.Filter.GetAsync(subjects, visibility, request, cancellationToken))
                    .SelectMany(subject => AlertResource.Create(subject, today, asked.Within))
                    .Where(item => asked.Role is not { } role || item.Roles.Contains(role))
                    .OrderBy(item => GetDay(item) ?? DateOnly.MaxValue).ThenBy(item => item.Title, StringComparer.Ordinal)
                    .ThenBy(item => item.Id, StringComparer.Ordinal);

                // A program that reads a calendar follows no link to a next page.
                return asked.List.Format == ResponseFormat.Calendar
                    ? ApiResults.Content(AlertCalendar.Write(items, asked.Role, asked.IsEnglish), ResponseFormat.Calendar)
                    : ListResults.CreatePage(asked.List, items, SubjectsJson.Default.ItemListAlertResource);
            });

    private static DateOnly? GetDay(AlertResource item) => item.Deadline is { } deadline ? deadline.Until ?? deadline.Date : null;
}
