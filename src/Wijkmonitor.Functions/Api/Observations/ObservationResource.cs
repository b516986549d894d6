using System.Text.Json.Serialization;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Api.Observations;

/// <summary>An observation.</summary>
/// <param name="Area">The area.</param>
/// <param name="Period">The period.</param>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="State">State of the value.</param>
/// <param name="Value">The number, where known.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="BoundaryYear">The year of the area's boundaries.</param>
/// <param name="IsProvisional">Whether the publisher calls it provisional.</param>
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
    [property: JsonPropertyName("provisional")] bool IsProvisional,
    string Delivery,
    int Line)
{
    /// <summary>Publisher's statuses of the figure: provisional, revised, estimated, modelled; absent where it says nothing.</summary>
    public IReadOnlyList<string>? Status { get; init; }

    /// <summary>Its margin as the source gives it; absent where there is none.</summary>
    public FigureInterval? Interval { get; init; }

    /// <summary>Base to which the publisher rounds the figure; absent where that is not declared.</summary>
    public decimal? RoundedTo { get; init; }

    /// <summary>The period's name for people with what the dataset declares of it. Absent for a year of which nothing is declared.</summary>
    public BilingualText? PeriodLabel { get; init; }

    /// <summary>The day that the figure is about, such as 1 January; absent where it is about the whole period.</summary>
    public DateOnly? ReferenceDate { get; init; }

    /// <summary>The first year that a figure over several years is taken over; absent for others.</summary>
    public int? FirstYear { get; init; }

    /// <summary>The last year that a figure over several years is taken over; absent for others.</summary>
    public int? LastYear { get; init; }

    /// <summary>Kind of derivation; absent for a delivered figure. Delivery and line are then those of the crosswalk or the custom area.</summary>
    public DerivationKind? Derivation { get; init; }

    /// <summary>Figures that it was derived from; absent for a delivered figure.</summary>
    public IReadOnlyList<ScorecardInput>? From { get; init; }

    /// <summary>Reason why it could not be derived; absent where it has its value.</summary>
    public NotDerived? NotDerived { get; init; }

    /// <summary>Its missing parts, and how much of the whole it is about. Absent where it is about all of it.</summary>
    public FigureCompleteness? Completeness { get; init; }

    /// <summary>Whether it counts, where there are others of the same area, period, indicator and boundary year. Absent where there are none.</summary>
    public PrecedenceResource? Precedence { get; init; }

    /// <summary>Limits the resource to the inputs that a caller may see.</summary>
    public ObservationResource LimitTo(Caller caller, InputVisibility inputs)
    {
        if (From is null && Precedence is null)
        {
            return this;
        }

        var whole = new ScorecardInput("", "", State, Value, Delivery: null, Line: null);
        var limited = inputs.Limit(caller, whole with { From = From, Others = Precedence?.Others, Completeness = Completeness });
        return this with
        {
            From = limited.From,
            Precedence = Precedence is null ? null : Precedence with { Others = limited.Others! },
            Completeness = limited.Completeness,
            NotDerived = From?.Count == limited.From?.Count ? NotDerived : null,
        };
    }

    /// <summary>Creates the resource of an observation.</summary>
    public static ObservationResource FromObservation(Observation observation, Indicator indicator) => new(
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
        Status = FigureStatusNames.Get(observation.Status),
        Interval = FigureInterval.From(observation.Interval),
        RoundedTo = observation.Rounding?.Base,
        PeriodLabel = observation.Period.IsCalendarYear
            && observation.Measured == MeasuredPeriod.Whole
            ? null
            : observation.Measured.GetLabel(observation.Period),
        ReferenceDate = observation.Measured.GetReferenceDate(observation.Period),
        FirstYear = observation.Measured.GetYears(observation.Period)?.First,
        LastYear = observation.Measured.GetYears(observation.Period)?.Last,
        Derivation = observation.Derivation?.Kind,
        From = observation.Derivation is null ? null : ScorecardInput.FromObservation("", observation).From,
        Precedence = observation.Precedence is { } precedence ? PrecedenceResource.From(precedence) : null,
        NotDerived = observation.Derivation?.NotDerived,
        Completeness = observation.Completeness,
    };
}
