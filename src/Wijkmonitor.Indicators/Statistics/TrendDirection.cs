using Wijkmonitor.Indicators.Catalogue;

namespace Wijkmonitor.Indicators.Statistics;

/// <summary>What a change means by the indicator's polarity.</summary>
public enum TrendDirection
{
    /// <summary>The indicator is not judged: a change is neither good nor bad.</summary>
    NotJudged,

    /// <summary>Nothing changed.</summary>
    Same,

    /// <summary>It became better.</summary>
    Better,

    /// <summary>It became worse.</summary>
    Worse,
}

/// <summary>Reads a change by polarity; the sign itself is turned in <see cref="Gap"/> only.</summary>
public static class TrendDirections
{
    /// <summary>What the change from one value to another means.</summary>
    public static TrendDirection Compare(Indicator indicator, decimal from, decimal to) => Gap.ComputeImprovement(indicator, from, to) switch
    {
        null => TrendDirection.NotJudged,
        > 0 => TrendDirection.Better,
        < 0 => TrendDirection.Worse,
        _ => TrendDirection.Same,
    };
}
