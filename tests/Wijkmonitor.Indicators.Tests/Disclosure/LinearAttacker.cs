using Google.OrTools.LinearSolver;

namespace Wijkmonitor.Indicators.Tests.Disclosure;

/// <summary>Infers, by linear programming, between what each count lies, from all that is published. It knows that counts are nought or more.</summary>
internal sealed class LinearAttacker : IDisposable
{
    private readonly Solver solver = Solver.CreateSolver("GLOP");
    private readonly Dictionary<string, Variable> counts = new(StringComparer.Ordinal);

    /// <summary>Adds a count; with its value where it is published.</summary>
    public void Add(string key, decimal? published) =>
        counts.Add(key, solver.MakeNumVar((double)(published ?? 0), published is { } known ? (double)known : double.PositiveInfinity, key));

    /// <summary>Adds that a total is the sum of its parts, each so many times.</summary>
    public void AddSum(string total, IEnumerable<(string Key, double Times)> parts)
    {
        var equation = solver.MakeConstraint(0, 0);
        equation.SetCoefficient(counts[total], -1);
        foreach (var (key, times) in parts)
        {
            equation.SetCoefficient(counts[key], times);
        }
    }

    /// <summary>The least and the most that the sum of some counts can be; a million and more is without end.</summary>
    public (double Low, double High) Infer(params IReadOnlyCollection<string> keys)
    {
        var objective = solver.Objective();
        objective.Clear();
        foreach (var key in keys)
        {
            objective.SetCoefficient(counts[key], 1);
        }

        objective.SetMinimization();
        Assert.Equal(Solver.ResultStatus.OPTIMAL, solver.Solve());
        var low = objective.Value();
        objective.SetMaximization();
        return (low, solver.Solve() == Solver.ResultStatus.OPTIMAL ? objective.Value() : 1e6);
    }

    /// <summary>Whether what is inferred of a count is less than is promised.</summary>
    public bool Wins(string key, decimal truth, int limit, int width)
    {
        const double tolerance = 1e-4;
        var (low, high) = Infer(key);
        return high - low < width - tolerance || (truth < limit && (low > tolerance || high < limit - 1 - tolerance));
    }

    public void Dispose() => solver.Dispose();
}
