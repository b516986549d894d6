using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Security;

/// <summary>Validator of the mode, the roles and the scopes.</summary>
internal sealed class SecurityOptionsValidator(IConfiguration configuration, IHostEnvironment environment) : IValidateOptions<SecurityOptions>
{
    // The platform and the hosts set these themselves; no request can.
    private const string PlatformAuthentication = "WEBSITE_AUTH_ENABLED";
    private const string AppServiceName = "WEBSITE_SITE_NAME";
    private const string LocalHostChecksKeys = "WIJKMONITOR_DEVHOST_CHECKS_KEYS";
    private const string CoreTools = "FUNCTIONS_CORETOOLS_ENVIRONMENT";

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SecurityOptions options)
    {
        List<string> problems =
            [.. ValidateMode(options.Mode), .. ValidateKeyHolder(options.KeyHolder),
                .. options.Scopes.SelectMany(scope => ValidateScope(scope.Key, scope.Value))];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> ValidateMode(string? text)
    {
        if (SecurityPolicy.ReadMode(text) is not { } mode)
        {
            return ["Set Security__Mode to one of platform, keys and open: where the app learns who asks."];
        }

        var problem = mode switch
        {
            IdentityMode.Platform when !string.Equals(configuration[PlatformAuthentication], "true", StringComparison.OrdinalIgnoreCase) =>
                $"Security__Mode is platform, but App Service Authentication is not on here ({PlatformAuthentication} is not true): anybody could claim to be anybody.",
            IdentityMode.Platform when HttpAccess.RequiresKeys =>
                "Security__Mode is platform, but this is the package for host keys: who has signed in would be asked for a key as well. Deploy the package that 'publish --sign-in' makes.",
            IdentityMode.Keys when !HttpAccess.RequiresKeys =>
                "Security__Mode is keys, but this is the package for sign-in, of which the host asks no key. Deploy the package that 'publish' makes without --sign-in.",
            IdentityMode.Keys when !AreKeysChecked() =>
                "Security__Mode is keys, but nothing that is known to check keys is in front of the app: App Service, or the local host started with keys. Use open for development.",
            IdentityMode.Open when !environment.IsDevelopment() =>
                "Security__Mode is open, which is for development only (AZURE_FUNCTIONS_ENVIRONMENT=Development).",
            _ => null,
        };
        return problem is null ? [] : [problem];
    }

    // Core Tools, which can pass the name of a site on, asks for no keys.
    private bool AreKeysChecked() =>
        configuration[LocalHostChecksKeys] == "true" || (configuration[AppServiceName] is { Length: > 0 } && configuration[CoreTools] is not { Length: > 0 });

    private static IEnumerable<string> ValidateKeyHolder(KeyHolderSettings holder) =>
    [
        .. SecurityPolicy.SplitWords(holder.Roles).Where(word => RoleNames.Find(word) is null)
            .Select(word => $"Security__KeyHolder__Roles names '{word}'; it can name {RoleNames.All}."),
        .. ValidateAreas("Security__KeyHolder__Areas", holder),
        .. ValidateRegions("Security__KeyHolder__Regions", holder),
    ];

    private static IEnumerable<string> ValidateScope(string key, ClaimedScopeSettings scope) =>
    [
        .. scope.Claim.Length == 0
            || scope.Value.Length == 0
            ? [$"Set Security__Scopes__{key}__Claim and __Value: whom the scope is for."]
            : Array.Empty<string>(),
        .. ValidateAreas($"Security__Scopes__{key}__Areas", scope),
        .. ValidateRegions($"Security__Scopes__{key}__Regions", scope),
    ];

    private static IEnumerable<string> ValidateAreas(string setting, ScopeSettings scope) =>
        SecurityPolicy.SplitWords(scope.Areas)
            .Where(word => !AreaCode.TryParse(word, out _))
            .Select(word => $"{setting} names '{word}', which is no area code.");

    private static IEnumerable<string> ValidateRegions(string setting, ScopeSettings scope) =>
        SecurityPolicy.SplitWords(scope.Regions)
            .Where(word => !(word.Split('/') is [var lead, var region]
                && AreaCode.TryParse(lead, out var code) && code.Level == AreaLevel.Municipality && code.Value == lead && region.Length > 0))
            .Select(word => $"{setting} names '{word}', which is no municipality and code of a region, such as GM0153/regio-twente.");
}
