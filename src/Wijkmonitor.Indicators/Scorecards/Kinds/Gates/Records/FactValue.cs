using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Records;

/// <summary>A fact as it is known on a day.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Answer">The answer; null where it is not known or the fact is a number.</param>
/// <param name="Number">The number; null where it is not known or the fact is an answer.</param>
/// <param name="IsWithheld">Whether it is known and may not be shown: then nothing is decided by it either.</param>
internal sealed record FactValue(GateFact Fact, bool? Answer, FactNumber? Number, bool IsWithheld)
{
    /// <summary>The record that gives it; null for an observation and where there is none.</summary>
    public AreaRecord? Record { get; init; }

    /// <summary>The observation that gives it; null for a record and where there is none.</summary>
    public Observation? Observation { get; init; }

    /// <summary>Whether it is known and may be shown.</summary>
    public bool IsKnown => !IsWithheld && (Answer is not null || Number is not null);

    /// <summary>Creates a fact of which nothing is known.</summary>
    public static FactValue Unknown(GateFact fact) => new(fact, Answer: null, Number: null, IsWithheld: false);

    /// <summary>Creates the inputs that it was read from; none where it is withheld.</summary>
    public IEnumerable<ScorecardInput> CreateInputs() =>
        IsWithheld ? []
        : Observation is { } observation ? [ScorecardInput.FromObservation("fact", observation)]
        : Record is not { } record ? []
        : Number is not { } number ? [ScorecardInput.FromRecord("fact", record)]
        : number.IsExact ? [ScorecardInput.FromRecord("fact", record, number.Low)]
        : number.Ends.Select(end => ScorecardInput.FromRecord("fact", record, end, $"{record.Key}/{(end == number.Low ? "low" : "high")}"));
}

/// <summary>A number that is exact, in a range, or known at one end only. No middle is made of it.</summary>
/// <param name="Low">The lower end; null where only the upper one is known.</param>
/// <param name="High">The upper end; null where only the lower one is known.</param>
internal readonly record struct FactNumber(decimal? Low, decimal? High)
{
    /// <summary>Whether it is one number.</summary>
    public bool IsExact => Low is not null && Low == High;

    /// <summary>The ends that are known.</summary>
    public IEnumerable<decimal> Ends => new[] { Low, High }.OfType<decimal>().Distinct();

    /// <summary>Reads the number of a record: a range where it has one, else the value; null where it has neither.</summary>
    public static FactNumber? Read(AreaRecord record) => (record.GetDecimal("low"), record.GetDecimal("high")) switch
    {
        (null, null) => record.GetDecimal("value") is { } value ? new FactNumber(value, value) : null,
        var (low, high) => new FactNumber(low, high),
    };
}
