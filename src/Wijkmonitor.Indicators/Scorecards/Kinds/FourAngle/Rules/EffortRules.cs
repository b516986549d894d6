using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;

/// <summary>The effort that is shown next to the score, so that staff need not exaggerate problems to keep what works.</summary>
/// <remarks>Source: Tiwos, "Taal is de spiegel van de ziel", Discussiedagen Sociale Huisvesting 2020.</remarks>
/// <param name="Indicator">The indicator with the effort in an area, in euros or full-time equivalents.</param>
/// <param name="MinRise">By how many points a score must rise since the last cycle to be called improving; 0 or more.</param>
/// <param name="Keep">Share of this year's effort that an area that improves with support keeps next year at least, in percent.</param>
public sealed record EffortRules(string Indicator, [property: FormerName("leastRise")] decimal MinRise, decimal Keep)
{
    internal void Validate(RuleValidator validator)
    {
        validator.RequireIndicator("effort.indicator", Indicator);
        validator.Require(MinRise >= 0, "'effort.minRise' is below zero.");
        validator.RequirePercent("effort.keep", Keep);
    }
}
