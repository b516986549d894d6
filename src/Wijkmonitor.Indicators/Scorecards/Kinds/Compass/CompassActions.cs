using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass;

/// <summary>What a partner does, or is going to do, on an indicator in an area.</summary>
/// <param name="Record">The record.</param>
/// <param name="Partner">The organisation or role.</param>
/// <param name="What">What it does.</param>
internal sealed record CompassAction(AreaRecord Record, string Partner, string What)
{
    /// <summary>The action as the input of a line.</summary>
    public ScorecardInput Input => new(
        "action", $"{Record.Area}/{Record.Dataset}/{Record.Reference}", ObservedState.Known, Value: null, Record.Source.Delivery, Record.Source.Line);
}

/// <summary>
/// The actions of partners by area and indicator (Platform31, section 3.5: existing and planned activities are put beside each red), by
/// date. They come from the records of <see cref="Dataset"/>.
/// </summary>
internal sealed class CompassActions(IEnumerable<AreaRecord> records)
{
    /// <summary>The dataset that holds them.</summary>
    public const string Dataset = "compass-actions";

    private readonly ILookup<(AreaCode Area, string Indicator), CompassAction> actions = records
        .Where(record => record.Dataset == Dataset)
        .OrderBy(record => record.Date)
        .ThenBy(record => record.Reference, StringComparer.Ordinal)
        .ToLookup(
            record => (record.Area, record.Fields["indicator"]),
            record => new CompassAction(record, record.Fields["partner"], record.Fields["action"]));

    /// <summary>The actions on an indicator in an area, also those of other years: one may be planned, and one that runs on is noted once.</summary>
    public IReadOnlyList<CompassAction> Of(AreaCode area, string indicator) => [.. actions[(area, indicator)]];
}
