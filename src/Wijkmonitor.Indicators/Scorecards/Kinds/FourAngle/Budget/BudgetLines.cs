using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Budget;

/// <summary>The lines, totals and findings of the split of the budget.</summary>
internal sealed class BudgetLines(BudgetRules rule, BudgetSplit split, string municipalityKey)
{
    private static readonly BilingualText Theme = new("Verdeling van het budget", "Split of the budget");
    private const decimal Cents = 100;

    /// <summary>Adds a line for each area, in order of code.</summary>
    public void AddLines(ScorecardBuilder card, Func<AreaCode, BilingualText> name)
    {
        foreach (var share in split.Shares)
        {
            var amount = split.State == SplitState.Split ? share.GetAmount(rule.Mode) : null;
            var steps = amount is { } part ? CreateSteps(share, part) : null;
            card.AddLine(GetCode(share), Theme, name(share.Area), Indicator.Euro)
                .AddInputs(("budget", split.Budget), ("homes", share.Homes))
                    .AddInput(share.Score?.ToInput("score"))
                    .AddInputs(MunicipalityInputs.From(steps, municipalityKey))
                .WithState(split.State switch
                {
                    SplitState.Split => LineState.Valued,
                    SplitState.NothingToSplitBy => LineState.Unresolved,
                    _ => LineState.MissingInput,
                })
                .WithValue(amount).WithReference(share.ByHomes).WithAmount(amount)
                .AddFigures(
                    ("homes", share.Homes.Value.Number),
                    ("severity", share.Score?.Severity),
                    ("by-homes", share.ByHomes),
                    ("by-severity", share.BySeverity),
                    ("by-severity-and-homes", share.BySeverityAndHomes),
                    ("difference-with-homes", amount - share.ByHomes))
                .WithSteps(steps)
                .Explain(text => Explain(text, share, amount));
        }
    }

    /// <summary>Adds the sum of the parts.</summary>
    public void AddTotal(ScorecardBuilder card) => card.AddTotal(
        "budget",
        new("Verdeeld budget", "Budget that is split"),
        Indicator.Euro,
        split.State == SplitState.Split ? split.Shares.Sum(share => share.GetAmount(rule.Mode)) : null,
        split.WithoutHomes.Count == 0 ? [] : [new OmittedLines(LineState.MissingInput, [.. split.WithoutHomes.Select(area => $"budget-{area}")])]);

    /// <summary>Adds what a reader must know of the split.</summary>
    public void AddFindings(ScorecardBuilder card, Func<AreaCode, string> getAreaName)
    {
        if (split.State != SplitState.Split)
        {
            card.AddFinding(new Finding("budget-not-split", FindingSeverity.Warning, [.. split.Shares.Select(GetCode)], BothLanguages.Write(ExplainState)));
        }
        else if (rule.Mode != BudgetMode.ByHomes)
        {
            card.AddFinding("budget-without-score", FindingSeverity.Warning, split.Shares.Where(share => share.Score is null).Select(GetCode),
                "Deze gebieden hebben geen score. Zij krijgen hun deel naar het aantal woningen; de rest is naar ernst verdeeld.",
                "These areas have no score. They get a share by number of homes; the rest is split by severity.");
        }

        if (split.WithoutHomes.Count > 0)
        {
            var areas = string.Join(", ", split.WithoutHomes.Select(getAreaName));
            card.AddFinding(new Finding("budget-homes-missing", FindingSeverity.Warning, [], new(
                $"Van deze gebieden is het aantal woningen niet bekend; ze doen niet mee in de verdeling: {areas}.",
                $"The number of homes of these areas is not known; they are left out of the split: {areas}.")));
        }
    }

    private static string GetCode(BudgetShare share) => $"budget-{share.Area}";

    // The last step but one adds the cent, if any, that the largest remainder decided: it takes all areas together to say whose it is.
    private IReadOnlyList<CalculationStep> CreateSteps(BudgetShare share, decimal part)
    {
        var calculation = new Calculation(FourAngleLabels.Steps);
        var byHomes = rule.Mode == BudgetMode.ByHomes || share.Score is null;
        var weight = CreateWeight(calculation, share, byHomes);
        var (among, sum) = byHomes
            ? (Operand.FromObservation(split.Budget!), split.Shares.Sum(other => other.Homes.Value.Number!.Value))
            : (new Operand(split.Divided!.Value, municipalityKey + "/budget-by-severity"), split.Shares.Where(other => other.Score is not null).Sum(GetWeight));
        var times = calculation.Multiply("budget-times-weight", calculation.Multiply("budget-in-cents", among, Operand.FromConstant(Cents)), weight);
        var cents = calculation.Truncate("whole-cents", calculation.Divide("share-in-cents", times, new Operand(sum, municipalityKey + "/sum-of-weights")));
        var extra = new Operand((part * Cents) - cents.Value, municipalityKey + "/largest-remainder");
        calculation.Divide("part", calculation.Add("cents-with-remainder", cents, extra), Operand.FromConstant(Cents));
        return calculation.Steps;
    }

    private Operand CreateWeight(Calculation calculation, BudgetShare share, bool byHomes)
    {
        var homes = Operand.FromObservation(share.Homes);
        if (byHomes)
        {
            return homes;
        }

        var score = new Operand(share.Score!.Score!.Value, share.Score.Key);
        var severity = calculation.Divide("severity", calculation.Subtract("below-the-best", Operand.FromConstant(Cents), score), Operand.FromConstant(Cents));
        return rule.Mode == BudgetMode.Severity ? severity : calculation.Multiply("severity-times-homes", severity, homes);
    }

    private decimal GetWeight(BudgetShare share) =>
        share.Score!.Severity!.Value * (rule.Mode == BudgetMode.Severity ? 1 : share.Homes.Value.Number!.Value);

    private string Explain(NumberFormatter text, BudgetShare share, decimal? amount)
    {
        if (amount is not { } part)
        {
            return ExplainState(text);
        }

        var by = (rule.Mode, share.Score) switch
        {
            (BudgetMode.ByHomes, _) or (_, null) => text.Localize("naar het aantal woningen", "by number of homes"),
            (BudgetMode.Severity, _) => text.Localize("naar ernst", "by severity"),
            _ => text.Localize("naar ernst maal het aantal woningen", "by severity times the number of homes"),
        };
        var homes = text.FormatEuro(share.ByHomes!.Value);
        var difference = part - share.ByHomes.Value;
        var compared = difference switch
        {
            0 => text.Localize("even veel", "the same"),
            > 0 => text.Localize($"{text.FormatEuro(difference)} meer", $"{text.FormatEuro(difference)} more"),
            _ => text.Localize($"{text.FormatEuro(-difference)} minder", $"{text.FormatEuro(-difference)} less"),
        };
        return text.Localize(
            $"{text.FormatEuro(part)}, verdeeld {by}. Alleen naar het aantal woningen zou het {homes} zijn; dit is {compared}.",
            $"{text.FormatEuro(part)}, split {by}. By number of homes alone it would be {homes}; this is {compared}.");
    }

    private string ExplainState(NumberFormatter text) => split.State switch
    {
        SplitState.NoBudget =>
            text.Localize("Het budget van dit jaar is niet aangeleverd; er is niets verdeeld.",
                "The budget of this year was not delivered; nothing was split."),
        SplitState.WaitsForScores => text.Localize(
            "Niet elk gebied met woningen heeft een score; de afspraak is dat er dan niets wordt verdeeld.",
            "Not every area with homes has a score; it was agreed that nothing is split then."),
        _ => text.Localize("Er is niets om naar te verdelen: geen gebied vraagt om steun.", "There is nothing to split by: no area needs support."),
    };
}
