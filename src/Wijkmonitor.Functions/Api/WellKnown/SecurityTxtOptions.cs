using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Wijkmonitor.Functions.Api.WellKnown;

/// <summary>Contact for security reports, served as <c>/.well-known/security.txt</c> (RFC 9116). It is the deployer's to fill in.</summary>
public sealed class SecurityTxtOptions : IValidatableObject
{
    /// <summary>The settings' section.</summary>
    public const string Section = "SecurityTxt";

    /// <summary>
    /// The setting <c>SecurityTxt__Contact</c>: where to report problems, such as <c>mailto:security@example.org</c>; no page is served unless it
    /// is set.
    /// </summary>
    public Uri? Contact { get; set; }

    /// <summary>
    /// The setting <c>SecurityTxt__Expires</c>: the last day on which the page counts, such as <c>2027-06-30</c>. Less than a year ahead is advised.
    /// After it no page is served.
    /// </summary>
    public string? Expires { get; set; }

    private DateOnly? LastDay =>
        DateOnly.TryParseExact(Expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Creates the text of the page on a day, or null without a contact or after its last day.</summary>
    public string? CreateText(DateOnly day) => Contact is not null && LastDay is { } last && day <= last
        ? string.Create(CultureInfo.InvariantCulture, $"Contact: {Contact}\nExpires: {last:yyyy-MM-dd}T23:59:59Z\nPreferred-Languages: nl, en\n")
        : null;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Contact is not (null or { IsAbsoluteUri: true, Scheme: "mailto" or "https" or "tel" }))
        {
            yield return new(
                $"{Section}__{nameof(Contact)} is '{Contact}'; it must be an address such as mailto:security@example.org or https://example.org/security.");
        }

        if (Contact is not null && LastDay is null)
        {
            yield return new(
                $"{Section}__{nameof(Expires)} is '{Expires}'; it must be the last day on which {Section}__{nameof(Contact)} counts, such as 2027-06-30.");
        }
    }
}
