namespace Wijkmonitor.Functions.Security;

/// <summary>Roles as settings and application roles name them.</summary>
public static class RoleNames
{
    private const string AppRolePrefix = "Wijkmonitor.";

    private static readonly Dictionary<string, Roles> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Public"] = Roles.Public,
        ["Partner"] = Roles.Partner,
        ["DataTeam"] = Roles.DataTeam,
        ["Admin"] = Roles.Admin,
    };

    /// <summary>All names.</summary>
    public static string All { get; } = string.Join(", ", Names.Keys);

    /// <summary>Gets the names of roles, with commas between them.</summary>
    public static string GetNames(Roles roles) =>
        string.Join(", ", Names.Where(pair => pair.Value != Roles.Public && roles.HasFlag(pair.Value)).Select(pair => pair.Key));

    /// <summary>Finds the role with this name, or null.</summary>
    public static Roles? Find(string name) => Names.TryGetValue(name, out var role) ? role : null;

    /// <summary>Parses an application role such as <c>Wijkmonitor.Partner</c>, or nothing for those of other applications.</summary>
    public static Roles FromAppRole(string name) =>
        name.StartsWith(AppRolePrefix, StringComparison.OrdinalIgnoreCase) ? Find(name[AppRolePrefix.Length..]) ?? Roles.Public : Roles.Public;
}
