using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.SocialMortgage.Repayment;

/// <summary>Rule for what a year credits from the worth of a level. All amounts are in euros and whole cents.</summary>
internal static class CreditRule
{
    private static readonly Operand Zero = Operand.FromConstant(0);

    /// <summary>Computes a year's credit by basis and worsening rule, before caps.</summary>
    /// <remarks><see cref="PaymentBasis"/> and <see cref="WorseningRule"/> explain each combination.</remarks>
    /// <param name="sum">Calculation that the steps are written down in.</param>
    /// <param name="rule">The contract's rule.</param>
    /// <param name="worth">Worth of this year's level, counted from the baseline.</param>
    /// <param name="credited">Credits of the line over the years before.</param>
    public static Operand ComputeCredit(Calculation sum, PricedIndicator rule, Operand worth, Operand credited) => (rule.Basis, rule.Worsening) switch
    {
        (PaymentBasis.Once, WorseningRule.FloorAtZero) => sum.Max("credit-uncapped", sum.Subtract("gained", worth, credited), Zero),
        (PaymentBasis.Once, WorseningRule.ClawBack) => sum.Subtract("credit-uncapped", sum.Max("worth-floored", worth, Zero), credited),
        (PaymentBasis.Once, WorseningRule.Negative) => sum.Subtract("credit-uncapped", worth, credited),
        (PaymentBasis.Annual, WorseningRule.FloorAtZero) => sum.Max("credit-uncapped", worth, Zero),
        (PaymentBasis.Annual, WorseningRule.ClawBack) => sum.Max("credit-uncapped", worth, sum.Subtract("most-to-take-back", Zero, credited)),
        (PaymentBasis.Annual, WorseningRule.Negative) => sum.Add("credit-uncapped", worth),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "There is no rule for this basis and worsening."),
    };

    /// <summary>Limits a credit to a cap. What is above it is not credited.</summary>
    /// <remarks>Under <see cref="PaymentBasis.Once"/> it is still open in a later year, because that year starts from what was credited.</remarks>
    /// <param name="sum">Calculation that the steps are written down in.</param>
    /// <param name="credit">The credit.</param>
    /// <param name="cap">The cap; null for none.</param>
    /// <param name="capKey">The key of the cap in the contract.</param>
    /// <param name="credited">Credits over the years before.</param>
    public static Operand ApplyCap(Calculation sum, Operand credit, RepaymentCap? cap, string capKey, Operand credited)
    {
        var within = cap?.PerYear is { } perYear ? sum.Min("credit-within-year", credit, new Operand(perYear, $"{capKey}/perYear")) : credit;
        if (cap?.Term is not { } term)
        {
            return within;
        }

        var remaining = sum.Subtract("left-of-cap", new Operand(term, $"{capKey}/term"), credited);
        var room = sum.Max("room", remaining, sum.Min("taken-back", credit, Zero));
        return sum.Min("credit-within-term", within, room);
    }

    /// <summary>Limits a credit of a whole channel to its cap.</summary>
    /// <param name="credit">The credit.</param>
    /// <param name="cap">The cap; null for none.</param>
    /// <param name="credited">Credits of the channel over the years before.</param>
    public static decimal ApplyCap(decimal credit, RepaymentCap? cap, decimal credited) =>
        cap is null
            ? credit
            : ApplyCap(new Calculation(StatementLabels.Steps), new Operand(credit, "lines"), cap, "cap", new Operand(credited, "credited-before")).Value;
}
