using Microsoft.Azure.Functions.Worker;

namespace Wijkmonitor.Functions.Security;

/// <summary>What the Functions host asks of a request before the app sees it.</summary>
public static class HttpAccess
{
    /// <summary>
    /// A function key; nothing in a build with <c>-p:HttpAccess=Anonymous</c>, which is for App Service Authentication. It is part of how a function is
    /// declared to the host, so a setting cannot choose it.
    /// </summary>
#if HTTP_ACCESS_ANONYMOUS
    public const AuthorizationLevel Level = AuthorizationLevel.Anonymous;
#else
    public const AuthorizationLevel Level = AuthorizationLevel.Function;
#endif
}
