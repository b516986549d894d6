using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Api.Areas;

/// <summary>Shapes of areas.</summary>
public sealed class BoundariesFunctions(AreaStore areas, BoundaryStore boundaries)
{
    private const string Absent = "absent";

    /// <summary>Gets the shapes of a municipality and its areas as a GeoJSON FeatureCollection.</summary>
    /// <remarks>
    /// Without <c>boundaryYear</c> the newest year is served. An area of that year without a shape is a feature whose geometry is null; with
    /// <c>shape=absent</c> only those.
    /// </remarks>
    [Function("GetBoundaries")]
    public Task<IResult> GetAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/municipalities/{code}/boundaries")] HttpRequest request,
        string code,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => (
            Municipality: query.ReadMunicipality(code),
            Year: query.ReadYear("boundaryYear"),
            OnlyAbsent: ReadShape(query),
            Format: ContentNegotiation.Read(query, ResponseFormat.GeoJson, ResponseFormat.Json)),
        asked => GetAsync(asked.Municipality, asked.Year?.Year, asked.OnlyAbsent, asked.Format, cancellationToken));

    private static bool ReadShape(RequestQuery query)
    {
        var shape = query.ReadText("shape");
        if (shape is not (null or Absent))
        {
            query.AddError("shape", shape, $"Laat 'shape' weg, of geef '{Absent}' voor de gebieden zonder vorm.",
                $"Leave 'shape' out, or give '{Absent}' for the areas without a shape.");
        }

        return shape is not null;
    }

    private async Task<IResult> GetAsync(AreaCode municipality, int? year, bool onlyAbsent, ResponseFormat format, CancellationToken cancellationToken)
    {
        var register = await areas.GetByMunicipalityAsync(municipality, cancellationToken);
        if (register.Count == 0)
        {
            return ApiResults.AreaNotFound(municipality);
        }

        var years = year is { } requested ? [requested] : await boundaries.GetYearsAsync(municipality, cancellationToken);
        var boundaryYear = years.Count > 0 ? years.Max() : register.Max(area => area.BoundaryYear);
        var shapes = (await boundaries.GetByMunicipalityAsync(municipality, boundaryYear, cancellationToken)).ToDictionary(boundary => boundary.Area);
        var listed = register.Where(area => area.BoundaryYear == boundaryYear && (!onlyAbsent || !shapes.ContainsKey(area.Code)));
        return ApiResults.Content(
            GeoJsonWriter.WriteCollection(listed, area => area.Code.Value, WriteProperties, area => shapes.GetValueOrDefault(area.Code)), format);
    }

    private static void WriteProperties(Utf8JsonWriter writer, Area area)
    {
        writer.WriteString("code"u8, area.Code.Value);
        writer.WriteString("name"u8, area.Name);
        writer.WriteString("level"u8, AreaLevelNames.GetName(area.Code.Level));
        writer.WriteNumber("boundaryYear"u8, area.BoundaryYear);
    }
}
