using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Api.Areas;

/// <summary>An area.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Level">municipality, district, neighbourhood or custom.</param>
/// <param name="Municipality">The municipality that it is in.</param>
/// <param name="Name">Its name, as of the newest of its boundary years.</param>
/// <param name="BoundaryYears">The years whose boundaries it is known in.</param>
public sealed record AreaResource(AreaCode Code, string Level, AreaCode Municipality, string Name, IReadOnlyList<int> BoundaryYears)
{
    /// <summary>Sort keys of areas.</summary>
    internal static IReadOnlyDictionary<string, Func<AreaResource, IComparable?>> Sorts { get; } =
        new Dictionary<string, Func<AreaResource, IComparable?>>(StringComparer.Ordinal)
        {
            ["code"] = area => area.Code.Value,
            ["name"] = area => area.Name,
        };

    /// <summary>The name of the municipality that it is in, where areas of several are listed.</summary>
    public string? MunicipalityName { get; init; }

    /// <summary>Creates the resource of an area from its entries in the register.</summary>
    public static AreaResource From(IEnumerable<Area> sameCode)
    {
        var years = sameCode.OrderBy(area => area.BoundaryYear).ToList();
        var newest = years[^1];
        return new AreaResource(
            newest.Code, AreaLevelNames.GetName(newest.Code.Level), newest.Code.Municipality, newest.Name, [.. years.Select(area => area.BoundaryYear)]);
    }

    /// <summary>Creates the resource of an area that was found by name.</summary>
    public static AreaResource From(IndexedArea area) =>
        new(area.Code, AreaLevelNames.GetName(area.Code.Level), area.Code.Municipality, area.Name,
            area.BoundaryYears)
        { MunicipalityName = area.MunicipalityName };
}
