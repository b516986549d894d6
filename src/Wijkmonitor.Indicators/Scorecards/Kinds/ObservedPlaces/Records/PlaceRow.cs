using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Records;

/// <summary>The class of a place in a round.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Place">The code of the place.</param>
/// <param name="Method">The way of working at the place; null where none was delivered.</param>
/// <param name="Class">The class; null where the place was not visited.</param>
/// <param name="Record">The record.</param>
internal sealed record PlaceRow(string Theme, string Place, string? Method, decimal? Class, AreaRecord Record)
{
    /// <summary>The day of the round.</summary>
    public DateOnly Day => Record.Date;
}
