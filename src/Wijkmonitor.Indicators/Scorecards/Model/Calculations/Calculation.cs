using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Model.Calculations;

/// <summary>Operation of a calculation step on its operands, in order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Arithmetic>))]
public enum Arithmetic
{
    /// <summary>The sum of all operands.</summary>
    [JsonStringEnumMemberName("add")]
    Add,

    /// <summary>The first less all others.</summary>
    [JsonStringEnumMemberName("subtract")]
    Subtract,

    /// <summary>The product of all operands.</summary>
    [JsonStringEnumMemberName("multiply")]
    Multiply,

    /// <summary>The first divided by the second.</summary>
    [JsonStringEnumMemberName("divide")]
    Divide,

    /// <summary>The smallest.</summary>
    [JsonStringEnumMemberName("minimum")]
    Minimum,

    /// <summary>The largest.</summary>
    [JsonStringEnumMemberName("maximum")]
    Maximum,

    /// <summary>The first without its sign.</summary>
    [JsonStringEnumMemberName("absolute")]
    Absolute,

    /// <summary>The first without its decimals: cut off towards zero.</summary>
    [JsonStringEnumMemberName("truncate")]
    Truncate,

    /// <summary>The next whole number, or the first itself where it is whole.</summary>
    [JsonStringEnumMemberName("ceiling")]
    Ceiling,

    /// <summary>The whole number before the first, or that itself where it is whole.</summary>
    [JsonStringEnumMemberName("floor")]
    Floor,

    /// <summary>The first to the power of the second.</summary>
    [JsonStringEnumMemberName("power")]
    Power,

    /// <summary>The natural logarithm of the first.</summary>
    [JsonStringEnumMemberName("logarithm")]
    Logarithm,

    /// <summary>The first rounded to as many decimals as the second says, half away from zero (rekenkundig afronden).</summary>
    [JsonStringEnumMemberName("round-half-away-from-zero")]
    Round,
}

/// <summary>A number in a calculation and where it comes from.</summary>
/// <param name="Value">The number.</param>
/// <param name="From">The key of an input, <c>#</c> and the name of an earlier step, or <c>constant</c>.</param>
public readonly record struct Operand(decimal Value, string From)
{
    /// <summary>Creates the operand of a number that is in the formula itself.</summary>
    public static Operand FromConstant(decimal value) => new(value, "constant");

    /// <summary>Creates the operand of an observation, which is known.</summary>
    public static Operand FromObservation(Observation observation) => new(observation.Value.Number!.Value, observation.Key);
}

/// <summary>One step of a calculation, as data: with the steps before it and its inputs it can be done again.</summary>
/// <param name="Name">Key of the step within the calculation.</param>
/// <param name="Operation">Operation of the step.</param>
/// <param name="Operands">With what.</param>
/// <param name="Result">Result, unrounded unless rounding is the step.</param>
/// <param name="Label">Label of its result.</param>
public sealed record CalculationStep(string Name, Arithmetic Operation, IReadOnlyList<Operand> Operands, decimal Result, BilingualText Label);

/// <summary>Calculation that writes down each step, so that an explanation is the calculation itself.</summary>
/// <param name="labels">The words that its kind has for its steps; those that kinds share need not be among them.</param>
/// <param name="before">Steps that were done before.</param>
internal sealed class Calculation(IReadOnlyDictionary<string, BilingualText> labels, params IReadOnlyList<CalculationStep> before)
{
    private readonly List<CalculationStep> steps = [.. before];

    /// <summary>The steps done so far.</summary>
    public IReadOnlyList<CalculationStep> Steps => steps;

    /// <summary>Adds the operands.</summary>
    public Operand Add(string name, params IReadOnlyList<Operand> terms)
    {
        var sum = 0m;
        foreach (var term in terms)
        {
            sum += term.Value;
        }

        return AddStep(name, Arithmetic.Add, terms, sum);
    }

    /// <summary>Subtracts the other operands from the first.</summary>
    public Operand Subtract(string name, params IReadOnlyList<Operand> operands) =>
        AddStep(name, Arithmetic.Subtract, operands, operands.Skip(1).Aggregate(operands[0].Value, (rest, operand) => rest - operand.Value));

    /// <summary>Multiplies the operands.</summary>
    public Operand Multiply(string name, params IReadOnlyList<Operand> operands) =>
        AddStep(name, Arithmetic.Multiply, operands, operands.Skip(1).Aggregate(operands[0].Value, (product, operand) => product * operand.Value));

    /// <summary>Divides the first operand by the second.</summary>
    public Operand Divide(string name, Operand dividend, Operand by) => AddStep(name, Arithmetic.Divide, [dividend, by], dividend.Value / by.Value);

    /// <summary>Selects the smallest operand.</summary>
    public Operand Min(string name, params IReadOnlyList<Operand> operands) =>
        AddStep(name, Arithmetic.Minimum, operands, operands.Min(operand => operand.Value));

    /// <summary>Selects the largest operand.</summary>
    public Operand Max(string name, params IReadOnlyList<Operand> operands) =>
        AddStep(name, Arithmetic.Maximum, operands, operands.Max(operand => operand.Value));

    /// <summary>Removes the sign.</summary>
    public Operand Abs(string name, Operand operand) => AddStep(name, Arithmetic.Absolute, [operand], Math.Abs(operand.Value));

    /// <summary>Truncates to a whole number.</summary>
    public Operand Truncate(string name, Operand operand) => AddStep(name, Arithmetic.Truncate, [operand], decimal.Truncate(operand.Value));

    /// <summary>Rounds up to a whole number.</summary>
    public Operand Ceiling(string name, Operand operand) => AddStep(name, Arithmetic.Ceiling, [operand], decimal.Ceiling(operand.Value));

    /// <summary>Rounds down to a whole number.</summary>
    public Operand Floor(string name, Operand operand) => AddStep(name, Arithmetic.Floor, [operand], decimal.Floor(operand.Value));

    /// <summary>Raises an operand above zero to a power.</summary>
    public Operand Power(string name, Operand operand, Operand exponent) =>
        AddStep(name, Arithmetic.Power, [operand, exponent], DecimalMath.Pow(operand.Value, exponent.Value));

    /// <summary>Takes the natural logarithm of an operand above zero.</summary>
    public Operand Log(string name, Operand operand) => AddStep(name, Arithmetic.Logarithm, [operand], DecimalMath.Log(operand.Value));

    /// <summary>Rounds an operand half away from zero to a number of decimals.</summary>
    public Operand Round(string name, Operand operand, int decimals = 2) => AddStep(
        name, Arithmetic.Round, [operand, Operand.FromConstant(decimals)], Math.Round(operand.Value, decimals, MidpointRounding.AwayFromZero));

    /// <summary>Computes the gap of a value with a reference in the direction of an indicator: positive is worse.</summary>
    /// <exception cref="InvalidOperationException">The indicator is not judged; a contract that repays on it must have been refused.</exception>
    public Operand SubtractFromReference(string name, Indicator indicator, Operand value, Operand reference) => indicator.Polarity switch
    {
        Polarity.LowerIsBetter => Subtract(name, value, reference),
        Polarity.HigherIsBetter => Subtract(name, reference, value),
        _ => throw new InvalidOperationException($"Indicator '{indicator.Code}' has no direction; a contract that repays on it must have been refused."),
    };

    private Operand AddStep(string name, Arithmetic operation, IReadOnlyList<Operand> operands, decimal result)
    {
        steps.Add(new CalculationStep(name, operation, operands, result, StepText.GetLabel(name, labels)));
        return new Operand(result, "#" + name);
    }
}
