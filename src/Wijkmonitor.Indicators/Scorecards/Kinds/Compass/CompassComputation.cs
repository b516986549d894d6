using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Compass.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass;

/// <summary>
/// Computes the neighbourhood compass (wijkkompas) of Platform31, "Aan de slag in kwetsbare wijken" (2017), section 3.5 (Selwerd,
/// Groningen): red is worse than the city, yellow about as the city, green better; every red should turn in time.
/// </summary>
public static class CompassComputation
{
    /// <summary>The kind of these scorecards.</summary>
    public const string Kind = "compass";

    /// <summary>
    /// The compass of every area of a municipality (not of the municipality itself) that has an observation in the period, in order of
    /// code. Each has a line for every indicator that has an observation anywhere in the municipality in that period, in the
    /// catalogue's order, so that what one area lacks is named.
    /// </summary>
    /// <param name="rules">The rules.</param>
    /// <param name="catalogue">The indicators.</param>
    /// <param name="municipality">The municipality whose areas are judged and whose value they are compared with.</param>
    /// <param name="observations">Its observations; earlier periods are needed for what turned since the start.</param>
    /// <param name="period">The year.</param>
    /// <param name="records">What was noted about its areas: the actions of partners are among it.</param>
    /// <exception cref="ConfigurationException">The rules have a band for an indicator that is not in the catalogue.</exception>
    public static IReadOnlyList<Scorecard> Compute(
        CompassRules rules, IndicatorCatalogue catalogue, AreaCode municipality, ObservationSet observations, Period period, IReadOnlyList<AreaRecord> records)
    {
        rules.MustFit(catalogue);
        return [.. new CompassCards(rules, new MunicipalityFigures(municipality, catalogue, [], observations, records)).In(period)];
    }
}
