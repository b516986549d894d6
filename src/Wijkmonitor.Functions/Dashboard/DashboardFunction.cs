using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Api;

namespace Wijkmonitor.Functions.Dashboard;

/// <summary>Serves the dashboard: its files, and its page at every address that it has a view for.</summary>
public sealed class DashboardFunction(DashboardFiles files)
{
    // The first part of the path of every view; the page itself tells an unknown area or contract from a known one.
    private static readonly HashSet<string> Views = new(["", "gemeenten", "gebieden", "sociale-hypotheken", "gegevens"], StringComparer.Ordinal);

    /// <summary>A file of the dashboard, or the page.</summary>
    [Function("GetDashboard")]
    public IResult Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{*path}")] HttpRequest request,
        string? path)
    {
        var asked = path ?? "";
        var first = asked.Split('/')[0];
        if (string.Equals(first, "api", StringComparison.OrdinalIgnoreCase))
        {
            return Answer.NotFound($"'/{asked}' is er niet.", $"There is no '/{asked}'.");
        }

        if (files.Find(asked) is { } file && asked != DashboardFiles.Page)
        {
            return new DashboardAnswer(file, StatusCodes.Status200OK);
        }

        return files.Find(DashboardFiles.Page) is { } page && !first.Contains('.', StringComparison.Ordinal) && first != DashboardFiles.Assets
            ? new DashboardAnswer(page, Views.Contains(first) ? StatusCodes.Status200OK : StatusCodes.Status404NotFound)
            : Answer.NotFound($"'/{asked}' is er niet.", $"There is no '/{asked}'.");
    }
}
