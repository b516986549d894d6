using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Model;

/// <summary>One thing that a line was computed from, and where to find it.</summary>
/// <param name="Role">Role in the line: <c>value</c>, <c>city</c>, <c>baseline</c>, <c>city-baseline</c>, <c>weight</c>, <c>entry</c> ...</param>
/// <param name="Key">Its key: of an observation (area/dataset/period/indicator), of a ledger entry, or of a contract's field.</param>
/// <param name="State">State of the value.</param>
/// <param name="Value">The number, where known.</param>
/// <param name="Delivery">The delivery it came with; null for what is in rules or was derived.</param>
/// <param name="Line">The line of that delivery's file; null for what is in rules or was derived.</param>
public sealed record ScorecardInput(string Role, string Key, ObservedState State, decimal? Value, string? Delivery, int? Line)
{
    /// <summary>
    /// Inputs of a derived figure: figures of parts (<c>part</c>), their weights (<c>part-weight</c>) and shares (<c>share</c>). Null for
    /// what was delivered or is in rules.
    /// </summary>
    public IReadOnlyList<ScorecardInput>? From { get; init; }

    /// <summary>
    /// The figures that this one goes before: of other datasets (<c>other-dataset</c>) and computed ones (<c>computed</c>). Null where there are none.
    /// </summary>
    public IReadOnlyList<ScorecardInput>? Others { get; init; }

    /// <summary>Reason why it goes before these; null where there are none.</summary>
    public PrecedenceRule? Rule { get; init; }

    /// <summary>Publisher's statuses of the figure: provisional, revised, estimated, modelled; null where it says nothing.</summary>
    public IReadOnlyList<string>? Status { get; init; }

    /// <summary>Its margin as the source gives it; null where there is none.</summary>
    public FigureInterval? Interval { get; init; }

    /// <summary>Completeness of a derived figure of which parts are missing; null for others.</summary>
    public FigureCompleteness? Completeness { get; init; }

    /// <summary>Creates an observation as an input. A derived one names the delivery that said how to derive it, and all that it was derived from.</summary>
    public static ScorecardInput FromObservation(string role, Observation observation) => new(
        role, observation.Key, observation.AsShown().Value.State, observation.AsShown().Value.Number, observation.Source.Delivery, observation.Source.Line)
    {
        Completeness = observation.Completeness,
        From = observation.Derivation is { } derivation ? [.. derivation.Parts.SelectMany(part => FromPart(part, observation))] : null,
        Others = observation.Precedence is { Others.Count: > 0 } precedence ? FromOthers(precedence) : null,
        Status = FigureStatusNames.Get(observation.Status),
        Interval = FigureInterval.From(observation.Interval),
        Rule = observation.Precedence is { Others.Count: > 0 } reason ? reason.Rule : null,
    };

    /// <summary>Converts the other figures of the same area, period and indicator to inputs.</summary>
    public static IReadOnlyList<ScorecardInput> FromOthers(ObservationPrecedence precedence) =>
        [.. precedence.Others.Select(other => FromObservation(other.Derivation is null ? "other-dataset" : "computed", other))];

    /// <summary>Converts a record to an input, by its own key unless another is given.</summary>
    public static ScorecardInput FromRecord(string role, AreaRecord record, decimal? value = null, string? key = null) =>
        new(role, key ?? record.Key, ObservedState.Known, value, record.Source.Delivery, record.Source.Line);

    /// <summary>Converts a number from the rules or derived from stored ones to an input.</summary>
    public static ScorecardInput FromNumber(string role, string key, decimal number) => new(role, key, ObservedState.Known, number, Delivery: null, Line: null);

    private static IEnumerable<ScorecardInput> FromPart(DerivedPart part, Observation whole)
    {
        yield return part.Figure is { } figure
            ? FromObservation("part", figure)
            : new ScorecardInput("part", $"{part.Area}/{whole.Dataset}/{whole.Period}/{whole.Indicator}", ObservedState.Unknown,
                Value: null, Delivery: null, Line: null);
        if (part.Weight is { } weight)
        {
            yield return FromObservation("part-weight", weight);
        }

        foreach (var share in part.Sources)
        {
            yield return new ScorecardInput("share", share.Key, ObservedState.Known, share.Share, share.Source.Delivery, share.Source.Line);
        }
    }
}
