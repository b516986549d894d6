using Microsoft.AspNetCore.Http;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Security;

/// <summary>Roles of a caller. Anyone who has no role sees what is public.</summary>
[Flags]
public enum Roles
{
    /// <summary>Everybody.</summary>
    Public = 0,

    /// <summary>A municipality or corporation. It sees figures for partners within its areas, and the social mortgages that it is a party to.</summary>
    Partner = 1,

    /// <summary>A data team: sees and handles the deliveries of its datasets, and all figures of those.</summary>
    DataTeam = 2,

    /// <summary>The monitor's administrator: sees everything, settles years.</summary>
    Admin = 4,
}

/// <summary>Areas, organisations and datasets that a role reaches.</summary>
/// <param name="Areas">The areas of a partner; a municipality stands for all its areas.</param>
/// <param name="Organisations">The organisations that a partner speaks for, as contracts name their parties.</param>
/// <param name="Datasets">The datasets of a data team.</param>
public sealed record Scope(IReadOnlySet<AreaCode> Areas, IReadOnlySet<string> Organisations, IReadOnlySet<string> Datasets)
{
    /// <summary>The regions of a partner, each as the municipality that leads it and its code: <c>GM0153/regio-twente</c>.</summary>
    public IReadOnlySet<string> Regions { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Nothing.</summary>
    public static Scope None { get; } = new(new HashSet<AreaCode>(), new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));

    /// <summary>Combines several scopes.</summary>
    public static Scope Combine(IReadOnlyCollection<Scope> scopes) => new(
        scopes.SelectMany(scope => scope.Areas).ToHashSet(),
        scopes.SelectMany(scope => scope.Organisations).ToHashSet(StringComparer.Ordinal),
        scopes.SelectMany(scope => scope.Datasets).ToHashSet(StringComparer.Ordinal))
    {
        Regions = scopes.SelectMany(scope => scope.Regions).ToHashSet(StringComparer.Ordinal),
    };
}

/// <summary>Identity of a caller with its roles and scope.</summary>
/// <param name="IsKnown">Whether it is somebody who said who it is.</param>
/// <param name="Roles">Roles of the caller.</param>
/// <param name="Scope">Reach of the roles.</param>
public sealed record Caller(bool IsKnown, Roles Roles, Scope Scope)
{
    private static readonly object Key = new();

    /// <summary>Somebody who did not say who it is.</summary>
    public static Caller Anonymous { get; } = new(IsKnown: false, Roles.Public, Scope.None);

    /// <summary>Whether it is the administrator.</summary>
    public bool IsAdmin => Roles.HasFlag(Roles.Admin);

    /// <summary>Gets the caller that the middleware found; anonymous when it did not run.</summary>
    public static Caller From(HttpContext http) => http.Items[Key] as Caller ?? Anonymous;

    /// <summary>Whether it has a role; an administrator has all.</summary>
    public bool HasRole(Roles role) => IsAdmin || Roles.HasFlag(role);

    /// <summary>Whether it is a partner in this area.</summary>
    public bool IsPartnerIn(AreaCode area) =>
        IsAdmin || (Roles.HasFlag(Roles.Partner) && (Scope.Areas.Contains(area) || Scope.Areas.Contains(area.Municipality)));

    /// <summary>Whether it is a partner in a region: its scope names the region or holds all of its municipalities.</summary>
    /// <param name="lead">An area of the municipality that leads the region.</param>
    /// <param name="region">The code of the region.</param>
    /// <param name="members">Its municipalities; where none is known, only a scope that names the region holds it.</param>
    public bool IsPartnerInRegion(AreaCode lead, string region, IReadOnlyCollection<AreaCode> members) =>
        IsAdmin || (Roles.HasFlag(Roles.Partner)
            && (Scope.Regions.Contains($"{lead.Municipality}/{region}") || (members.Count > 0 && members.All(Scope.Areas.Contains))));

    /// <summary>Whether it is one of these parties to a contract.</summary>
    public bool IsPartyIn(IEnumerable<string> organisations) =>
        IsAdmin || (Roles.HasFlag(Roles.Partner) && organisations.Any(Scope.Organisations.Contains));

    /// <summary>Whether it is the data team of this dataset.</summary>
    public bool CanDeliver(string dataset) => IsAdmin || (Roles.HasFlag(Roles.DataTeam) && Scope.Datasets.Contains(dataset));

    /// <summary>Attaches the caller to a request, for those who handle it.</summary>
    public void AttachTo(HttpContext http) => http.Items[Key] = this;
}
