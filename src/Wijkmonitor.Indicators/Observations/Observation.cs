using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Observations;

/// <summary>Source of a figure: the delivery and the line of its file, counted as in an editor.</summary>
/// <param name="Delivery">The delivery's id.</param>
/// <param name="Line">The line that the row starts on; the first line of a file is 1.</param>
public readonly record struct SourceLine(string Delivery, int Line);

/// <summary>One figure: an indicator's value for an area and a period, and where it came from.</summary>
/// <param name="Area">The area, in the boundaries of <paramref name="BoundaryYear"/>.</param>
/// <param name="Period">The period that the figure is about.</param>
/// <param name="Indicator">The indicator's code in the catalogue.</param>
/// <param name="Value">The value in the indicator's unit, or why there is none.</param>
/// <param name="Dataset">The dataset that holds it.</param>
/// <param name="BoundaryYear">The year of the area's boundaries.</param>
/// <param name="Status">Publisher's status of the figure: how final it is, and how it came about.</param>
/// <param name="Source">The delivery and line it was read from; of a derived figure, those of the crosswalk or custom area that it follows from.</param>
public sealed record Observation(
    AreaCode Area,
    Period Period,
    string Indicator,
    ObservedValue Value,
    string Dataset,
    int BoundaryYear,
    FigureStatus Status,
    SourceLine Source)
{
    /// <summary>Derivation; null for a delivered figure.</summary>
    public Derivation? Derivation { get; init; }

    /// <summary>The days that it is about, as far as its period does not say it: as its dataset declares.</summary>
    public MeasuredPeriod Measured { get; init; } = MeasuredPeriod.Whole;

    /// <summary>Its margin as the source gives it; null where the source gives none, and where the value is not known.</summary>
    public ObservedInterval? Interval { get; init; }

    /// <summary>Rounding by its publisher, as its dataset declares; null where it is as counted or measured.</summary>
    public FigureRounding? Rounding { get; init; }

    /// <summary>Whether its source has published it, as its dataset declares. Everybody may know it then, and it is never withheld.</summary>
    public bool IsPublished { get; init; }

    /// <summary>Lowest share of the parts for a verdict on what is derived from it, as its dataset declares.</summary>
    /// <remarks>Null where a figure is derived of all parts or not at all.</remarks>
    public decimal? RequiredShare { get; init; }

    /// <summary>Completeness of a derived figure of which parts are missing; null for others.</summary>
    public FigureCompleteness? Completeness { get; init; }

    /// <summary>Whether it is a figure that is too incomplete to be judged.</summary>
    public bool IsTooIncomplete => Completeness is { IsEnough: false };

    /// <summary>Whether the publisher says that it may still change.</summary>
    public bool Provisional => Status.HasFlag(FigureStatus.Provisional);

    /// <summary>Whether it counts among others of the same area, period, indicator and boundary year; null where there are none.</summary>
    public ObservationPrecedence? Precedence { get; init; }

    /// <summary>Whether it counts in scorecards, charts and exports.</summary>
    public bool Counts => Precedence?.Counts ?? true;

    /// <summary>
    /// The observation's key: area, dataset, period and indicator with slashes between them. In place of the dataset a derived figure has
    /// <c>derived</c> and the year of its boundaries, so that its key is never that of a delivered one.
    /// </summary>
    public string Key =>
        written.Key ??= Derivation is null
            ? $"{Area}/{Dataset}/{Period}/{Indicator}"
            : FormattableString.Invariant($"{Area}/derived-{BoundaryYear}/{Period}/{Indicator}");

    /// <summary>Gets this observation without its number where it is too incomplete to be judged; as it is otherwise.</summary>
    public Observation ForVerdict() => !IsTooIncomplete || Value.Number is null
        ? this
        : this with { Value = ObservedValue.Unknown, Completeness = Completeness! with { Number = Value.Number } };

    /// <summary>Gets this observation with its number also where it is too incomplete to be judged.</summary>
    public Observation AsShown() => Completeness is { IsEnough: false, Number: { } number } && Value.State == ObservedState.Unknown
        ? this with { Value = ObservedValue.Known(number) }
        : this;

    /// <summary>Marks this observation as preferred to a computed one. Returns it unchanged where the computed one has no number.</summary>
    public Observation MarkAsPreferredTo(Observation? computed) => computed?.Value.Number is null
        ? this
        : this with { Precedence = new ObservationPrecedence(Counts, Precedence?.Rule ?? PrecedenceRule.Delivered, [.. Precedence?.Others ?? [], computed]) };

    /// <summary>Marks this computed observation as not counting, because the other was delivered.</summary>
    public Observation MarkAsOverruledBy(Observation delivered) =>
        this with { Precedence = new ObservationPrecedence(Counts: false, PrecedenceRule.Delivered, [delivered]) };

    // A copy may differ in what the key is made of, and writes its own.
    private Observation(Observation other)
    {
        (Area, Period, Indicator, Value, Dataset, BoundaryYear, Status, Source) = other;
        (Derivation, Measured, Precedence, Interval, Rounding) = (other.Derivation, other.Measured, other.Precedence, other.Interval, other.Rounding);
        (RequiredShare, Completeness, IsPublished) = (other.RequiredShare, other.Completeness, other.IsPublished);
    }

    // The key once it was written: many lines name it. It follows from the rest, and makes no two observations different.
    private CachedKey written;

    private struct CachedKey : IEquatable<CachedKey>
    {
        public string? Key;

        public readonly bool Equals(CachedKey other) => true;

        public override readonly bool Equals(object? obj) => obj is CachedKey;

        public override readonly int GetHashCode() => 0;
    }
}
