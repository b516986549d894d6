using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Security;

/// <summary>Source of the caller's identity.</summary>
public enum IdentityMode
{
    /// <summary>From App Service Authentication, which the platform must have switched on.</summary>
    Platform,

    /// <summary>From the Functions host, which admits callers with a key. All of them are the same caller, which the settings describe.</summary>
    Keys,

    /// <summary>Nobody is asked: everybody on this machine is the administrator. For development only.</summary>
    Open,
}

/// <summary>A scope for anyone who has a claim.</summary>
/// <param name="Claim">The type of the claim, such as <c>groups</c>.</param>
/// <param name="Value">Its value, such as the id of a group.</param>
/// <param name="Scope">Reach of the role.</param>
public sealed record ClaimedScope(string Claim, string Value, Scope Scope);

/// <summary>Identification and scopes of callers, from valid settings.</summary>
/// <param name="Mode">Method by which the app identifies callers.</param>
/// <param name="KeyHolder">Anyone who has a key.</param>
/// <param name="Scopes">The scopes by claim.</param>
public sealed record SecurityPolicy(IdentityMode Mode, Caller KeyHolder, IReadOnlyList<ClaimedScope> Scopes)
{
    /// <summary>Creates the policy from settings that were validated.</summary>
    public static SecurityPolicy Create(SecurityOptions options) => new(
        ReadMode(options.Mode)!.Value,
        new Caller(IsKnown: true, SplitWords(options.KeyHolder.Roles)
            .Aggregate(Roles.Public, (roles, word) => roles | RoleNames.Find(word)!.Value), ReadScope(options.KeyHolder)),
        [.. options.Scopes.Values.Select(scope => new ClaimedScope(scope.Claim, scope.Value, ReadScope(scope)))]);

    /// <summary>Reads the name of a mode; null where it is not one of them, in capitals or not.</summary>
    internal static IdentityMode? ReadMode(string? text) => text?.ToLowerInvariant() switch
    {
        "platform" => IdentityMode.Platform,
        "keys" => IdentityMode.Keys,
        "open" => IdentityMode.Open,
        _ => null,
    };

    /// <summary>Splits a list of words at spaces and commas.</summary>
    internal static string[] SplitWords(string text) => text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

    private static Scope ReadScope(ScopeSettings scope) => new(
        SplitWords(scope.Areas).Select(AreaCode.Parse).ToHashSet(),
        scope.Organisations.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal),
        SplitWords(scope.Datasets).ToHashSet(StringComparer.Ordinal))
    {
        Regions = SplitWords(scope.Regions).ToHashSet(StringComparer.Ordinal),
    };
}
