using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Api.Observations;

/// <summary>Precedence of an observation among others of the same area, period, indicator and boundary year.</summary>
/// <param name="Counts">Whether it counts in scorecards, charts and exports.</param>
/// <param name="Rule">Reason for it.</param>
/// <param name="Others">The others: of other datasets (<c>other-dataset</c>) and computed (<c>computed</c>).</param>
public sealed record PrecedenceResource(bool Counts, PrecedenceRule Rule, IReadOnlyList<ScorecardInput> Others)
{
    /// <summary>Creates the resource of a precedence.</summary>
    public static PrecedenceResource From(ObservationPrecedence precedence) => new(precedence.Counts, precedence.Rule, ScorecardInput.FromOthers(precedence));
}
