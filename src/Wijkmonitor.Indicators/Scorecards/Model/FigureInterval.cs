using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Model;

/// <summary>The margin of a figure as its source gives it, in the figure's unit; what is not known is null.</summary>
/// <param name="Lower">The lower bound.</param>
/// <param name="Upper">The upper bound.</param>
/// <param name="SampleSize">Number of persons or homes that were asked or counted.</param>
/// <param name="Level">Confidence level of the interval, in percent.</param>
/// <param name="Method">Method by which the bounds were computed.</param>
public sealed record FigureInterval(decimal? Lower, decimal? Upper, decimal? SampleSize, decimal? Level, BilingualText? Method)
{
    /// <summary>Creates the margin of an observation, or null where there is none.</summary>
    public static FigureInterval? From(ObservedInterval? interval) => interval is null
        ? null
        : new(interval.Lower, interval.Upper, interval.SampleSize, interval.Method?.Level, interval.Method?.Title);
}
