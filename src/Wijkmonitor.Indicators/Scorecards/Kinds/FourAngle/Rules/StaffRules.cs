using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;

/// <summary>Reference for staff.</summary>
/// <param name="Fte">The indicator with the staff that works in an area, in full-time equivalents.</param>
public sealed record StaffRules(string Fte)
{
    internal void Validate(RuleValidator validator) => validator.RequireIndicator("staff.fte", Fte);
}
