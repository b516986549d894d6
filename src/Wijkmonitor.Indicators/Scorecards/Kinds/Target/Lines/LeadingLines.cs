using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Rules;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Lines;

/// <summary>The lines of what runs ahead of what is done. They are of their own and count for no other line.</summary>
internal static class LeadingLines
{
    /// <summary>Adds the lines.</summary>
    public static void Add(TargetCard card, TargetSentences sentences)
    {
        if (card.Rules.Leading is { } leading)
        {
            AddLeading(card, sentences, leading);
            if (leading.Whole is { } denominator)
            {
                AddShare(card, sentences, denominator);
            }
        }
    }

    private static void AddLeading(TargetCard card, TargetSentences sentences, TargetLeading leading)
    {
        var line = card.RequireValue(card.Builder.AddLine("leading", TargetText.Ahead, leading.Label, card.Rules.Unit), card.Leading, isLeading: true);
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(TargetLabels.Steps);
        var ahead = card.Leading!.Value!.Value;
        decimal? done = null, both = null, share = null;
        if (card.Rules.Form == MeasureForm.Cumulative && ahead is { IsExact: true, Low: { } coming }
            && card.FindShown(card.Measured) is { IsExact: true, Low: { } value } && value + coming > 0)
        {
            var denominator = calculation.Add("both", card.CreateOperand(card.Measured!, value), card.CreateOperand(card.Leading, coming));
            (done, both) = (value, denominator.Value);
            share = TargetCard.ComputePercent(calculation, "done-share", "", card.CreateOperand(card.Measured!, value), denominator).Value;
            card.RequireValue(line, card.Measured);
        }

        TargetCard.SetValue(line, ahead).AddFigures(("done", done), ("done-share", share)).WithSteps(calculation)
            .Explain(text => sentences.ExplainLeading(text, ahead, card.Leading.Date, both, share));
    }

    private static void AddShare(TargetCard card, TargetSentences sentences, decimal denominator)
    {
        var line = card.RequireValue(card.Builder.AddLine("leading-share", TargetText.Ahead, TargetText.LeadingShareLabel, "%"), card.Leading, isLeading: true);
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(TargetLabels.Steps);
        var (ahead, whole) = (card.Leading!.Value!.Value, card.CreateInput("leading-of", "leading", denominator));
        var share = ahead.Map(rises: true, (end, value) =>
            TargetCard.ComputePercent(calculation, "leading", end, card.CreateOperand(card.Leading, value), new Operand(denominator, whole.Key)).Value);
        TargetCard.SetValue(line.AddInput(whole), share).WithSteps(calculation).Explain(text => sentences.ExplainLeadingShare(text, ahead, denominator, share));
    }
}
