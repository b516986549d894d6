using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.SocialMortgage.Dossiers;

/// <summary>Contract without the counts that would disclose few people.</summary>
/// <remarks>
/// A contract names how many a share is taken over. With the share, that gives how many it stands for; and it may be a count that is withheld among the
/// figures. No amount depends on it. The population that a contract names is another matter: amounts are multiplied by it, and its parties agreed on it.
/// </remarks>
public static class DisclosableContract
{
    private const string Percent = "%";

    /// <summary>Withholds the counts of a contract that may not be shown, in all its versions.</summary>
    /// <param name="contract">The contract as agreed.</param>
    /// <param name="catalogue">The indicators.</param>
    /// <param name="observations">The figures of its area that may be shown.</param>
    /// <param name="rule">Rule for counts that are too small.</param>
    public static ContractVersions Withhold(ContractVersions contract, IndicatorCatalogue catalogue, ObservationSet observations, SuppressionRule rule)
    {
        var figures = observations.All.Concat(observations.Preceded).Where(figure => contract.All.Any(version => version.Area == figure.Area)).ToList();
        var disclosing = contract.All.SelectMany(version => version.Indicators).OfType<SteppedIndicator>()
            .Where(stepped => stepped.Denominator?.Count is { } count && IsDisclosing(stepped, count))
            .Select(stepped => stepped.Code)
            .ToHashSet(StringComparer.Ordinal);
        return disclosing.Count == 0 ? contract : new ContractVersions([.. contract.All.Select(Withhold)]);

        SocialMortgageContract Withhold(SocialMortgageContract version) => version with
        {
            Indicators = [.. version.Indicators.Select(WithholdCount)],
        };

        ContractIndicator WithholdCount(ContractIndicator indicator) =>
            indicator is SteppedIndicator { Denominator: { } denominator } stepped && disclosing.Contains(stepped.Code)
                ? stepped with { Denominator = denominator with { Count = null } }
                : indicator;

        bool IsDisclosing(SteppedIndicator stepped, int count) =>
            rule.IsTooSmall(count)
            || catalogue.Find(stepped.Code) is not { } indicator
            || IsWithheld(catalogue.FindCount(indicator))
            || GetShares(stepped, indicator).Any(share => IsOfFew(count, share, rule));

        // What else is taken over the same count says of how many it is about too.
        IEnumerable<decimal> GetShares(SteppedIndicator stepped, Indicator indicator) => figures
            .Where(figure => catalogue.Find(figure.Indicator) is { Unit: Percent } other && catalogue.FindCount(other) == catalogue.FindCount(indicator))
            .Select(figure => figure.AsShown().Value.Number)
            .Append(indicator.Unit == Percent ? stepped.Baseline : null)
            .OfType<decimal>();

        bool IsWithheld(string? count) => count is not null && figures.Exists(figure =>
            figure.Value.State == ObservedState.Suppressed && catalogue.Find(figure.Indicator) is { } found && (found.SameAs ?? found.Code) == count);
    }

    // For the share itself, and for all the others.
    private static bool IsOfFew(int count, decimal share, SuppressionRule rule)
    {
        var part = Math.Clamp(share, 0, 100) * count / 100;
        return rule.IsTooSmall((long)part) || rule.IsTooSmall((long)(count - part));
    }
}
