using System.Globalization;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Values;

/// <summary>The rules of a sheet, with the labels that follow from them.</summary>
internal sealed class SheetLabels
{
    /// <summary>Ending of the name of a rounded result.</summary>
    public const string Rounded = "-rounded";

    /// <summary>The name of the step with the difference that a check is about.</summary>
    public const string Margin = "margin";

    private static readonly (string End, string Nl, string En)[] Ends =
        [("", "", ""), (SheetRanges.LowEnd, ", ten minste", ", at least"), (SheetRanges.HighEnd, ", ten hoogste", ", at most")];

    /// <summary>Creates the labels of rules.</summary>
    public SheetLabels(SheetRules rules)
    {
        Rules = rules;
        var steps = new SortedDictionary<string, BilingualText>(StringComparer.Ordinal);
        foreach (var step in rules.Steps)
        {
            AddStep(steps, step.Result, step.Label, SheetOperations.GetIntermediates(step.Op));
        }

        foreach (var input in rules.Inputs)
        {
            AddStep(steps, input.Code, input.Label, intermediates: 0);
        }

        AddStep(steps, Margin, new("verschil met wat nodig is", "difference from what is needed"), intermediates: 0);
        Steps = steps.ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The rules.</summary>
    public SheetRules Rules { get; }

    /// <summary>The labels of the steps.</summary>
    public IReadOnlyDictionary<string, BilingualText> Steps { get; }

    /// <summary>The labels of figures.</summary>
    public IReadOnlyDictionary<string, BilingualText> Figures => KindLabels.CreateLabels(
    [
        ("at-least", "ten minste", "at least"),
        ("at-most", "ten hoogste", "at most"),
        ("norm-low", "norm, ten minste", "norm, at least"),
        ("norm-high", "norm, ten hoogste", "norm, at most"),
        ("reading-1", "eerste lezing", "first reading"),
        ("reading-2", "tweede lezing", "second reading"),
        ("reading-3", "derde lezing", "third reading"),
        ("reading-4", "vierde lezing", "fourth reading"),
        .. Rules.Inputs.Where(input => input.Table is null)
            .Select(input => (GetTurn(input.Code), $"{input.Label.Nl}: waar de uitkomst verandert", $"{input.Label.En}: where the outcome changes")),
    ]);

    /// <summary>Gets the name of the figure with the value of an input at which a check turns.</summary>
    public static string GetTurn(string input) => $"turn-{input}";

    /// <summary>Gets the key of a number in the rules or derived by them.</summary>
    public string GetKey(string name) => $"rules/{SheetRules.Kind}/{Rules.Version}/{Rules.Code}/{name}";

    private static void AddStep(SortedDictionary<string, BilingualText> steps, string name, BilingualText label, int intermediates)
    {
        foreach (var (end, nl, en) in Ends)
        {
            BilingualText Describe(string furtherNl, string furtherEn) => new($"{label.Nl}{nl}{furtherNl}", $"{label.En}{en}{furtherEn}");
            steps[name + end] = Describe("", "");
            steps[name + end + Rounded] = Describe(", afgerond", ", rounded");
            for (var step = 1; step <= intermediates; step++)
            {
                var number = step.ToString(CultureInfo.InvariantCulture);
                steps[$"{name}{end}-step-{number}"] = Describe($" (tussenstap {number})", $" (intermediate step {number})");
            }
        }
    }
}
