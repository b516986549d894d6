using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>An area that improved since an intervention, and low ones that declined in the same years.</summary>
/// <remarks>It is a signal to examine whether something moved, no claim that it did. The others were low already.</remarks>
/// <param name="Intervention">The note of the intervention.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Since">The measurement that both are counted from: the last one in or before the year of the intervention.</param>
/// <param name="Declined">The others, in order of code.</param>
internal sealed record WaterbedSignal(AreaRecord Intervention, LiveabilityMeasure Measure, Period Since, IReadOnlyList<AreaCode> Declined)
{
    /// <summary>Whether the signal is about an area, on either side, or about the municipality as a whole.</summary>
    public bool IsAbout(AreaCode area) => area == Intervention.Area || area.Level == AreaLevel.Municipality || Declined.Contains(area);
}

/// <summary>Finder of such signals within one municipality.</summary>
internal sealed class Waterbed(LiveabilityRules rules, MunicipalityContext municipality)
{
    /// <summary>The dataset that holds interventions: an area and the day on which it started.</summary>
    public const string Dataset = "interventions";

    /// <summary>Finds the signals in a year.</summary>
    public IReadOnlyList<WaterbedSignal> FindSignals(Period period) =>
    [
        .. from measure in rules.Measures
           where measure.Waterbed is not null
           from intervention in municipality.GetRecords(Dataset).SelectMany(noted => noted).OrderBy(noted => noted.Reference, StringComparer.Ordinal)
           let signal = Find(measure, measure.Waterbed!, intervention, period)
           where signal is not null
           select signal,
    ];

    private WaterbedSignal? Find(LiveabilityMeasure measure, LiveabilityWaterbed limits, AreaRecord intervention, Period period)
    {
        var series = municipality.GetSeries(intervention.Area, measure.Indicator);
        if (series.Find(period) is not { Value.Number: { } value } now
            || series.FindLastKnown(intervention.Date.Year, now) is not { } start
            || start.Period >= period
            || Gap.ComputeImprovement(series.Indicator, start.Value.Number!.Value, value) < limits.MinChange)
        {
            return null;
        }

        var declined = municipality.GetAreas(intervention.Area.Level)
            .Where(area => area != intervention.Area && HasDeclined(municipality.GetSeries(area, measure.Indicator), limits, start.Period, period))
            .ToList();
        return declined.Count == 0 ? null : new WaterbedSignal(intervention, measure, start.Period, declined);
    }

    private static bool HasDeclined(ObservationSeries series, LiveabilityWaterbed limits, Period since, Period period) =>
        series.Find(period) is { Value.Number: { } value } now
        && series.FindKnown(since.Year, now)?.Value.Number is { } before
        && Gap.Compute(series.Indicator, before, limits.VulnerableBelow) > 0
        && Gap.ComputeImprovement(series.Indicator, before, value) <= -limits.MinChange;
}
