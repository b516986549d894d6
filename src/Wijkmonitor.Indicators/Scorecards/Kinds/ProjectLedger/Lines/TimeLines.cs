using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Time;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Lines;

/// <summary>The lines of time: milestones, duration, dates that passed and changes of the plan.</summary>
internal static class TimeLines
{
    private const string Days = "days";

    private static readonly BilingualText SlipLabel = new("Uitloop", "Delay");

    /// <summary>Adds the lines.</summary>
    public static void Add(ProjectCard card)
    {
        foreach (var milestone in card.Project.Milestones)
        {
            AddMilestone(card, milestone);
        }

        AddDuration(card);
        AddFactor(card);
        foreach (var span in card.Rules.Spans)
        {
            AddSpan(card, span);
        }

        AddCounts(card);
    }

    private static void AddMilestone(ProjectCard card, Milestone milestone)
    {
        var label = card.Rules.GetMilestoneLabel(milestone.Code);
        var line = card.Builder.AddLine(
            ProjectLedgerRules.GetMilestoneLine(milestone.Code), ProjectText.Time, ProjectText.GetLabel(SlipLabel, label), Days)
            .AddInputs(CreateInputs(milestone));
        if (milestone.Baseline is not { } planned)
        {
            line.Require(LineState.NotNormed, BothLanguages.Write(text => ProjectSentences.ExplainWithoutPlan(text, label, milestone.Now)));
        }
        else if (milestone.Slip is not { } slip)
        {
            line.Require(LineState.MissingInput, BothLanguages.Write(text => ProjectSentences.ExplainPlannedOnly(text, label, planned)));
        }
        else
        {
            ProjectCard.SetDays(line, slip)
                .AddFigures(("replans", milestone.Replans.Count()), ("missed", milestone.CountMissed(card.AsOf)))
                .Explain(text => ProjectSentences.ExplainSlip(text, label, milestone));
        }
    }

    private static void AddDuration(ProjectCard card)
    {
        var (now, planned) = (FindDuration(card), FindPlanned(card));
        var line = StartDuration(card, "duration", new("Duur van begin tot einde", "Duration from start to end"), Days)
            .Require(now is null, LineState.MissingInput, ProjectText.NoDates)
            .Require(now?.High < 0, LineState.MissingInput, ProjectText.NoTime);
        if (line.IsOpen)
        {
            ProjectCard.SetDays(line, now!.Value)
                .AddFigures([.. planned?.Ends.Select(end => ($"planned-days{end.End}", (decimal?)end.Days)) ?? []])
                .Explain(text => ProjectSentences.ExplainDuration(text, now.Value, planned));
        }
    }

    private static void AddFactor(ProjectCard card)
    {
        var (now, planned) = (FindDuration(card), FindPlanned(card));
        var line = StartDuration(card, "slip-factor", new("Duur ten opzichte van de planning", "Duration compared with the plan"), "ratio")
            .Require(planned is null, LineState.NotNormed, ProjectText.NoPlan)
            .Require(now is null, LineState.MissingInput, ProjectText.NoDates)
            .Require(planned?.Low <= 0 || now?.Low < 0, LineState.MissingInput, ProjectText.NoTime);
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(ProjectLabels.Steps);
        decimal Compute(string end, int days, int whole)
        {
            var (duration, plan) = (card.CreateInput("days", $"days{end}", days), card.CreateInput("days", $"planned-days{end}", whole));
            line.AddInputs([duration, plan]);
            var factor = calculation.Divide($"slip-factor-unrounded{end}", new Operand(days, duration.Key), new Operand(whole, plan.Key));
            return calculation.Round($"slip-factor{end}", factor).Value;
        }

        var (duration, plan) = (now!.Value, planned!.Value);
        var (low, high) = duration.IsExact && plan.IsExact
            ? (Compute("", duration.Low, plan.Low), (decimal?)null)
            : (Compute("-low", duration.Low, plan.High), Compute("-high", duration.High, plan.Low));
        line = high is { } upper ? line.WithRange(low, upper) : line.WithValue(low);
        line.WithSteps(calculation).Explain(text => ProjectSentences.ExplainFactor(text, low, high ?? low, plan));
    }

    private static void AddSpan(ProjectCard card, ProjectSpan span)
    {
        var (from, to) = (FindNow(card, span.From), FindNow(card, span.To));
        var line = card.Builder.AddLine(span.LineCode, ProjectText.Time, span.Label, Days)
            .AddInputs(CreateInputs(card, span.From)).AddInputs(CreateInputs(card, span.To))
            .Require(from is null || to is null, LineState.MissingInput, ProjectText.NoDates);
        if (line.IsOpen)
        {
            var days = to!.Date.CountSince(from!.Date);
            ProjectCard.SetDays(line, days).Explain(text => ProjectSentences.ExplainSpan(text, span.Label, days));
        }
    }

    private static void AddCounts(ProjectCard card)
    {
        List<Milestone> planned = [.. card.Project.Milestones.Where(milestone => milestone.Baseline is not null || milestone.Replans.Any())];
        var (missed, replans) = (planned.Sum(milestone => milestone.CountMissed(card.AsOf)), planned.Sum(milestone => milestone.Replans.Count()));
        card.Builder.AddLine("deadlines-missed", ProjectText.Time, new("Afgesproken data die voorbijgingen", "Agreed dates that passed"), "count")
            .AddInputs(planned.SelectMany(CreateInputs))
            .Require(planned.Count == 0, LineState.NotNormed, ProjectText.NoPlan)
            .WithValue(missed)
            .Explain(text => ProjectSentences.ExplainMissed(text, missed, card.AsOf));
        card.Builder.AddLine("replans", ProjectText.Time, new("Keren dat de planning is gewijzigd", "Times that the plan was changed"), "count")
            .AddInputs(planned.SelectMany(CreateInputs))
            .Require(planned.Count == 0, LineState.NotNormed, ProjectText.NoPlan)
            .WithValue(replans)
            .Explain(text => ProjectSentences.ExplainReplans(text, replans));
    }

    private static LineBuilder StartDuration(ProjectCard card, string code, BilingualText label, string unit) =>
        card.Builder.AddLine(code, ProjectText.Time, label, unit)
            .AddInputs(CreateInputs(card, card.Rules.Start)).AddInputs(CreateInputs(card, card.Rules.End));

    private static DayRange? FindDuration(ProjectCard card) =>
        FindNow(card, card.Rules.Start) is { } start && FindNow(card, card.Rules.End) is { } end ? end.Date.CountSince(start.Date) : null;

    // Where nobody planned the start, the plan counts from the day on which it was.
    private static DayRange? FindPlanned(ProjectCard card)
    {
        var start = card.Project.FindMilestone(card.Rules.Start);
        return (start?.Baseline ?? start?.Now) is { } from && card.Project.FindMilestone(card.Rules.End)?.Baseline is { } until
            ? until.Date.CountSince(from.Date)
            : null;
    }

    private static MilestoneDate? FindNow(ProjectCard card, string code) => card.Project.FindMilestone(code)?.Now;

    private static IEnumerable<ScorecardInput> CreateInputs(ProjectCard card, string code) =>
        card.Project.FindMilestone(code) is { } milestone ? CreateInputs(milestone) : [];

    private static IEnumerable<ScorecardInput> CreateInputs(Milestone milestone) =>
        milestone.Dates.Select(date => ScorecardInput.FromRecord(date.Kind, date.Record));
}
