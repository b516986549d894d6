using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Engine;

/// <summary>An area, or a kind, that cannot be computed stops no other.</summary>
public sealed class ScorecardFailureTests
{
    private const string Faulty = "BU01530001";

    private static readonly MunicipalityFigures Figures = new(
        AreaCode.Parse("GM0153"),
        IndicatorCatalogueTests.Shipped(),
        [.. new[] { "BU01530000", Faulty, "BU01530002" }.Select(code => new Area(AreaCode.Parse(code), code, 2025))],
        new ObservationSet([]),
        []);

    [Fact]
    public void An_area_that_fails_is_reported_and_the_others_are_computed()
    {
        List<ScorecardFailure> failures = [];

        var cards = new FaultyKind(new HashSet<string>(StringComparer.Ordinal) { Faulty }).Compute(Figures, failures.Add).ToList();

        Assert.Equal(["BU01530000", "BU01530002"], cards.Select(card => card.Area.Value));
        var failure = Assert.Single(failures);
        Assert.Equal(("faulty", new Period(2025), Faulty), (failure.Kind, failure.Period, failure.Area?.Value));
        Assert.IsType<DivideByZeroException>(failure.Exception);
    }

    [Fact]
    public void A_kind_without_a_list_of_areas_is_reported_as_a_whole()
    {
        List<ScorecardFailure> failures = [];

        var cards = new FaultyKind(new HashSet<string>(StringComparer.Ordinal) { "all" }).Compute(Figures, failures.Add).ToList();

        Assert.Empty(cards);
        Assert.Equal(("faulty", null, null), (Assert.Single(failures).Kind, failures[0].Period, failures[0].Area));
    }

    [Fact]
    public void Without_a_receiver_a_failure_is_thrown() =>
        Assert.Throws<DivideByZeroException>(() => new FaultyKind(new HashSet<string>(StringComparer.Ordinal) { Faulty }).Compute(Figures).ToList());

    private sealed class FaultyKind(HashSet<string> faulty)
        : ScorecardKind<GreenPlansRules>(GreenPlansRules.With(), GreenPlansKind.Details with { Name = "faulty" })
    {
        private protected override IEnumerable<AreaContext> GetAreas(MunicipalityContext municipality) =>
            faulty.Contains("all")
                ? throw new DivideByZeroException()
                : municipality.Register.Select(area => municipality.GetArea(area.Code, Rules.Period, area.BoundaryYear));

        private protected override IEnumerable<ScorecardBuilder> CreateScorecards(AreaContext area) =>
            faulty.Contains(area.Code.Value) ? throw new DivideByZeroException() : [CreateBuilder(area)];
    }
}
