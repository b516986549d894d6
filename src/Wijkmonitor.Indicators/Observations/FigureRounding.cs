using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Indicators.Observations;

/// <summary>Rounding of figures by their publisher.</summary>
/// <param name="Base">Number that figures are rounded to a multiple of, such as 5.</param>
/// <param name="ExceptMunicipalities">Whether figures of municipalities are not rounded, as CBS rounds districts and neighbourhoods only.</param>
/// <param name="Random">Whether figures are rounded up or down at random, so that they can be off by almost the whole base; to the nearest unless said
/// otherwise.</param>
public sealed record FigureRounding(decimal Base, bool ExceptMunicipalities = false, bool Random = false)
{
    /// <summary>Gets how far a figure can be from what was counted.</summary>
    public decimal MaxDeviation => Random ? Base : Base / 2;

    /// <summary>Whether figures of this level are rounded.</summary>
    public bool AppliesTo(AreaLevel level) => !ExceptMunicipalities || level != AreaLevel.Municipality;

    /// <summary>Whether a figure is a multiple of the base.</summary>
    public bool Fits(decimal number) => number % Base == 0;

    /// <summary>Gets the least number of things that a count can stand for.</summary>
    public decimal GetMinCount(decimal count) => Math.Max(0, Random ? decimal.Floor(count - Base) + 1 : decimal.Ceiling(count - (Base / 2)));

    /// <summary>Gets the greatest number of things that a count can stand for.</summary>
    public decimal GetMaxCount(decimal count) => decimal.Ceiling(count + MaxDeviation) - 1;
}
