using System.Globalization;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Values;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Cards;

/// <summary>Method that starts a line.</summary>
/// <param name="code">Its code.</param>
/// <param name="theme">Its theme.</param>
/// <param name="label">Its label.</param>
/// <param name="unit">Its unit.</param>
internal delegate LineBuilder StartLine(string code, BilingualText theme, BilingualText label, string unit);

/// <summary>A sheet with what its lines are made from.</summary>
/// <param name="labels">The rules with their labels.</param>
/// <param name="readings">The sheet in each way that it can be read; the first one is that of the rules.</param>
/// <param name="isHidden">Whether an input or result may not be shown.</param>
/// <param name="start">Starts a line.</param>
internal sealed class SheetCard(SheetLabels labels, IReadOnlyList<SheetComputation> readings, Func<string, bool> isHidden, StartLine start)
{
    /// <summary>The rules with their labels.</summary>
    public SheetLabels Labels => labels;

    /// <summary>The rules.</summary>
    public SheetRules Rules => labels.Rules;

    /// <summary>The sheet as the rules read it.</summary>
    public SheetComputation Sheet => readings[0];

    /// <summary>Whether an input or result may not be shown.</summary>
    public bool IsHidden(string code) => isHidden(code);

    /// <summary>Gets the inputs that some results are computed from.</summary>
    public IEnumerable<ScorecardInput> GetInputs(params IEnumerable<string> codes) => codes.SelectMany(Rules.GetSources).Distinct(StringComparer.Ordinal)
        .SelectMany(code => readings.SelectMany(reading => reading.Source.Origins.GetValueOrDefault(code) ?? []))
        .Concat(readings.SelectMany(reading => reading.GetOtherInputs(codes)))
        .DistinctBy(input => input.Key, StringComparer.Ordinal);

    /// <summary>Starts a line about inputs or results, closed where one has no value or may not be shown.</summary>
    public LineBuilder Start(string code, BilingualText theme, BilingualText label, string unit, params IReadOnlyList<string> operands)
    {
        var line = start(code, theme, label, unit).AddInputs(GetInputs(operands))
            .Require(operands.Any(isHidden), LineState.Suppressed, StandardTexts.DescribeState(LineState.Suppressed));
        foreach (var operand in operands)
        {
            line.Require(() => !Sheet.Get(operand).IsKnown, LineState.MissingInput, DescribeGap(Sheet.Get(operand)));
        }

        var different = GetDifferent(operands);
        if (line.IsOpen && different.Count > 1)
        {
            List<SheetComputation> shown = [.. different.Take(SheetReadings.MaxShown)];
            line.AddFigures([.. shown.Index().Select(reading =>
                (string.Create(CultureInfo.InvariantCulture, $"reading-{reading.Index + 1}"), reading.Item.Get(operands[0]).Exact))])
                .Require(LineState.Unresolved, BothLanguages.Write(text => SheetText.ExplainReadings(
                    text, string.Join("; ", shown.Select(reading => SheetText.Write(text, Rules, reading, operands[0]))), different.Count - shown.Count)));
        }

        return line;
    }

    /// <summary>Whether inputs or results differ by how the source is read.</summary>
    public bool IsUnresolved(params IReadOnlyList<string> operands) => GetDifferent(operands).Count > 1;

    /// <summary>Writes a sentence with places for values, each in all the ways that it can be read.</summary>
    public string Fill(NumberFormatter text, BilingualText sentence) => SheetRules.Fill(text.Localize(sentence), code => string.Join(
        text.Localize(" of ", " or "),
        readings.Select(reading => SheetText.Write(text, Rules, reading, code)).Distinct(StringComparer.Ordinal).Take(SheetReadings.MaxShown)));

    /// <summary>Sets the value of a line, rounded as the last step.</summary>
    public LineBuilder Show(LineBuilder line, SheetValue value, string name, string unit, IReadOnlyList<CalculationStep> steps)
    {
        var calculation = new Calculation(labels.Steps, steps);
        var decimals = SheetUnits.GetDecimals(unit);
        decimal? ComputeRounded(Operand? end, string ending) => end is { } number
            ? number.Value == Math.Round(number.Value, decimals)
                ? number.Value
                : calculation.Round($"{name}{ending}{SheetLabels.Rounded}", number, decimals).Value
            : null;
        var (low, high) = value.Exact is null
            ? (ComputeRounded(value.Low, SheetRanges.LowEnd), ComputeRounded(value.High, SheetRanges.HighEnd))
            : (ComputeRounded(value.Low, ""), null);
        line = value.Exact is not null ? line.WithValue(low)
            : low is { } from && high is { } to ? line.WithRange(from, to)
            : line.AsProMemorie().AddFigures(("at-least", low), ("at-most", high));
        return line.WithSteps(calculation);
    }

    /// <summary>Describes why there is no value.</summary>
    public BilingualText DescribeGap(SheetValue value) => value.Gap switch
    {
        SheetGap.Infeasible => SheetText.Infeasible,
        SheetGap.NotYet => SheetText.NotYet,
        _ => SheetText.DescribeMissing(value.Names.Select(Rules.GetLabel)),
    };

    private List<SheetComputation> GetDifferent(IReadOnlyList<string> operands) =>
        [.. readings.DistinctBy(
            reading => string.Join('|', operands.Select(operand => reading.Get(operand)).Select(value => (value.Gap, value.Ends))), StringComparer.Ordinal)];
}
