using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Items;

/// <summary>Rows of a file about periods of a kind that its dataset does not declare.</summary>
/// <param name="Granularity">The kind; null for parts of weeks, which no dataset can declare.</param>
/// <param name="Line">The line of the first of them.</param>
/// <param name="First">The period of the first of them, as written.</param>
/// <param name="Rows">The number of rows.</param>
public sealed record UndeclaredPeriods(PeriodGranularity? Granularity, int Line, string First, int Rows);
