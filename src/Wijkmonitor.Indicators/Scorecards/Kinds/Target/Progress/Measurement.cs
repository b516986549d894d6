using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Progress;

/// <summary>A value on a day, as it was delivered.</summary>
/// <param name="Segment">The segment; empty for the whole.</param>
/// <param name="Date">The day.</param>
/// <param name="Value">The value; null where the day has none.</param>
/// <param name="IsPublished">Whether its source has published it.</param>
internal sealed record Measurement(string Segment, DateOnly Date, Bounds? Value, bool IsPublished)
{
    /// <summary>The record that it is in; null for an observation and for the start.</summary>
    public AreaRecord? Record { get; init; }

    /// <summary>The observation that it is; null for a record and for the start.</summary>
    public Observation? Observation { get; init; }

    /// <summary>Whether it is the start itself, because nothing was measured since.</summary>
    public bool IsBaseline => Record is null && Observation is null;

    /// <summary>Reads the value of a record: a range where it has one, else the number.</summary>
    public static Bounds? GetValue(AreaRecord record) => (record.GetDecimal("low"), record.GetDecimal("high")) switch
    {
        (null, null) => record.GetDecimal("value") is { } number ? Bounds.FromExact(number) : null,
        var (low, high) => new Bounds(low, high),
    };
}

/// <summary>A target that holds on a scorecard.</summary>
/// <param name="Value">The value.</param>
/// <param name="Date">The day by which it is to be reached; null where none was agreed.</param>
/// <param name="Record">The record of a later target; null for that of the rules.</param>
internal sealed record Goal(decimal Value, DateOnly? Date, AreaRecord? Record);
