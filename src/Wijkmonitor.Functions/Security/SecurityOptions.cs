using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Security;

/// <summary>Where the app learns who asks.</summary>
public enum IdentityMode
{
    /// <summary>From App Service Authentication, which the platform must have switched on.</summary>
    Platform,

    /// <summary>From the Functions host, which lets in who has a key; all of them are the same caller, which the settings describe.</summary>
    Keys,

    /// <summary>Nobody is asked: everybody on this machine is the administrator. For development only.</summary>
    Open,
}

/// <summary>A scope for whoever has a claim.</summary>
/// <param name="Claim">The type of the claim, such as <c>groups</c>.</param>
/// <param name="Value">Its value, such as the id of a group.</param>
/// <param name="Scope">What it reaches.</param>
public sealed record ClaimedScope(string Claim, string Value, Scope Scope);

/// <summary>The settings <c>Security__...</c>.</summary>
/// <param name="Mode">Where the app learns who asks.</param>
/// <param name="KeyHolder">Whoever has a key.</param>
/// <param name="Scopes">The scopes by claim.</param>
public sealed record SecurityOptions(IdentityMode Mode, Caller KeyHolder, IReadOnlyList<ClaimedScope> Scopes)
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Security";

    // The platform and the hosts set these themselves; no request can.
    private const string PlatformAuthentication = "WEBSITE_AUTH_ENABLED";
    private const string AppServiceName = "WEBSITE_SITE_NAME";
    private const string LocalHostChecksKeys = "WIJKMONITOR_DEVHOST_CHECKS_KEYS";
    private const string CoreTools = "FUNCTIONS_CORETOOLS_ENVIRONMENT";

    /// <summary>What holds where nobody can ask anything.</summary>
    public static SecurityOptions Nobody { get; } = new(IdentityMode.Platform, Caller.Anonymous, []);

    /// <summary>Reads the settings, and sees to it that the mode is one that is safe here.</summary>
    /// <exception cref="InvalidOperationException">The mode is absent or not safe here, or a setting is wrong; the message names it.</exception>
    public static SecurityOptions From(IConfiguration configuration, IHostEnvironment environment)
    {
        var section = configuration.GetSection(Section);
        var mode = section["Mode"]?.ToLowerInvariant() switch
        {
            "platform" => IdentityMode.Platform,
            "keys" => IdentityMode.Keys,
            "open" => IdentityMode.Open,
            _ => throw new InvalidOperationException("Set Security__Mode to one of platform, keys and open: where the app learns who asks."),
        };
        Check(mode, configuration, environment);
        return new SecurityOptions(mode, ReadKeyHolder(section.GetSection("KeyHolder")), [.. section.GetSection("Scopes").GetChildren().Select(ReadClaimed)]);
    }

    private static void Check(IdentityMode mode, IConfiguration configuration, IHostEnvironment environment)
    {
        var problem = mode switch
        {
            IdentityMode.Platform when !string.Equals(configuration[PlatformAuthentication], "true", StringComparison.OrdinalIgnoreCase) =>
                $"Security__Mode is platform, but App Service Authentication is not on here ({PlatformAuthentication} is not true): anybody could claim to be anybody.",
            IdentityMode.Platform when HttpAccess.AsksKeys =>
                "Security__Mode is platform, but this is the package for host keys: who has signed in would be asked for a key as well. Deploy the package that 'publish --sign-in' makes.",
            IdentityMode.Keys when !HttpAccess.AsksKeys =>
                "Security__Mode is keys, but this is the package for sign-in, of which the host asks no key. Deploy the package that 'publish' makes without --sign-in.",
            IdentityMode.Keys when !KeysAreChecked(configuration) =>
                "Security__Mode is keys, but nothing that is known to check keys stands before the app: App Service, or the local host started with keys. Use open for development.",
            IdentityMode.Open when !environment.IsDevelopment() =>
                "Security__Mode is open, which is for development only (AZURE_FUNCTIONS_ENVIRONMENT=Development).",
            _ => null,
        };
        if (problem is not null)
        {
            throw new InvalidOperationException(problem);
        }
    }

    // Core Tools, which can pass the name of a site on, asks for no keys.
    private static bool KeysAreChecked(IConfiguration configuration) =>
        configuration[LocalHostChecksKeys] == "true" || (configuration[AppServiceName] is { Length: > 0 } && configuration[CoreTools] is not { Length: > 0 });

    private static Caller ReadKeyHolder(IConfigurationSection section)
    {
        var roles = Roles.Public;
        foreach (var word in Words(section["Roles"]))
        {
            roles |= RoleNames.Find(word) ?? throw new InvalidOperationException($"Security__KeyHolder__Roles names '{word}'; it can name {RoleNames.All}.");
        }

        return new Caller(IsKnown: true, roles, ReadScope(section));
    }

    private static ClaimedScope ReadClaimed(IConfigurationSection section) =>
        section["Claim"] is { Length: > 0 } claim && section["Value"] is { Length: > 0 } value
            ? new ClaimedScope(claim, value, ReadScope(section))
            : throw new InvalidOperationException($"Set Security__Scopes__{section.Key}__Claim and __Value: whom the scope is for.");

    private static Scope ReadScope(IConfigurationSection section) => new(
        Words(section["Areas"]).Select(word => AreaCode.TryParse(word, out var code)
            ? code
            : throw new InvalidOperationException($"{section.Path.Replace(":", "__", StringComparison.Ordinal)}__Areas names '{word}', which is no area code.")).ToHashSet(),
        (section["Organisations"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal),
        Words(section["Datasets"]).ToHashSet(StringComparer.Ordinal));

    private static string[] Words(string? text) => (text ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
}
