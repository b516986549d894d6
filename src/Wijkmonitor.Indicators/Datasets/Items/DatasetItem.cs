using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.Datasets.Items;

/// <summary>Something that a file says, read and checked.</summary>
public abstract record DatasetItem;

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
    IReadOnlyList<IndicatorValue> Values) : DatasetItem;

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

/// <summary>An area to be taken into the register.</summary>
/// <param name="Area">The area.</param>
public sealed record AreaItem(Area Area) : DatasetItem;

/// <summary>Item of a crosswalk: the change of an area between two boundary years.</summary>
/// <param name="Entry">The area and its shares; it names the delivery once that is known.</param>
public sealed record CrosswalkItem(CrosswalkEntry Entry) : DatasetItem;

/// <summary>A custom area with its parts, to be taken into the register.</summary>
/// <param name="CustomArea">The area; it names the delivery once that is known.</param>
public sealed record CustomAreaItem(CustomArea CustomArea) : DatasetItem;

/// <summary>The shape of an area.</summary>
/// <param name="Boundary">The area and its shape.</param>
public sealed record BoundaryItem(AreaBoundary Boundary) : DatasetItem;

/// <summary>A row about repayment.</summary>
/// <param name="Entry">The entry; its source names the line, and the delivery once that is known.</param>
public sealed record LedgerEntryItem(LedgerEntry Entry) : DatasetItem;

/// <summary>A decision about an entry.</summary>
/// <param name="Decision">The decision; its source names the line, and the delivery once that is known.</param>
public sealed record DecisionItem(LedgerDecision Decision) : DatasetItem;

/// <summary>A record about an area.</summary>
/// <param name="Record">The record; its source names the line, and the delivery once that is known.</param>
public sealed record AreaRecordItem(AreaRecord Record) : DatasetItem;

/// <summary>An outside event next to a series.</summary>
/// <param name="Annotation">The annotation; its source names the line, and the delivery once that is known.</param>
public sealed record AnnotationItem(SeriesAnnotation Annotation) : DatasetItem;

/// <summary>A version of a contract.</summary>
/// <param name="Contract">The version.</param>
public sealed record ContractItem(SocialMortgageContract Contract) : DatasetItem;
