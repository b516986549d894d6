using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Tests.Observations;

public sealed class DatasetPrecedenceTests
{
    private const string Area = "BU01530001";
    private const string Indicator = "burglaries";

    private static readonly DatasetPrecedence Precedence = Declared(new RankedDataset("a", From: new Period(2018)), new RankedDataset("b"));

    [Fact]
    public void An_indicator_of_one_dataset_stays_as_it_is()
    {
        var observed = new Observed().From("b").Value(Area, 2017, Indicator, 1).Value(Area, 2018, Indicator, 2).Value(Area, 2017, "inhabitants", 400);

        Assert.Equivalent(observed.All, Precedence.Mark(observed.All), strict: true);
        Assert.Same(observed.All, DatasetPrecedence.None.Mark(observed.All));
    }

    [Fact]
    public void The_dataset_that_goes_first_in_a_year_counts_and_each_names_the_other()
    {
        var marked = Precedence.Mark(new Observed()
            .From("a").Value(Area, 2017, Indicator, 1).Value(Area, 2018, Indicator, 2).From("b").Value(Area, 2017, Indicator, 3).Value(Area, 2018, Indicator, 4).All);

        Assert.Equal(
            ["2017 a False OutsidePeriod b", "2017 b True OutsidePeriod a", "2018 a True Declared b", "2018 b False Declared a"],
            marked.Select(o => $"{o.Period} {o.Dataset} {o.Counts} {o.Precedence!.Rule} {Assert.Single(o.Precedence.Others).Dataset}").Order(StringComparer.Ordinal));
        var set = new ObservationSet(marked);
        Assert.Equal((3, 2), (Number(set, 2017), Number(set, 2018)));
        Assert.Equal(["a", "b"], set.Preceded.OrderBy(o => o.Period).Select(o => o.Dataset));
    }

    [Fact]
    public void A_figure_of_a_year_without_precedence_does_not_count_alone_either()
    {
        var alone = Assert.Single(Precedence.Mark(new Observed().From("a").Value(Area, 2017, Indicator, 1).All));

        Assert.Equal((false, PrecedenceRule.OutsidePeriod), (alone.Counts, alone.Precedence!.Rule));
        Assert.Empty(new ObservationSet([alone]).All);
    }

    [Fact]
    public void A_dataset_that_stopped_delivering_comes_after_the_one_that_delivers()
    {
        var marked = Declared(new RankedDataset("z")).Mark(new Observed().From("a").Value(Area, 2017, Indicator, 1).Value(Area, 2016, Indicator, 7).From("z").Value(Area, 2017, Indicator, 2).All);

        var set = new ObservationSet(marked);
        Assert.Equal((7, 2), (Number(set, 2016), Number(set, 2017)));
        Assert.Equal(PrecedenceRule.Owner, set.Find(AreaCode.Parse(Area), new Period(2017), Indicator)!.Precedence!.Rule);
    }

    [Fact]
    public void A_value_unknown_to_the_preferred_dataset_is_not_read_from_the_other()
    {
        var set = new ObservationSet(Precedence.Mark(new Observed().From("a").Without(Area, 2018, Indicator, ObservedState.Unknown).From("b").Value(Area, 2018, Indicator, 4).All));

        Assert.Equal(ObservedState.Unknown, set.Find(AreaCode.Parse(Area), new Period(2018), Indicator)!.Value.State);
    }

    [Fact]
    public void In_the_boundaries_of_each_year_the_first_that_holds_them_counts()
    {
        foreach (var order in (string[][])[["a", "b"], ["b", "a"]])
        {
            var observed = new Observed();
            foreach (var dataset in order)
            {
                observed.From(dataset).Value(Area, 2019, Indicator, dataset == "a" ? 1 : 2, boundaryYear: dataset == "a" ? 2018 : 2019);
            }

            var set = new ObservationSet(Precedence.Mark(observed.All));

            Assert.Equal(1, Number(set, 2019));
            Assert.Equal(2, set.Find(AreaCode.Parse(Area), new Period(2019), Indicator, 2019)!.Value.Number);
            Assert.Equal(1, set.Find(AreaCode.Parse(Area), new Period(2019), Indicator, 2018)!.Value.Number);
            Assert.Equal(2, set.All.Count);
        }
    }

    [Fact]
    public void The_one_that_counts_in_a_year_can_be_asked_for() =>
        Assert.Equal(("b", "a", null), (Precedence.FindCounting(Indicator, new Period(2017), "a", "b"), Precedence.FindCounting(Indicator, new Period(2018), "b", "a"), Precedence.FindCounting(Indicator, new Period(2017), "a")));

    private static DatasetPrecedence Declared(params RankedDataset[] order) =>
        new(new Dictionary<string, IReadOnlyList<RankedDataset>>(StringComparer.Ordinal) { [Indicator] = order });

    private static decimal? Number(ObservationSet set, int year) => set.Find(AreaCode.Parse(Area), new Period(year), Indicator)?.Value.Number;
}
