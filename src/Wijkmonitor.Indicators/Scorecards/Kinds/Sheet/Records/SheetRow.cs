using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Values;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Records;

/// <summary>A record of an input. Without any number it is of something that exists and whose amount is not known (pro memorie).</summary>
/// <remarks>Of a record with a value and limits the limits count.</remarks>
/// <param name="Input">The input.</param>
/// <param name="Value">Its value.</param>
/// <param name="Record">The record.</param>
/// <param name="IsPublished">Whether its source has published it.</param>
internal sealed record SheetRow(SheetInput Input, SheetValue Value, AreaRecord Record, bool IsPublished)
{
    /// <summary>The fields with numbers.</summary>
    public static readonly IReadOnlyList<string> Fields = ["value", "low", "high"];

    /// <summary>Whether its lower end was delivered.</summary>
    public bool HasLow => GetEnds(Record).Low is not null;

    /// <summary>Whether its upper end was delivered.</summary>
    public bool HasHigh => GetEnds(Record).High is not null;

    /// <summary>Whether it has a value and limits, of which the limits count.</summary>
    public bool HasValueAndRange => Record.GetDecimal("value") is not null && HasLimits(Record);

    /// <summary>Creates a row; null where a number is not allowed or a range has its ends the wrong way round.</summary>
    public static SheetRow? TryCreate(SheetInput input, AreaRecord record, bool isPublished)
    {
        var (low, high) = GetEnds(record);
        if (new[] { low, high }.OfType<decimal>().Any(number => !input.Allows(number)) || low > high)
        {
            return null;
        }

        // What exists is at least what the rules allow at the lowest.
        var isExact = low is not null && low == high;
        Operand? Create(decimal? number, string end) => number is { } known ? new Operand(known, isExact ? record.Key : record.Key + end) : null;
        return new(input, SheetValue.FromRange(Create(low ?? input.Low, "/low"), Create(high, "/high")), record, isPublished);
    }

    /// <summary>Creates the inputs of a scorecard: one, or one for each end of a range.</summary>
    public IEnumerable<ScorecardInput> CreateInputs()
    {
        var ends = new[] { Value.Low, Value.High }.OfType<Operand>().Distinct();
        return ends.Select(end => ScorecardInput.FromRecord("input", Record, end.Value, end.From));
    }

    private static bool HasLimits(AreaRecord record) => (record.GetDecimal("low") ?? record.GetDecimal("high")) is not null;

    private static (decimal? Low, decimal? High) GetEnds(AreaRecord record) => HasLimits(record)
        ? (record.GetDecimal("low"), record.GetDecimal("high"))
        : (record.GetDecimal("value"), record.GetDecimal("value"));
}
