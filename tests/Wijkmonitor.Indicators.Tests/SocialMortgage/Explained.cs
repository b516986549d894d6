using System.Globalization;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Tests.SocialMortgage;

/// <summary>Computes the amounts of a statement again from its explanation alone: inputs and steps as data, none of the rules.</summary>
internal static class Explained
{
    /// <summary>The amount of a line, by its steps; every operand must be an input, an earlier step or a constant.</summary>
    public static decimal Amount(ScorecardLine line)
    {
        var inputs = line.Inputs.Where(i => i.Value is not null && !i.Role.StartsWith("cause-", StringComparison.Ordinal)).ToDictionary(i => i.Key, i => i.Value!.Value, StringComparer.Ordinal);
        return Result(line.Steps!, from => inputs[from]);
    }

    /// <summary>A total of a statement, by its steps, from the amounts that its lines and other totals come to.</summary>
    public static decimal? Total(Scorecard statement, Scorecard? before, string code)
    {
        var total = statement.Totals.Single(t => t.Code == code);
        return total.Steps is { Count: > 0 } steps ? Result(steps, from => Known(statement, before, from) ?? Operand(steps, from)) : null;
    }

    // What is in the statement itself; a field of the contract is taken as the step gives it.
    private static decimal? Known(Scorecard statement, Scorecard? before, string from)
    {
        var (kind, rest) = from.Split(':', 2) is [var k, var r] ? (k, r) : ("", from);
        return kind switch
        {
            "line" when statement.Lines.FirstOrDefault(l => l.Code == rest) is { } line => Amount(line),
            "line" => statement.Lines.Single(l => rest.StartsWith(l.Code + "/", StringComparison.Ordinal)).Figures[rest[(rest.LastIndexOf('/') + 1)..]],
            "total" => Total(statement, before, rest),
            "statement" => before!.Totals.Single(t => t.Code == rest[(rest.IndexOf('#', StringComparison.Ordinal) + 1)..]).Value,
            _ => null,
        };
    }

    private static decimal Operand(IReadOnlyList<CalculationStep> steps, string from) => steps.SelectMany(s => s.Operands).First(o => o.From == from).Value;

    private static decimal Result(IReadOnlyList<CalculationStep> steps, Func<string, decimal> known)
    {
        Dictionary<string, decimal> done = new(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            List<decimal> values = [.. step.Operands.Select(o => o.From.StartsWith('#') ? done[o.From[1..]] : o.From == "constant" ? o.Value : known(o.From))];
            Assert.Equal(step.Operands.Select(o => o.Value), values);
            done[step.Name] = Apply(step.Operation, values);
            Assert.Equal(step.Result, done[step.Name]);
        }

        return done[steps[^1].Name];
    }

    private static decimal Apply(Arithmetic operation, List<decimal> values) => operation switch
    {
        Arithmetic.Add => values.Sum(),
        Arithmetic.Subtract => values[0] - values.Skip(1).Sum(),
        Arithmetic.Multiply => values.Aggregate((a, b) => a * b),
        Arithmetic.Divide => values[0] / values[1],
        Arithmetic.Minimum => values.Min(),
        Arithmetic.Maximum => values.Max(),
        Arithmetic.Absolute => values[0] < 0 ? -values[0] : values[0],
        Arithmetic.Truncate => values[0] - (values[0] % 1),
        Arithmetic.Round => HalfAwayFromZero(values[0], (int)values[1]),
        _ => throw new InvalidOperationException(operation.ToString()),
    };

    private static decimal HalfAwayFromZero(decimal value, int decimals)
    {
        var scale = decimal.Parse("1" + new string('0', decimals), CultureInfo.InvariantCulture);
        var scaled = (value < 0 ? -value : value) * scale;
        var whole = scaled - (scaled % 1);
        return (scaled - whole >= 0.5m ? whole + 1 : whole) / scale * (value < 0 ? -1 : 1);
    }
}
