using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Items;

/// <summary>A value of an earlier period.</summary>
/// <param name="Period">The period that it is about.</param>
/// <param name="Number">The number in the indicator's unit.</param>
public readonly record struct EarlierValue(Period Period, decimal Number);
