using System.ComponentModel.DataAnnotations;

namespace Wijkmonitor.Functions.Http.Responses;

/// <summary>The settings <c>Api__...</c>.</summary>
public sealed class ApiOptions : IValidatableObject
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Api";

    /// <summary>
    /// The setting <c>Api__AllowedOrigins</c>: the origins of other sites whose pages may read responses, such as <c>https://example.org</c>.
    /// Separated by spaces or commas; <c>*</c> for all.
    /// </summary>
    public string AllowedOrigins { get; set; } = "";

    /// <summary>Gets the allowed origins one by one.</summary>
    public IReadOnlySet<string> ParseOrigins() =>
        AllowedOrigins.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from origin in ParseOrigins()
        where origin != "*" && !IsOrigin(origin)
        select new ValidationResult($"{Section}__{nameof(AllowedOrigins)} names '{origin}'; an origin looks like https://example.org.");

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == text;
}
