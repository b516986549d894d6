using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>A class of development between two measurements, as the publisher gives it.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="From">The year that it is counted from.</param>
/// <param name="Names">Names of the classes, by number.</param>
public sealed record LiveabilityDevelopment(string Indicator, int From, IReadOnlyDictionary<string, BilingualText> Names);

/// <summary>The years between which a gain is counted; what came after is held against it.</summary>
/// <param name="From">The year that the gain is counted from, such as 2002.</param>
/// <param name="Top">The year that it is counted to, such as 2012; every later measurement is compared with both.</param>
public sealed record LiveabilityReversal(int From, int Top);

/// <summary>Rules for when a decline elsewhere next to an improvement after an intervention deserves attention.</summary>
/// <param name="VulnerableBelow">An area is watched where its value at the start is worse than this.</param>
/// <param name="MinChange">Smallest change, up in the one and down in the other area, in the indicator's unit; above 0.</param>
public sealed record LiveabilityWaterbed(decimal VulnerableBelow, [property: FormerName("leastChange")] decimal MinChange);

/// <summary>A deviation from the national mean and the dimensions that it is the sum of.</summary>
/// <param name="Total">The indicator of the deviation.</param>
/// <param name="Parts">The indicators of the dimensions.</param>
/// <param name="Tolerance">Difference that the sum may have because of rounding.</param>
public sealed record LiveabilityComposition(string Total, IReadOnlyList<string> Parts, decimal Tolerance);
