using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Budget;

/// <summary>State of the split of the budget: there is one, or the reason why not.</summary>
internal enum SplitState
{
    /// <summary>It is split.</summary>
    Split,

    /// <summary>The budget of the year was not delivered.</summary>
    NoBudget,

    /// <summary>An area with homes has no score, and the rules wait for it.</summary>
    WaitsForScores,

    /// <summary>There is nothing to split by: no area asks support, or none has homes.</summary>
    NothingToSplitBy,
}

/// <summary>An area's share of the budget in each way of splitting, in euros to the cent.</summary>
/// <param name="Area">The area.</param>
/// <param name="Score">Its score; null where it has none.</param>
/// <param name="Homes">The number of the corporation's homes.</param>
/// <param name="ByHomes">By number of homes.</param>
/// <param name="BySeverity">By severity.</param>
/// <param name="BySeverityAndHomes">By severity times homes.</param>
internal sealed record BudgetShare(AreaCode Area, AreaScore? Score, Observation Homes, decimal? ByHomes, decimal? BySeverity, decimal? BySeverityAndHomes)
{
    /// <summary>Gets the share of an area in one way of splitting.</summary>
    public decimal? GetAmount(BudgetMode mode) => mode switch
    {
        BudgetMode.ByHomes => ByHomes,
        BudgetMode.Severity => BySeverity,
        _ => BySeverityAndHomes,
    };
}

/// <summary>The budget for liveability of a year, split over the areas with homes in each of the three ways.</summary>
/// <param name="State">Whether it is split in the way that was chosen.</param>
/// <param name="Budget">The budget as delivered; null where it was not.</param>
/// <param name="Divided">Budget left to split by severity once areas without a score had their share by homes, in euros.</param>
/// <param name="Shares">The shares, in order of the areas' codes.</param>
/// <param name="WithoutHomes">The areas with a score whose number of homes is not known: they are left out.</param>
internal sealed record BudgetSplit(SplitState State, Observation? Budget, decimal? Divided, IReadOnlyList<BudgetShare> Shares,
    IReadOnlyList<AreaCode> WithoutHomes)
{
    private const int CentsDecimals = 2;

    /// <summary>Finds the split of a year, or null where the rules split no budget.</summary>
    public static BudgetSplit? Find(FourAngleRules rules, ScoringCycle cycle)
    {
        if (rules.Budget is not { } rule)
        {
            return null;
        }

        var municipality = cycle.Municipality;
        var areas = cycle.Areas.Select(
            area => (Area: area, Score: cycle.Find(area) is { Score: not null } score
                ? score
                : null, Homes: municipality.FindLatestKnown(area, cycle.Period, rule.Homes))).ToList();
        var parts = areas.Where(part => part.Homes?.Value.Number > 0)
            .Select(part => new BudgetShare(part.Area, part.Score, part.Homes!, ByHomes: null, BySeverity: null, BySeverityAndHomes: null)).ToList();
        var without = areas.Where(part => part.Score is not null && part.Homes?.Value.Number is null).Select(part => part.Area).ToList();
        var budget = municipality.Observations.Find(municipality.Code, cycle.Period, rule.Budget);
        if (budget?.Value.Number is not { } amount || amount < 0 || amount != Math.Round(amount, CentsDecimals))
        {
            return new BudgetSplit(SplitState.NoBudget, budget, Divided: null, parts, without);
        }

        var byHomes = LargestRemainder.Split(amount, [.. parts.Select(GetHomes)]);
        return byHomes is null
            ? new BudgetSplit(SplitState.NothingToSplitBy, budget, Divided: null, parts, without)
            : Split(rule, budget, amount, [.. parts.Zip(byHomes, (part, share) => part with { ByHomes = share })], without);
    }

    private static BudgetSplit Split(BudgetRules rule, Observation budget, decimal amount, List<BudgetShare> parts, List<AreaCode> without)
    {
        var scored = parts.Where(part => part.Score is not null).ToList();
        var waits = scored.Count < parts.Count && rule.WithoutScore == UnscoredAreaRule.NoSplit;
        var remaining = amount - parts.Where(part => part.Score is null).Sum(part => part.ByHomes!.Value);
        var bySeverity = waits ? null : LargestRemainder.Split(remaining, [.. scored.Select(GetSeverity)]);
        var byBoth = waits ? null : LargestRemainder.Split(remaining, [.. scored.Select(part => GetSeverity(part) * GetHomes(part))]);
        List<BudgetShare> shares = [.. parts.Select(part => scored.IndexOf(part) is var i and >= 0
            ? part with { BySeverity = bySeverity?[i], BySeverityAndHomes = byBoth?[i] }
            : part with { BySeverity = waits ? null : part.ByHomes, BySeverityAndHomes = waits ? null : part.ByHomes })];
        var state = rule.Mode == BudgetMode.ByHomes ? SplitState.Split
            : waits ? SplitState.WaitsForScores
            : bySeverity is null ? SplitState.NothingToSplitBy
            : SplitState.Split;
        return new BudgetSplit(state, budget, remaining, shares, without);
    }

    private static decimal GetHomes(BudgetShare part) => part.Homes.Value.Number!.Value;

    private static decimal GetSeverity(BudgetShare part) => part.Score!.Severity!.Value;
}
