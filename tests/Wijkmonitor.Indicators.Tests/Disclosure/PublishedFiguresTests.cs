using System.Globalization;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Disclosure;

/// <summary>Lets a solver infer from all figures that are shown: of counts, of shares, of parts that make a whole, and of custom areas.</summary>
public sealed class PublishedFiguresTests
{
    private const int Year = 2017;
    private static readonly SuppressionRule Rule = new();

    [Fact]
    public void A_solver_infers_of_no_withheld_figure_more_than_declared()
    {
        var (withheld, wins) = Attack(cities: 30, observed => DisclosureControl.Apply(observed.All, IndicatorCatalogueTests.Shipped(), Rule, observed.Customs));

        Assert.True(withheld > 250, $"{withheld} were withheld");
        Assert.Empty(wins);
    }

    [Fact]
    public void A_solver_with_all_published_figures_infers_no_more_than_from_those_alone()
    {
        var (withheld, wins) = Attack(
            cities: 30, observed => DisclosureControl.Apply(observed.All, IndicatorCatalogueTests.Shipped(), Rule, observed.Customs), new Form(PublishedIn: 4));

        Assert.True(withheld > 200, $"{withheld} were withheld");
        Assert.True(wins.Count == 0, string.Join('\n', wins));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void A_solver_infers_no_more_from_areas_without_a_figure_or_total(bool hasGaps, bool onlyCityHasWhole)
    {
        var (withheld, wins) = Attack(
            cities: 30, observed => DisclosureControl.Apply(observed.All, IndicatorCatalogueTests.Shipped(), Rule, observed.Customs), new Form(HasGaps: hasGaps, OnlyCityHasWhole: onlyCityHasWhole));

        Assert.True(withheld > 50, $"{withheld} were withheld");
        Assert.True(wins.Count == 0, string.Join('\n', wins));
    }

    [Fact]
    public void A_solver_wins_where_only_the_small_figures_are_withheld()
    {
        var (_, wins) = Attack(cities: 20, observed => [.. observed.All.Select(o => observed.IsSmall(o) ? o with { Value = ObservedValue.Suppressed } : o)]);

        Assert.True(wins.Count > 50, $"{wins.Count} were inferred");
    }

    [Fact]
    public void Parts_that_make_a_whole_are_withheld_together_where_only_the_municipality_has_the_whole()
    {
        var observed = new Observed()
            .Value("BU01530000", Year, "corporation_residents", 3).Value("BU01530000", Year, "other_residents", 50)
            .Value("BU01530001", Year, "corporation_residents", 100).Value("BU01530001", Year, "other_residents", 200)
            .Value("GM0153", Year, "inhabitants", 353);

        Assert.Equal(["BU01530000/corporation_residents", "BU01530000/other_residents"], Hidden(observed));
    }

    [Fact]
    public void Few_people_are_not_known_from_their_parts_where_only_the_municipality_has_the_whole()
    {
        var observed = new Observed()
            .Value("BU01530000", Year, "corporation_residents", 3).Value("BU01530000", Year, "other_residents", 0)
            .Value("BU01530001", Year, "corporation_residents", 100).Value("BU01530001", Year, "other_residents", 200)
            .Value("BU01530002", Year, "corporation_residents", 300).Value("BU01530002", Year, "other_residents", 400)
            .Value("GM0153", Year, "inhabitants", 1003);

        Assert.Equal(
            ["BU01530000/corporation_residents", "BU01530000/other_residents", "BU01530001/corporation_residents", "BU01530001/other_residents"], Hidden(observed));
    }

    [Fact]
    public void A_custom_area_of_a_district_without_a_figure_is_the_sum_of_its_neighbourhoods()
    {
        var observed = new Observed().Value("BU01530000", Year, "inhabitants", 3).Value("BU01530001", Year, "inhabitants", 200).Value("CU0153-a", Year, "inhabitants", 203);

        Assert.Equal(["BU01530000/inhabitants", "CU0153-a/inhabitants"], Hidden(observed, Custom("a", ("WK015300", 1))));
    }

    [Fact]
    public void A_custom_area_does_not_give_away_a_neighbourhood_by_one_without_a_figure()
    {
        // Of the second neighbourhood nothing was delivered, but the district less the custom area is the first. Without that figure the second is in the way.
        var observed = new Observed().Value("WK015300", Year, "inhabitants", 603).Value("BU01530000", Year, "inhabitants", 3).Value("BU01530002", Year, "inhabitants", 400)
            .Value("CU0153-a", Year, "inhabitants", 600);

        Assert.Equal(
            ["BU01530000/inhabitants", "CU0153-a/inhabitants"], Hidden(observed, Custom("a", ("BU01530001", 1), ("BU01530002", 1))));
    }

    [Fact]
    public void Few_people_of_a_neighbourhood_without_a_figure_do_not_follow_from_a_custom_area()
    {
        var observed = new Observed().Value("BU01530002", Year, "inhabitants", 400).Value("CU0153-a", Year, "inhabitants", 403);

        Assert.Equal(["CU0153-a/inhabitants"], Hidden(observed, Custom("a", ("BU01530001", 1), ("BU01530002", 1))));
        Assert.Empty(Hidden(observed, Custom("a", ("BU01530001", 1), ("BU01530002", 1), ("BU01530003", 1))));
    }

    [Fact]
    public void Custom_areas_that_cover_the_municipality_are_tied_by_its_total()
    {
        var observed = new Observed().Value("GM0153", Year, "inhabitants", 803)
            .Value("CU0153-a", Year, "inhabitants", 3).Value("CU0153-b", Year, "inhabitants", 300).Value("CU0153-c", Year, "inhabitants", 500);
        CustomArea[] customs = [Custom("a", ("BU01530000", 1), ("BU01530001", 1)), Custom("b", ("BU01530002", 1), ("BU01530003", 1)), Custom("c", ("BU01530004", 1), ("BU01530005", 1))];

        Assert.Equal(["CU0153-a/inhabitants", "CU0153-b/inhabitants"], Hidden(observed, customs));
    }

    [Fact]
    public void Custom_areas_that_are_a_part_of_the_municipality_are_not_tied_by_it()
    {
        var observed = new Observed().Value("GM0153", Year, "inhabitants", 90_000).Value("CU0153-a", Year, "inhabitants", 3).Value("CU0153-b", Year, "inhabitants", 300);

        Assert.Equal(["CU0153-a/inhabitants"], Hidden(observed, Custom("a", ("BU01530000", 1), ("BU01530001", 1)), Custom("b", ("BU01530002", 1), ("BU01530003", 1))));
    }

    [Fact]
    public void A_custom_area_with_half_a_neighbourhood_does_not_bound_it()
    {
        var observed = new Observed().Value("BU01530000", Year, "inhabitants", 3).Value("BU01530001", Year, "inhabitants", 200).Value("CU0153-a", Year, "inhabitants", 202);

        Assert.Equal(["BU01530000/inhabitants", "CU0153-a/inhabitants"], Hidden(observed, Custom("a", ("BU01530000", 0.5m), ("BU01530001", 1))));
    }

    [Theory]
    [InlineData(-3, true)]
    [InlineData(0, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(-12, false)]
    public void A_difference_of_few_households_is_withheld(int difference, bool isWithheld) =>
        Assert.Equal(isWithheld, Hidden(new Observed().Value("BU01530000", Year, "stronger_net_outflow", difference)).Count > 0);

    [Fact]
    public void Two_boundary_years_of_one_period_do_not_give_away_a_neighbourhood_that_was_split()
    {
        // The neighbourhood 00 is 01 and 02 in the next year: the municipality less what stayed is the two together.
        var observed = new Observed()
            .Value("GM0153", Year, "inhabitants", 303).Value("BU01530009", Year, "inhabitants", 200).Value("BU01530000", Year, "inhabitants", 103)
            .Value("BU01530009", Year, "inhabitants", 200, boundaryYear: 2017).Value("BU01530001", Year, "inhabitants", 3, boundaryYear: 2017)
            .Value("BU01530002", Year, "inhabitants", 100, boundaryYear: 2017);

        Assert.Equal(["BU01530001/inhabitants", "BU01530002/inhabitants"], Hidden(observed));
    }

    private static List<string> Hidden(Observed observed, params IReadOnlyCollection<CustomArea> customAreas) =>
        [.. DisclosureControl.Apply(observed.All, IndicatorCatalogueTests.Shipped(), Rule, customAreas)
            .Where(o => o.Value.State == ObservedState.Suppressed).Select(o => $"{o.Area}/{o.Indicator}").Order(StringComparer.Ordinal)];

    private static CustomArea Custom(string name, params IReadOnlyList<(string Area, decimal Weight)> parts) => new(
        new Area(AreaCode.Parse($"CU0153-{name}"), name, 2016), [.. parts.Select((part, line) => new CustomAreaPart(AreaCode.Parse(part.Area), part.Weight, line + 2))], "custom");

    private static (int Withheld, List<string> Wins) Attack(int cities, Func<City, IReadOnlyList<Observation>> protect, Form? form = null)
    {
        var random = new Random(23);
        List<string> wins = [];
        var withheld = 0;
        for (var turn = 0; turn < cities; turn++)
        {
            var city = new City(random, form ?? new Form());
            var shown = protect(city);
            withheld += shown.Count(o => o.Value.State == ObservedState.Suppressed);
            using var attacker = CreateAttacker(city, shown);
            using var other = CreateAttacker(city, [.. shown.Where(o => o.IsPublished)]);
            foreach (var (key, truth) in city.Truth.Where(count => City.IsWithheld(count.Key, shown)))
            {
                var width = Math.Min(Rule.Width, (int)city.GetBound(key, shown));
                if (attacker.Wins(key, truth, Rule.Limit, width) && !other.Wins(key, truth, Rule.Limit, width))
                {
                    wins.Add(string.Create(CultureInfo.InvariantCulture, $"city {turn}: {key} = {truth} is {attacker.Infer(key)}"));
                }
            }
        }

        return (withheld, wins);
    }

    // Every count, part and rest of every area; what is shown of them; and all that everybody knows to hold.
    private static LinearAttacker CreateAttacker(City city, IReadOnlyList<Observation> shown)
    {
        var attacker = new LinearAttacker();
        var known = shown.Where(o => o.Value.Number is not null).ToDictionary(o => (o.Area.Value, o.Indicator), o => o.Value.Number!.Value);
        foreach (var area in city.Areas)
        {
            decimal? whole = known.TryGetValue((area, "inhabitants"), out var people) ? people : null;
            attacker.Add($"{area}/whole", whole);
            foreach (var part in City.Parts)
            {
                attacker.Add($"{area}/{part}", known.TryGetValue((area, part), out var number) && part != "social_assistance" ? number : null);
                attacker.Add($"{area}/not {part}", null);
                attacker.AddSum($"{area}/whole", [($"{area}/{part}", 1), ($"{area}/not {part}", 1)]);
            }

            if (known.TryGetValue((area, "social_assistance"), out var share))
            {
                attacker.AddSum($"{area}/social_assistance", [($"{area}/whole", (double)share / 100)]);
            }

            attacker.AddSum($"{area}/whole", [($"{area}/corporation_residents", 1), ($"{area}/other_residents", 1)]);
        }

        foreach (var (total, parts) in city.Sums)
        {
            foreach (var what in (string[])["whole", .. City.Parts])
            {
                attacker.AddSum($"{total}/{what}", parts.Select(part => ($"{part}/{what}", 1.0)));
            }
        }

        return attacker;
    }

    /// <summary>Kinds of figures of a city.</summary>
    private sealed record Form(int PublishedIn = 0, bool HasGaps = false, bool OnlyCityHasWhole = false);

    /// <summary>A city of districts, neighbourhoods and custom areas, with its people and parts of them.</summary>
    private sealed class City
    {
        public static readonly string[] Parts = ["social_assistance", "active_residents", "corporation_residents", "other_residents"];

        private readonly Observed observed = new();
        private readonly Form form;
        private readonly Func<int, bool> chance;

        public City(Random random, Form form)
        {
            this.form = form;
            chance = oneIn => oneIn > 0 && random.Next(oneIn) == 0;
            var neighbourhoods = new Dictionary<string, decimal[]>(StringComparer.Ordinal);
            for (var district = 0; district < random.Next(1, 4); district++)
            {
                for (var n = 0; n < random.Next(2, 7); n++)
                {
                    var whole = random.Next(5) == 0 ? random.Next(0, 9) : random.Next(30, 400);
                    var corporation = random.Next(0, whole + 1);
                    neighbourhoods.Add($"BU0153{district:00}{n:00}", [whole, random.Next(0, whole + 1), random.Next(0, whole + 1), corporation, whole - corporation]);
                }
            }

            List<string> all = [.. neighbourhoods.Keys];
            Sums.AddRange(all.GroupBy(key => string.Concat("WK", key.AsSpan(2, 6))).Select(district => (district.Key, district.ToList())));
            Sums.Add(("GM0153", all));
            if (all.Count > 3)
            {
                Sums.Add(("CU0153-a", [.. all.Skip(2)]));
                Sums.Add(("CU0153-b", [.. all.Where((_, place) => place % 2 == 0)]));
            }

            foreach (var key in all)
            {
                Add(key, neighbourhoods[key]);
            }

            foreach (var (total, parts) in Sums)
            {
                Add(total, [.. Enumerable.Range(0, 5).Select(what => parts.Sum(part => neighbourhoods[part][what]))]);
            }

            Customs = [.. Sums.Where(sum => sum.Total.StartsWith("CU", StringComparison.Ordinal)).Select(sum => Custom(sum.Total[7..], [.. sum.Parts.Select(part => (part, 1m))]))];
        }

        public IReadOnlyList<Observation> All => observed.All;

        public List<(string Total, List<string> Parts)> Sums { get; } = [];

        public List<CustomArea> Customs { get; }

        public List<string> Areas { get; } = [];

        public Dictionary<string, decimal> Truth { get; } = new(StringComparer.Ordinal);

        public bool IsSmall(Observation o) =>
            Truth[$"{o.Area}/{(o.Indicator == "inhabitants" ? "whole" : o.Indicator)}"] < Rule.Limit
            || (o.Indicator != "inhabitants" && Truth[$"{o.Area}/not {o.Indicator}"] < Rule.Limit);

        // Where there is no whole, nobody takes a rest of it.
        public static bool IsWithheld(string key, IReadOnlyList<Observation> shown) => shown.Any(o =>
            o.Value.State == ObservedState.Suppressed
            && (!key.Contains("/not ", StringComparison.Ordinal) || shown.Any(whole => whole.Area == o.Area && whole.Indicator == "inhabitants"))
            && (key == $"{o.Area}/{(o.Indicator == "inhabitants" ? "whole" : o.Indicator)}" || key == $"{o.Area}/not {o.Indicator}"));

        // A part is no more than its whole, where that is shown.
        public decimal GetBound(string key, IReadOnlyList<Observation> shown)
        {
            var area = key[..key.IndexOf('/', StringComparison.Ordinal)];
            return key.EndsWith("/whole", StringComparison.Ordinal) || !shown.Any(o => o.Area.Value == area && o is { Indicator: "inhabitants", Value.Number: not null })
                ? int.MaxValue : Truth[$"{area}/whole"];
        }

        private void Add(string area, decimal[] counts)
        {
            Areas.Add(area);
            Truth.Add($"{area}/whole", counts[0]);
            var (hasFigures, hasWhole) = (!form.HasGaps || area[0] is 'G' or 'C' || !chance(4), !form.OnlyCityHasWhole || area[0] == 'G');
            var isWholePublished = chance(form.PublishedIn);
            if (hasFigures && hasWhole)
            {
                observed.Value(area, Year, "inhabitants", counts[0]).With(isPublished: isWholePublished);
            }

            foreach (var (place, part) in Parts.Index())
            {
                var count = counts[place + 1];
                Truth.Add($"{area}/{part}", count);
                Truth.Add($"{area}/not {part}", counts[0] - count);
                if (hasFigures && (part == "social_assistance" ? counts[0] > 0 && hasWhole : hasWhole || part is "corporation_residents" or "other_residents"))
                {
                    observed.Value(area, Year, part, part == "social_assistance" ? 100 * count / counts[0] : count)
                        .With(isPublished: part == "other_residents" ? observed.All[^2].IsPublished : isWholePublished && chance(form.PublishedIn));
                }
            }
        }
    }
}
