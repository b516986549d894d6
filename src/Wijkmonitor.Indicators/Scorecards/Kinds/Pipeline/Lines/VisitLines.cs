using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Counts;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Lines;

/// <summary>The lines about visits, about segments that were reached lately, and about what the source itself states.</summary>
internal static class VisitLines
{
    /// <summary>Adds the lines.</summary>
    public static void Add(PipelineCard card)
    {
        foreach (var stage in card.Rules.AllStages.Where(stage => card.Counts.All.GetRows(stage.Code).Any(row => row.Get(CountField.Visits) is not null)))
        {
            AddVisits(card, stage);
        }

        if (card.Rules.Coverage is { } coverage)
        {
            AddCoverage(card, coverage);
        }

        foreach (var stated in card.Rules.Stated)
        {
            AddStated(card, stated);
        }
    }

    private static void AddVisits(PipelineCard card, PipelineStage stage)
    {
        var visits = card.Counts.All.Sum(stage.Code, CountField.Visits);
        var line = card.RequireStages(
            card.Builder.AddLine(stage.VisitsCode, PipelineText.Visits, PipelineText.GetVisitsLabel(stage.Label), "%"), "", stage.Code)
            .Require(visits is null, LineState.MissingInput,
                PipelineText.DescribeMissing(stage.Label, card.Counts.All.FindMissing(stage.Code, CountField.Visits)?.Period))
            .Require(() => card.FindShown(stage.Code) == 0, LineState.MissingInput, PipelineText.NothingBefore);
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(PipelineLabels.Steps);
        var homes = card.CreateOperand(stage.Code, card.FindShown(stage.Code)!.Value);
        var paid = card.CreateInput($"{stage.Code}/visits", visits!.Value);
        var oneVisit = ComputeOneVisit(card, stage, calculation, homes);
        var extra = calculation.Subtract("extra-part", calculation.Divide("visits", new Operand(visits.Value, paid.Key), homes), Operand.FromConstant(1));
        var rate = calculation.Round("extra", calculation.Multiply("extra-percent", extra, Operand.FromConstant(100)), 1);
        line.AddInput(paid).WithValue(rate.Value).AddFigures(("visits", visits), ("one-visit-share", oneVisit)).WithSteps(calculation)
            .Explain(text => PipelineText.ExplainVisits(text, visits.Value, homes.Value, card.Unit, rate.Value));
    }

    // Of rows with as many visits as cases, and as many persons as visits, every case had one visit by one person. Others may have had one too.
    private static decimal? ComputeOneVisit(PipelineCard card, PipelineStage stage, Calculation calculation, Operand homes)
    {
        if (card.Counts.All.Sum(stage.Code, CountField.Persons) is null)
        {
            return null;
        }

        var single = card.Counts.All.GetRows(stage.Code)
            .Where(row => row.Get(CountField.Visits) == row.Get(CountField.Entered) && row.Get(CountField.Persons) == row.Get(CountField.Visits))
            .Sum(row => row.Get(CountField.Entered))!.Value;
        return card.Disclosure.IsProtected && (card.Disclosure.Rule.IsTooSmall((long)single) || card.Disclosure.Rule.IsTooSmall((long)(homes.Value - single)))
            ? null
            : PipelineCard.ComputePercent(calculation, "one-visit", card.CreateOperand($"{stage.Code}/one-visit", single), homes).Value;
    }

    private static void AddCoverage(PipelineCard card, PipelineCoverage coverage)
    {
        var (reached, others) = card.Counts.SplitByLately(coverage.Stage, card.Counts.AsOf.AddDays(1).AddMonths(-coverage.Months).AddDays(-1));
        var all = reached.Count + others.Count;
        var label = card.Rules.Find(coverage.Stage)!.Label;
        var line = card.Builder.AddLine(PipelineRules.CoverageLine, PipelineText.Deadlines, PipelineText.GetCoverageLabel(label), "%")
            .Require(all == 0, LineState.MissingInput, PipelineText.NoSegments);
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(PipelineLabels.Steps);
        var (part, whole) = (card.CreateInput($"{coverage.Stage}/lately", reached.Count), card.CreateInput("segments", all));
        var share = PipelineCard.ComputePercent(calculation, "coverage", new(reached.Count, part.Key), new(all, whole.Key));
        line.AddInput(part).AddInput(whole).WithValue(share.Value).AddFigures(("reached", reached.Count), ("others", others.Count)).WithSteps(calculation)
            .Explain(text => PipelineText.ExplainCoverage(text, all, reached.Count, card.Unit, label, coverage.Months));
    }

    private static void AddStated(PipelineCard card, StatedFigure stated)
    {
        var line = card.Builder.AddLine(stated.Code, PipelineText.Stated, stated.Label, stated.Unit)
            .AddInput(ScorecardInput.FromNumber("stated", card.GetRulesKey(stated.Code), stated.Value));
        line = stated.High is { } high && high != stated.Value ? line.WithRange(stated.Value, high) : line.WithValue(stated.Value);
        line.Explain(new BilingualText($"{stated.Text.Nl} Bron: {stated.Source}.", $"{stated.Text.En} Source: {stated.Source}."));
    }
}
