using Wijkmonitor.Indicators.Catalogue;

namespace Wijkmonitor.Indicators.Statistics;

/// <summary>Meaning of a change by the indicator's polarity.</summary>
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

/// <summary>Reading of a change by polarity; the sign itself is turned in <see cref="Gap"/> only.</summary>
public static class TrendDirections
{
    /// <summary>Compares two values by the indicator's polarity.</summary>
    public static TrendDirection Compare(Indicator indicator, decimal from, decimal to) => Gap.ComputeImprovement(indicator, from, to) switch
    {
        null => TrendDirection.NotJudged,
        > 0 => TrendDirection.Better,
        < 0 => TrendDirection.Worse,
        _ => TrendDirection.Same,
    };
}
