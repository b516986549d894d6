using System.Runtime.InteropServices;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Time;

/// <summary>A number of days that is exact or in a range.</summary>
/// <param name="Low">The fewest days.</param>
/// <param name="High">The most days.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DayRange(int Low, int High)
{
    /// <summary>Whether it is one number.</summary>
    public bool IsExact => Low == High;

    /// <summary>The ends with the ending of their names: none for one number.</summary>
    public IEnumerable<(string End, int Days)> Ends => IsExact ? [("", Low)] : [("-low", Low), ("-high", High)];
}
