using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Findings;

/// <summary>The findings about records: those that do not count, and those that contradict each other.</summary>
internal static class RecordFindings
{
    private const int MaxNamed = 30;

    /// <summary>Adds the findings.</summary>
    public static void Add(ChecklistCard card)
    {
        // A record that does not count gives no scorecard of its own: the last one names it too.
        bool IsNamed(AreaRecord record) => record.Date.Year <= card.Year || card.Year == card.Records.Years[^1];
        foreach (var problem in card.Records.Problems.Where(problem => IsNamed(problem.Record)).Take(MaxNamed))
        {
            var (nl, en) = Describe(problem, card.Rules);
            card.Builder.AddFinding(new Finding(problem.Finding, FindingSeverity.Warning, [], new(
                $"{DescribePlace(problem.Record).Nl.Capitalize()}: {nl}", $"{DescribePlace(problem.Record).En.Capitalize()}: {en}")));
        }

        foreach (var (line, counted, other) in FindDiffering(card).Take(MaxNamed))
        {
            AddDiffering(card, line, counted, other);
        }
    }

    // Of two datasets the one that the rules name first counts. Of two roles in one dataset none does.
    private static void AddDiffering(ChecklistCard card, string line, AreaRecord counted, AreaRecord other)
    {
        var (first, second) = (DescribePlace(counted), DescribePlace(other));
        card.Builder.AddFinding(new Finding("source-differs", FindingSeverity.Warning, [line], counted.Dataset == other.Dataset
            ? new(
                $"Twee antwoorden van één dag verschillen: {first.Nl} en {second.Nl}. Er is niet gekozen; spreek één antwoord af.",
                $"Two answers of one day differ: {first.En} and {second.En}. None was chosen; agree on one answer.")
            : new(
                $"Twee bronnen zeggen iets anders over hetzelfde: {first.Nl} telt, {second.Nl} niet. Laat één van beide verbeteren.",
                $"Two sources differ about the same: {first.En} counts, {second.En} does not. Have one of them corrected.")));
    }

    private static IEnumerable<(string Line, AreaRecord Counted, AreaRecord Other)> FindDiffering(ChecklistCard card)
    {
        var (rules, records, year) = (card.Rules, card.Records, card.Year);
        return
        [
            .. rules.Conditions.SelectMany(item => FindDiffering(item.Code, records.GetAnswers(item.Code, year), answer => answer.Kind)),
            .. rules.Measurements.SelectMany(item =>
                FindDiffering(item.Code, records.GetMeasured(item.Code, year), measured => (measured.Low, measured.High))),
            .. rules.Aspects.SelectMany(aspect => FindDiffering(aspect.Code, records.GetChosen(aspect.Code, year), Read(aspect.Find))),
            .. rules.Aspects.SelectMany(aspect =>
                FindDiffering(aspect.Code + LineNames.Intended, records.GetIntended(aspect.Code, year), Read(aspect.Find))),
            .. rules.Contexts.SelectMany(context =>
                FindDiffering(LineNames.GetContext(context.Code), records.GetChosen(context.Code, year), Read(context.Find))),
            .. rules.Tasks.SelectMany(task => FindOtherParts(LineNames.GetTask(task.Code), records.GetParts(task.Code, year))),
            .. rules.Posts.SelectMany(post => FindOtherParts(LineNames.GetPost(post.Code), records.GetParts(post.Code, year))),
        ];
    }

    // Two words for one option do not differ.
    private static Func<WrittenChoice, object> Read(Func<string, object?> find) => choice => find(choice.Text) ?? choice.Text;

    private static IEnumerable<(string Line, AreaRecord Counted, AreaRecord Other)> FindDiffering<TRow>(
        string line, NewestRows<TRow> rows, Func<TRow, object> getValue)
        where TRow : ChecklistRow => rows.Counted.Skip(1).Concat(rows.Others)
            .Where(row => !getValue(row).Equals(getValue(rows.Counted[0])))
            .Select(row => (line, rows.Counted[0].Record, row.Record));

    // The parts of a task are one statement: another dataset differs where it has a part that does not count, or lacks one that does.
    private static IEnumerable<(string Line, AreaRecord Counted, AreaRecord Other)> FindOtherParts(string line, NewestRows<TaskPart> rows)
    {
        foreach (var dataset in rows.Others.GroupBy(row => row.Record.Dataset, StringComparer.Ordinal))
        {
            List<TaskPart> different =
            [
                .. dataset.Where(row => rows.Counted.All(counted => (counted.Party, counted.Part) != (row.Party, row.Part))),
                .. rows.Counted.Where(counted => dataset.All(row => (counted.Party, counted.Part) != (row.Party, row.Part))),
            ];
            if (different.Count > 0)
            {
                yield return (line, rows.Counted[0].Record, dataset.First().Record);
            }
        }
    }

    private static (string Nl, string En) Describe(RecordProblem problem, ChecklistRules rules)
    {
        var record = problem.Record;
        return problem.Finding switch
        {
            "item-unknown" => DescribeItem(record, rules),
            "answer-unknown" => (
                "dit antwoord staat niet in de lijst en telt niet mee. Gebruik 'yes', 'no', 'partly' of 'not-applicable'.",
                "this answer is not in the list and does not count. Use 'yes', 'no', 'partly' or 'not-applicable'."),
            "role-unknown" => (
                $"deze rol kennen de regels niet; het antwoord telt, de rol wordt niet getoond. Noem een rol, nooit een persoon: {Join(rules.Roles.Select(role => role.Code))}.",
                $"the rules do not have this role; the answer counts, the role is not shown. Name a role, never a person: {Join(rules.Roles.Select(role => role.Code))}."),
            "range-reversed" => (
                "low is hoger dan high; de regel telt niet mee. Wissel beide om.", "low is above high; the row does not count. Swap both."),
            "value-and-range" => (
                "er is een waarde en een ondergrens of bovengrens. De grenzen tellen, want van een bereik wordt geen midden genomen. Laat value of de grenzen leeg.",
                "there is a value and a lower or upper limit. The limits count, for no middle is taken of a range. Leave value or the limits empty."),
            "aspect-unknown" => DescribeCode(
                record, "aspect", [.. rules.Aspects.Select(aspect => aspect.Code), .. rules.Contexts.Select(context => context.Code)]),
            "task-unknown" => DescribeCode(record, "task", [.. rules.Tasks.Select(task => task.Code), .. rules.Posts.Select(post => post.Code)]),
            "party-unknown" => (
                $"deze partij kennen de regels niet; de regel telt niet mee. Noem een partij, nooit een persoon: {Join(rules.Parties.Select(party => party.Code))}.",
                $"the rules do not have this party; the row does not count. Name a party, never a person: {Join(rules.Parties.Select(party => party.Code))}."),
            _ => (
                "dit deel staat niet in de lijst en telt niet mee. Gebruik accountable, does, consulted of informed.",
                "this part is not in the list and does not count. Use accountable, does, consulted or informed."),
        };
    }

    private static (string Nl, string En) DescribeItem(AreaRecord record, ChecklistRules rules)
    {
        var isAnswer = record.GetText(ItemAnswer.Field) is not null;
        return DescribeCode(record, "item", [.. (isAnswer ? rules.Conditions : rules.Measurements).Select(item => item.Code)]);
    }

    private static (string Nl, string En) DescribeCode(AreaRecord record, string column, IReadOnlyList<string> known) => (
        $"'{record.GetText(column)}' kennen de regels hier niet; de regel telt niet mee. Gebruik in kolom {column} een van: {Join(known)}.",
        $"the rules do not have '{record.GetText(column)}' here; the row does not count. Use in column {column} one of: {Join(known)}.");

    private static string Join(IEnumerable<string> codes) => string.Join(", ", codes);

    private static BilingualText DescribePlace(AreaRecord record) =>
        new($"regel {record.Source.Line} van levering {record.Source.Delivery}", $"line {record.Source.Line} of delivery {record.Source.Delivery}");
}
