namespace Wijkmonitor.Indicators.Areas;

/// <summary>The shape of an area.</summary>
/// <param name="Area">The area.</param>
/// <param name="BoundaryYear">The year whose boundaries it shows.</param>
/// <param name="Geometry">The geometry object of GeoJSON (RFC 7946, WGS 84), a Polygon or MultiPolygon, as UTF-8 without spaces.</param>
/// <param name="Line">The line that the feature starts on.</param>
public sealed record AreaBoundary(AreaCode Area, int BoundaryYear, ReadOnlyMemory<byte> Geometry, int Line);
