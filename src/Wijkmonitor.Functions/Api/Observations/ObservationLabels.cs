using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Functions.Api.Observations;

/// <summary>Names for people of what observations refer to by code, all in one language.</summary>
/// <param name="english">Whether that language is English; Dutch otherwise.</param>
/// <param name="areas">The areas, of all boundary years.</param>
/// <param name="catalogue">The indicators.</param>
/// <param name="datasets">The datasets.</param>
internal sealed class ObservationLabels(bool english, IEnumerable<Area> areas, IndicatorCatalogue catalogue, CurrentDatasets datasets)
{
    private readonly ILookup<AreaCode, Area> byCode = areas.ToLookup(area => area.Code);

    /// <summary>Whether the language is English.</summary>
    public bool IsEnglish => english;

    /// <summary>The columns that a CSV has after those of the JSON.</summary>
    public IReadOnlyList<(string Name, Func<ObservationResource, string> Get)> Columns =>
    [
        ("areaName", item => GetArea(item.Area, item.BoundaryYear)),
        ("indicatorLabel", item => Localize(catalogue.Find(item.Indicator)!.Label)),
        ("unitLabel", item => Localize(Vocabulary.Shared.GetUnit(item.Unit))),
        ("stateLabel", item => GetState(item.State)),
        ("datasetTitle", item => GetDataset(item.Dataset)),
    ];

    /// <summary>Gets the text in the language.</summary>
    public string Localize(BilingualText text) => english ? text.En : text.Nl;

    /// <summary>Gets the name of an area in a boundary year, or else its newest; its code where it has none.</summary>
    public string GetArea(AreaCode code, int? boundaryYear = null)
    {
        var years = byCode[code].OrderByDescending(area => area.BoundaryYear).ToList();
        return (years.Find(area => area.BoundaryYear == boundaryYear) ?? years.FirstOrDefault())?.Name ?? code.Value;
    }

    /// <summary>Gets the title of a dataset; its id where it is not defined any more.</summary>
    public string GetDataset(string id) => datasets.Find(id) is { } dataset ? Localize(dataset.Title) : id;

    private string GetState(ObservedState state) => Localize(Vocabulary.Shared.ValueStates[Vocabulary.GetCode(state)].Name);
}
