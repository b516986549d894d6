using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Api.Scorecards;

/// <summary>A kind of scorecard that a municipality has.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Periods">The years that there are scorecards of it for.</param>
/// <param name="MayBeRanked">Whether areas may be put in an order by it; where not, they are listed by name.</param>
/// <param name="Href">Address of its scorecards.</param>
public sealed record ScorecardKindResource(string Kind, IReadOnlyList<Period> Periods, bool MayBeRanked, string Href);
