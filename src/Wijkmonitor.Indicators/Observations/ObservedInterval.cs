using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Observations;

/// <summary>The margin of a figure as its source gives it, in the figure's unit.</summary>
/// <param name="Lower">The lower bound; null where the source gives none.</param>
/// <param name="Upper">The upper bound; null where the source gives none.</param>
/// <param name="SampleSize">Number of persons or homes that were asked or counted; null where the source does not say it.</param>
public sealed record ObservedInterval(decimal? Lower, decimal? Upper, decimal? SampleSize = null)
{
    /// <summary>Method of the bounds, as the dataset declares it; null where that is not known.</summary>
    public IntervalMethod? Method { get; init; }

    /// <summary>Whether a value lies between the bounds, or on one; a bound that is not known keeps nothing out.</summary>
    public bool Contains(decimal value) => !(value < Lower) && !(value > Upper) && !(Lower > Upper);
}

/// <summary>Method by which the bounds of an interval were computed.</summary>
/// <param name="Level">Confidence level of the interval, in percent; 95 unless said otherwise.</param>
/// <param name="Title">The method's name for people, such as "bootstrap"; absent where the source does not say it.</param>
public sealed record IntervalMethod(decimal Level = IntervalMethod.CommonLevel, BilingualText? Title = null)
{
    /// <summary>The level that most publishers take, in percent.</summary>
    public const decimal CommonLevel = 95;
}
