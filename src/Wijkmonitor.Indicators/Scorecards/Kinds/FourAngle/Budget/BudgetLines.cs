using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Budget;

/// <summary>The lines, totals and findings of the split of the budget.</summary>
internal sealed class BudgetLines(BudgetRules rule, BudgetSplit split, string municipalityKey)
{
    private static readonly BilingualText Theme = new("Verdeling van het budget", "Split of the budget");
    private const decimal Cents = 100;

    /// <summary>Adds a line for each area, in order of code.</summary>
    public void AddLines(CardDraft card, Func<AreaCode, BilingualText> name)
    {
        foreach (var share in split.Shares)
        {
            var amount = split.State == SplitState.Split ? share.Of(rule.Mode) : null;
            var steps = amount is { } part ? Steps(share, part) : null;
            card.Line(Code(share), Theme, name(share.Area), Indicator.Euro)
                .Inputs(("budget", split.Budget), ("homes", share.Homes)).Input(share.Score?.AsInput("score")).Inputs(MunicipalityInputs.Of(steps, municipalityKey))
                .State(split.State switch
                {
                    SplitState.Split => LineState.Valued,
                    SplitState.NothingToSplitBy => LineState.Unresolved,
                    _ => LineState.MissingInput,
                })
                .Value(amount).Reference(share.ByHomes).Signal(share.Score?.Colour ?? Signal.None).Amount(amount)
                .Figures(
                    ("homes", share.Homes.Value.Number),
                    ("severity", share.Score?.Severity),
                    ("by-homes", share.ByHomes),
                    ("by-severity", share.BySeverity),
                    ("by-severity-and-homes", share.BySeverityAndHomes),
                    ("difference-with-homes", amount - share.ByHomes))
                .Steps(steps)
                .Explain(text => Explain(text, share, amount));
        }
    }

    /// <summary>Adds the sum of the parts.</summary>
    public void AddTotal(CardDraft card) => card.Total(
        "budget",
        new("Verdeeld budget", "Budget that is split"),
        Indicator.Euro,
        split.State == SplitState.Split ? split.Shares.Sum(share => share.Of(rule.Mode)) : null,
        split.WithoutHomes.Count == 0 ? [] : [new LeftOut(LineState.MissingInput, [.. split.WithoutHomes.Select(area => $"budget-{area}")])]);

    /// <summary>Adds what a reader must know of the split.</summary>
    public void AddFindings(CardDraft card)
    {
        if (split.State != SplitState.Split)
        {
            card.Find(new Finding("budget-not-split", FindingSeverity.Warning, [.. split.Shares.Select(Code)], BothLanguages.Write(Why)));
        }
        else if (rule.Mode != BudgetMode.ByHomes)
        {
            card.Find("budget-without-score", FindingSeverity.Warning, split.Shares.Where(share => share.Score is null).Select(Code),
                "Deze gebieden hebben geen score. Zij krijgen hun deel naar het aantal woningen; de rest is naar ernst verdeeld.",
                "These areas have no score. They have their share by number of homes; the rest is split by severity.");
        }

        if (split.WithoutHomes.Count > 0)
        {
            var areas = string.Join(", ", split.WithoutHomes);
            card.Find(new Finding("budget-homes-missing", FindingSeverity.Warning, [], new(
                $"Van deze gebieden is het aantal woningen niet bekend; ze doen niet mee in de verdeling: {areas}.",
                $"The number of homes of these areas is not known; they are left out of the split: {areas}.")));
        }
    }

    private static string Code(BudgetShare share) => $"budget-{share.Area}";

    // The last step but one adds the cent, if any, that the largest remainder decided: it takes all areas together to say whose it is.
    private IReadOnlyList<CalculationStep> Steps(BudgetShare share, decimal part)
    {
        var calculation = new Calculation();
        var byHomes = rule.Mode == BudgetMode.ByHomes || share.Score is null;
        var weight = Weight(calculation, share, byHomes);
        var (among, sum) = byHomes
            ? (Operand.Observed(split.Budget!), split.Shares.Sum(other => other.Homes.Value.Number!.Value))
            : (new Operand(split.Divided!.Value, municipalityKey + "/budget-by-severity"), split.Shares.Where(other => other.Score is not null).Sum(Weight));
        var times = calculation.Multiply("budget-times-weight", calculation.Multiply("budget-in-cents", among, Operand.Constant(Cents)), weight);
        var cents = calculation.Truncate("whole-cents", calculation.Divide("share-in-cents", times, new Operand(sum, municipalityKey + "/sum-of-weights")));
        var extra = new Operand((part * Cents) - cents.Value, municipalityKey + "/largest-remainder");
        calculation.Divide("part", calculation.Add("cents-with-remainder", cents, extra), Operand.Constant(Cents));
        return calculation.Steps;
    }

    private Operand Weight(Calculation calculation, BudgetShare share, bool byHomes)
    {
        var homes = Operand.Observed(share.Homes);
        if (byHomes)
        {
            return homes;
        }

        var score = new Operand(share.Score!.Score!.Value, share.Score.Key);
        var severity = calculation.Divide("severity", calculation.Subtract("below-the-best", Operand.Constant(Cents), score), Operand.Constant(Cents));
        return rule.Mode == BudgetMode.Severity ? severity : calculation.Multiply("severity-times-homes", severity, homes);
    }

    private decimal Weight(BudgetShare share) =>
        share.Score!.Severity!.Value * (rule.Mode == BudgetMode.Severity ? 1 : share.Homes.Value.Number!.Value);

    private string Explain(FigureText text, BudgetShare share, decimal? amount)
    {
        if (amount is not { } part)
        {
            return Why(text);
        }

        var by = (rule.Mode, share.Score) switch
        {
            (BudgetMode.ByHomes, _) or (_, null) => text.Choose("naar het aantal woningen", "by number of homes"),
            (BudgetMode.Severity, _) => text.Choose("naar ernst", "by severity"),
            _ => text.Choose("naar ernst maal het aantal woningen", "by severity times the number of homes"),
        };
        var homes = text.Euro(share.ByHomes!.Value);
        var difference = part - share.ByHomes.Value;
        var compared = difference switch
        {
            0 => text.Choose("even veel", "as much"),
            > 0 => text.Choose($"{text.Euro(difference)} meer", $"{text.Euro(difference)} more"),
            _ => text.Choose($"{text.Euro(-difference)} minder", $"{text.Euro(-difference)} less"),
        };
        return text.Choose(
            $"{text.Euro(part)}, verdeeld {by}. Dat is {compared} dan de {homes} naar alleen het aantal woningen.".Replace("even veel dan de", "even veel als de", StringComparison.Ordinal),
            $"{text.Euro(part)}, split {by}. That is {compared} than the {homes} by number of homes alone.".Replace("as much than the", "as much as the", StringComparison.Ordinal));
    }

    private string Why(FigureText text) => split.State switch
    {
        SplitState.NoBudget => text.Choose("Het budget van dit jaar is niet aangeleverd; er is niets verdeeld.", "The budget of this year was not delivered; nothing was split."),
        SplitState.WaitsForScores => text.Choose(
            "Niet elk gebied met woningen heeft een score; de afspraak is dat er dan niets wordt verdeeld.",
            "Not every area with homes has a score; the agreement is that nothing is split then."),
        _ => text.Choose("Er is niets om naar te verdelen: geen gebied vraagt om steun.", "There is nothing to split by: no area asks support."),
    };
}
