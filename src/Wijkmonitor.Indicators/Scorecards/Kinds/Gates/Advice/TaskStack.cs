using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Advice;

/// <summary>The flags of a subject on a day: how many tasks come together. It is a number of flags and no sum of what these measure.</summary>
/// <param name="Flags">Each flag with the fact that it is about, and its outcome.</param>
internal sealed record TaskStack(IReadOnlyList<(GateTest Test, FactValue Fact, Verdict Verdict)> Flags)
{
    /// <summary>Number of flags that are true.</summary>
    public int Raised => Flags.Count(flag => flag.Verdict == Verdict.Holds);

    /// <summary>Number of flags of which it is known whether they are true.</summary>
    public int Known => Flags.Count(flag => flag.Verdict is Verdict.Holds or Verdict.Fails);

    /// <summary>Selects the facts of flags with an outcome.</summary>
    public IEnumerable<FactValue> Select(Verdict verdict) => Flags.Where(flag => flag.Verdict == verdict).Select(flag => flag.Fact);
}
