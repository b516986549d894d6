using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Disclosure;

public sealed class DisclosureControlTests
{
    [Fact]
    public void A_count_below_five_is_withheld_with_every_figure_over_it()
    {
        var safe = Safe(new Observed().Value("BU01530001", 2017, "inhabitants", 4).Value("BU01530001", 2017, "social_assistance", 50).Value("BU01530001", 2017, "average_income", 20_000).Value("BU01530001", 2017, "burglaries", 250));

        Assert.All(safe, o => Assert.Equal(ObservedState.Suppressed, o.Value.State));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(95, true)]
    [InlineData(96, false)]
    public void A_share_that_reveals_fewer_than_five_people_is_withheld(int share, bool shown)
    {
        var safe = Safe(new Observed().Value("BU01530001", 2017, "inhabitants", 100).Value("BU01530001", 2017, "social_assistance", share));

        Assert.Equal((ObservedState.Known, shown ? ObservedState.Known : ObservedState.Suppressed), (safe[0].Value.State, safe[1].Value.State));
    }

    [Fact]
    public void A_sibling_is_withheld_against_subtraction_from_the_parent()
    {
        var safe = Safe(new Observed().Value("WK015300", 2017, "inhabitants", 1003).Value("BU01530000", 2017, "inhabitants", 3).Value("BU01530001", 2017, "inhabitants", 400).Value("BU01530002", 2017, "inhabitants", 600));

        Assert.Equal(["known", "suppressed", "suppressed", "known"], safe.Select(o => o.Value.State.ToString().ToLowerInvariant()));
    }

    [Fact]
    public void Larger_counts_are_unchanged_and_the_threshold_is_configurable()
    {
        var observed = new Observed().Value("BU01530001", 2017, "inhabitants", 8).Without("BU01530001", 2017, "social_assistance", ObservedState.Unknown).Value("BU01530001", 2017, "care_spending", 2);

        Assert.Equal(observed.All, Safe(observed));
        Assert.Equal(ObservedState.Suppressed, DisclosureControl.Apply(observed.All, IndicatorCatalogueTests.Shipped(), new SuppressionRule(10))[0].Value.State);
    }

    [Fact]
    public void A_share_without_its_denominator_is_unchanged()
    {
        var safe = Safe(new Observed().Value("BU01530001", 2017, "burglaries", 250).Value("BU01530002", 2017, "inhabitants", 400));

        Assert.All(safe, o => Assert.Equal(ObservedState.Known, o.Value.State));
    }

    [Fact]
    public void A_withheld_quarter_cannot_be_derived_from_the_year_and_its_other_quarters()
    {
        var quarters = new Observed().Value("BU01530001", 2017, "inhabitants", 400)
            .In("2017-Q1", "BU01530001", "inhabitants", 3).In("2017-Q2", "BU01530001", "inhabitants", 100).In("2017-Q3", "BU01530001", "inhabitants", 150).In("2017-Q4", "BU01530001", "inhabitants", 147)
            .In("2018-Q1", "BU01530001", "inhabitants", 100).In("2017-Q2", "BU01530002", "inhabitants", 80).In("2017-Q2", "BU01530002", "average_income", 20_000);

        var shown = Safe(quarters).Where(o => o.Value.State == ObservedState.Known).Select(o => $"{o.Area} {o.Period} {o.Indicator}");

        Assert.Equal(["BU01530001 2017 inhabitants", "BU01530001 2018-Q1 inhabitants"], shown);
    }

    [Fact]
    public void A_count_that_was_withheld_before_hides_the_months_and_school_years_around_it()
    {
        var observed = new Observed().Without("BU01530001", 2017, "inhabitants", ObservedState.Suppressed)
            .In("2017-SY", "BU01530001", "inhabitants", 100).In("2018-02", "BU01530001", "inhabitants", 50).In("2019-02", "BU01530001", "inhabitants", 50);

        Assert.Equal(["suppressed", "suppressed", "suppressed", "known"], Safe(observed).Select(o => o.Value.State.ToString().ToLowerInvariant()));
    }

    [Fact]
    public void Quarters_stay_as_they_are_where_nothing_is_withheld_or_nothing_else_was_delivered()
    {
        var whole = new Observed().Value("BU01530001", 2017, "inhabitants", 400).In("2017-Q1", "BU01530001", "inhabitants", 100).In("2017-Q2", "BU01530001", "inhabitants", 300);
        var only = new Observed().In("2017-Q1", "BU01530001", "inhabitants", 3).In("2017-Q2", "BU01530001", "inhabitants", 300);

        Assert.Equal(whole.All, Safe(whole));
        Assert.Equal(["suppressed", "known"], Safe(only).Select(o => o.Value.State.ToString().ToLowerInvariant()));
    }

    [Fact]
    public void The_attacker_finds_small_counts_without_full_suppression()
    {
        var found = 0;
        var random = new Random(5);
        for (var city = 0; city < 120; city++)
        {
            var (observed, truth) = RandomCity(random);
            var known = new Attacker([.. observed.All.Select(o => o.Indicator == "inhabitants" && o.Value.Number < 5 ? o with { Value = ObservedValue.Suppressed } : o)]).Everything();
            found += truth.Count(t => t.Value < 5 && known.TryGetValue(t.Key, out var count) && count == t.Value);
        }

        Assert.True(found > 100, $"{found} were found");
    }

    [Fact]
    public void The_attacker_derives_no_count_below_five()
    {
        var random = new Random(5);
        for (var city = 0; city < 120; city++)
        {
            var (observed, truth) = RandomCity(random);
            var known = new Attacker(Safe(observed)).Everything();

            foreach (var (cell, count) in truth)
            {
                Assert.False(count < 5 && known.TryGetValue(cell, out var found) && found == count, $"city {city}: {cell} = {count} can be had");
            }
        }
    }

    [Fact]
    public void Two_datasets_with_all_they_show_together_give_no_count_below_five()
    {
        var random = new Random(7);
        for (var city = 0; city < 120; city++)
        {
            var (observed, truth) = RandomCity(random);
            foreach (var observation in observed.All.ToList().Where(_ => random.Next(2) == 0))
            {
                observed.From("another").Value(observation.Area.Value, 2017, observation.Indicator, observation.Value.Number!.Value);
            }

            var known = new Attacker([.. Safe(observed).Where(o => o.Value.Number is not null)]).Everything();

            Assert.All(truth.Where(t => t.Value < 5), small => Assert.False(known.TryGetValue(small.Key, out var found) && found == small.Value, $"city {city}: {small.Key} can be had"));
        }
    }

    private static IReadOnlyList<Observation> Safe(Observed observed) => DisclosureControl.Apply(observed.All, IndicatorCatalogueTests.Shipped(), new SuppressionRule());

    private static (Observed Observed, Dictionary<string, decimal> Truth) RandomCity(Random random)
    {
        var observed = new Observed();
        var truth = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var city = (Whole: 0m, Part: 0m);
        void Add(string area, decimal whole, decimal part)
        {
            observed.Value(area, 2017, "inhabitants", whole);
            truth[$"whole/{area}"] = whole;
            if (whole > 0)
            {
                observed.Value(area, 2017, "social_assistance", 100 * part / whole);
                truth[$"part/{area}"] = part;
                truth[$"rest/{area}"] = whole - part;
            }
        }

        for (var district = 0; district < random.Next(1, 4); district++)
        {
            var sum = (Whole: 0m, Part: 0m);
            for (var n = 0; n < random.Next(1, 6); n++)
            {
                var whole = random.Next(4) == 0 ? random.Next(0, 9) : random.Next(5, 400);
                var part = random.Next(0, whole + 1);
                Add($"BU0153{district:00}{n:00}", whole, part);
                sum = (sum.Whole + whole, sum.Part + part);
            }

            Add($"WK0153{district:00}", sum.Whole, sum.Part);
            city = (city.Whole + sum.Whole, city.Part + sum.Part);
        }

        Add("GM0153", city.Whole, city.Part);
        return (observed, truth);
    }

    /// <summary>Takes what is shown and computes on until nothing new comes: shares of counts, rests, and the one part that a sum lacks.</summary>
    private sealed class Attacker(IReadOnlyList<Observation> shown)
    {
        private readonly Dictionary<string, decimal> known = new(StringComparer.Ordinal);

        public Dictionary<string, decimal> Everything()
        {
            foreach (var o in shown.Where(o => o.Indicator == "inhabitants" && o.Value.Number is not null))
            {
                known[$"whole/{o.Area}"] = o.Value.Number!.Value;
            }

            int before;
            do
            {
                before = known.Count;
                Divide();
                Subtract();
            }
            while (known.Count > before);
            return known;
        }

        private void Divide()
        {
            foreach (var o in shown.Where(o => o.Indicator == "social_assistance"))
            {
                var (whole, part, rest) = ($"whole/{o.Area}", $"part/{o.Area}", $"rest/{o.Area}");
                if (o.Value.Number is { } share)
                {
                    Learn(part, Known(whole) * share / 100);
                    Learn(whole, share == 0 ? null : Known(part) * 100 / share);
                    Learn(whole, share == 100 ? null : Known(rest) * 100 / (100 - share));
                }

                Learn(rest, Known(whole) - Known(part));
                Learn(part, Known(whole) - Known(rest));
                Learn(whole, Known(part) + Known(rest));
            }
        }

        private void Subtract()
        {
            var areas = shown.Select(o => o.Area.Value).Distinct().ToList();
            foreach (var what in new[] { "whole", "part", "rest" })
            {
                Sum(what, "GM0153", areas.Where(a => a.StartsWith("WK", StringComparison.Ordinal)));
                Sum(what, "GM0153", areas.Where(a => a.StartsWith("BU", StringComparison.Ordinal)));
                foreach (var district in areas.Where(a => a.StartsWith("WK", StringComparison.Ordinal)))
                {
                    Sum(what, district, areas.Where(a => a.StartsWith("BU" + district[2..], StringComparison.Ordinal)));
                }
            }
        }

        private void Sum(string what, string total, IEnumerable<string> parts)
        {
            var all = parts.Select(p => $"{what}/{p}").ToList();
            var lacking = all.Where(p => Known(p) is null).ToList();
            if (lacking.Count == 0)
            {
                Learn($"{what}/{total}", all.Sum(Known));
            }
            else if (lacking.Count == 1)
            {
                Learn(lacking[0], Known($"{what}/{total}") - all.Sum(p => Known(p) ?? 0));
            }
        }

        private decimal? Known(string cell) => known.TryGetValue(cell, out var value) ? value : null;

        private void Learn(string cell, decimal? value)
        {
            if (value is { } found)
            {
                known.TryAdd(cell, Math.Round(found));
            }
        }
    }
}
