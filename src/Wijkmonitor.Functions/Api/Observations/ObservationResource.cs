using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Api.Observations;

/// <summary>An observation.</summary>
/// <param name="Area">The area.</param>
/// <param name="Period">The year.</param>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="State">What is known of the value.</param>
/// <param name="Value">The number, where known.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="BoundaryYear">The year of the area's boundaries.</param>
/// <param name="Provisional">Whether the publisher calls it provisional.</param>
/// <param name="Delivery">The delivery it came with.</param>
/// <param name="Line">The line of that file.</param>
public sealed record ObservationResource(
    AreaCode Area,
    Period Period,
    string Indicator,
    ObservedState State,
    decimal? Value,
    string Unit,
    string Dataset,
    int BoundaryYear,
    bool Provisional,
    string Delivery,
    int Line)
{
    /// <summary>How it was derived; absent where it was delivered. Delivery and line are then those of the crosswalk or the custom area.</summary>
    public DerivationKind? Derivation { get; init; }

    /// <summary>What it was derived from; absent where it was delivered.</summary>
    public IReadOnlyList<ScorecardInput>? From { get; init; }

    /// <summary>Why it could not be derived; absent where it has its value.</summary>
    public NotDerived? NotDerived { get; init; }

    /// <summary>An observation as it is served.</summary>
    public static ObservationResource Of(Observation observation, Indicator indicator) => new(
        observation.Area,
        observation.Period,
        observation.Indicator,
        observation.Value.State,
        observation.Value.Number,
        indicator.Unit,
        observation.Dataset,
        observation.BoundaryYear,
        observation.Provisional,
        observation.Source.Delivery,
        observation.Source.Line)
    {
        Derivation = observation.Derivation?.Kind,
        From = observation.Derivation is null ? null : ScorecardInput.Of("", observation).From,
        NotDerived = observation.Derivation?.Why,
    };
}
