using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Lines;

/// <summary>The lines of tasks, posts and stakeholders.</summary>
/// <param name="card">The scorecard.</param>
internal sealed class MatrixLines(ChecklistCard card)
{
    private readonly MatrixSentences sentences = new(card);
    private readonly MatrixParts parts = new(card);

    /// <summary>Adds the lines.</summary>
    public void Add()
    {
        AddAll([.. card.Rules.Tasks.Where(task => task.NeedsAccountable)]);
        foreach (var task in card.Rules.Tasks)
        {
            AddTask(task);
        }

        foreach (var post in card.Rules.Posts)
        {
            AddPost(post);
        }

        foreach (var party in card.Rules.Parties.Where(party => party.IsStakeholder))
        {
            AddParty(party);
        }
    }

    private void AddAll(IReadOnlyList<MatrixTask> tasks)
    {
        if (tasks.Count == 0)
        {
            return;
        }

        List<MatrixTask> known = [.. tasks.Where(task => parts.IsKnown(task.Code))];
        int Count(Func<int, bool> isCounted) => known.Count(task => isCounted(parts.GetAccountable(task.Code).Count));
        var (nobody, one, several) = (Count(number => number == 0), Count(number => number == 1), Count(number => number > 1));
        card.Builder.AddLine(LineNames.Accountability, ChecklistText.Together, ChecklistText.AccountableLabel, "count")
            .AddInputs(ChecklistCard.CreateInputs("task", known.SelectMany(task => card.GetParts(task.Code).Counted)))
            .Require(known.Count == 0, LineState.MissingInput, ChecklistText.NothingAssigned)
            .WithValue(one)
            .AddFigures(("nobody", nobody), ("several", several), ("unknown", tasks.Count - known.Count), ("tasks", tasks.Count))
            .Explain(text => MatrixSentences.ExplainAll(text, tasks.Count, one, nobody, several));
    }

    private void AddTask(MatrixTask task)
    {
        var line = Start(LineNames.GetTask(task.Code), ChecklistText.Tasks, task.Label, task.Code, task.NeedsAccountable ? "" : "count");
        if (task.NeedsAccountable)
        {
            Complete(line, task.Code, task.Label, MatrixSentences.DescribeNobody(task));
        }
        else if (line.IsOpen)
        {
            var rows = card.GetParts(task.Code).Counted;
            line.WithValue(rows.Select(row => row.Party).Distinct(StringComparer.Ordinal).Count()).Explain(text => sentences.Explain(text, rows));
        }
    }

    private void AddPost(MatrixPost post) => Complete(
        Start(LineNames.GetPost(post.Code), ChecklistText.Posts, post.Label, post.Code, ""), post.Code, post.Label, MatrixSentences.DescribeVacant(post));

    private LineBuilder Start(string line, BilingualText theme, BilingualText label, string task, string unit) => card.Builder
        .AddLine(line, theme, label.Capitalize(), unit)
        .AddInputs(ChecklistCard.CreateInputs("task", card.GetParts(task).Counted))
        .Require(!parts.IsKnown(task), LineState.MissingInput, MatrixSentences.DescribeUnknown(label));

    private void Complete(LineBuilder line, string task, BilingualText label, BilingualText nobody)
    {
        var (rows, accountable) = (card.GetParts(task).Counted, parts.GetAccountable(task));
        line.Require(accountable.Count > 1, LineState.Unresolved, sentences.DescribeSeveral(label, accountable));
        if (!line.IsOpen)
        {
            return;
        }

        var party = accountable.Count == 0 ? null : card.Rules.FindParty(accountable[0]);
        line.WithOutcome(party is null
                ? new NamedOutcome("nobody", new("Niemand", "Nobody"))
                : new NamedOutcome(party.Code, party.Label.Capitalize()))
            .Explain(text => (party is null ? text.Localize(nobody) + " " : "") + sentences.Explain(text, rows));
    }

    private void AddParty(MatrixParty party)
    {
        List<MatrixTask> known = [.. card.Rules.Tasks.Where(task => parts.IsKnown(task.Code))];
        List<MatrixTask> involved = [.. parts.GetTasks(party.Code)];
        var rows = involved.SelectMany(task => card.GetParts(task.Code).Counted).Where(row => row.Party == party.Code);
        card.Builder.AddLine(LineNames.GetParty(party.Code), ChecklistText.Parties, party.Label.Capitalize(), "count")
            .AddInputs(ChecklistCard.CreateInputs("task", rows))
            .Require(known.Count == 0, LineState.MissingInput, ChecklistText.NothingAssigned)
            .WithValue(involved.Count)
            .AddFigures(("of-tasks", known.Count))
            .Explain(text => MatrixSentences.ExplainParty(text, involved, known.Count));
    }
}
