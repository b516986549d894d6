using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Engine;

/// <summary>Kinds of which an area can have several scorecards, by a kind of these tests.</summary>
public sealed class SubjectTests
{
    private static readonly AreaCode Municipality = AreaCode.Parse("GM0344");
    private static readonly AreaCode Area = AreaCode.Parse("BU03440000");

    [Fact]
    public void An_area_has_a_scorecard_for_each_subject()
    {
        var cards = Compute(GreenPlansRules.With(new("north", Planted: 60, Agreed: 50, Kept: 90), new("south", Planted: 20, Agreed: 50, Kept: 95)));

        Assert.Equal([("north", Signal.Green), ("south", Signal.Red)], cards.Select(card => (card.Subject!, card.Lines[0].Signal)));
        Assert.All(cards, card => Assert.Equal(("green-plans", Area, 2025, "green-1"), (card.Kind, card.Area, card.Period.Year, card.RuleVersion)));
    }

    [Fact]
    public void A_subject_narrows_who_sees_its_own_scorecard_and_no_other() =>
        Assert.Equal(
            [null, DatasetVisibility.Partners],
            Compute(GreenPlansRules.With(Plan("north", visibility: null), Plan("south", DatasetVisibility.Partners))).Select(card => card.Visibility));

    [Theory]
    [InlineData(DatasetVisibility.Partners, null, DatasetVisibility.Partners)]
    [InlineData(DatasetVisibility.Partners, DatasetVisibility.Public, DatasetVisibility.Partners)]
    [InlineData(DatasetVisibility.Partners, DatasetVisibility.Owner, DatasetVisibility.Owner)]
    [InlineData(DatasetVisibility.Owner, DatasetVisibility.Partners, DatasetVisibility.Owner)]
    public void The_strictest_of_the_rules_and_the_subject_counts(DatasetVisibility ofRules, DatasetVisibility? ofSubject, DatasetVisibility expected) =>
        Assert.Equal(expected, Assert.Single(Compute(GreenPlansRules.With(Plan("north", ofSubject)) with { Visibility = ofRules })).Visibility);

    private static GreenPlan Plan(string code, DatasetVisibility? visibility) => new(code, Planted: 60, Agreed: 50, Kept: 90, visibility);

    private static List<Scorecard> Compute(GreenPlansRules rules) => [.. new GreenPlansKind(rules).Compute(new MunicipalityFigures(
        Municipality, IndicatorCatalogueTests.Shipped(), [new Area(Municipality, "Utrecht", 2025), new Area(Area, "Kanaleneiland", 2025)], new ObservationSet([]), []))];
}
