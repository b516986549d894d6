using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Kinds.Compass.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass;

/// <summary>Reason why a value could not be judged.</summary>
internal enum NotJudgedReason
{
    /// <summary>It was judged.</summary>
    None,

    /// <summary>The indicator is not judged.</summary>
    NoJudgement,

    /// <summary>Nothing was delivered for the area.</summary>
    NotDelivered,

    /// <summary>The area's value is unknown.</summary>
    Unknown,

    /// <summary>The area's value is withheld.</summary>
    Suppressed,

    /// <summary>The value cannot occur in the area.</summary>
    NotApplicable,

    /// <summary>The city's value is not available.</summary>
    NoCity,

    /// <summary>The values are totals: a neighbourhood's lies below the city's whatever happens in it.</summary>
    Total,

    /// <summary>Nobody chose a band.</summary>
    NoBand,

    /// <summary>The band is in standard deviations, and there are none.</summary>
    NoDeviation,
}

/// <summary>The judgement of an area on one indicator in one period.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Period">The period.</param>
/// <param name="Own">The area's observation; null where none was delivered.</param>
/// <param name="City">Figure that it is compared with.</param>
/// <param name="NotJudgedReason">Reason why it was not judged.</param>
/// <param name="Gap">Distance by which the area is behind the city, in the indicator's unit; null without value, city or polarity.</param>
/// <param name="Band">The distance from the city that is still yellow, in the indicator's unit; null where there is no norm.</param>
/// <param name="Denominator">The observation of what the value was counted among; null where the indicator has none or it was not delivered.</param>
internal sealed record Judgement(
    Indicator Indicator,
    Period Period,
    Observation? Own,
    CityReference City,
    NotJudgedReason NotJudgedReason,
    decimal? Gap,
    decimal? Band,
    Observation? Denominator)
{
    private Significance? found;

    /// <summary>Significance of the difference with the city, by the source's margin or else by our own.</summary>
    /// <remarks>It does not change the colour. Null where the line is not judged, and where nothing can be said of chance.</remarks>
    public Significance? Significance => found ??= NotJudgedReason == NotJudgedReason.None && Own?.Value.Number is { } value && City.Value is { } city
        ? Significance.From(Own.Interval, city) ?? Significance.Compute(Indicator, value, Own.Completeness?.Denominator ?? Denominator?.Value.Number, city)
        : null;

    /// <summary>The state of the line.</summary>
    public LineState State => NotJudgedReason switch
    {
        NotJudgedReason.None or NotJudgedReason.NoJudgement => LineState.Valued,
        NotJudgedReason.Suppressed => LineState.Suppressed,
        NotJudgedReason.Total or NotJudgedReason.NoBand or NotJudgedReason.NoDeviation => LineState.NotNormed,
        _ => LineState.MissingInput,
    };

    /// <summary>Whether the value has a colour and waits for an action of a partner.</summary>
    /// <remarks>Platform31, section 3.5: every indicator is put to the partners, not the red ones only.</remarks>
    /// <param name="actions">The actions of partners in the area, by indicator.</param>
    public bool IsOpenQuestion(ILookup<string, AreaRecord> actions) => NotJudgedReason == NotJudgedReason.None && !actions.Contains(Indicator.Code);

    /// <summary>Within the band yellow, also on its edge; worse red, better green.</summary>
    public Signal Signal => NotJudgedReason != NotJudgedReason.None || Gap is not { } gap || Band is not { } band ? Signal.None
        : gap > band ? Signal.Red
        : gap < -band ? Signal.Green
        : Signal.Yellow;

    /// <summary>
    /// The gap in standard deviations of the city's neighbourhoods, positive is worse: a position without a rank. Rounded to three
    /// decimals, half away from zero. Null where there is no gap or no spread.
    /// </summary>
    public decimal? Position => Gap is { } gap && City.Deviation is { } deviation and > 0
        ? Math.Round(gap / deviation, 3, MidpointRounding.AwayFromZero)
        : null;
}

/// <summary>Judge of the areas of one municipality by the rules.</summary>
internal sealed class CompassJudge(CompassRules rules, CityReferences city, ObservationSet observations)
{
    private readonly Dictionary<(AreaCode Area, string Indicator, int? Boundaries, int? CityBoundaries), Judgement> starts = [];

    /// <summary>Judges an area on an indicator in a period.</summary>
    public Judgement Judge(AreaCode area, Indicator indicator, Period period) =>
        Judge(indicator, period, observations.Find(area, period, indicator.Code), city.Get(indicator, period));

    private Judgement Judge(Indicator indicator, Period period, Observation? own, CityReference reference)
    {
        var gap = !indicator.Total && own?.Value.Number is { } value && reference.Value is { } mean ? Gap.Compute(indicator, value, mean) : null;
        var band = GetBand(indicator, reference);
        var denominator = own is { Area: var area } && indicator.Denominator is { } code ? observations.Find(area, period, code) : null;
        return new Judgement(indicator, period, own, reference, FindNotJudgedReason(indicator, own, reference, band), gap, band, denominator);
    }

    /// <summary>Finds the judgement at the start that the rules count from, or null where there was none before the period.</summary>
    /// <remarks>It is in the boundaries of <paramref name="now"/> where the figures are for these or a crosswalk leads there, else as delivered.</remarks>
    public Judgement? FindStart(AreaCode area, Judgement now)
    {
        // The first year in which it could be judged stays the first in all years after it.
        var key = (area, now.Indicator.Code, now.Own?.BoundaryYear, now.City.Own?.BoundaryYear);
        if (starts.TryGetValue(key, out var known) && known.Period < now.Period)
        {
            return known;
        }

        var candidates = rules.Start.Year is { } year ? [year] : observations.Periods;
        foreach (var period in candidates.TakeWhile(p => p < now.Period))
        {
            if (JudgeStart(area, now, period) is { NotJudgedReason: NotJudgedReason.None } start)
            {
                return starts[key] = start;
            }
        }

        return null;
    }

    private Judgement JudgeStart(AreaCode area, Judgement now, Period period)
    {
        var own = now.Own is { BoundaryYear: var year } ? observations.Find(area, period, now.Indicator.Code, year) : null;
        return Judge(
            now.Indicator, period, own ?? observations.Find(area, period, now.Indicator.Code), city.Get(now.Indicator, period, now.City.Own?.BoundaryYear));
    }

    private decimal? GetBand(Indicator indicator, CityReference reference) => rules.Bands.Find(indicator.Code) switch
    {
        { Kind: CompassBandKind.Absolute } band => band.Width,
        { Kind: CompassBandKind.Relative } band => reference.Value is { } value ? Math.Abs(value) * band.Width / 100 : null,
        { Kind: CompassBandKind.StandardDeviations } band => band.Width * reference.Deviation,
        _ => null,
    };

    private NotJudgedReason FindNotJudgedReason(Indicator indicator, Observation? own, CityReference reference, decimal? band) => own?.Value.State switch
    {
        null => NotJudgedReason.NotDelivered,
        ObservedState.Unknown => NotJudgedReason.Unknown,
        ObservedState.Suppressed => NotJudgedReason.Suppressed,
        ObservedState.NotApplicable => NotJudgedReason.NotApplicable,
        _ when indicator.Polarity == Polarity.NoJudgement => NotJudgedReason.NoJudgement,
        _ when indicator.Total => NotJudgedReason.Total,
        _ when reference.Value is null => NotJudgedReason.NoCity,
        _ when rules.Bands.Find(indicator.Code) is null => NotJudgedReason.NoBand,
        _ when band is null => NotJudgedReason.NoDeviation,
        _ => NotJudgedReason.None,
    };
}
