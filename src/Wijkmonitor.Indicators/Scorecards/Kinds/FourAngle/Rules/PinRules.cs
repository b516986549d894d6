using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;

/// <summary>The measures that participants of a neighbourhood workshop can place a pin for.</summary>
/// <param name="Measures">The measures, five of them; a pin's colour says which.</param>
public sealed record PinRules(IReadOnlyList<PinMeasure> Measures)
{
    private const int Count = 5;

    internal void Validate(RuleValidator validator) => validator.Require(
        Measures.Count == Count
            && Measures.DistinctBy(measure => measure.Code, StringComparer.Ordinal).Count() == Count, "'pins.measures' must name five different measures.");
}
