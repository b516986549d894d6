using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>
/// An area that improved since an intervention, and others that were low already and declined in the same years: a signal to look
/// whether something moved, no claim that it did.
/// </summary>
/// <param name="Intervention">The note of the intervention.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Since">The measurement that both are counted from: the last one in or before the year of the intervention.</param>
/// <param name="Declined">The others, in order of code.</param>
internal sealed record WaterbedSignal(AreaRecord Intervention, LiveabilityMeasure Measure, Period Since, IReadOnlyList<AreaCode> Declined)
{
    /// <summary>Whether the signal is about an area, on either side, or about the municipality as a whole.</summary>
    public bool IsAbout(AreaCode area) => area == Intervention.Area || area.Level == AreaLevel.Municipality || Declined.Contains(area);
}

/// <summary>Looks for such signals within one municipality.</summary>
internal sealed class Waterbed(LiveabilityRules rules, MunicipalityContext municipality)
{
    /// <summary>The dataset that holds interventions: an area and the day on which it started.</summary>
    public const string Dataset = "interventions";

    /// <summary>The signals in a year.</summary>
    public IReadOnlyList<WaterbedSignal> In(Period period) =>
    [
        .. from measure in rules.Measures
           where measure.Waterbed is not null
           from intervention in municipality.Records(Dataset).SelectMany(noted => noted).OrderBy(noted => noted.Reference, StringComparer.Ordinal)
           let signal = Find(measure, measure.Waterbed!, intervention, period)
           where signal is not null
           select signal,
    ];

    private WaterbedSignal? Find(LiveabilityMeasure measure, LiveabilityWaterbed limits, AreaRecord intervention, Period period)
    {
        var series = municipality.Series(intervention.Area, measure.Indicator);
        if (series.At(period) is not { Value.Number: { } value } now
            || series.LastKnownUntil(intervention.Date.Year, now) is not { } start
            || start.Period >= period
            || Gap.Improvement(series.Indicator, start.Value.Number!.Value, value) < limits.LeastChange)
        {
            return null;
        }

        var declined = municipality.Areas(intervention.Area.Level)
            .Where(area => area != intervention.Area && HasDeclined(municipality.Series(area, measure.Indicator), limits, start.Period, period))
            .ToList();
        return declined.Count == 0 ? null : new WaterbedSignal(intervention, measure, start.Period, declined);
    }

    private static bool HasDeclined(ObservationSeries series, LiveabilityWaterbed limits, Period since, Period period) =>
        series.At(period) is { Value.Number: { } value } now
        && series.KnownAt(since.Year, now)?.Value.Number is { } before
        && Gap.Of(series.Indicator, before, limits.VulnerableBelow) > 0
        && Gap.Improvement(series.Indicator, before, value) <= -limits.LeastChange;
}
