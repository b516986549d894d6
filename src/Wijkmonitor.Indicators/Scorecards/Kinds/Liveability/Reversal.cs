using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>Outcome of a gain.</summary>
internal enum ReversalState
{
    /// <summary>One of the three measurements is missing on these boundaries.</summary>
    Missing,

    /// <summary>There was no gain.</summary>
    NoGain,

    /// <summary>There was a gain, and it is still there whole.</summary>
    Held,

    /// <summary>There was a gain, and part of it was lost after the top.</summary>
    Stalled,

    /// <summary>There was a gain, and all of it was lost after the top.</summary>
    GainGone,
}

/// <summary>Outcome of a gain between two years.</summary>
/// <remarks>Platform31, chapter 1: liveability rose from 2002 to 2012 and stalled or fell after. An area whose gain is gone has stalled too.</remarks>
/// <param name="State">The outcome.</param>
/// <param name="From">The measurement that the gain is counted from; null where it is missing.</param>
/// <param name="Top">The measurement that the gain is counted to; null where it is missing.</param>
/// <param name="Now">The measurement that is held against both; null where it is missing.</param>
internal sealed record Reversal(ReversalState State, Observation? From, Observation? Top, Observation? Now)
{
    /// <summary>Whether the value fell after a gain.</summary>
    public bool IsStalled => State is ReversalState.Stalled or ReversalState.GainGone;

    /// <summary>Whether the value is less favourable than at the top, whatever was gained before.</summary>
    public bool FellSinceTop { get; private init; }

    /// <summary>Creates the outcome for one series in one year.</summary>
    public static Reversal Create(LiveabilityReversal years, ObservationSeries series, Period period)
    {
        var now = series.Find(period) is { Value.Number: not null } known ? known : null;
        var from = now is null ? null : series.FindKnown(years.From, now);
        var top = now is null ? null : series.FindKnown(years.Top, now);
        return from is null || top is null || now is null
            ? new Reversal(ReversalState.Missing, from, top, now)
            : new Reversal(GetState(series, from, top, now), from, top, now) { FellSinceTop = GetImprovement(series, top, now) < 0 };
    }

    private static ReversalState GetState(ObservationSeries series, Observation from, Observation top, Observation now) =>
        GetImprovement(series, from, top) <= 0 ? ReversalState.NoGain
        : GetImprovement(series, top, now) >= 0 ? ReversalState.Held
        : GetImprovement(series, from, now) <= 0 ? ReversalState.GainGone
        : ReversalState.Stalled;

    private static decimal GetImprovement(ObservationSeries series, Observation earlier, Observation later) =>
        Gap.ComputeImprovement(series.Indicator, earlier.Value.Number!.Value, later.Value.Number!.Value)!.Value;
}
