using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Values;

/// <summary>The ways in which a sheet can be read, and values that are in its rules.</summary>
internal static class SheetReadings
{
    /// <summary>The highest number of readings that a line shows.</summary>
    public const int MaxShown = 4;

    private const int Max = 16;

    /// <summary>Computes a sheet from each of some sources, and in each way that its steps can be read.</summary>
    public static IReadOnlyList<SheetComputation> Compute(SheetLabels labels, IEnumerable<SheetSource> sources)
    {
        var ways = GetWays(labels);
        return [.. sources.SelectMany(source => ways.Select(other => new SheetComputation(labels, source, other)))];
    }

    /// <summary>Gets the highest number of sources that are computed.</summary>
    public static int GetMaxSources(SheetLabels labels) => Max / GetWays(labels).Length;

    /// <summary>Gets the value that an input has in the rules, or that it has none.</summary>
    public static SheetValue GetValue(SheetLabels labels, string code)
    {
        var input = labels.Rules.FindInput(code)!;
        return input.Value is { } value
            ? SheetValue.FromExact(new Operand(value, labels.GetKey(code)))
            : SheetValue.FromGap(input.IsRequired ? SheetGap.Missing : SheetGap.LeftOut, code);
    }

    /// <summary>Creates the input of a scorecard from a value in the rules; none where there is no such value.</summary>
    public static IEnumerable<ScorecardInput> CreateInputs(SheetLabels labels, string code) => labels.Rules.FindInput(code) is { Value: { } value } input
        ? [ScorecardInput.FromNumber(Vocabulary.GetCode(input.Origin), labels.GetKey(code), value)]
        : [];

    private static bool[] GetWays(SheetLabels labels) => labels.Rules.Steps.Any(step => step.OtherOperands is not null) ? [false, true] : [false];
}
