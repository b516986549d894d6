using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;

/// <summary>A record that does not count, or counts in part.</summary>
/// <param name="Finding">The code of the finding that says why.</param>
/// <param name="Record">The record.</param>
internal sealed record RecordProblem(string Finding, AreaRecord Record);
