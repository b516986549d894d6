using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Counts;

/// <summary>The counts that were delivered of a stage in a period.</summary>
/// <param name="Segment">The segment; empty where the subject has none.</param>
/// <param name="Period">The period.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Record">The record.</param>
/// <param name="IsPublished">Whether its source has published it.</param>
internal sealed record StageRow(string Segment, Period Period, string Stage, AreaRecord Record, bool IsPublished)
{
    /// <summary>Gets a count; null where it was not delivered.</summary>
    public decimal? Get(CountField field) => Record.GetDecimal(GetName(field));

    private static string GetName(CountField field) => field switch
    {
        CountField.Entered => "entered",
        CountField.Left => "left",
        CountField.OnTime => "on_time",
        CountField.Late => "late",
        CountField.Visits => "visits",
        _ => "persons",
    };
}

/// <summary>The counts of a row.</summary>
internal enum CountField
{
    /// <summary>Those that reached the stage.</summary>
    Entered,

    /// <summary>Those that left from it without reaching another.</summary>
    Left,

    /// <summary>Those that were on time.</summary>
    OnTime,

    /// <summary>Those that were late or still are.</summary>
    Late,

    /// <summary>Visits that it took.</summary>
    Visits,

    /// <summary>Persons who came, counted for each visit.</summary>
    Persons,
}
