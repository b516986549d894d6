using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Ingest.Decisions;

/// <summary>Something that needs an area to be in the register.</summary>
/// <param name="Area">The area.</param>
/// <param name="What">What says something of it.</param>
/// <param name="Delivery">The delivery that brought that.</param>
public sealed record AreaDependent(AreaCode Area, BilingualText What, string Delivery);

/// <summary>What besides figures and contracts stands on the register of areas: custom areas, crosswalks, boundaries and notes.</summary>
public sealed class AreaDependents(CustomAreaStore customAreas, CrosswalkStore crosswalks, BoundaryStore boundaries, AreaRecordStore records, AreaStore areas)
{
    private static readonly BilingualText Part = new("deel van een eigen gebied", "part of a custom area");
    private static readonly BilingualText Crosswalk = new("omrekentabel", "crosswalk");
    private static readonly BilingualText Boundary = new("grens", "boundary");
    private static readonly BilingualText Note = new("aantekening", "note");

    /// <summary>The first thing that would be about an unknown area if some rows left the register; null where there is none.</summary>
    /// <param name="municipality">The municipality.</param>
    /// <param name="gone">The keys of the rows that would leave.</param>
    /// <param name="delivery">The delivery that they would leave with: what it brought itself leaves too.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<AreaDependent?> FirstAsync(AreaCode municipality, IReadOnlySet<string> gone, string delivery, CancellationToken cancellationToken)
    {
        foreach (var custom in await customAreas.OfMunicipalityAsync(municipality, cancellationToken))
        {
            foreach (var part in custom.Delivery == delivery ? [] : custom.Parts.Where(part => IsGone(gone, part.Area, custom.Area.BoundaryYear)))
            {
                return new(part.Area, Part, custom.Delivery);
            }
        }

        foreach (var entry in await crosswalks.LeadingToAsync(municipality, cancellationToken))
        {
            var named = entry.Shares.Select(share => (Area: share.To, Year: entry.ToYear)).Prepend((Area: entry.From, Year: entry.FromYear));
            foreach (var (area, _) in named.Where(name => IsGone(gone, name.Area, name.Year)))
            {
                return new(area, Crosswalk, entry.Delivery);
            }
        }

        await foreach (var (area, year, drawnBy) in boundaries.DrawnAsync(municipality, cancellationToken))
        {
            if (IsGone(gone, area, year))
            {
                return new(area, Boundary, drawnBy);
            }
        }

        return await FirstNoteAsync(municipality, gone, cancellationToken);
    }

    // A note is about an area, whatever the year of its boundaries.
    private async Task<AreaDependent?> FirstNoteAsync(AreaCode municipality, IReadOnlySet<string> gone, CancellationToken cancellationToken)
    {
        var left = (await areas.OfMunicipalityAsync(municipality, cancellationToken)).Where(area => !gone.Contains(Keys.Area(area))).Select(area => area.Code).ToHashSet();
        await foreach (var record in records.OfMunicipalityAsync(municipality, cancellationToken))
        {
            if (!left.Contains(record.Area))
            {
                return new(record.Area, Note, record.Source.Delivery);
            }
        }

        return null;
    }

    private static bool IsGone(IReadOnlySet<string> gone, AreaCode area, int boundaryYear) => gone.Contains(Keys.Area(new Area(area, "", boundaryYear)));
}
