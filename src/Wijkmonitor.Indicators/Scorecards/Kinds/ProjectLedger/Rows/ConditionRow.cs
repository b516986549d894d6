using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;

/// <summary>A condition that a project has to meet. The day that was agreed first stays the yardstick.</summary>
/// <param name="Code">Its code.</param>
/// <param name="DueOn">The day by which it is to be met; null where none was agreed.</param>
/// <param name="MetOn">The day on which it was met; null where it was not, as far as was recorded.</param>
/// <param name="Record">The last record.</param>
internal sealed record ConditionRow(string Code, DateOnly? DueOn, DateOnly? MetOn, AreaRecord Record)
{
    /// <summary>The records with a day that differs from the one before, the first one first.</summary>
    public IReadOnlyList<AreaRecord> Plans { get; init; } = [];

    /// <summary>Words for it: its note, or else its code.</summary>
    public string Name => Record.GetText("note") ?? Code;

    /// <summary>Whether it was met by a day.</summary>
    public bool IsMet(DateOnly asOf) => MetOn <= asOf;

    /// <summary>Whether its day passed before it was met.</summary>
    public bool IsLate(DateOnly asOf) => DueOn is { } due && due < asOf && !(MetOn <= due);
}
