using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Findings;

/// <summary>The findings about tasks, posts and stakeholders.</summary>
/// <param name="card">The scorecard.</param>
internal sealed class MatrixFindings(ChecklistCard card)
{
    private readonly MatrixSentences sentences = new(card);
    private readonly MatrixParts parts = new(card);

    /// <summary>Adds the findings. Of a task of which nothing was delivered nothing is said.</summary>
    public void Add()
    {
        foreach (var task in card.Rules.Tasks.Where(task => parts.IsKnown(task.Code)))
        {
            if (task.NeedsAccountable)
            {
                AddAccountable(LineNames.GetTask(task.Code), task.Code, task.Label, MatrixSentences.DescribeNobody(task));
            }

            List<string> absent = [.. task.Consulted.Where(party => !parts.IsInvolved(task.Code, party))];
            if (absent.Count > 0)
            {
                AddWarning("not-consulted", LineNames.GetTask(task.Code), sentences.DescribeNotConsulted(task, absent));
            }
        }

        foreach (var post in card.Rules.Posts.Where(post => parts.IsKnown(post.Code)))
        {
            AddAccountable(LineNames.GetPost(post.Code), post.Code, post.Label, MatrixSentences.DescribeVacant(post));
            foreach (var holder in parts.GetAccountable(post.Code).Where(holder => post.HeldBy is not null && holder != post.HeldBy))
            {
                AddWarning("control-at-risk", LineNames.GetPost(post.Code), sentences.DescribeRisk(post, holder));
            }
        }

        AddNotInvolved();
    }

    private void AddAccountable(string line, string task, BilingualText label, BilingualText nobody)
    {
        var accountable = parts.GetAccountable(task);
        if (accountable.Count == 0)
        {
            AddWarning("no-accountable", line, nobody);
        }
        else if (accountable.Count > 1)
        {
            AddWarning("two-accountable", line, sentences.DescribeSeveral(label, accountable));
        }
    }

    private void AddNotInvolved()
    {
        var unknown = card.Rules.Tasks.Count(task => !parts.IsKnown(task.Code));
        List<string> absent = [.. card.Rules.Parties.Where(party => party.IsStakeholder && !parts.GetTasks(party.Code).Any()).Select(party => party.Code)];
        if (absent.Count > 0 && unknown < card.Rules.Tasks.Count)
        {
            card.Builder.AddFinding(new Finding("not-involved", FindingSeverity.Warning, [.. absent.Select(LineNames.GetParty)],
                sentences.DescribeNotInvolved(absent, unknown)));
        }
    }

    private void AddWarning(string code, string line, BilingualText message) =>
        card.Builder.AddFinding(new Finding(code, FindingSeverity.Warning, [line], message));
}
