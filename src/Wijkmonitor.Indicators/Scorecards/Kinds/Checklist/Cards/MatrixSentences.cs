using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;

/// <summary>The sentences about tasks, posts and parties.</summary>
/// <param name="card">The scorecard.</param>
internal sealed class MatrixSentences(ChecklistCard card)
{
    /// <summary>Describes a task that nobody answers for.</summary>
    public static BilingualText DescribeNobody(MatrixTask task) => new(
        $"Voor de taak {task.Label.Nl} is niemand eindverantwoordelijk.", $"Nobody is accountable for the task {task.Label.En}.");

    /// <summary>Describes a post that nobody holds.</summary>
    public static BilingualText DescribeVacant(MatrixPost post) => new(
        $"Niemand is eindverantwoordelijk als {post.Label.Nl}.", $"Nobody is accountable as {post.Label.En}.");

    /// <summary>Describes a task that several parties answer for.</summary>
    public BilingualText DescribeSeveral(BilingualText label, IReadOnlyList<string> parties) => BothLanguages.Write(text => text.Localize(
        $"Voor {label.Nl} zijn er {ChecklistText.WriteNumber(text, parties.Count)} eindverantwoordelijken: {Join(text, parties)}. Er hoort er één te zijn.",
        $"For {label.En} {ChecklistText.WriteNumber(text, parties.Count)} parties are accountable: {Join(text, parties)}. There has to be one."));

    /// <summary>Describes a post that another party holds than the one that has to.</summary>
    public BilingualText DescribeRisk(MatrixPost post, string holder) => new(
        $"{card.GetParty(holder).Nl.Capitalize()} is {post.Label.Nl}, niet {card.GetParty(post.HeldBy!).Nl}: {post.Risk!.Nl}.",
        $"{card.GetParty(holder).En.Capitalize()} is {post.Label.En}, not {card.GetParty(post.HeldBy!).En}: {post.Risk!.En}.");

    /// <summary>Describes parties that have no part in a task that has to ask them.</summary>
    public BilingualText DescribeNotConsulted(MatrixTask task, IReadOnlyList<string> parties) => BothLanguages.Write(text => text.Localize(
        $"Bij de taak {task.Label.Nl} horen ook betrokken te zijn: {Join(text, parties)}.",
        $"The task {task.Label.En} has to involve too: {Join(text, parties)}."));

    /// <summary>Describes stakeholders without a part in any task.</summary>
    public BilingualText DescribeNotInvolved(IReadOnlyList<string> parties, int unknown) => BothLanguages.Write(text =>
    {
        var rest = unknown == 0 ? "" : text.Localize(
            $" Van {text.Format(unknown)} {(unknown == 1 ? "taak" : "taken")} is niets aangeleverd.",
            $" Nothing was delivered of {text.Format(unknown)} {(unknown == 1 ? "task" : "tasks")}.");
        return text.Localize(
            $"Genoemd als betrokkene en bij geen enkele taak betrokken: {Join(text, parties)}.",
            $"Named as a stakeholder and involved in no task: {Join(text, parties)}.") + rest;
    });

    /// <summary>Describes that nothing was delivered of a task or post.</summary>
    public static BilingualText DescribeUnknown(BilingualText label) => new(
        $"Over {label.Nl} is niets aangeleverd: het is niet bekend, en dat is iets anders dan niemand.",
        $"Nothing was delivered of {label.En}: it is not known, and that is something other than nobody.");

    /// <summary>Explains who has which part in a task.</summary>
    public string Explain(NumberFormatter text, IReadOnlyList<TaskPart> parts)
    {
        var listed = parts.GroupBy(part => part.Part).OrderBy(group => group.Key)
            .Select(group => $"{text.Localize(GetName(group.Key))}: {Join(text, [.. group.Select(part => part.Party).Distinct(StringComparer.Ordinal)])}.");
        var day = text.FormatDay(parts[0].Record.Date);
        return string.Join(' ', listed) + text.Localize($" Stand van {day}.", $" As of {day}.");
    }

    /// <summary>Explains for how many tasks one party is accountable.</summary>
    public static string ExplainAll(NumberFormatter text, int all, int one, int nobody, int several)
    {
        var parts = new[]
        {
            text.Localize(
                $"Voor {text.Format(one)} van de {text.Format(all)} taken is één partij eindverantwoordelijk",
                $"One party is accountable for {text.Format(one)} of the {text.Format(all)} tasks"),
            Count(nobody, number => text.Localize($"voor {number} niemand", $"nobody for {number}")),
            Count(several, number => text.Localize($"voor {number} meer dan één", $"more than one for {number}")),
            Count(all - one - nobody - several, number => text.Localize($"van {number} is niets bekend", $"of {number} nothing is known")),
        };
        return string.Join(", ", parts.Where(part => part.Length > 0)) + ".";

        string Count(int number, Func<string, string> write) => number == 0 ? "" : write(text.Format(number));
    }

    /// <summary>Explains in which tasks a party takes part.</summary>
    public static string ExplainParty(NumberFormatter text, IReadOnlyList<MatrixTask> tasks, int known)
    {
        var involved = tasks.Count == 0
            ? text.Localize("Bij geen enkele taak betrokken.", "Involved in no task.")
            : text.Localize(
                $"Betrokken bij: {ChecklistText.Join(text, tasks.Select(task => task.Label))}.",
                $"Involved in: {ChecklistText.Join(text, tasks.Select(task => task.Label))}.");
        return involved + text.Localize(
            $" Van {text.Format(known)} {(known == 1 ? "taak" : "taken")} is iets bekend.",
            $" Something is known of {text.Format(known)} {(known == 1 ? "task" : "tasks")}.");
    }

    private static BilingualText GetName(PartKind part) => part switch
    {
        PartKind.Accountable => new("Eindverantwoordelijk", "Accountable"),
        PartKind.Does => new("Doet het werk", "Does the work"),
        PartKind.Consulted => new("Geraadpleegd", "Consulted"),
        _ => new("Geïnformeerd", "Informed"),
    };

    private string Join(NumberFormatter text, IReadOnlyList<string> parties) => ChecklistText.Join(text, parties.Select(card.GetParty));
}
