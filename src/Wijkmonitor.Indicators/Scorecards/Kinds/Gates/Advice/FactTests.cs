using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Advice;

/// <summary>The tests of facts as they are known on a day.</summary>
/// <param name="rules">The rules.</param>
/// <param name="facts">The facts.</param>
/// <param name="day">The day.</param>
internal sealed class FactTests(GatesRules rules, FactBook facts, DateOnly day)
{
    private TaskStack? stack;

    /// <summary>The flags.</summary>
    public TaskStack Stack => stack ??= new TaskStack([.. rules.Flags.Select(flag => (flag, Get(flag.Fact), Compute(flag)))]);

    /// <summary>Gets a fact.</summary>
    public FactValue Get(string code) => facts.Get(code, day);

    /// <summary>Computes the outcome of a test.</summary>
    public Verdict Compute(GateTest test)
    {
        if (test.IsNumeric && test.Value is null)
        {
            return Verdict.NotNormed;
        }

        return test.Fact == GateTest.Flags ? ComputeOfFlags(test) : Compute(test, Get(test.Fact));
    }

    /// <summary>Computes the outcome of tests that all have to hold: where one fails, the others do not matter.</summary>
    public Verdict Compute(IEnumerable<GateTest> tests)
    {
        var all = tests.Select(Compute).ToHashSet();
        return all.Contains(Verdict.Fails) ? Verdict.Fails
            : all.Contains(Verdict.NotNormed) ? Verdict.NotNormed
            : all.Contains(Verdict.Unknown) ? Verdict.Unknown
            : Verdict.Holds;
    }

    /// <summary>Gets the facts that a test needs and that are not known.</summary>
    public IEnumerable<FactValue> FindUnknown(GateTest test) => Compute(test) != Verdict.Unknown ? []
        : test.Fact == GateTest.Flags ? Stack.Select(Verdict.Unknown)
        : [Get(test.Fact)];

    /// <summary>Gets the facts that a test is about.</summary>
    public IEnumerable<FactValue> GetFacts(GateTest test) => test.Fact == GateTest.Flags ? Stack.Flags.Select(flag => flag.Fact) : [Get(test.Fact)];

    private static Verdict Compute(GateTest test, FactValue fact) => fact switch
    {
        { IsKnown: false } => Verdict.Unknown,
        { Answer: { } answer } => answer == (test.Is == GateComparison.Yes) ? Verdict.Holds : Verdict.Fails,
        _ => Compare(test, fact.Number!.Value.Low, fact.Number.Value.High),
    };

    // The end that is hardest to pass with decides whether it holds; an end that is not known may be anything.
    private static Verdict Compare(GateTest test, decimal? low, decimal? high)
    {
        var (hardest, easiest) = test.Is is GateComparison.AtLeast or GateComparison.Above ? (low, high) : (high, low);
        return hardest is { } worst && test.Holds(worst) ? Verdict.Holds
            : easiest is { } best && !test.Holds(best) ? Verdict.Fails
            : Verdict.Unknown;
    }

    // A flag without an outcome may turn out to be true.
    private Verdict ComputeOfFlags(GateTest test)
    {
        var verdict = Compare(test, Stack.Raised, Stack.Raised + Stack.Flags.Count - Stack.Known);
        return verdict == Verdict.Unknown && !Stack.Select(Verdict.Unknown).Any() ? Verdict.NotNormed : verdict;
    }
}
