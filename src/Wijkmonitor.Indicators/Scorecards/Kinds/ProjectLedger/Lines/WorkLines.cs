using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Lines;

/// <summary>The lines of the works: four sums, what is needed to complete, and verified against reported progress.</summary>
/// <remarks>No item of the works is shown by itself: the inputs are sums.</remarks>
internal static class WorkLines
{
    private const string Points = "points";

    /// <summary>Adds the lines.</summary>
    public static void Add(ProjectCard card)
    {
        AddSum(card, "works-delivered-paid", new("Opgeleverd en betaald", "Delivered and paid"), isDelivered: true, isPaid: true);
        AddSum(card, "works-delivered-unpaid", new("Opgeleverd en niet betaald", "Delivered and not paid"), isDelivered: true, isPaid: false);
        AddSum(card, "works-undelivered-paid", new("Betaald en niet opgeleverd", "Paid and not delivered"), isDelivered: false, isPaid: true);
        AddSum(card, "works-undelivered-unpaid", new("Niet opgeleverd en niet betaald", "Not delivered and not paid"), isDelivered: false, isPaid: false);
        AddCoverage(card);
        AddVerified(card);
        AddReported(card);
        AddDifference(card);
    }

    private static void AddSum(ProjectCard card, string code, BilingualText label, bool isDelivered, bool isPaid)
    {
        List<WorkItem> items = [.. card.Project.Works.Where(item => item.IsDelivered == isDelivered && item.IsPaid == isPaid)];
        var (known, isLowerBound) = (items.Sum(item => item.Value ?? 0), items.Exists(item => item.Value is null));
        var line = RequireWorks(card, card.AddAmount(code, ProjectText.Works, label));
        if (line.IsOpen && items.Count > 0 && items.TrueForAll(item => item.Value is null))
        {
            line.AsProMemorie().Explain(ProjectText.AllUnknown);
        }
        else if (line.IsOpen)
        {
            ProjectCard.SetAmount(line.AddInput(card.CreateInput("works", code, known)), known, isLowerBound)
                .Explain(text => ProjectSentences.ExplainWorks(text, isDelivered, isPaid, known, isLowerBound));
        }
    }

    private static void AddCoverage(ProjectCard card)
    {
        var position = card.Project.FindPosition("cost_to_complete");
        var line = card.AddAmount("coverage-gap", ProjectText.Works, new("Tekort om af te bouwen", "Shortfall to complete"));
        if (position is not { } record || record.GetDecimal("escrow") is not { } escrow || record.GetDecimal("committed_undrawn") is not { } committed)
        {
            line.Require(LineState.MissingInput, ProjectText.NoPosition);
            return;
        }

        var needed = record.GetDecimal("cost_to_complete")!.Value;
        if (!card.RequireShown(line, [record]).IsOpen)
        {
            return;
        }

        Operand CreateOperand(string field, decimal value)
        {
            line.AddInput(ScorecardInput.FromRecord("position", record, value, $"{record.Key}/{field}"));
            return new Operand(value, $"{record.Key}/{field}");
        }

        var calculation = new Calculation(ProjectLabels.Steps);
        var available = calculation.Add("available", CreateOperand("escrow", escrow), CreateOperand("committed_undrawn", committed));
        var gap = calculation.Subtract("coverage-gap", CreateOperand("cost_to_complete", needed), available).Value;
        line.WithValue(gap).WithSteps(calculation)
            .AddFigures(("cost-to-complete", needed), ("available", available.Value))
            .Explain(text => ProjectSentences.ExplainCoverage(text, record.Date, needed, escrow, committed, gap));
    }

    private static void AddVerified(ProjectCard card)
    {
        BilingualText label = new("Goedgekeurd deel van het werk", "Share of the works that was accepted");
        var line = RequireVerified(card, card.Builder.AddLine("verified-progress", ProjectText.Works, label, "%"));
        if (line.IsOpen)
        {
            var calculation = new Calculation(ProjectLabels.Steps);
            var (accepted, total) = AddOperands(card, line);
            var share = ProjectCard.ComputePercent(calculation, "verified", accepted, total).Value;
            line.WithValue(share).WithSteps(calculation).AddFigures(("accepted", accepted.Value), ("total", total.Value))
                .Explain(text => ProjectSentences.ExplainVerified(text, accepted.Value, total.Value, share));
        }
    }

    private static void AddReported(ProjectCard card)
    {
        BilingualText label = new("Gemelde voortgang", "Reported progress");
        var line = RequireReported(card, card.Builder.AddLine("reported-progress", ProjectText.Works, label, "%"));
        if (line.IsOpen && card.Project.FindPosition("reported_progress") is { } record)
        {
            var reported = record.GetDecimal("reported_progress")!.Value;
            line.WithValue(reported).Explain(text => ProjectSentences.ExplainReported(text, reported, record.Date));
        }
    }

    private static void AddDifference(ProjectCard card)
    {
        var line = RequireVerified(card, RequireReported(
            card, card.Builder.AddLine("progress-difference", ProjectText.Works, new("Gemeld en niet goedgekeurd", "Reported and not accepted"), Points)));
        if (!line.IsOpen || card.Project.FindPosition("reported_progress") is not { } record)
        {
            return;
        }

        var calculation = new Calculation(ProjectLabels.Steps);
        var (accepted, total) = AddOperands(card, line);
        var percentage = calculation.Multiply("verified-percent", calculation.Divide("verified-part", accepted, total), Operand.FromConstant(100));
        var reported = record.GetDecimal("reported_progress")!.Value;
        var difference = calculation.Round(
            "progress-difference", calculation.Subtract("progress-difference-unrounded", new Operand(reported, record.Key), percentage), 1).Value;
        line.WithValue(difference).WithSteps(calculation).WithNorm(card.Rules.ProgressTolerance)
            .Explain(text => ProjectSentences.ExplainDifference(text, reported, percentage.Value, difference));
        if (card.Rules.ProgressTolerance is null)
        {
            line.WithState(LineState.NotNormed);
        }
    }

    private static LineBuilder RequireWorks(ProjectCard card, LineBuilder line) =>
        card.Require(line.Require(card.Project.Works.Count == 0, LineState.MissingInput, ProjectText.NoWorks), card.Disclosure.IsHidden(card.Project.Works));

    private static LineBuilder RequireVerified(ProjectCard card, LineBuilder line) => RequireWorks(card, line)
        .Require(
            () => card.Project.Works.Any(item => item.Value is null) || card.Project.Works.Sum(item => item.Value) <= 0,
            LineState.MissingInput, ProjectText.ValuesUnknown);

    private static LineBuilder RequireReported(ProjectCard card, LineBuilder line)
    {
        var record = card.Project.FindPosition("reported_progress");
        return line.AddInput(record is null ? null : ScorecardInput.FromRecord("position", record, record.GetDecimal("reported_progress")))
            .Require(record is null, LineState.MissingInput, ProjectText.NotReported);
    }

    private static (Operand Accepted, Operand Total) AddOperands(ProjectCard card, LineBuilder line)
    {
        var accepted = card.CreateInput("works", "works-accepted", card.Project.Works.Where(item => item.IsAccepted).Sum(item => item.Value!.Value));
        var total = card.CreateInput("works", "works-all", card.Project.Works.Sum(item => item.Value!.Value));
        line.AddInputs([accepted, total]);
        return (new Operand(accepted.Value!.Value, accepted.Key), new Operand(total.Value!.Value, total.Key));
    }
}
