using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Api.Areas;

/// <summary>A municipality that the register knows.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name; its code where the register has no name of it.</param>
/// <param name="Areas">Number of its known areas, itself included.</param>
/// <param name="Href">Address of its areas.</param>
public sealed record MunicipalityResource(AreaCode Code, string Name, int Areas, string Href)
{
    /// <summary>Creates the resource of a municipality.</summary>
    public static MunicipalityResource From(KnownMunicipality municipality) =>
        new(municipality.Code, municipality.Name, municipality.Areas, $"/api/v1/municipalities/{municipality.Code}/areas");
}
