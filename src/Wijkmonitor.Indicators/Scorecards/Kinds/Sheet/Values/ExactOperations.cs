using System.Globalization;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Values;

/// <summary>Operations on numbers, written down as steps.</summary>
/// <param name="calculation">Calculation that they are written down in.</param>
internal sealed class ExactOperations(Calculation calculation)
{
    private static readonly Operand One = Operand.FromConstant(1);
    private static readonly Operand Hundred = Operand.FromConstant(100);

    /// <summary>Computes a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="end">Ending of its name where it is computed for an end of a range.</param>
    /// <param name="operands">The operands.</param>
    /// <param name="percents">Whether each operand is in percent.</param>
    /// <returns>The result; null where it cannot be computed.</returns>
    public Operand? Compute(SheetStep step, string end, IReadOnlyList<Operand> operands, IReadOnlyList<bool> percents)
    {
        var name = step.Result + end;
        return step.Op switch
        {
            SheetOperation.Add or SheetOperation.SumOfRecords or SheetOperation.MedianOfRecords or SheetOperation.SumOfYears or SheetOperation.Lookup =>
                calculation.Add($"{name}", operands),
            SheetOperation.Subtract or SheetOperation.DifferenceOfLookups => calculation.Subtract($"{name}", operands),
            SheetOperation.Minimum or SheetOperation.FirstYear or SheetOperation.PeakYear => calculation.Min($"{name}", operands),
            SheetOperation.Maximum or SheetOperation.PeakOfYears => calculation.Max($"{name}", operands),
            SheetOperation.Ceiling => calculation.Ceiling($"{name}", operands[0]),
            SheetOperation.Floor => calculation.Floor($"{name}", operands[0]),
            SheetOperation.Multiply => Shift(name, GetPercent(step) - percents.Count(isPercent => isPercent), at => calculation.Multiply($"{at}", operands)),
            SheetOperation.Divide when operands[1].Value == 0 => null,
            SheetOperation.Divide => Shift(name, GetPercent(step) - (percents[0] ? 1 : 0) + (percents[1] ? 1 : 0),
                at => calculation.Divide($"{at}", operands[0], operands[1])),
            SheetOperation.Grow => ComputeGrowth(name, operands[0], operands[1], operands[2]),
            SheetOperation.Annuity => ComputeAnnuity(name, operands[0], operands[1], operands[2]),
            SheetOperation.AnnuityYears => ComputeYears(name, operands[0], operands[1], operands[2]),
            _ => throw new InvalidOperationException($"'{step.Op}' is no operation on numbers."),
        };
    }

    // The ending of the name of an intermediate step.
    private static string GetEnding(int number) => string.Create(CultureInfo.InvariantCulture, $"-step-{number}");

    private static int GetPercent(SheetStep step) => step.Unit == SheetUnits.Percent ? 1 : 0;

    // A percentage counts as its hundredth, and a result in percent is a hundred times the fraction.
    private Operand Shift(string name, int hundreds, Func<string, Operand> compute)
    {
        if (hundreds == 0)
        {
            return compute(name);
        }

        var raw = compute($"{name}{GetEnding(1)}");
        var factor = Operand.FromConstant(DecimalMath.Pow(Hundred.Value, Math.Abs(hundreds)));
        return hundreds > 0 ? calculation.Multiply($"{name}", raw, factor) : calculation.Divide($"{name}", raw, factor);
    }

    private Operand? ComputeGrowth(string name, Operand amount, Operand rate, Operand periods)
    {
        var factor = calculation.Add($"{name}{GetEnding(2)}", One, calculation.Divide($"{name}{GetEnding(1)}", rate, Hundred));
        return factor.Value <= 0 ? null : calculation.Multiply($"{name}", amount, calculation.Power($"{name}{GetEnding(3)}", factor, periods));
    }

    private Operand? ComputeAnnuity(string name, Operand loan, Operand rate, Operand periods)
    {
        if (periods.Value <= 0 || rate.Value < 0)
        {
            return null;
        }

        if (rate.Value == 0)
        {
            return calculation.Divide($"{name}", loan, periods);
        }

        var fraction = calculation.Divide($"{name}{GetEnding(1)}", rate, Hundred);
        var power = calculation.Power($"{name}{GetEnding(3)}", calculation.Add($"{name}{GetEnding(2)}", One, fraction), periods);
        var repaidShare = calculation.Subtract($"{name}{GetEnding(5)}", One, calculation.Divide($"{name}{GetEnding(4)}", One, power));
        return calculation.Divide($"{name}", calculation.Multiply($"{name}{GetEnding(6)}", loan, fraction), repaidShare);
    }

    // Payments that are no more than the interest never repay a loan.
    private Operand? ComputeYears(string name, Operand loan, Operand payment, Operand rate)
    {
        if (payment.Value <= 0 || rate.Value < 0)
        {
            return null;
        }

        if (rate.Value == 0)
        {
            return calculation.Divide($"{name}", loan, payment);
        }

        var fraction = calculation.Divide($"{name}{GetEnding(1)}", rate, Hundred);
        var interest = calculation.Divide($"{name}{GetEnding(3)}", calculation.Multiply($"{name}{GetEnding(2)}", loan, fraction), payment);
        var rest = calculation.Subtract($"{name}{GetEnding(4)}", One, interest);
        if (rest.Value <= 0)
        {
            return null;
        }

        var growth = calculation.Log($"{name}{GetEnding(7)}", calculation.Add($"{name}{GetEnding(6)}", One, fraction));
        var periods = calculation.Divide($"{name}{GetEnding(8)}", calculation.Log($"{name}{GetEnding(5)}", rest), growth);
        return calculation.Multiply($"{name}", periods, Operand.FromConstant(-1));
    }
}
