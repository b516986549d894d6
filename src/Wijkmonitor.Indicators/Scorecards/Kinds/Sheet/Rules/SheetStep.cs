using System.Globalization;
using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;

/// <summary>A step of a sheet.</summary>
/// <param name="Result">The code of its result: lower-case words with hyphens.</param>
/// <param name="Label">The name of its result for people.</param>
/// <param name="Unit">The unit of its result; empty for a factor.</param>
/// <param name="Op">The operation.</param>
/// <param name="Operands">The operands, in order: codes of inputs or earlier results, or numbers such as <c>12</c>; of a lookup the table first.</param>
/// <param name="OtherOperands">The operands as the source can be read too. Where both give something else, what needs the result is unresolved.</param>
public sealed record SheetStep(
    string Result,
    BilingualText Label,
    string Unit,
    SheetOperation Op,
    [property: JsonPropertyName("of")] IReadOnlyList<string> Operands,
    [property: JsonPropertyName("orOf")] IReadOnlyList<string>? OtherOperands = null)
{
    /// <summary>Gets the operands by one of the readings.</summary>
    internal IReadOnlyList<string> GetOperands(bool otherReading) => otherReading && OtherOperands is not null ? OtherOperands : Operands;

    /// <summary>The codes of inputs and results that it uses, in any reading.</summary>
    internal IEnumerable<string> Used => Operands.Concat(OtherOperands ?? []).Where(operand => !SheetNumbers.TryParse(operand, out _));

    /// <summary>Validates the step.</summary>
    internal void Validate(RuleValidator validator, SheetRules rules, int index)
    {
        validator.RequireWords("steps", [Result]);
        validator.Require(SheetUnits.IsKnown(Unit), $"'steps.{Result}.unit' is '{Unit}', which is no unit.");
        validator.Require(OtherOperands is null || !SheetOperations.IsOfYears(Op), $"'steps.{Result}' is over years and cannot be read in two ways.");
        validator.Require(rules.IsStored || !(SheetOperations.IsOfRecords(Op) || SheetOperations.IsOfYears(Op)),
            $"'steps.{Result}' is over records, and these rules store nothing.");
        ValidateOperands(validator, rules, index, Operands);
        if (OtherOperands is not null)
        {
            ValidateOperands(validator, rules, index, OtherOperands);
        }
    }

    private void ValidateOperands(RuleValidator validator, SheetRules rules, int index, IReadOnlyList<string> operands)
    {
        var (min, max) = SheetOperations.GetOperands(Op);
        if (operands.Count < min || operands.Count > max)
        {
            validator.Require(false, $"'steps.{Result}' has {operands.Count.ToString(CultureInfo.InvariantCulture)} operands; '{GetName(Op)}' takes {Describe(min, max)}.");
            return;
        }

        foreach (var (place, operand) in operands.Index())
        {
            ValidateOperand(validator, rules, index, place, operand);
        }

        if (SheetOperations.KeepsUnit(Op))
        {
            foreach (var operand in operands.Where(operand => rules.FindUnit(operand) is { } unit && unit != Unit))
            {
                validator.Require(false, $"'steps.{Result}' is in '{Unit}' and '{operand}' in '{rules.FindUnit(operand)}'; these cannot be added or compared.");
            }
        }

        foreach (var rate in GetRates(operands).Where(rate => rules.FindUnit(rate) is { } unit && unit != SheetUnits.Percent))
        {
            validator.Require(false, $"'steps.{Result}' takes '{rate}' as a rate; a rate is in percent.");
        }
    }

    private void ValidateOperand(RuleValidator validator, SheetRules rules, int index, int place, string operand)
    {
        if (SheetOperations.IsLookup(Op) && place == 0)
        {
            validator.Require(rules.FindTable(operand) is not null, $"'steps.{Result}' looks in '{operand}', which is no table.");
        }
        else if (SheetNumbers.TryParse(operand, out _))
        {
            validator.Require(!SheetOperations.IsOfRecords(Op) && !SheetOperations.IsOfYears(Op),
                $"'steps.{Result}' is over records; '{operand}' is a number.");
        }
        else if (rules.FindInput(operand) is { } input)
        {
            validator.Require(!SheetOperations.IsLookup(Op) || input.Table is null || input.Table == GetTable(),
                $"'steps.{Result}' looks up '{operand}', a key of another table.");
            validator.Require(SheetOperations.IsLookup(Op) || input.Table is null, $"'steps.{Result}' counts with '{operand}', which is a key of a table.");
        }
        else if (rules.FindStep(operand) is { } step)
        {
            var at = rules.Steps.ToList().IndexOf(step);
            validator.Require(at != index, $"'steps.{Result}' uses its own result.");
            validator.Require(at <= index, $"'steps.{Result}' uses '{operand}', which comes later.");
            validator.Require(!SheetOperations.IsOfRecords(Op), $"'steps.{Result}' is over the records of '{operand}', which is no input.");
        }
        else
        {
            validator.Require(false, $"'steps.{Result}' uses '{operand}', which is no input and no result.");
        }
    }

    private string GetTable() => Operands[0];

    private IEnumerable<string> GetRates(IReadOnlyList<string> operands) => Op switch
    {
        SheetOperation.Grow or SheetOperation.Annuity => [operands[1]],
        SheetOperation.AnnuityYears => [operands[2]],
        _ => [],
    };

    private static string GetName(SheetOperation op) => Localization.Vocabulary.GetCode(op);

    private static string Describe(int min, int max) => min == max
        ? min.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{min} to {max}");
}

/// <summary>Parser of numbers that are written in rules as operands.</summary>
internal static class SheetNumbers
{
    /// <summary>Parses a number; false for a code.</summary>
    public static bool TryParse(string operand, out decimal number) =>
        decimal.TryParse(operand, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
}
