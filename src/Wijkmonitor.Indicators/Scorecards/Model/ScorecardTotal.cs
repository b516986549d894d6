using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Model;

/// <summary>A total over lines.</summary>
/// <param name="Code">Code of the total.</param>
/// <param name="Label">Its name.</param>
/// <param name="Value">The total; null where it cannot be given.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="LeavesOut">The lines that it leaves out, by state; empty where it covers all lines it is about.</param>
public sealed record ScorecardTotal(string Code, BilingualText Label, decimal? Value, string Unit, IReadOnlyList<OmittedLines> LeavesOut)
{
    /// <summary>The calculation of the total, step by step; the last one gives it. Null for kinds that do not show it.</summary>
    public IReadOnlyList<CalculationStep>? Steps { get; init; }

    /// <summary>Range of the total, where no single value is known. Then there is no <see cref="Value"/>.</summary>
    public ValueRange? Range { get; init; }

    /// <summary>Whether the total is a lower bound, because a part of it exists and is not known; null where not.</summary>
    public bool? IsLowerBound { get; init; }

    /// <summary>Creates the sum of lines: of their values, ranges and what is not known of them.</summary>
    /// <remarks>
    /// Where something is not known or left out and nothing known is below zero, the sum is a lower bound. Where something is not known and something known is
    /// below zero, the sum may be on either side and is not given.
    /// </remarks>
    /// <param name="code">Code of the total.</param>
    /// <param name="label">Its name.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="steps">The words that the kind has for its steps.</param>
    public static ScorecardTotal Sum(
        string code, BilingualText label, string unit, IReadOnlyCollection<ScorecardLine> lines, IReadOnlyDictionary<string, BilingualText> steps)
    {
        var leftOut = OmittedLines.GroupByState(lines);
        List<(string Code, Quantity Quantity)> terms = [.. lines.Where(line => line.Quantity is not null).Select(line => (line.Code, line.Quantity!.Value))];
        var sum = terms.Aggregate(new Quantity(Low: null, High: null, HasUnknown: false), (total, term) => total + term.Quantity);
        var isPartial = sum.HasUnknown || leftOut.Count > 0;
        var hasNegative = terms.Exists(term => term.Quantity.Low < 0);
        if (sum is not { Low: { } low, High: { } high } || (sum.HasUnknown && hasNegative))
        {
            return new ScorecardTotal(code, label, Value: null, unit, leftOut);
        }

        var calculation = new Calculation(steps);
        var isRange = low != high;
        Add(isRange ? $"{code}-low" : code, term => term.Low);
        if (isRange)
        {
            Add($"{code}-high", term => term.High);
        }

        return new ScorecardTotal(code, label, isRange ? null : low, unit, leftOut)
        {
            Steps = calculation.Steps,
            Range = isRange ? new ValueRange(low, high) : null,
            IsLowerBound = isPartial && !hasNegative ? true : null,
        };

        void Add(string name, Func<Quantity, decimal?> end) => calculation.Add(
            name, [.. terms.Where(term => end(term.Quantity) is not null).Select(term => new Operand(end(term.Quantity)!.Value, $"line:{term.Code}"))]);
    }
}
