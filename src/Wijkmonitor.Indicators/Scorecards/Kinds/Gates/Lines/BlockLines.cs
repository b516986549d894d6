using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Lines;

/// <summary>The lines of blocks of which all homes have to join.</summary>
internal static class BlockLines
{
    /// <summary>Adds the lines, and the number of blocks that are feasible among those that are shown.</summary>
    public static void Add(GateCard card)
    {
        if (card.Rules.Blocks is not { } rule)
        {
            return;
        }

        List<(string Code, bool IsFeasible)> shown = [];
        List<string> codes = [];
        foreach (var block in card.Records.GetBlocks(card.AsOf))
        {
            codes.Add(GatesRules.GetBlockCode(block.Block));
            if (AddBlock(card, rule, block) is { } isFeasible)
            {
                shown.Add((codes[^1], isFeasible));
            }
        }

        if (rule.Required is not null && codes.Count > 0)
        {
            card.Builder.AddTotal(
                "feasible-blocks", new("Blokken die kunnen", "Blocks that are feasible"), "count",
                shown.Count == 0 ? null : shown.Count(block => block.IsFeasible),
                OmittedLines.GroupByState(card.Builder.Lines.Where(line => codes.Contains(line.Code, StringComparer.Ordinal))));
        }
    }

    // Whether it is feasible; null where that is not known or not shown.
    private static bool? AddBlock(GateCard card, GateBlocks rule, BlockRow block)
    {
        var isHidden = card.Records.IsHidden(block.Block);
        var line = card.Builder.AddLine(
            GatesRules.GetBlockCode(block.Block), GateText.Blocks, new($"Blok {block.Block}: deel dat meedoet", $"Block {block.Block}: share that joins"), "%");
        var (homesKey, joinedKey) = ($"{block.Record.Key}/homes", $"{block.Record.Key}/joined");
        if (!isHidden && block is { Homes: { } all, Joined: { } joining })
        {
            line.AddInput(ScorecardInput.FromRecord("homes", block.Record, all, homesKey))
                .AddInput(ScorecardInput.FromRecord("joined", block.Record, joining, joinedKey));
        }

        line.Require(isHidden, LineState.Suppressed, StandardTexts.DescribeState(LineState.Suppressed))
            .Require(block.Homes is null || block.Joined is null, LineState.MissingInput, new(
                "Hoeveel woningen er zijn of meedoen, is niet bekend.", "It is not known how many homes there are or join."));
        if (!line.IsOpen)
        {
            return null;
        }

        var calculation = new Calculation(GateLabels.Steps);
        var (homes, joined) = (block.Homes!.Value, block.Joined!.Value);
        var share = GateCard.ComputePercent(calculation, "joined", new Operand(joined, joinedKey), new Operand(homes, homesKey));
        line.WithValue(share.Value).AddFigures(("homes", homes), ("joined", joined)).WithSteps(calculation);
        if (rule.Required is not { } required)
        {
            line.WithState(LineState.NotNormed).Explain(text => $"{DescribeShare(text, homes, joined, share.Value)}. {text.Localize(GateText.NoLimit)}");
            return null;
        }

        // The count decides, not the percentage that was rounded.
        var isFeasible = joined * 100 >= required * homes;
        var number = card.Rules.GetScenario(rule.Scenario) + 1;
        line.WithNorm(required).AddInput(card.CreateInput("limit", "blocks", required)).Explain(text =>
        {
            var outcome = isFeasible ? text.Localize("kan hier", "is feasible here") : text.Localize("kan hier niet", "is not feasible here");
            return text.Localize(
                $"{DescribeShare(text, homes, joined, share.Value)}: scenario {text.Format(number)} {outcome}. Nodig is {text.Format(required)}%.",
                $"{DescribeShare(text, homes, joined, share.Value)}: scenario {text.Format(number)} {outcome}. {text.Format(required)}% is needed.");
        });
        return isFeasible;
    }

    private static string DescribeShare(NumberFormatter text, decimal homes, decimal joined, decimal share) => text.Localize(
        $"{text.Format(joined)} van {text.Format(homes)} woningen doen mee, {text.FormatFixed(share, 1)}%",
        $"{text.Format(joined)} of {text.Format(homes)} homes join, {text.FormatFixed(share, 1)}%");
}
