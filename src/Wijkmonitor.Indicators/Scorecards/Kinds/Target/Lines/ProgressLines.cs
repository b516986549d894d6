using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Cards;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Lines;

/// <summary>The lines of what was measured: the value, the pace and what was done for each effort.</summary>
internal static class ProgressLines
{
    private const int PaceDecimals = 2;

    /// <summary>Adds the lines.</summary>
    public static void Add(TargetCard card, TargetSentences sentences)
    {
        AddValue(card, sentences);
        AddPace(card, sentences);
        if (card.Rules.Effort is not null)
        {
            AddEffort(card, sentences);
        }
    }

    /// <summary>Closes a line where there is no pace, and adds what a pace is computed from.</summary>
    public static LineBuilder RequirePace(TargetCard card, LineBuilder line)
    {
        line = card.RequireValue(line, card.Measured)
            .Require(card.Rules.Baseline is null, LineState.NotNormed, TargetText.NoBaseline)
            .Require(card.Rules.Baseline is { Date: null }, LineState.NotNormed, TargetText.NoStartDate)
            .Require(card.Months <= 0, LineState.MissingInput, TargetText.NoTime);
        return line.IsOpen ? line.AddInput(card.CreateBaselineInput()).AddInput(card.CreateInput("time", "months", card.Months!.Value)) : line;
    }

    /// <summary>Computes the pace a year from an end of the value, unrounded.</summary>
    public static Operand ComputePace(TargetCard card, Calculation calculation, string end, decimal value)
    {
        var change = calculation.Subtract($"change{end}", card.CreateOperand(card.Measured!, value), card.CreateBaseline());
        var yearly = calculation.Multiply($"yearly{end}", change, Operand.FromConstant(Duration.MonthsPerYear));
        return calculation.Divide($"pace-unrounded{end}", yearly, new Operand(card.Months!.Value, card.GetRulesKey("months")));
    }

    /// <summary>Rounds a pace.</summary>
    public static decimal Round(decimal pace) => Math.Round(pace, PaceDecimals, MidpointRounding.AwayFromZero);

    private static void AddValue(TargetCard card, TargetSentences sentences)
    {
        var line = card.RequireValue(card.Builder.AddLine("value", TargetText.Progress, card.Rules.Measure, card.Rules.Unit), card.Measured);
        if (line.IsOpen)
        {
            var value = card.Measured!.Value!.Value;
            TargetCard.SetValue(line, value).WithBaseline(card.Rules.Baseline?.Value).WithNorm(card.Goals.Count > 0 ? card.Goals[^1].Value : null)
                .Explain(text => sentences.ExplainValue(text, value, card.Measured.Date));
        }
    }

    private static void AddPace(TargetCard card, TargetSentences sentences)
    {
        var line = RequirePace(card, card.Builder.AddLine("pace", TargetText.Progress, TargetText.PaceLabel, card.Rules.Unit));
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(TargetLabels.Steps);
        var (value, months) = (card.Measured!.Value!.Value, card.Months!.Value);
        var pace = value.Map(rises: true, (end, number) => calculation.Round($"pace{end}", ComputePace(card, calculation, end, number), PaceDecimals).Value);
        TargetCard.SetValue(line, pace)
            .AddFigures(
                ("months", Math.Round(months, 1, MidpointRounding.AwayFromZero)),
                ("change", value.IsExact ? value.Low - card.Rules.Baseline!.Value : null))
            .WithSteps(calculation)
            .Explain(text => sentences.ExplainPace(text, value, months, pace));
    }

    private static void AddEffort(TargetCard card, TargetSentences sentences)
    {
        var line = RequirePace(card, card.Builder.AddLine("effort", TargetText.Progress, card.Rules.Effort!.Label, card.Rules.Unit));
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(TargetLabels.Steps);
        var (value, effort) = (card.Measured!.Value!.Value, card.CreateInput("effort", "effort", card.Rules.Effort.Count));
        var perEffort = value.Map(rises: true, (end, number) =>
        {
            var change = calculation.Subtract($"change{end}", card.CreateOperand(card.Measured, number), card.CreateBaseline());
            var unrounded = calculation.Divide($"effort-unrounded{end}", change, new(card.Rules.Effort.Count, effort.Key));
            return calculation.Round($"effort{end}", unrounded, PaceDecimals).Value;
        });
        var changed = value.Map(rises: true, (_, number) => number - card.Rules.Baseline!.Value);
        TargetCard.SetValue(line.AddInput(effort), perEffort).WithSteps(calculation)
            .Explain(text => sentences.ExplainEffort(text, changed, card.Months!.Value, perEffort));
    }
}
