using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Storage.Deliveries;

/// <summary>Kind of change of a value.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeKind>))]
public enum ChangeKind
{
    /// <summary>There was none.</summary>
    [JsonStringEnumMemberName("added")]
    Added,

    /// <summary>It was another.</summary>
    [JsonStringEnumMemberName("changed")]
    Changed,

    /// <summary>It is no longer there.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}

/// <summary>A value as it was or as it is.</summary>
/// <param name="State">Whether it is known.</param>
/// <param name="Value">The number; null where there is none.</param>
/// <param name="Delivery">The delivery that it came with.</param>
/// <param name="Line">The line of that delivery's file.</param>
public sealed record SourcedValue(ObservedState State, decimal? Value, string Delivery, int Line)
{
    /// <summary>Publisher's statuses of the figure: provisional, revised, estimated, modelled; null where it says nothing.</summary>
    public IReadOnlyList<string>? Status { get; init; }

    /// <summary>The lower bound of its margin; null where the source gives none.</summary>
    public decimal? Lower { get; init; }

    /// <summary>The upper bound of its margin; null where the source gives none.</summary>
    public decimal? Upper { get; init; }

    /// <summary>Number of persons or homes that were asked or counted; null where the source does not say it.</summary>
    public decimal? SampleSize { get; init; }

    /// <summary>Whether another one says the same, wherever it came from.</summary>
    public bool HasSameContent(SourcedValue other) =>
        State == other.State && Value == other.Value && Lower == other.Lower && Upper == other.Upper && SampleSize == other.SampleSize
        && (Status ?? []).SequenceEqual(other.Status ?? [], StringComparer.Ordinal);
}

/// <summary>A value that a delivery added, changed or took away.</summary>
/// <param name="Change">Kind of change.</param>
/// <param name="Area">The area.</param>
/// <param name="Period">The period.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Old">Value in force before; null for none.</param>
/// <param name="New">Value in the delivery; null for none.</param>
public sealed record ValueChange(ChangeKind Change, AreaCode Area, Period Period, string Indicator, SourcedValue? Old, SourcedValue? New);

/// <summary>Changes of a delivery: all as counts, and the first of each kind in full.</summary>
/// <param name="Counts">Number of changes of each kind.</param>
/// <param name="Supersedes">The deliveries whose values it took the place of.</param>
/// <param name="Items">The first thousand of each kind, in the order of the file.</param>
/// <param name="Rest">Number of changes that are not among the items.</param>
public sealed record ChangeList(ChangeCounts Counts, IReadOnlyList<string> Supersedes, IReadOnlyList<ValueChange> Items, int Rest);
