using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Advice;

/// <summary>The rules of an advice with their outcomes. It says to which scenarios they point, and chooses none.</summary>
internal sealed class AdviceOutcome
{
    private readonly List<(AdviceRule Rule, Verdict Verdict)> rules;

    /// <summary>Computes the outcome of each rule.</summary>
    public AdviceOutcome(GateAdvice advice, FactTests tests)
    {
        rules = [.. advice.Rules.Select(rule => (rule, tests.Compute(rule.When)))];
        List<FactValue> unknown = [.. rules.Where(rule => rule.Verdict == Verdict.Unknown).SelectMany(rule => rule.Rule.When).SelectMany(tests.FindUnknown)
            .DistinctBy(fact => fact.Fact.Code, StringComparer.Ordinal)];
        (ToFindOut, NeedsWithheld) = (unknown.FindAll(fact => !fact.IsWithheld), unknown.Exists(fact => fact.IsWithheld));
        Facts = [.. advice.Rules.SelectMany(rule => rule.When).SelectMany(tests.GetFacts).DistinctBy(fact => fact.Fact.Code, StringComparer.Ordinal)];
    }

    /// <summary>The facts that are not known and could change which rules hold.</summary>
    /// <remarks>A rule that fails by something that is known cannot be changed by what is not.</remarks>
    public IReadOnlyList<FactValue> ToFindOut { get; }

    /// <summary>Whether a rule needs a fact that is withheld.</summary>
    public bool NeedsWithheld { get; }

    /// <summary>The facts that the rules are about.</summary>
    public IReadOnlyList<FactValue> Facts { get; }

    /// <summary>Whether a rule may hold or not by a limit that nobody chose.</summary>
    public bool HasNotNormed => rules.Exists(rule => rule.Verdict == Verdict.NotNormed);

    /// <summary>Number of rules that hold.</summary>
    public int Count => rules.Count(rule => rule.Verdict == Verdict.Holds);

    /// <summary>Whether each rule has a weight.</summary>
    public bool HasWeights => rules.TrueForAll(rule => rule.Rule.Weight is not null);

    /// <summary>Gets the rules that point to a scenario, with an outcome.</summary>
    public IEnumerable<AdviceRule> Select(string scenario, Verdict verdict) =>
        rules.Where(rule => rule.Rule.Then == scenario && rule.Verdict == verdict).Select(rule => rule.Rule);
}
