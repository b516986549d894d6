using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;

/// <summary>An answer to a condition by a role on a day.</summary>
/// <param name="Code">The item.</param>
/// <param name="Kind">The answer.</param>
/// <param name="Record">The record.</param>
internal sealed record ItemAnswer(string Code, AnswerKind Kind, AreaRecord Record) : ChecklistRow(Code, Record)
{
    /// <summary>The field with the answer.</summary>
    public const string Field = "answer";

    private static readonly Dictionary<string, AnswerKind> Kinds = new(StringComparer.Ordinal)
    {
        ["yes"] = AnswerKind.Yes,
        ["no"] = AnswerKind.No,
        ["partly"] = AnswerKind.Partly,
        ["not-applicable"] = AnswerKind.NotApplicable,
    };

    /// <summary>The code of the role that answered.</summary>
    public string Role => Record.GetText("role") ?? "";

    /// <summary>The evidence; null where none was delivered.</summary>
    public string? Evidence => Record.GetText("evidence");

    /// <summary>Creates the answer of a record; null where it is none of the list.</summary>
    public static ItemAnswer? TryCreate(AreaRecord record) =>
        Kinds.TryGetValue(record.GetText(Field) ?? "", out var kind) ? new ItemAnswer(record.GetText("item") ?? "", kind, record) : null;

    /// <summary>Gets the word for an answer in records.</summary>
    public static string GetCode(AnswerKind kind) => Kinds.First(known => known.Value == kind).Key;
}
