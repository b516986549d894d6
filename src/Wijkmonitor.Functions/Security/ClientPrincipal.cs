using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wijkmonitor.Functions.Security;

/// <summary>Somebody as App Service Authentication says it in the header <c>X-MS-CLIENT-PRINCIPAL</c>: base64 of JSON.</summary>
/// <param name="AuthTyp">Type of authentication.</param>
/// <param name="RoleTyp">The type of the claims that are roles.</param>
/// <param name="Claims">Claims of the identity.</param>
public sealed record ClientPrincipal(
    [property: JsonPropertyName("auth_typ")] string? AuthTyp,
    [property: JsonPropertyName("role_typ")] string? RoleTyp,
    [property: JsonPropertyName("claims")] IReadOnlyList<PrincipalClaim>? Claims)
{
    /// <summary>The header.</summary>
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    private const string Roles = "roles";

    /// <summary>The application roles that it has.</summary>
    public IEnumerable<string> AppRoles => GetValues(Roles).Concat(RoleTyp is null or Roles ? [] : GetValues(RoleTyp));

    /// <summary>Reads the header; null where it is not what the platform writes.</summary>
    public static ClientPrincipal? Read(string header)
    {
        try
        {
            var json = Convert.FromBase64String(header);
            return JsonSerializer.Deserialize(json, PrincipalJson.Default.ClientPrincipal) is { Claims: { } claims } principal
                && !claims.Contains(null!)
                ? principal : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Gets the values of the claims of a type.</summary>
    public IEnumerable<string> GetValues(string type) =>
        Claims!.Where(claim => string.Equals(claim.Typ, type, StringComparison.OrdinalIgnoreCase)).Select(claim => claim.Val).OfType<string>();
}

/// <summary>One claim.</summary>
/// <param name="Typ">Its type.</param>
/// <param name="Val">Its value.</param>
public sealed record PrincipalClaim([property: JsonPropertyName("typ")] string? Typ, [property: JsonPropertyName("val")] string? Val);

/// <summary>JSON of the client principal header.</summary>
[JsonSerializable(typeof(ClientPrincipal))]
internal sealed partial class PrincipalJson : JsonSerializerContext;
