namespace Wijkmonitor.Functions.Security;

/// <summary>Settings of a scope.</summary>
public class ScopeSettings
{
    /// <summary>Areas by their codes, separated by spaces; a municipality stands for all its areas.</summary>
    public string Areas { get; set; } = "";

    /// <summary>Organisations as contracts name their parties, separated by <c>;</c>.</summary>
    public string Organisations { get; set; } = "";

    /// <summary>Regions, each as the municipality that leads it and its code (<c>GM0153/regio-twente</c>), separated by spaces.</summary>
    public string Regions { get; set; } = "";

    /// <summary>Datasets by their ids, separated by spaces.</summary>
    public string Datasets { get; set; } = "";
}

/// <summary>Settings of the holder of a key.</summary>
public sealed class KeyHolderSettings : ScopeSettings
{
    /// <summary>Roles by their names, separated by spaces.</summary>
    public string Roles { get; set; } = "";
}

/// <summary>A scope for anyone who has a claim, as settings write it.</summary>
public sealed class ClaimedScopeSettings : ScopeSettings
{
    /// <summary>The type of the claim, such as <c>groups</c>.</summary>
    public string Claim { get; set; } = "";

    /// <summary>Its value, such as the id of a group.</summary>
    public string Value { get; set; } = "";
}

/// <summary>
/// The settings <c>Security__...</c>; <see cref="SecurityOptionsValidator"/> says which are right, and <see cref="SecurityPolicy"/> is what
/// follows from them.
/// </summary>
public sealed class SecurityOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Security";

    /// <summary>The setting <c>Security__Mode</c>: how the app identifies callers; <c>platform</c>, <c>keys</c> or <c>open</c>.</summary>
    public string? Mode { get; set; }

    /// <summary>The settings <c>Security__KeyHolder__...</c>: who a holder of a key is, in mode <c>keys</c>.</summary>
    public KeyHolderSettings KeyHolder { get; set; } = new();

    /// <summary>The settings <c>Security__Scopes__{n}__...</c>: the scopes by claim, in mode <c>platform</c>.</summary>
    public IDictionary<string, ClaimedScopeSettings> Scopes { get; set; } = new Dictionary<string, ClaimedScopeSettings>(StringComparer.OrdinalIgnoreCase);
}
