using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Lines;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Time;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Findings;

/// <summary>The findings about the lines of a project. They say nothing of a line that is withheld.</summary>
internal static class ProjectFindings
{
    /// <summary>Adds the findings.</summary>
    public static void Add(ProjectCard card)
    {
        var (nl, en) = (NumberFormatter.Nl.FormatDay(card.AsOf), NumberFormatter.En.FormatDay(card.AsOf));
        card.Builder.AddFinding(new Finding(
            "as-of", FindingSeverity.Information, [], new($"{card.Title}: stand op {nl}.", $"{card.Title}: as of {en}.")));
        AddSummary(card);
        AddTime(card);
        AddMoney(card);
        AddProgress(card);
        AddAgreements(card);
        AddStopRule(card);
        card.Builder.AddFinding("suppressed", FindingSeverity.Information, line => line.State == LineState.Suppressed,
            "Deze cijfers worden niet getoond. Ze gaan over te weinig woningen, huishoudens of signalen, zulke aantallen volgen eruit, of het aantal woningen is niet bekend.",
            "These figures are not shown. They are about too few homes, households or signals, such numbers follow from them, or the number of homes is not known.");
    }

    private static ScorecardLine? FindShown(ProjectCard card, string code) =>
        card.Builder.Lines.FirstOrDefault(line => line.Code == code && (line.State == LineState.Valued || line.Value is not null));

    // The sentence of the project: where it is in time, and what it costs.
    private static void AddSummary(ProjectCard card)
    {
        List<ScorecardLine> lines =
            [.. new[] { ProjectLedgerRules.GetMilestoneLine(card.Rules.End), "cost" }.Select(code => FindShown(card, code)).OfType<ScorecardLine>()];
        if (lines.Count > 0)
        {
            card.Builder.AddFinding(new Finding("summary", FindingSeverity.Information, [.. lines.Select(line => line.Code)], new(
                string.Join(' ', lines.Select(line => line.Explanation.Nl)), string.Join(' ', lines.Select(line => line.Explanation.En)))));
        }
    }

    private static void AddTime(ProjectCard card)
    {
        List<Milestone> missed = [.. card.Project.Milestones.Where(milestone => milestone.CountMissed(card.AsOf) > 0)];
        if (missed.Count > 0)
        {
            card.Builder.AddFinding(new Finding(
                "deadline-missed",
                FindingSeverity.Warning,
                [.. missed.Select(milestone => ProjectLedgerRules.GetMilestoneLine(milestone.Code)), "deadlines-missed"],
                BothLanguages.Write(text =>
                {
                    var names = string.Join("; ", missed.Select(milestone => DescribeMissed(text, card, milestone)));
                    return text.Localize($"Deze afgesproken data gingen voorbij: {names}.", $"These agreed dates passed: {names}.");
                })));
        }
    }

    private static string DescribeMissed(NumberFormatter text, ProjectCard card, Milestone milestone)
    {
        var label = text.Localize(card.Rules.GetMilestoneLabel(milestone.Code));
        var times = milestone.CountMissed(card.AsOf);
        return times == 1
            ? text.Localize($"{label} (één keer)", $"{label} (once)")
            : text.Localize($"{label} ({ProjectText.FormatCount(text, times)} keer)", $"{label} ({ProjectText.FormatCount(text, times)} times)");
    }

    private static void AddMoney(ProjectCard card)
    {
        var unknown = card.Project.Funding.UnknownRows;
        if (unknown.Count > 0)
        {
            var lines = card.Builder.Lines.Where(line => line.Uncertainty == ProjectText.AtLeast || line.IsProMemorie == true).Select(line => line.Code);
            card.Builder.AddFinding(new Finding("pro-memorie", FindingSeverity.Warning, [.. lines], BothLanguages.Write(text =>
            {
                // Where amounts are withheld, those who give hours or homes are too few to name.
                var rows = card.Builder.Lines.Any(line => line is { Code: "cost", State: LineState.Suppressed })
                    ? text.Localize(
                        $"{ProjectText.FormatCount(text, unknown.Count)} {(unknown.Count == 1 ? "post" : "posten")}",
                        $"{ProjectText.FormatCount(text, unknown.Count)} {(unknown.Count == 1 ? "row" : "rows")}")
                    : string.Join("; ", unknown.Select(row => $"{row.Name} ({text.Localize(card.Rules.GetPartyLabel(row.Party))})"));
                return text.Localize(
                    $"Dit is er wel, maar het bedrag is niet bekend, zodat de som een ondergrens is: {rows}.",
                    $"This exists, and the amount is not known, so that the sum is a lower limit: {rows}.");
            })));
        }

        var overdue = LoanLines.SelectOverdue(card);
        if (overdue.Rows.Count > 0 && FindShown(card, "overdue") is not null)
        {
            card.Builder.AddFinding(new Finding("overdue", FindingSeverity.Warning, ["overdue"], BothLanguages.Write(text =>
            {
                var rows = string.Join("; ", overdue.Rows.Where(row => row.Corrects is null).Select(row => DescribeOverdue(text, card, row)));
                return text.Localize($"Over de datum en niet terugbetaald: {rows}.", $"Past its date and not repaid: {rows}.");
            })));
        }
    }

    private static string DescribeOverdue(NumberFormatter text, ProjectCard card, FundingRow row)
    {
        var amount = row.Rest is { } net ? text.FormatEuro(net) : text.Localize("bedrag niet bekend", "amount not known");
        var party = text.Localize(card.Rules.GetPartyLabel(row.Party));
        var day = text.FormatDay(row.DueOn!.Value);
        return text.Localize($"{row.Name} ({party}): {amount}, sinds {day}", $"{row.Name} ({party}): {amount}, since {day}");
    }

    private static void AddProgress(ProjectCard card)
    {
        if (FindShown(card, "progress-difference") is { Value: { } difference })
        {
            if (card.Rules.ProgressTolerance is { } tolerance && Math.Abs(difference) > tolerance)
            {
                card.Builder.AddFinding("progress-unverified", FindingSeverity.Warning, ["progress-difference"],
                    $"Wat is gemeld en wat is goedgekeurd verschilt meer dan {NumberFormatter.Nl.Format(tolerance)} procentpunt. Laat nagaan wat er klaar is.",
                    $"What was reported and what was accepted differ by more than {NumberFormatter.En.Format(tolerance)} percentage points. Have somebody verify what is done.");
            }
        }
        else if (card.Project.Works.Count == 0 && FindShown(card, "reported-progress") is not null)
        {
            card.Builder.AddFinding(new Finding("progress-unverified", FindingSeverity.Warning, ["reported-progress"], ProjectText.NotVerified));
        }
    }

    private static void AddAgreements(ProjectCard card)
    {
        foreach (var (code, finding) in new[] { ("conditions-late", "condition-late"), ("signals-late", "signals-open") })
        {
            if (FindShown(card, code) is { Value: > 0 } line)
            {
                card.Builder.AddFinding(finding, FindingSeverity.Warning, [code], line.Explanation.Nl, line.Explanation.En);
            }
        }
    }

    private static void AddStopRule(ProjectCard card)
    {
        if (card.Rules.StopRule.Count == 0)
        {
            card.Builder.AddFinding(new Finding("no-stop-rule", FindingSeverity.Warning, [], new(
                "Er is niet afgesproken wanneer de partijen besluiten of dit doorgaat. Spreek dat vooraf af.",
                "It was not agreed when the parties decide whether this goes on. Agree on that beforehand.")));
            return;
        }

        List<string> crossed = [.. card.Rules.StopRule
            .Where(criterion => FindShown(card, criterion.LineCode) is { } line && StopLines.Compare(line, criterion.Above) == Crossing.Crossed)
            .Select(criterion => criterion.LineCode)];
        card.Builder.AddFinding("stop-rule", FindingSeverity.Warning, crossed,
            "De partijen spraken af nu te besluiten of dit doorgaat. De monitor besluit niets.",
            "The parties agreed to decide now whether this goes on. The monitor decides nothing.");
    }
}
