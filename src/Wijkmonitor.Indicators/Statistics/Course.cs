using Wijkmonitor.Indicators.Catalogue;

namespace Wijkmonitor.Indicators.Statistics;

/// <summary>What a change means by the indicator's polarity.</summary>
public enum Course
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
public static class Courses
{
    /// <summary>What the change from one value to another means.</summary>
    public static Course Of(Indicator indicator, decimal from, decimal to) => Gap.Improvement(indicator, from, to) switch
    {
        null => Course.NotJudged,
        > 0 => Course.Better,
        < 0 => Course.Worse,
        _ => Course.Same,
    };
}
