using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Aggregation;

/// <summary>Counter of the share of a whole that reported, with parts weighted by a denominator.</summary>
internal sealed class WeightedShares
{
    private readonly List<(AreaCode Area, Observation? Figure, decimal Weight)> parts = [];

    /// <summary>Adds a part.</summary>
    /// <param name="area">The area.</param>
    /// <param name="figure">Its figure; null where nothing was delivered.</param>
    /// <param name="weight">Its weight.</param>
    public void Add(AreaCode area, Observation? figure, decimal weight) => parts.Add((area, figure, weight));

    /// <summary>
    /// Gets the completeness of what reported. Null where all did, where none did, and where a dataset does not declare the least share for a verdict.
    /// </summary>
    public FigureCompleteness? FindCompleteness()
    {
        var reported = parts.FindAll(part => part.Figure?.Value.Number is not null);
        if (reported.Count == 0 || reported.Count == parts.Count || reported.Exists(part => part.Figure!.RequiredShare is null))
        {
            return null;
        }

        var weight = reported.Sum(part => part.Weight);
        return FigureCompleteness.From(
            weight / parts.Sum(part => part.Weight), CompletenessBasis.Denominator, reported.Max(part => part.Figure!.RequiredShare!.Value),
            [.. parts.Except(reported).Select(part => part.Area)], weight);
    }
}
