using System.Net;
using Microsoft.AspNetCore.Http;

namespace Wijkmonitor.Functions.Security;

/// <summary>Identification of the caller of a request.</summary>
public sealed class Identification(SecurityPolicy policy)
{
    private const string ForwardedFor = "X-Forwarded-For";

    // App Service writes all of these after it took away what the client sent.
    private static readonly string[] PlatformHeaders =
        [ClientPrincipal.Header, "X-MS-CLIENT-PRINCIPAL-ID", "X-MS-CLIENT-PRINCIPAL-NAME", "X-MS-CLIENT-PRINCIPAL-IDP"];

    /// <summary>Finds the caller of a request; null for an untrusted identity or a request that is not served here.</summary>
    public Caller? Find(HttpContext http) => policy.Mode switch
    {
        IdentityMode.Platform => FromPlatform(http.Request),
        _ when Array.Exists(PlatformHeaders, http.Request.Headers.ContainsKey) => null,
        IdentityMode.Keys => policy.KeyHolder,
        _ => IsFromThisMachine(http) ? new Caller(IsKnown: true, Roles.Admin, Scope.None) : null,
    };

    private Caller? FromPlatform(HttpRequest request)
    {
        var header = request.Headers[ClientPrincipal.Header];
        if (header.Count == 0)
        {
            return Caller.Anonymous;
        }

        if (header.Count > 1 || ClientPrincipal.Read(header.ToString()) is not { } principal)
        {
            return null;
        }

        var roles = principal.AppRoles.Aggregate(Roles.Public, (roles, name) => roles | RoleNames.FromAppRole(name));
        var scopes = policy.Scopes.Where(scope => principal.GetValues(scope.Claim).Contains(scope.Value, StringComparer.Ordinal))
            .Select(scope => scope.Scope).ToList();
        return new Caller(IsKnown: true, roles, Scope.Combine(scopes));
    }

    // A page of another site can make a browser ask this machine under a name of its own, so the name must be this machine's too.
    private static bool IsFromThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !http.Request.Headers.ContainsKey(ForwardedFor)
        && http.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";
}
