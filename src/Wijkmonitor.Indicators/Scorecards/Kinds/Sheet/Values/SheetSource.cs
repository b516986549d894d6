using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Values;

/// <summary>Values of the inputs that a sheet is computed from.</summary>
/// <param name="Inputs">Values by the code of the input.</param>
/// <param name="Items">The records of inputs that are summed, by the code of the input.</param>
/// <param name="Earlier">The sheet in each year before, in order.</param>
/// <param name="Year">The year.</param>
/// <param name="Origins">Records and rules that the values are from, by the code of the input.</param>
internal sealed record SheetSource(
    IReadOnlyDictionary<string, SheetValue> Inputs,
    IReadOnlyDictionary<string, IReadOnlyList<SheetValue>> Items,
    IReadOnlyList<SheetComputation> Earlier,
    int Year,
    IReadOnlyDictionary<string, IReadOnlyList<ScorecardInput>> Origins)
{
    /// <summary>Gets the same with another value of one input.</summary>
    public SheetSource With(string input, SheetValue value) =>
        this with { Inputs = new Dictionary<string, SheetValue>(Inputs, StringComparer.Ordinal) { [input] = value } };
}
