using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Rows;

/// <summary>Unique key of a row of a wide file; its text is used to report a duplicate.</summary>
internal readonly record struct AreaPeriod(AreaCode Area, Period Period)
{
    public override string ToString() => $"{Area} {Period}";
}
