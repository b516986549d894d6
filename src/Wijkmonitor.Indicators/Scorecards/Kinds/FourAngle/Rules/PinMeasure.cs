using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;

/// <summary>A measure that a pin can be placed for.</summary>
/// <param name="Code">Code of the measure in the dataset.</param>
/// <param name="Colour">The colour of its pins.</param>
/// <param name="Label">Its name.</param>
public sealed record PinMeasure(string Code, string Colour, BilingualText Label);
