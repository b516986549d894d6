using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Functions.Api.Observations;

/// <summary>An indicator of the catalogue, with the datasets that deliver it.</summary>
/// <param name="Code">The indicator's code.</param>
/// <param name="Theme">The theme it is shown under.</param>
/// <param name="Unit">The unit of its values.</param>
/// <param name="Polarity">Direction in which it is judged.</param>
/// <param name="Decimals">Number of decimals that are shown.</param>
/// <param name="Denominator">The indicator that counts what a share or mean is taken over; null where there is none.</param>
/// <param name="Source">Publisher and address.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Total">Whether values are totals over an area.</param>
/// <param name="Min">Lower bound of a value; null for none.</param>
/// <param name="Max">Upper bound of a value; null for none.</param>
/// <param name="SameAs">The indicator that counts the same under another name; null where there is none.</param>
/// <param name="PartOf">The count that it is a part of; null where there is none.</param>
/// <param name="WithheldWith">The indicator that it is withheld with; null where there is none.</param>
/// <param name="Datasets">The datasets that deliver it, the one whose figures count in front; null where none does.</param>
public sealed record IndicatorResource(
    string Code,
    BilingualText Theme,
    string Unit,
    Polarity Polarity,
    int Decimals,
    string? Denominator,
    BilingualText Source,
    BilingualText Label,
    bool Total,
    decimal? Min,
    decimal? Max,
    string? SameAs,
    string? PartOf,
    string? WithheldWith,
    IReadOnlyList<RankedDataset>? Datasets)
{
    /// <summary>Creates the resource of an indicator.</summary>
    public static IndicatorResource From(Indicator indicator, DatasetPrecedence precedence) => new(
        indicator.Code,
        indicator.Theme,
        indicator.Unit,
        indicator.Polarity,
        indicator.Decimals,
        indicator.Denominator,
        indicator.Source,
        indicator.Label,
        indicator.Total,
        indicator.Min,
        indicator.Max,
        indicator.SameAs,
        indicator.PartOf,
        indicator.WithheldWith,
        precedence.GetDatasets(indicator.Code) is { Count: > 0 } datasets ? datasets : null);
}
