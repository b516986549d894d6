using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Responses;

namespace Wijkmonitor.Functions.Dashboard;

/// <summary>The operation that serves the dashboard: its files, and its page at every address that it has a view for.</summary>
public sealed class DashboardFunction(DashboardFiles files)
{
    /// <summary>
    /// The function's name. The Functions host takes the first route that matches in the alphabetical order of the functions' names, so the name sorts last
    /// (docs/decisions/0005-official-worker.md).
    /// </summary>
    public const string Name = "ZFallbackDashboard";

    // The first part of the path of every view; the page itself distinguishes an unknown area or contract from a known one.
    private static readonly HashSet<string> Views = new(
        ["", "gemeenten", "gebieden", "sociale-hypotheken", "gegevens", "cijfers-als-api"], StringComparer.Ordinal);

    /// <summary>Gets a file of the dashboard, or its page for the address of a view.</summary>
    [Function(Name)]
    public IResult Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{*path:regex(^(?!(api|admin)(/|$)))=}")] HttpRequest request,
        string? path)
    {
        var requested = path ?? "";
        var first = requested.Split('/')[0];
        if (files.Find(requested) is { } file && requested != DashboardFiles.Page)
        {
            return new DashboardResult(file, StatusCodes.Status200OK);
        }

        return files.Find(DashboardFiles.Page) is { } page && !first.Contains('.', StringComparison.Ordinal) && first != DashboardFiles.Assets
            ? new DashboardResult(page, Views.Contains(first) ? StatusCodes.Status200OK : StatusCodes.Status404NotFound)
            : ApiResults.NotFound($"'/{requested}' is er niet.", $"There is no '/{requested}'.");
    }
}
