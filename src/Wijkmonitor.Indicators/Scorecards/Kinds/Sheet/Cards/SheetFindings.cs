using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Values;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Cards;

/// <summary>The findings about lines and inputs of a sheet.</summary>
internal static class SheetFindings
{
    /// <summary>Creates the findings about its lines and inputs.</summary>
    public static IEnumerable<Finding> Create(SheetCard card, IReadOnlyList<ScorecardLine> lines) =>
        [.. CreateChecks(card), .. CreateInputs(card, lines), .. CreateStates(card, lines)];

    // Whether a sum of which an input can be read in two ways works is not said.
    private static IEnumerable<Finding> CreateChecks(SheetCard card)
    {
        foreach (var check in card.Rules.Checks.Where(check => check.Right is not null))
        {
            var (left, right) = (card.Sheet.Get(check.Left), card.Sheet.Get(check.Right!));
            if (check.Operands.Any(card.IsHidden) || !left.IsKnown || !right.IsKnown || card.IsUnresolved(check.Operands))
            {
                continue;
            }

            var verdict = SheetVerdicts.Compare(left, check.Is, right);
            if (verdict == SheetVerdict.Fails)
            {
                yield return new Finding(check.Finding, FindingSeverity.Warning, [check.LineCode], BothLanguages.Write(text => card.Fill(text, check.Message)));
            }
            else if (verdict == SheetVerdict.Depends)
            {
                yield return new Finding("depends", FindingSeverity.Information, [check.LineCode], new(
                    $"{check.Label.Nl}: dat klopt voor een deel van de marge en voor een deel niet.",
                    $"{check.Label.En}: that holds for one part of the margin and not for the other."));
            }
        }
    }

    private static IEnumerable<Finding> CreateInputs(SheetCard card, IReadOnlyList<ScorecardLine> lines)
    {
        var source = card.Sheet.Source;
        IEnumerable<string> FindLines(SheetInput input) => lines
            .Where(line => GetCodes(card, line.Code).Any(code => card.Rules.GetSources(code).Contains(input.Code)))
            .Select(line => line.Code);
        Finding? Create(string code, FindingSeverity severity, Func<SheetInput, bool> condition, string nl, string en)
        {
            List<SheetInput> found = [.. card.Rules.Inputs.Where(condition)];
            return found.Count == 0 ? null : new Finding(code, severity, [.. found.SelectMany(FindLines).Distinct(StringComparer.Ordinal)],
                SheetText.DescribeList(found.Select(input => input.Label), list => $"{nl}: {list}.", list => $"{en}: {list}."));
        }

        SheetGap? GetGap(SheetInput input) => source.Inputs.GetValueOrDefault(input.Code)?.Gap;
        var isAssumed = (SheetInput input) => source.Origins.GetValueOrDefault(input.Code)?.Any(origin => origin.Role == "assumed") == true;
        var hasOpen = (SheetInput input) => source.Inputs.GetValueOrDefault(input.Code)?.IsOpen == true
            || source.Items.GetValueOrDefault(input.Code)?.Any(item => item.IsOpen) == true;
        return new[]
        {
            Create("assumed", FindingSeverity.Information, isAssumed, "Aangenomen en niet aangeleverd", "Assumed and not delivered"),
            Create("missing", FindingSeverity.Warning, input => GetGap(input) == SheetGap.Missing, "Nodig en niet aangeleverd", "Needed and not delivered"),
            Create("left-out", FindingSeverity.Information, input => GetGap(input) == SheetGap.LeftOut,
                "Niet aangeleverd en buiten de som gelaten", "Not delivered and left out of the sum"),
            Create("pro-memorie", FindingSeverity.Warning, hasOpen, "Bestaat, maar het bedrag is niet bekend, zodat een som een ondergrens of bovengrens is",
                "Exists, but the amount is not known, so that a sum is a lower or upper limit"),
        }.OfType<Finding>();
    }

    private static IEnumerable<Finding> CreateStates(SheetCard card, IReadOnlyList<ScorecardLine> lines)
    {
        Finding? Create(string code, FindingSeverity severity, Func<ScorecardLine, bool> condition, string nl, string en) =>
            lines.Where(condition).Select(line => line.Code).ToList() is { Count: > 0 } codes ? new Finding(code, severity, codes, new(nl, en)) : null;

        return new[]
        {
            Create("infeasible", FindingSeverity.Warning, line => line.Explanation == SheetText.Infeasible,
                "Met deze cijfers is er geen uitkomst.", "With these figures there is no outcome."),
            Create("outside-norm", FindingSeverity.Warning, line => card.Rules.Lines.FirstOrDefault(rule => rule.Result == line.Code) is { Norm: { } norm }
                    && norm != new SheetNorm() && line.State == LineState.Valued
                    && SheetVerdicts.Compare(card.Sheet.Get(line.Code), norm) == SheetVerdict.Fails,
                "Dit is buiten de norm.", "This is outside the norm."),
            Create("unresolved", FindingSeverity.Warning, line => line.State == LineState.Unresolved,
                "Een invoer of stap is op meer dan één manier te lezen. Kies er één.", "An input or step can be read in more than one way. Choose one."),
            Create("not-normed", FindingSeverity.Information, line => line.State == LineState.NotNormed,
                "Hiervoor is geen norm gekozen.", "No norm was chosen for this."),
            Create("suppressed", FindingSeverity.Information, line => line.State == LineState.Suppressed,
                "Deze cijfers worden niet getoond: ze gaan over te weinig mensen of woningen.",
                "These figures are not shown: they are about too few people or homes."),
        }.OfType<Finding>();
    }

    private static IEnumerable<string> GetCodes(SheetCard card, string line) =>
        card.Rules.Checks.FirstOrDefault(check => check.LineCode == line || check.TurnCode == line) is { } check
            ? check.Operands
            : [line];
}
