using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Functions.Api.Subjects;

/// <summary>Choice of programmes and projects by query.</summary>
/// <param name="Municipality">The municipality that keeps them or is a member of their region; null for all.</param>
/// <param name="Area">The area that they are kept with; null for all.</param>
/// <param name="Region">The code of a region: its own and those of its municipalities; null for all.</param>
/// <param name="Kind">The kind of scorecard; null for all.</param>
internal sealed record SubjectFilter(AreaCode? Municipality, AreaCode? Area, string? Region, string? Kind)
{
    /// <summary>Reads the choice.</summary>
    public static SubjectFilter Read(RequestQuery query) => new(
        query.ReadText("municipality") is { } municipality ? query.ReadMunicipality(municipality, "municipality") : null,
        query.ReadText("area") is { } area ? query.ReadArea(area, "area") : null,
        query.ReadText("region"),
        query.ReadText("kind"));

    /// <summary>Gets the chosen programmes and projects that a caller may see.</summary>
    public async Task<IEnumerable<SubjectSummary>> GetAsync(
        SubjectStore subjects, VisibilityPolicy visibility, HttpRequest request, CancellationToken cancellationToken)
    {
        var caller = Caller.From(request.HttpContext);
        var found = await subjects.GetAsync(
            Region is null ? Municipality ?? Area?.Municipality : null, reach => visibility.GetAudience(caller, reach), cancellationToken);

        // A region that the caller may not see is not known here, and nothing is in it.
        var members = found.Where(subject => subject.Subject == Region).SelectMany(subject => subject.About.Members ?? []).ToHashSet();
        return found.Where(subject =>
            (Municipality is not { } municipality || subject.Area.Municipality == municipality || subject.About.Members?.Contains(municipality) == true)
            && (Area is not { } area || subject.Area == area)
            && (Region is null || (subject.About.Scope == SubjectScope.Region ? subject.Subject == Region : members.Contains(subject.Area.Municipality)))
            && (Kind is null || subject.Kind == Kind));
    }
}
