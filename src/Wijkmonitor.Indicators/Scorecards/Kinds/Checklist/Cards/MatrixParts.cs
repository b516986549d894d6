using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;

/// <summary>The parts of parties in tasks and posts, as a scorecard counts them.</summary>
/// <param name="card">The scorecard.</param>
internal sealed class MatrixParts(ChecklistCard card)
{
    /// <summary>Whether anything was delivered of a task or post.</summary>
    public bool IsKnown(string task) => card.GetParts(task).Counted.Count > 0;

    /// <summary>Gets the parties that are accountable for a task, or hold a post.</summary>
    public IReadOnlyList<string> GetAccountable(string task) =>
        [.. card.GetParts(task).Counted.Where(row => row.Part == PartKind.Accountable).Select(row => row.Party).Distinct(StringComparer.Ordinal)];

    /// <summary>Gets the tasks in which a party has any part.</summary>
    public IEnumerable<MatrixTask> GetTasks(string party) => card.Rules.Tasks.Where(task => IsInvolved(task.Code, party));

    /// <summary>Whether a party has any part in a task.</summary>
    public bool IsInvolved(string task, string party) => card.GetParts(task).Counted.Any(row => row.Party == party);
}
