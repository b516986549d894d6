using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Datasets;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Liveability;

/// <summary>Liveability on the published classes of the Leefbaarometer 2.0, of every district of the country.</summary>
public sealed class PublishedClassesTests
{
    private const string Gain = "gain/liveability_class";

    [Fact]
    public void One_in_six_districts_with_a_higher_class_fell_again()
    {
        var cards = Cards();
        var districts = cards.Where(c => c.Area.Level == AreaLevel.District).ToList();
        var gains = districts.Where(c => c.Period.Year == 2014).SelectMany(c => c.Lines).Where(l => l.Code == Gain).ToList();

        Assert.Equal(2981, districts.Select(c => c.Area).Distinct().Count());
        var judged = gains.Where(l => l.State == LineState.Valued).ToList();
        var rose = judged.Where(l => l.Signal != Signal.None).ToList();
        var fell = rose.Where(l => l.Signal is Signal.Yellow or Signal.Red).ToList();
        var gone = rose.Where(l => l.Signal == Signal.Red).ToList();
        Assert.Equal((2981, 2765, 594, 99, 96), (gains.Count, judged.Count, rose.Count, fell.Count, gone.Count));
        var page = File.ReadAllText(RepositoryFolder.File("docs", "scorecards", "liveability.md"));
        Assert.Contains($"{judged.Count:#,##0} districts of which all three classes are known, {rose.Count} rose", page);
        Assert.Contains($"{fell.Count} of those fell after: {100m * fell.Count / rose.Count:0.0} % of what rose, {100m * fell.Count / judged.Count:0.0} % of all", page);
        Assert.Contains($"{gone.Count} lost", page);
        var fellSinceTop = judged.Count(l => l.Steps!.Single(step => step.Name == "since-top").Result < 0);
        Assert.True(fellSinceTop > fell.Count);
        Assert.Contains($"{fellSinceTop} fell since the top, whatever they gained before: {100m * fellSinceTop / judged.Count:0.0} % of all", page);
    }

    [Fact]
    public void Every_measured_year_of_every_district_has_a_card_and_the_municipality_adds_up()
    {
        var cards = Cards();

        Assert.Equal([2002, 2008, 2012, 2014, 2016], cards.Select(c => c.Period.Year).Distinct().Order());
        Assert.Equal(2981 * 5, cards.Count(c => c.Area.Level == AreaLevel.District));
        foreach (var municipality in cards.Where(c => c is { Area.Level: AreaLevel.Municipality, Period.Year: 2014 }))
        {
            var of = cards.Where(c => c.Area.Level == AreaLevel.District && c.Period == municipality.Period && c.Area.Municipality == municipality.Area)
                .SelectMany(c => c.Lines).Where(l => l is { Code: Gain, State: LineState.Valued }).ToList();
            var expected = of.Count == 0 ? (decimal?)null : Math.Round(100m * of.Count(l => l.Signal == Signal.Red) / of.Count, 1, MidpointRounding.AwayFromZero);
            Assert.Equal(expected, municipality.Totals.Single(t => t.Code == "gain-gone-areas/liveability_class").Value);
        }
    }

    private static List<Scorecard> Cards()
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, "The folder with published data is absent; set WIJKMONITOR_DATA to it.");
        var kind = new LiveabilityKind(LiveabilityCards.Rules());
        var observations = new[] { "wijk", "gemeente" }.SelectMany(level =>
        {
            var reading = Reading.ReadFile("leefbaarometer-2-classes", Path.Combine(RepositoryFolder.PublishedData!, $"leefbaarometer-2-classes-{level}.csv"));
            Assert.Equal(0, reading.Log.Errors);
            return reading.Observations.SelectMany(row => row.Values.Select(value => new Observation(
                row.Area, row.Period, value.Indicator, value.Value, "leefbaarometer-2-classes", row.BoundaryYear, row.Status, new SourceLine(level, value.Line))));
        });
        return [.. observations
            .GroupBy(o => o.Area.Municipality)
            .SelectMany(g => kind.Compute(new MunicipalityFigures(g.Key, Reading.Catalogue, Areas: [], new ObservationSet(g), Records: [])))];
    }
}
