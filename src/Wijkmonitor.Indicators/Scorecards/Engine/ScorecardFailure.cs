using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>Scorecards that could not be computed, because computing them failed by exception.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Period">The period; null where no area of the kind could be computed any more.</param>
/// <param name="Area">The area; null as above.</param>
/// <param name="Exception">The exception.</param>
public sealed record ScorecardFailure(string Kind, Period? Period, AreaCode? Area, Exception Exception);
