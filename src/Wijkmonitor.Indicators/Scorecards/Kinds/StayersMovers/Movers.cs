using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.StayersMovers;

/// <summary>Counts of stayers, leavers and entrants.</summary>
/// <param name="Stayers">Number of those who stayed.</param>
/// <param name="Leavers">Number of those who left.</param>
/// <param name="Entrants">Number of those who came.</param>
internal sealed record Movers(Observation? Stayers, Observation? Leavers, Observation? Entrants)
{
    /// <summary>Gets the state of what is computed with these counts: valued where they suffice.</summary>
    public LineState GetState(int minCount)
    {
        var known = LineBuilder.GetState(Stayers, Leavers, Entrants);
        if (known != LineState.Valued)
        {
            return known;
        }

        Observation[] counts = [Stayers!, Leavers!, Entrants!];
        if (counts.Any(c => c.Value.Number is > 0 && c.Value.Number < minCount))
        {
            return LineState.Suppressed;
        }

        return IsConstant && counts.All(c => c.Value.Number >= 0) && Stayers!.Value.Number > 0 ? LineState.Valued : LineState.Unresolved;
    }

    /// <summary>Whether as many came as left, so that the number of households is the same then and now.</summary>
    public bool IsConstant => Leavers?.Value.Number == Entrants?.Value.Number;

    /// <summary>Whether nobody moved.</summary>
    public bool AllStayed => Leavers?.Value.Number == 0 && Entrants?.Value.Number == 0;
}
