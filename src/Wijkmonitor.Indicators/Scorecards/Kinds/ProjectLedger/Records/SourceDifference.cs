using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Records;

/// <summary>Two records that say something else of the same.</summary>
/// <param name="Field">The field in which they differ.</param>
/// <param name="Counted">The record that counts.</param>
/// <param name="Other">The other one.</param>
internal sealed record SourceDifference(string Field, AreaRecord Counted, AreaRecord Other);
