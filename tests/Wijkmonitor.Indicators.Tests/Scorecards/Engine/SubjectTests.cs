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
    [InlineData(null, null, null, null)]
    [InlineData(DatasetVisibility.Partners, null, null, DatasetVisibility.Partners)]
    [InlineData(null, DatasetVisibility.Partners, null, DatasetVisibility.Partners)]
    [InlineData(null, null, DatasetVisibility.Partners, DatasetVisibility.Partners)]
    [InlineData(DatasetVisibility.Owner, DatasetVisibility.Partners, DatasetVisibility.Public, DatasetVisibility.Owner)]
    [InlineData(DatasetVisibility.Public, DatasetVisibility.Owner, DatasetVisibility.Partners, DatasetVisibility.Owner)]
    [InlineData(DatasetVisibility.Partners, DatasetVisibility.Public, DatasetVisibility.Owner, DatasetVisibility.Owner)]
    [InlineData(null, DatasetVisibility.Partners, DatasetVisibility.Public, DatasetVisibility.Partners)]
    public void The_strictest_of_kind_rules_and_subject_counts(
        DatasetVisibility? kind, DatasetVisibility? rules, DatasetVisibility? subject, DatasetVisibility? expected)
    {
        var chosen = GreenPlansRules.With(Plan("north", subject)) with { Visibility = rules };

        Assert.Equal(expected, Assert.Single(Compute(chosen, kind)).Visibility);
    }

    private static GreenPlan Plan(string code, DatasetVisibility? visibility) => new(code, Planted: 60, Agreed: 50, Kept: 90, visibility);

    private static List<Scorecard> Compute(GreenPlansRules rules, DatasetVisibility? visibility = null) => [.. new GreenPlansKind(rules, visibility: visibility).Compute(new MunicipalityFigures(
        Municipality, IndicatorCatalogueTests.Shipped(), [new Area(Municipality, "Utrecht", 2025), new Area(Area, "Kanaleneiland", 2025)], new ObservationSet([]), []))];
}
