using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;

/// <summary>A measurement of an item on a day: a number, a range, or one end of it. Without any it is not known.</summary>
/// <param name="Code">The item.</param>
/// <param name="Low">The lower end; null where it is not known.</param>
/// <param name="High">The upper end; null where it is not known.</param>
/// <param name="Record">The record.</param>
/// <param name="IsPublished">Whether its source has published it.</param>
internal sealed record MeasuredValue(string Code, decimal? Low, decimal? High, AreaRecord Record, bool IsPublished) : ChecklistRow(Code, Record)
{
    /// <summary>Whether anything is known of it.</summary>
    public bool IsKnown => (Low ?? High) is not null;

    /// <summary>Whether it is one number.</summary>
    public bool IsExact => Low is not null && Low == High;

    /// <summary>Whether only one end is known.</summary>
    public bool IsOpen => IsKnown && (Low is null || High is null);

    /// <summary>Whether the ends of its range are the wrong way round.</summary>
    public bool IsReversed => Low > High;

    /// <summary>Whether there is a number and a range; then the range counts.</summary>
    public bool HasValueAndRange => Record.GetDecimal("value") is not null && HasRange(Record);

    /// <summary>The ends that are known.</summary>
    public IEnumerable<decimal> Ends => new[] { Low, High }.OfType<decimal>().Distinct();

    /// <summary>Creates the measurement of a record.</summary>
    public static MeasuredValue Create(AreaRecord record, bool isPublished)
    {
        var (low, high) = HasRange(record)
            ? (record.GetDecimal("low"), record.GetDecimal("high"))
            : (record.GetDecimal("value"), record.GetDecimal("value"));
        return new MeasuredValue(record.GetText("item") ?? "", low, high, record, isPublished);
    }

    private static bool HasRange(AreaRecord record) => (record.GetDecimal("low") ?? record.GetDecimal("high")) is not null;
}
