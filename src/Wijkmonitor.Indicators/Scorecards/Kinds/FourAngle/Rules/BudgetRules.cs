using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;

/// <summary>Rules for splitting the budget for liveability over areas.</summary>
/// <param name="Budget">The indicator that holds the municipality's budget of the year, in euros.</param>
/// <param name="Homes">The indicator that counts the corporation's homes in an area.</param>
/// <param name="Mode">Basis of the split.</param>
/// <param name="WithoutScore">Treatment of areas with homes and without a score.</param>
public sealed record BudgetRules(string Budget, string Homes, BudgetMode Mode, UnscoredAreaRule WithoutScore)
{
    internal void Validate(RuleValidator validator)
    {
        validator.Require(validator.RequireIndicator("budget.budget", Budget)?.IsMoney != false,
            $"'budget.budget' names the indicator '{Budget}', which is not in euros.");
        validator.RequireIndicator("budget.homes", Homes);
    }
}
