using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;

/// <summary>A figure whose trend is compared with what staff see.</summary>
/// <param name="Hard">The indicator with the figure.</param>
/// <param name="Staff">The indicator with what staff see: above 0 more of it, below 0 less, as the catalogue says which is better.</param>
/// <param name="Years">Over how many years the trend is taken, this one included; at least 3 of them must be known.</param>
/// <param name="HardFlat">The slope, in the indicator's unit a year, up to which the figure is called level.</param>
/// <param name="StaffFlat">The signal, without its sign, up to which staff are said to see no change.</param>
public sealed record ComparedTrend(string Hard, string Staff, int Years, decimal HardFlat, decimal StaffFlat)
{
    private const int MinYears = 3;

    internal void Validate(RuleValidator validator, string field)
    {
        validator.RequireJudged($"{field}.hard", Hard);
        validator.RequireJudged($"{field}.staff", Staff);
        validator.Require(Years >= MinYears, $"'{field}.years' is below {MinYears}: a trend needs that many periods.");
        validator.Require(HardFlat >= 0 && StaffFlat >= 0, $"'{field}' has a 'hardFlat' or 'staffFlat' below zero.");
    }
}
