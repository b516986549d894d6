using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;

/// <summary>Cost of delay of some units in some months.</summary>
/// <param name="UnitMonthCost">The cost of a unit in a month.</param>
/// <param name="Units">Number of units.</param>
/// <param name="Until">The last day that counts: its own, or the day that is looked from.</param>
/// <param name="IsRunning">Whether it goes on after that day.</param>
/// <param name="Record">The record.</param>
internal sealed record DelayRow(decimal UnitMonthCost, decimal Units, DateOnly Until, bool IsRunning, AreaRecord Record)
{
    /// <summary>Number of months.</summary>
    public decimal Months => Duration.GetMonths(Record.Date, Until);

    /// <summary>The cost of a month.</summary>
    public decimal PerMonth => Units * UnitMonthCost;
}
