namespace Wijkmonitor.Indicators.Scorecards.SocialMortgage;

/// <summary>From what a level is worth to what a year credits. All amounts are in euros and whole cents.</summary>
internal static class CreditRule
{
    /// <summary>
    /// A year's credit by basis and worsening rule, before caps. What each combination means stands with <see cref="PaymentBasis"/> and
    /// <see cref="WorseningRule"/>.
    /// </summary>
    /// <param name="basis">How often an improvement is paid.</param>
    /// <param name="worsening">What a worsening does.</param>
    /// <param name="worth">What this year's level is worth, counted from the baseline.</param>
    /// <param name="credited">What the line was credited over the years before.</param>
    public static decimal Credit(PaymentBasis basis, WorseningRule worsening, decimal worth, decimal credited) => (basis, worsening) switch
    {
        (PaymentBasis.Once, WorseningRule.FloorAtZero) => Math.Max(0, worth - credited),
        (PaymentBasis.Once, WorseningRule.ClawBack) => Math.Max(0, worth) - credited,
        (PaymentBasis.Once, WorseningRule.Negative) => worth - credited,
        (PaymentBasis.Annual, WorseningRule.FloorAtZero) => Math.Max(0, worth),
        (PaymentBasis.Annual, WorseningRule.ClawBack) => Math.Max(worth, -credited),
        (PaymentBasis.Annual, WorseningRule.Negative) => worth,
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "There is no rule for this basis and worsening."),
    };

    /// <summary>
    /// A credit within a cap. What lies above it is not credited; under <see cref="PaymentBasis.Once"/> it is still open in a later year,
    /// because that year starts from what was credited.
    /// </summary>
    /// <param name="credit">The credit.</param>
    /// <param name="cap">The cap; null for none.</param>
    /// <param name="credited">What was credited over the years before.</param>
    public static decimal Within(decimal credit, RepaymentCap? cap, decimal credited)
    {
        var withinYear = cap?.PerYear is { } perYear ? Math.Min(credit, perYear) : credit;
        return cap?.Term is { } term ? Math.Min(withinYear, Math.Max(term - credited, Math.Min(credit, 0))) : withinYear;
    }
}
