using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Values;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Cards;

/// <summary>The lines of a sheet: its results, whether what has to hold does, and what turns it.</summary>
internal static class SheetLines
{
    /// <summary>Adds the lines.</summary>
    public static void Add(SheetCard card)
    {
        foreach (var line in card.Rules.Lines)
        {
            AddResult(card, line);
        }

        foreach (var check in card.Rules.Checks)
        {
            AddCheck(card, check);
            AddTurns(card, check);
        }
    }

    private static void AddResult(SheetCard card, SheetLine rule)
    {
        var unit = card.Rules.FindUnit(rule.Result)!;
        var label = rule.Label ?? card.Rules.GetLabel(rule.Result);
        var line = card.Start(rule.Result, SheetText.Results, label, unit, rule.Result);
        if (!line.IsOpen)
        {
            return;
        }

        var value = card.Sheet.Get(rule.Result);
        card.Show(line, value, rule.Result, unit, card.Sheet.GetSteps(rule.Result));
        var verdict = AddNorm(line, value, rule.Norm);
        line.Explain(text =>
        {
            var sentence = rule.Text is null
                ? $"{text.Localize(label)}: {SheetText.Write(text, card.Rules, card.Sheet, rule.Result)}."
                : card.Fill(text, rule.Text);
            return verdict is { } known ? $"{sentence} {SheetText.ExplainNorm(text, known, rule.Norm!, unit)}"
                : rule.Norm is null ? sentence : $"{sentence} {text.Localize(SheetText.NotNormed)}";
        });
    }

    private static SheetVerdict? AddNorm(LineBuilder line, SheetValue value, SheetNorm? norm)
    {
        if (norm is null)
        {
            return null;
        }

        if (norm is { Low: null, High: null })
        {
            line.WithState(LineState.NotNormed);
            return null;
        }

        line.WithNorm(norm.Low is null || norm.High is null ? norm.Low ?? norm.High : null).AddFigures(("norm-low", norm.Low), ("norm-high", norm.High));
        return SheetVerdicts.Compare(value, norm);
    }

    private static void AddCheck(SheetCard card, SheetCheck check)
    {
        var unit = card.Rules.FindUnit(check.Left)!;
        var line = card.Start(check.LineCode, SheetText.Checks, check.Label, unit, check.Operands);
        if (!line.IsOpen)
        {
            return;
        }

        var tested = card.Sheet.Get(check.Left);
        card.Show(line, tested, check.Left, unit, card.Sheet.GetSteps(check.Left));
        if (check.Right is null)
        {
            line.WithState(LineState.NotNormed).Explain(SheetText.NotNormed);
            return;
        }

        var right = card.Sheet.Get(check.Right);
        var verdict = SheetVerdicts.Compare(tested, check.Is, right);
        var (normLow, normHigh) = right.Exact is null ? right.Ends : (null, null);
        line.WithNorm(right.Exact).AddFigures(("norm-low", normLow), ("norm-high", normHigh))
            .Explain(text => SheetText.ExplainCheck(
                text,
                verdict,
                SheetText.Write(text, card.Rules, card.Sheet, check.Left),
                SheetText.Describe(text, check.Is),
                WriteRight(text, card, check, unit)));
    }

    private static void AddTurns(SheetCard card, SheetCheck check)
    {
        var unit = card.Rules.FindUnit(check.Left)!;
        var line = card.Start(check.TurnCode, SheetText.Turns, SheetText.GetTurnLabel(check.Label), unit, check.Operands)
            .Require(check.Right is null, LineState.NotNormed, SheetText.NotNormed);
        if (!line.IsOpen)
        {
            return;
        }

        var (left, right) = (card.Sheet.Get(check.Left), card.Sheet.Get(check.Right!));
        var steps = new Calculation(card.Labels.Steps, card.Sheet.GetSteps(check.Left, check.Right!));
        var margin = left.Exact is not null && right.Exact is not null
            ? SheetValue.FromExact(steps.Subtract($"{SheetLabels.Margin}", left.Low!.Value, right.Low!.Value))
            : SheetValue.FromRange(
                left.Low is { } low && right.High is { } max ? steps.Subtract($"{SheetLabels.Margin}-low", low, max) : null,
                left.High is { } high && right.Low is { } min ? steps.Subtract($"{SheetLabels.Margin}-high", high, min) : null);
        card.Show(line, margin, SheetLabels.Margin, unit, steps.Steps);
        var turns = FindTurns(card, check).ToList();
        line.AddFigures([.. turns.Select(turn => (SheetLabels.GetTurn(turn.Input.Code), turn.Point))])
            .Explain(text => SheetText.ExplainTurns(
                text,
                SheetVerdicts.Compare(left, check.Is, right) == SheetVerdict.Holds,
                string.Join("; ", turns.Where(turn => turn.Point is not null).Select(turn => WriteTurn(text, card, turn.Input, turn.Point!.Value))),
                string.Join(", ", turns.Where(turn => turn.Point is null).Select(turn => text.Localize(turn.Input.Label)))));
    }

    // An input with several records has no single value to change.
    private static IEnumerable<(SheetInput Input, decimal? Point)> FindTurns(SheetCard card, SheetCheck check)
    {
        var used = card.Rules.GetSources(check.Left).Union(card.Rules.GetSources(check.Right!), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return card.Rules.Inputs.Where(input => used.Contains(input.Code) && input.Table is null && !card.IsHidden(input.Code))
            .Where(input => card.Sheet.Source.Inputs.TryGetValue(input.Code, out var value) && value.IsKnown)
            .Select(input => (input, TurningPoints.Find(card.Labels, check, card.Sheet.Source, input)));
    }

    private static string WriteTurn(NumberFormatter text, SheetCard card, SheetInput input, decimal point)
    {
        var now = SheetText.Write(text, card.Rules, card.Sheet, input.Code);
        var turn = text.FormatQuantity(point, input.Unit);
        return text.Localize($"{input.Label.Nl} {turn} in plaats van {now}", $"{input.Label.En} {turn} instead of {now}");
    }

    private static string WriteRight(NumberFormatter text, SheetCard card, SheetCheck check, string unit) => SheetNumbers.TryParse(check.Right!, out var number)
        ? text.FormatQuantity(number, unit)
        : SheetText.Write(text, card.Rules, card.Sheet, check.Right!);
}
