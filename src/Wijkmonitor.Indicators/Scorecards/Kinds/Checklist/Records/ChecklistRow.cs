using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;

/// <summary>A record that the rules have a place for.</summary>
/// <param name="Code">The code of the item, aspect, task or post that it is about.</param>
/// <param name="Record">The record.</param>
internal abstract record ChecklistRow(string Code, AreaRecord Record);
