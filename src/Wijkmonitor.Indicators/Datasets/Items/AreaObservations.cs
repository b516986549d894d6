using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Items;

/// <summary>Values of indicators for one area and one period.</summary>
/// <param name="Area">The area.</param>
/// <param name="Period">The period that the figures are about.</param>
/// <param name="BoundaryYear">The year of the area's boundaries.</param>
/// <param name="Status">Publisher's status of all these figures.</param>
/// <param name="Values">The values, in the order of the file.</param>
public sealed record AreaObservations(
    AreaCode Area,
    Period Period,
    int BoundaryYear,
    FigureStatus Status,
    IReadOnlyList<IndicatorValue> Values) : DatasetItem
{
    /// <inheritdoc/>
    public override (AreaCode Code, int BoundaryYear)? BoundedArea => (Area, BoundaryYear);

    /// <inheritdoc/>
    public override Period? FigurePeriod => Period;
}

/// <summary>An indicator's value and the line that it is on.</summary>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="Value">The value.</param>
/// <param name="Line">The line, as an editor counts.</param>
public readonly record struct IndicatorValue(string Indicator, ObservedValue Value, int Line)
{
    /// <summary>Publisher's status of this figure, in addition to that of its row.</summary>
    public FigureStatus Status { get; init; }

    /// <summary>Its margin as the source gives it; null where the source gives none.</summary>
    public ObservedInterval? Interval { get; init; }
}
