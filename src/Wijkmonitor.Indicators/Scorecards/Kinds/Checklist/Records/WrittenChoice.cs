using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;

/// <summary>A choice for an aspect as it was written, of now or as intended.</summary>
/// <param name="Code">The aspect or context.</param>
/// <param name="Text">The text as written.</param>
/// <param name="Record">The record.</param>
internal sealed record WrittenChoice(string Code, string Text, AreaRecord Record) : ChecklistRow(Code, Record);
