using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Wijkmonitor.Functions.Security;

/// <summary>Whom to tell of a hole in the security, as <c>/.well-known/security.txt</c> says it (RFC 9116). It is the deployer's to fill in.</summary>
public sealed class SecurityTxtOptions
{
    private static readonly string[] Schemes = ["mailto", "https", "tel"];

    /// <summary>The settings' section.</summary>
    public const string Section = "SecurityTxt";

    /// <summary>The setting <c>SecurityTxt__Contact</c>: where to tell it, such as <c>mailto:security@example.org</c>; no page is served unless it is set.</summary>
    public Uri? Contact { get; init; }

    /// <summary>The setting <c>SecurityTxt__Expires</c>: the last day on which the page counts, such as <c>2027-06-30</c>; less than a year ahead is advised. After it no page is served.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">A setting is malformed, or one of the two is absent; the message names it.</exception>
    public static SecurityTxtOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (section[nameof(Contact)] is not { Length: > 0 } contact)
        {
            return new SecurityTxtOptions();
        }

        if (!Uri.TryCreate(contact, UriKind.Absolute, out var address) || !Schemes.Contains(address.Scheme, StringComparer.Ordinal))
        {
            throw new InvalidOperationException($"{Section}__{nameof(Contact)} is '{contact}'; it must be an address such as mailto:security@example.org or https://example.org/security.");
        }

        return DateOnly.TryParseExact(section[nameof(Expires)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var expires)
            ? new SecurityTxtOptions { Contact = address, Expires = expires }
            : throw new InvalidOperationException($"Set {Section}__{nameof(Expires)} to the last day on which {Section}__{nameof(Contact)} counts, such as 2027-06-30.");
    }

    /// <summary>The page on a day; null where there is none, or where it has expired.</summary>
    public string? On(DateOnly day) => Contact is not null && Expires is { } last && day <= last
        ? string.Create(CultureInfo.InvariantCulture, $"Contact: {Contact}\nExpires: {last:yyyy-MM-dd}T23:59:59Z\nPreferred-Languages: nl, en\n")
        : null;
}
