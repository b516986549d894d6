using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;

/// <summary>A part of a party in a task, or a post that it holds.</summary>
/// <param name="Code">The task or post.</param>
/// <param name="Party">The party.</param>
/// <param name="Part">The part.</param>
/// <param name="Record">The record.</param>
internal sealed record TaskPart(string Code, string Party, PartKind Part, AreaRecord Record) : ChecklistRow(Code, Record)
{
    private static readonly Dictionary<string, PartKind> Kinds = new(StringComparer.Ordinal)
    {
        ["accountable"] = PartKind.Accountable,
        ["does"] = PartKind.Does,
        ["consulted"] = PartKind.Consulted,
        ["informed"] = PartKind.Informed,
    };

    /// <summary>Creates the part of a record; null where it is none of the list.</summary>
    public static TaskPart? TryCreate(AreaRecord record) => Kinds.TryGetValue(record.GetText("part") ?? "", out var part)
        ? new TaskPart(record.GetText("task") ?? "", record.GetText("party") ?? "", part, record)
        : null;
}
