using Microsoft.Azure.Functions.Worker;

namespace Wijkmonitor.Functions.Security;

/// <summary>Authorization level that the Functions host checks before the app.</summary>
public static class HttpAccess
{
    /// <summary>A function key in the package for host keys; nothing in the one for sign-in (<c>-p:HttpAccess=Anonymous</c>).</summary>
    /// <remarks>
    /// App Service Authentication comes before the latter. The level is part of how a function is declared to the host, so a setting cannot choose
    /// it.
    /// </remarks>
#if HTTP_ACCESS_ANONYMOUS
    public const AuthorizationLevel Level = AuthorizationLevel.Anonymous;
#else
    public const AuthorizationLevel Level = AuthorizationLevel.Function;
#endif

    /// <summary>Whether the host asks for a key.</summary>
    public static bool RequiresKeys => Level != AuthorizationLevel.Anonymous;
}
