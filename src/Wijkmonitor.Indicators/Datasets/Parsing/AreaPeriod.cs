using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Parsing;

/// <summary>What makes a row of a wide file unique; its text is how a duplicate is reported.</summary>
internal readonly record struct AreaPeriod(AreaCode Area, Period Period)
{
    public override string ToString() => $"{Area} {Period}";
}
