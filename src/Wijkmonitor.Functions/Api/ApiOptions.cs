using Microsoft.Extensions.Configuration;

namespace Wijkmonitor.Functions.Api;

/// <summary>The settings <c>Api__...</c>.</summary>
/// <param name="AllowedOrigins">The origins of other sites whose pages may read answers, such as <c>https://example.org</c>; <c>*</c> for all.</param>
public sealed record ApiOptions(IReadOnlySet<string> AllowedOrigins)
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Api";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">An origin is malformed; the message names it.</exception>
    public static ApiOptions From(IConfiguration configuration)
    {
        var origins = (configuration.GetSection(Section)[nameof(AllowedOrigins)] ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return Array.Find(origins, origin => origin != "*" && !IsOrigin(origin)) is { } wrong
            ? throw new InvalidOperationException($"Api__AllowedOrigins names '{wrong}'; an origin looks like https://example.org.")
            : new ApiOptions(origins.ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == text;
}
