using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Api.Areas;

/// <summary>An area in a hierarchy.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name; null where the register does not know it.</param>
/// <param name="Href">Address of the area.</param>
public sealed record AreaLink(AreaCode Code, string? Name, string Href)
{
    /// <summary>Creates a link to an area.</summary>
    public static AreaLink Create(AreaCode code, string? name) => new(code, name, $"/api/v1/areas/{code}");
}

/// <summary>A part of a custom area.</summary>
/// <param name="Area">The part.</param>
/// <param name="Weight">Share of it in the custom area.</param>
/// <param name="BoundaryYear">The year of its boundaries.</param>
/// <param name="Delivery">The delivery that said so.</param>
/// <param name="Line">The line of that file.</param>
public sealed record AreaPartItem(AreaLink Area, decimal Weight, int BoundaryYear, string Delivery, int Line);

/// <summary>An area and its place among others, by its newest boundary year.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Level">municipality, district, neighbourhood or custom.</param>
/// <param name="Municipality">The municipality that it is in.</param>
/// <param name="Name">Its name.</param>
/// <param name="BoundaryYears">The years whose boundaries it is known in.</param>
/// <param name="Parent">The area around it; none around a municipality.</param>
/// <param name="Children">The areas that are in it, of the same boundary year; of a municipality its districts and custom areas.</param>
/// <param name="Parts">Parts of a custom area, by boundary year; absent for others.</param>
public sealed record AreaDetail(
    AreaCode Code,
    string Level,
    AreaCode Municipality,
    string Name,
    IReadOnlyList<int> BoundaryYears,
    AreaLink? Parent,
    IReadOnlyList<AreaLink> Children,
    IReadOnlyList<AreaPartItem>? Parts)
{
    /// <summary>Creates the detail of an area from the register of its municipality, or null where that does not know it.</summary>
    public static AreaDetail? From(AreaCode code, IReadOnlyList<Area> register, IEnumerable<CustomArea> customAreas)
    {
        var own = register.Where(area => area.Code == code).ToList();
        if (own.Count == 0)
        {
            return null;
        }

        var area = AreaResource.From(own);
        var newest = area.BoundaryYears[^1];
        var names = register.OrderBy(a => a.BoundaryYear).GroupBy(a => a.Code).ToDictionary(a => a.Key, a => a.Last().Name);
        AreaLink CreateLink(AreaCode to) => AreaLink.Create(to, names.GetValueOrDefault(to));
        return new AreaDetail(
            area.Code,
            area.Level,
            area.Municipality,
            area.Name,
            area.BoundaryYears,
            code.Parent is { } parent ? CreateLink(parent) : null,
            [.. register.Where(a => a.BoundaryYear == newest || a.Code.Level == AreaLevel.Custom)
                .Select(a => a.Code)
                .Where(a => a.Parent == code)
                .Distinct().Order().Select(CreateLink)],
            code.Level == AreaLevel.Custom
                ? [.. customAreas.Where(custom => custom.Area.Code == code)
                    .SelectMany(custom =>
                        custom.Parts.Select(part => new AreaPartItem(
                            CreateLink(part.Area), part.Weight, custom.Area.BoundaryYear, custom.Delivery, part.Line)))]
                : null);
    }
}
