using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Values;

/// <summary>Search for the value of an input at which a check turns, the other inputs kept.</summary>
/// <remarks>
/// The search asks only whether the check holds, so that steps with whole numbers and sums that cannot be made need nothing of their own. From the
/// value that the input has it goes outwards within the values that are allowed, in steps that double, until the answer is another one; between those
/// two it halves. The nearest turning point counts. A pair of turning points between two neighbouring steps is not seen.
/// </remarks>
internal static class TurningPoints
{
    private const int Steps = 40;
    private const int Halvings = 90;
    private const int NoiseDecimals = 8;
    private const decimal Scale = 100;

    /// <summary>Finds the turning point of an input that has a value; null where no allowed value turns the check.</summary>
    public static decimal? Find(SheetLabels labels, SheetCheck check, SheetSource source, SheetInput input)
    {
        bool IsMet(decimal value) => HoldsWith(labels, check, source, input, value);
        var current = source.Inputs[input.Code];
        var (low, high) = (Math.Max(current.Ends.Low!.Value, input.Low!.Value), Math.Min(current.Ends.High ?? input.High!.Value, input.High!.Value));
        var holds = new SheetComputation(labels, source) is var now && now.Get(check.Left) is { IsKnown: true } tested
            && SheetVerdicts.Compare(tested, check.Is, now.Get(check.Right!)) == SheetVerdict.Holds;

        // Where a check does not hold for a range as a whole, one end may be good already.
        var found = new[] { Search(low, input.Low.Value, holds, IsMet), Search(high, input.High.Value, holds, IsMet) }
            .Concat(low < high ? [Search(low, high, holds, IsMet)] : Array.Empty<decimal?>());
        return found.OfType<decimal>().OrderBy(point => Math.Min(Math.Abs(point - low), Math.Abs(point - high)))
            .Select(point => (decimal?)point).FirstOrDefault();
    }

    private static bool HoldsWith(SheetLabels labels, SheetCheck check, SheetSource source, SheetInput input, decimal value)
    {
        var number = SheetValue.FromExact(new Operand(value, input.Code));
        var computed = new SheetComputation(labels, source.With(input.Code, number));
        var (left, right) = (computed.Get(check.Left), computed.Get(check.Right!));
        return left.IsKnown && right.IsKnown && SheetVerdicts.Compare(left, check.Is, right) == SheetVerdict.Holds;
    }

    private static decimal? Search(decimal from, decimal to, bool holds, Func<decimal, bool> asks)
    {
        if (asks(from) != holds)
        {
            return from;
        }

        var before = from;
        for (var step = from == to ? -1 : Steps; step >= 0; step--)
        {
            var next = step == 0 ? to : from + ((to - from) / (1L << step));
            if (asks(next) != holds)
            {
                return Round(Halve(before, next, holds, asks), isUp: to > from);
            }

            before = next;
        }

        return null;
    }

    // To the side where it turned; noise behind the eighth decimal is no amount.
    private static decimal Round(decimal point, bool isUp)
    {
        var scaled = Math.Round(point, NoiseDecimals) * Scale;
        return (isUp ? decimal.Ceiling(scaled) : decimal.Floor(scaled)) / Scale;
    }

    private static decimal Halve(decimal same, decimal other, bool holds, Func<decimal, bool> asks)
    {
        for (var step = 0; step < Halvings && same != other; step++)
        {
            var middle = same + ((other - same) / 2);
            if (middle == same || middle == other)
            {
                break;
            }

            (same, other) = asks(middle) == holds ? (middle, other) : (same, middle);
        }

        return other;
    }
}
