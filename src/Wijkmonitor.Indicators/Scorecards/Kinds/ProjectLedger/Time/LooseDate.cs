using System.Runtime.InteropServices;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Time;

/// <summary>A date that is a day, or known as one of several days. Both ends count.</summary>
/// <param name="First">The first day that it can be.</param>
/// <param name="Last">The last day that it can be.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LooseDate(DateOnly First, DateOnly Last)
{
    /// <summary>Whether it is one day.</summary>
    public bool IsDay => First == Last;

    /// <summary>Reads the date of a record; null where there is none or its ends are the wrong way round.</summary>
    public static LooseDate? From(AreaRecord record)
    {
        if (record.GetDate("day") is not { } first)
        {
            return null;
        }

        var last = record.GetDate("until") ?? first;
        return last < first ? null : new LooseDate(first, last);
    }

    /// <summary>Counts the days from another date to this one; below zero where this one is earlier.</summary>
    public DayRange CountSince(LooseDate other) => new(First.DayNumber - other.Last.DayNumber, Last.DayNumber - other.First.DayNumber);
}
