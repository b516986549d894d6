using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>Computes the scorecards of one municipality.</summary>
internal sealed class LiveabilityComputation(LiveabilityRules rules, MunicipalityFigures municipality)
{
    private readonly LiveabilityFigures figures = new(rules, municipality);

    /// <summary>All of them, by year and area.</summary>
    public IEnumerable<Scorecard> Compute()
    {
        var measures = new MeasureLines(figures);
        var parts = new CompositionLines(figures);
        var shares = new LiveabilityShares(figures);
        var waterbed = new Waterbed(figures);
        foreach (var period in figures.MeasuredPeriods)
        {
            var signals = waterbed.In(period);
            foreach (var area in figures.AreasIn(period))
            {
                var isMunicipality = area.Level == AreaLevel.Municipality;
                List<ScorecardLine> lines = [.. measures.Of(area, period), .. parts.Of(area, period)];
                yield return new Scorecard(
                    LiveabilityKind.KindName,
                    Subject: null,
                    area,
                    period,
                    rules.Version,
                    figures.BoundaryYear(area, period),
                    lines,
                    isMunicipality ? shares.In(period) : [],
                    LiveabilityFindings.Of(figures, area, period, lines, [.. signals.Where(signal => signal.IsAbout(area))]));
            }
        }
    }
}
