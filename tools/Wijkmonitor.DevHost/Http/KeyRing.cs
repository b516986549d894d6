using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Wijkmonitor.DevHost.Http;

/// <summary>The keys of the host. Where none is given, nothing is checked.</summary>
internal sealed record KeyRing(string? Function = null, string? Host = null, string? Master = null)
{
    private const string Header = "x-functions-key";
    private const string QueryParameter = "code";

    /// <summary>Whether requests are checked.</summary>
    public bool IsChecked => (Function ?? Host ?? Master) is not null;

    /// <summary>Checks a request to a function: 401 without a key that opens it, else null.</summary>
    public int? Check(HttpRequest request, AccessLevel needed) => !IsChecked || needed == AccessLevel.Anonymous || Opens(FindKey(request), needed)
        ? null
        : StatusCodes.Status401Unauthorized;

    /// <summary>Checks a request to the host itself: 403 with a host key, 401 without a known key, else null.</summary>
    /// <remarks>A function key belongs to its function, so that the host does not know it.</remarks>
    public int? CheckAdmin(HttpRequest request)
    {
        var key = FindKey(request);
        return !IsChecked || Opens(key, AccessLevel.Admin) ? null
            : IsSame(key, Host) ? StatusCodes.Status403Forbidden
            : StatusCodes.Status401Unauthorized;
    }

    private bool Opens(string? key, AccessLevel needed) =>
        IsSame(key, Master) || (needed == AccessLevel.Function && (IsSame(key, Host) || IsSame(key, Function)));

    // The header goes before the query, even where only the latter would do.
    private static string? FindKey(HttpRequest request) => request.Headers.TryGetValue(Header, out var header)
        ? header.FirstOrDefault()
        : request.Query[QueryParameter].FirstOrDefault();

    private static bool IsSame(string? key, string? expected) =>
        key is not null && expected is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(expected));
}
