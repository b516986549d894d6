using System.Globalization;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Disclosure;

/// <summary>Figures of one period in the boundaries of two years: a crosswalk ties what is withheld in the one to what is shown in the other.</summary>
public sealed class BoundaryTiesTests
{
    private const int Year = 2017;
    private static readonly SuppressionRule Rule = new();

    [Fact]
    public void A_neighbourhood_that_was_split_does_not_give_away_one_of_its_parts()
    {
        // Of no year is the municipality known.
        var observed = Before(("00", 103), ("09", 200)).After(("01", 3), ("02", 100), ("09", 200));
        var crosswalk = Ties(("00", "01", 0.03m), ("00", "02", 0.97m), ("09", "09", 1));

        Assert.Equal(["BU01530001"], Hidden(observed, Crosswalks.None));
        Assert.Equal(["BU01530001", "BU01530002"], Hidden(observed, crosswalk));
    }

    [Fact]
    public void Neighbourhoods_that_were_joined_do_not_give_each_other_away()
    {
        var observed = Before(("01", 3), ("02", 100), ("09", 200)).After(("00", 103), ("09", 200));
        var crosswalk = Ties(("01", "00", 1), ("02", "00", 1), ("09", "09", 1));

        Assert.Equal(["BU01530001"], Hidden(observed, Crosswalks.None));
        Assert.Equal(["BU01530001", "BU01530002"], Hidden(observed, crosswalk));
    }

    [Fact]
    public void Borders_that_moved_tie_all_neighbourhoods_on_both_sides_together()
    {
        var observed = Before(("01", 100), ("02", 90)).After(("03", 3), ("04", 107), ("05", 80));
        var crosswalk = Ties(("01", "03", 0.03m), ("01", "04", 0.97m), ("02", "04", 0.1m), ("02", "05", 0.9m));

        Assert.Equal(["BU01530003"], Hidden(observed, Crosswalks.None));
        Assert.Equal(2, Hidden(observed, crosswalk).Count);
    }

    [Fact]
    public void A_neighbourhood_that_kept_its_code_does_not_disclose_its_lost_part()
    {
        var observed = Before(("00", 103), ("09", 200)).After(("00", 100), ("01", 3), ("09", 200));
        var crosswalk = Ties(("00", "00", 0.97m), ("00", "01", 0.03m), ("09", "09", 1));

        Assert.Equal(["BU01530001"], Hidden(observed, Crosswalks.None));
        Assert.Equal(["BU01530000", "BU01530001"], Hidden(observed, crosswalk));
    }

    [Fact]
    public void A_neighbourhood_that_took_another_in_does_not_give_it_away()
    {
        var observed = Before(("00", 100), ("01", 3)).After(("00", 103));

        Assert.Equal(["BU01530000", "BU01530001"], Hidden(observed, Ties(("00", "00", 1), ("01", "00", 1))));
    }

    [Fact]
    public void Neighbourhoods_with_a_side_not_known_whole_are_not_tied()
    {
        var observed = Before(("00", 103)).After(("01", 3));

        Assert.Equal(["BU01530001"], Hidden(observed, Ties(("00", "01", 0.03m), ("00", "02", 0.97m))));
    }

    [Fact]
    public void Crosswalks_are_followed_one_after_the_other_and_in_either_direction()
    {
        var observed = Before(("01", 3), ("02", 100)).After(("00", 103));
        var steps = new Crosswalks([Entry(2016, "01", 2014, ("07", 1)), Entry(2016, "02", 2014, ("07", 1)), Entry(2014, "07", 2017, ("00", 1))]);
        var back = new Crosswalks([Entry(2017, "00", 2016, ("01", 0.03m), ("02", 0.97m))]);

        Assert.Equal(["BU01530001", "BU01530002"], Hidden(observed, steps));
        Assert.Equal(["BU01530001", "BU01530002"], Hidden(observed, back));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_solver_infers_of_no_withheld_figure_more_than_declared(bool hasMunicipality)
    {
        var (withheld, wins) = Attack(hasMunicipality, isTied: true);

        Assert.True(withheld > 150, $"{withheld} were withheld");
        Assert.True(wins.Count == 0, string.Join('\n', wins));
    }

    [Fact]
    public void A_solver_that_has_the_crosswalk_wins_where_figures_are_withheld_without_it() =>
        Assert.True(Attack(hasMunicipality: false, isTied: false).Wins.Count > 20);

    private static (int Withheld, List<string> Wins) Attack(bool hasMunicipality, bool isTied)
    {
        var random = new Random(7);
        List<string> wins = [];
        var withheld = 0;
        for (var turn = 0; turn < 60; turn++)
        {
            var city = new RedrawnCity(random, hasMunicipality);
            var shown = DisclosureControl.Apply(city.Observed.All, IndicatorCatalogueTests.Shipped(), Rule, [], isTied ? city.Crosswalks : Crosswalks.None);
            using var attacker = new LinearAttacker();
            foreach (var figure in shown)
            {
                attacker.Add(RedrawnCity.GetKey(figure), figure.Value.Number);
            }

            foreach (var (total, parts) in city.Sums)
            {
                attacker.AddSum(total, parts.Select(part => (part, 1.0)));
            }

            foreach (var (before, after) in city.Ties)
            {
                var tied = $"tied {string.Join(' ', before)}";
                attacker.Add(tied, null);
                attacker.AddSum(tied, before.Select(part => (part, 1.0)));
                attacker.AddSum(tied, after.Select(part => (part, 1.0)));
            }

            foreach (var (figure, truth) in shown.Zip(city.Observed.All).Where(pair => pair.First.Value.State == ObservedState.Suppressed))
            {
                withheld++;
                if (attacker.Wins(RedrawnCity.GetKey(figure), truth.Value.Number!.Value, Rule.Limit, Rule.Width))
                {
                    wins.Add(string.Create(CultureInfo.InvariantCulture, $"city {turn}: {RedrawnCity.GetKey(figure)} = {truth.Value.Number} is {attacker.Infer(RedrawnCity.GetKey(figure))}"));
                }
            }
        }

        return (withheld, wins);
    }

    private static List<string> Hidden(Delivered delivered, Crosswalks crosswalks) =>
        [.. DisclosureControl.Apply(delivered.Observed.All, IndicatorCatalogueTests.Shipped(), Rule, [], crosswalks)
            .Where(o => o.Value.State == ObservedState.Suppressed).Select(o => o.Area.Value).Distinct().Order(StringComparer.Ordinal)];

    private static Delivered Before(params IReadOnlyList<(string Area, int Count)> figures) => new Delivered(new Observed()).Add(2016, figures);

    private static Crosswalks Ties(params IReadOnlyList<(string From, string To, decimal Share)> shares) =>
        new(shares.GroupBy(share => share.From).Select(of => Entry(2016, of.Key, 2017, [.. of.Select(share => (share.To, share.Share))])));

    private static CrosswalkEntry Entry(int fromYear, string from, int toYear, params IReadOnlyList<(string To, decimal Share)> shares) =>
        new(fromYear, Neighbourhood(from), toYear, [.. shares.Select((share, line) => new CrosswalkShare(Neighbourhood(share.To), share.Share, line + 2))], "crosswalk");

    private static AreaCode Neighbourhood(string number) => AreaCode.Parse($"BU015300{number}");

    private sealed record Delivered(Observed Observed)
    {
        public Delivered After(params IReadOnlyList<(string Area, int Count)> figures) => Add(2017, figures);

        public Delivered Add(int boundaryYear, IReadOnlyList<(string Area, int Count)> figures)
        {
            foreach (var (area, count) in figures)
            {
                Observed.Value(Neighbourhood(area).Value, Year, "inhabitants", count, boundaryYear);
            }

            return this;
        }
    }

    /// <summary>A city whose neighbourhoods were redrawn: blocks of people that are in other neighbourhoods a year later.</summary>
    private sealed class RedrawnCity
    {
        public RedrawnCity(Random random, bool hasMunicipality)
        {
            List<(int Before, int After, int People)> blocks = [];
            for (int group = 0, before = 10, after = 40; group < random.Next(3, 7); group++)
            {
                // Unchanged, joined, split or with moved borders; of some the code stays.
                var (many, few) = (random.Next(1, 4), random.Next(1, 3));
                var isKept = random.Next(3) == 0;
                for (var n = 0; n < many; n++)
                {
                    blocks.Add((before + n, isKept && n == 0 ? before : after + (n % few), random.Next(3) == 0 ? random.Next(0, 5) : random.Next(20, 300)));
                    if (random.Next(3) == 0)
                    {
                        blocks.Add((before + n, after + few + n, random.Next(1, 90)));
                    }
                }

                (before, after) = (before + many, after + few + many);
            }

            AddYear(2016, blocks.GroupBy(block => block.Before), hasMunicipality);
            AddYear(2017, blocks.GroupBy(block => block.After), hasMunicipality);
            Crosswalks = new Crosswalks(blocks.GroupBy(block => block.Before).Select(CreateEntry));
            Ties = FindTies(blocks);
        }

        public Observed Observed { get; } = new();

        public Crosswalks Crosswalks { get; }

        public List<(string Total, List<string> Parts)> Sums { get; } = [];

        public List<(List<string> Before, List<string> After)> Ties { get; }

        public static string GetKey(Observation figure) => GetKey(figure.Area.Value, figure.BoundaryYear);

        private static string GetKey(string area, int boundaryYear) => string.Create(CultureInfo.InvariantCulture, $"{area}@{(area[0] == 'G' ? 0 : boundaryYear)}");

        private static string GetName(int number) => Neighbourhood(number.ToString(CultureInfo.InvariantCulture)).Value;

        private void AddYear(int boundaryYear, IEnumerable<IGrouping<int, (int Before, int After, int People)>> neighbourhoods, bool hasMunicipality)
        {
            List<string> parts = [];
            foreach (var blocks in neighbourhoods)
            {
                Observed.Value(GetName(blocks.Key), Year, "inhabitants", blocks.Sum(block => block.People), boundaryYear);
                parts.Add(GetKey(GetName(blocks.Key), boundaryYear));
            }

            if (hasMunicipality)
            {
                Sums.Add((GetKey("GM0153", 0), parts));
                if (boundaryYear == 2017)
                {
                    Observed.Value("GM0153", Year, "inhabitants", neighbourhoods.Sum(blocks => blocks.Sum(block => block.People)), boundaryYear);
                }
            }
        }

        // By homes, say, and not by people: what went where is an estimate.
        private static CrosswalkEntry CreateEntry(IGrouping<int, (int Before, int After, int People)> blocks)
        {
            var into = blocks.Select(block => block.After).Distinct().ToList();
            return Entry(
                2016, blocks.Key.ToString(CultureInfo.InvariantCulture), 2017,
                [.. into.Select(to => (to.ToString(CultureInfo.InvariantCulture), Math.Round(1m / into.Count, 3)))]);
        }

        private static List<(List<string> Before, List<string> After)> FindTies(List<(int Before, int After, int People)> blocks)
        {
            List<(HashSet<int> Before, HashSet<int> After)> found = [];
            foreach (var block in blocks)
            {
                var joined = found.FindAll(tie => tie.Before.Contains(block.Before) || tie.After.Contains(block.After));
                found.RemoveAll(joined.Contains);
                found.Add(([block.Before, .. joined.SelectMany(tie => tie.Before)], [block.After, .. joined.SelectMany(tie => tie.After)]));
            }

            return found.ConvertAll(tie => (
                tie.Before.Select(number => GetKey(GetName(number), 2016)).ToList(), tie.After.Select(number => GetKey(GetName(number), 2017)).ToList()));
        }
    }
}
