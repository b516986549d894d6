using System.Globalization;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Disclosure;

/// <summary>Lets a solver remember all that was ever public, and infer from all of it together.</summary>
public sealed class RememberingAttackerTests
{
    private const int Year = 2017;
    private const string Whole = "inhabitants";
    private const string Part = "active_residents";

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public void A_solver_that_remembers_infers_no_more_than_declared(bool hasParts, bool withdraws)
    {
        var (withheld, wins) = Attack(cities: 200, () => new PublishedHistory(), hasParts, withdraws);

        Assert.True(withheld > 600, $"{withheld} were withheld");
        Assert.True(wins.Count == 0, string.Join('\n', wins));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_solver_that_remembers_wins_from_a_monitor_that_does_not(bool hasParts)
    {
        var (_, wins) = Attack(cities: 40, () => new PublishedHistory(remembers: false), hasParts, withdraws: false);

        Assert.True(wins.Count > 20, $"{wins.Count} were inferred");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_solver_that_remembers_wins_from_a_monitor_that_forgets_figures_that_left_the_tables(bool hasParts)
    {
        var (_, wins) = Attack(cities: 200, () => new PublishedHistory(keepsDeparted: false), hasParts, withdraws: true);

        Assert.True(wins.Count > 20, $"{wins.Count} were inferred");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Figures_that_left_and_came_back_withhold_no_more_than_if_they_had_stayed(bool hasParts)
    {
        var random = new Random(31);
        var (withheld, expected) = (0, 0);
        for (var turn = 0; turn < 100; turn++)
        {
            var city = new City(random, hasParts);
            var (leaves, stays) = (new PublishedHistory(), new PublishedHistory());
            city.AddTotals();
            foreach (var corrects in (bool[])[false, true, true])
            {
                if (corrects)
                {
                    city.Correct();
                }

                var delivered = city.Deliver();
                expected += PublishedHistory.Hidden(stays.Publish(delivered, new SuppressionRule())).Count;
                leaves.Publish(delivered, new SuppressionRule());
                leaves.Publish([.. delivered.Where(o => o.Area.Level != AreaLevel.Neighbourhood)], new SuppressionRule());
                leaves.Publish([], new SuppressionRule());
                withheld += PublishedHistory.Hidden(leaves.Publish(delivered, new SuppressionRule())).Count;
            }
        }

        Assert.InRange(withheld, expected * 9 / 10, expected);
    }

    private static (int Withheld, List<string> Wins) Attack(int cities, Func<PublishedHistory> createHistory, bool hasParts, bool withdraws)
    {
        var random = new Random(29);
        List<string> wins = [];
        var withheld = 0;
        for (var turn = 0; turn < cities; turn++)
        {
            var city = new City(random, hasParts);
            var history = createHistory();
            void Publish(int limit = SuppressionRule.DefaultLimit)
            {
                if (withdraws)
                {
                    city.WithdrawAndReturn();
                }

                history.Publish(city.Deliver(), new SuppressionRule(limit), city.CustomAreas);
            }

            Publish();
            city.Correct();
            Publish();
            city.AddTotals();
            Publish();
            city.AddCustomArea();
            Publish();
            city.Correct();
            Publish(turn % 2 == 0 ? 3 : SuppressionRule.DefaultLimit);
            withheld += FindWins(turn, city, history, wins);
        }

        return (withheld, wins);
    }

    private static int FindWins(int turn, City city, PublishedHistory history, List<string> wins)
    {
        List<LinearAttacker> attackers = [.. Enumerable.Range(0, history.Tables.Count + 1).Select(seen => CreateAttacker(city, history, seen))];
        var shown = FindShown(history.Tables);
        var hidden = history.Tables.SelectMany(table => table.Delivered).DistinctBy(ToKey).Where(o => !shown.Contains(ToKey(o))).ToList();
        foreach (var observation in hidden)
        {
            var first = history.Tables.FindIndex(table => table.Delivered.Any(o => ToKey(o) == ToKey(observation)));
            var bound = history.Tables.FindAll(table => table.Delivered.Any(o => ToKey(o) == ToKey(observation))).Min(table => FindBound(observation, table, shown));
            Infer(ToKey(observation), observation.Value.Number!.Value, first, bound);
        }

        // Where the part follows from what was public before, so does the rest.
        foreach (var (key, part, truth, first, bound) in FindRests(history, shown))
        {
            if (attackers[first].Infer(part) is var (low, high) && high - low > 0.5)
            {
                Infer(key, truth, first, bound);
            }
        }

        attackers.ForEach(attacker => attacker.Dispose());
        return hidden.Count;

        // What was declared when it was delivered, or of a part under a changed whole since; and more than follows from what was public before that, which
        // nothing can change.
        void Infer(string key, decimal truth, int first, int bound)
        {
            var limit = city.HasParts ? history.Tables.Skip(first).Min(table => table.Rule.Limit) : history.Tables[first].Rule.Limit;
            var width = Math.Min(limit, bound);
            if (attackers[^1].Wins(key, truth, Math.Min(limit, width + 1), width) && !attackers[first].Wins(key, truth, Math.Min(limit, width + 1), width))
            {
                wins.Add(string.Create(CultureInfo.InvariantCulture, $"city {turn}: {key} is {attackers[^1].Infer(key)}"));
            }
        }
    }

    private static HashSet<string> FindShown(IEnumerable<PublishedTables> tables) =>
        tables.SelectMany(table => table.Shown).Where(o => o.Value.Number is not null).Select(ToKey).ToHashSet(StringComparer.Ordinal);

    // The same count of the same area is one unknown, whenever it was delivered: the solver knows what was not corrected.
    private static LinearAttacker CreateAttacker(City city, PublishedHistory history, int seen)
    {
        var attacker = new LinearAttacker();
        var shown = FindShown(history.Tables.Take(seen));
        foreach (var observation in history.Tables.SelectMany(table => table.Delivered).DistinctBy(ToKey))
        {
            attacker.Add(ToKey(observation), shown.Contains(ToKey(observation)) ? observation.Value.Number : null);
        }

        HashSet<string> rests = new(StringComparer.Ordinal);
        Dictionary<(string Area, string Indicator), Observation> last = [];
        history.Tables.ForEach(table => AddSums(attacker, city, table, last, rests));
        return attacker;
    }

    // Of a part that was not shown, over a whole that was.
    private static IEnumerable<(string Key, string Part, decimal Truth, int First, int Bound)> FindRests(PublishedHistory history, HashSet<string> shown) => history.Tables.Index()
        .SelectMany(table => table.Item.Delivered.GroupBy(o => o.Area).Where(area => area.Count() > 1).Select(area => (table.Index, Pair: ToPair([.. area]))))
        .Where(found => shown.Contains(ToKey(found.Pair.Whole)) && !shown.Contains(ToKey(found.Pair.Part)))
        .DistinctBy(found => ToRest(found.Pair), StringComparer.Ordinal)
        .Select(found => (ToRest(found.Pair), ToKey(found.Pair.Part), found.Pair.Whole.Value.Number!.Value - found.Pair.Part.Value.Number!.Value, found.Index, (int)found.Pair.Whole.Value.Number!.Value));

    private static (Observation Whole, Observation Part) ToPair(List<Observation> ofArea) => (ofArea.Find(o => o.Indicator == Whole)!, ofArea.Find(o => o.Indicator == Part)!);

    private static string ToRest((Observation Whole, Observation Part) pair) => $"{ToKey(pair.Whole)} less {ToKey(pair.Part)}";

    // What is not in the table it takes to be as it was last, where the sum holds with that.
    private static void AddSums(
        LinearAttacker attacker, City city, PublishedTables table, Dictionary<(string Area, string Indicator), Observation> last, HashSet<string> rests)
    {
        foreach (var observation in table.Delivered)
        {
            last[(observation.Area.Value, observation.Indicator)] = observation;
        }

        foreach (var (indicator, (total, parts)) in ((string[])[Whole, Part]).SelectMany(indicator => city.Sums.Select(sum => (indicator, sum))))
        {
            var (whole, among) = (last.GetValueOrDefault((total, indicator)), parts.ConvertAll(part => last.GetValueOrDefault((part, indicator))));
            if (whole is not null && !among.Contains(null) && among.Sum(part => part!.Value.Number) == whole.Value.Number)
            {
                attacker.AddSum(ToKey(whole), among.Select(part => (ToKey(part!), 1.0)));
            }
        }

        foreach (var area in table.Delivered.GroupBy(o => o.Area).Where(area => area.Count() > 1))
        {
            var pair = ToPair([.. area]);
            if (rests.Add(ToRest(pair)))
            {
                attacker.Add(ToRest(pair), null);
                attacker.AddSum(ToKey(pair.Whole), [(ToKey(pair.Part), 1), (ToRest(pair), 1)]);
            }
        }
    }

    // A part is no more than its whole, where that is known.
    private static int FindBound(Observation observation, PublishedTables table, HashSet<string> shown) =>
        observation.Indicator == Part && table.Delivered.Single(o => o.Area == observation.Area && o.Indicator == Whole) is var whole && shown.Contains(ToKey(whole))
            ? (int)whole.Value.Number!.Value : int.MaxValue;

    private static string ToKey(Observation observation) =>
        string.Create(CultureInfo.InvariantCulture, $"{observation.Area}/{observation.Indicator}={observation.Value.Number ?? -1}");

    /// <summary>A city of which more and more is delivered, with corrections.</summary>
    private sealed class City
    {
        private readonly Random random;
        private readonly Dictionary<string, (int Whole, int Part)> neighbourhoods = new(StringComparer.Ordinal);
        private readonly HashSet<string> withdrawn = new(StringComparer.Ordinal);

        public City(Random random, bool hasParts)
        {
            (this.random, HasParts) = (random, hasParts);
            for (var district = 0; district < random.Next(1, 4); district++)
            {
                for (var n = 0; n < random.Next(2, 7); n++)
                {
                    neighbourhoods.Add($"BU0153{district:00}{n:00}", Draw());
                }
            }

            Sums.Add(("GM0153", [.. neighbourhoods.Keys]));
        }

        public bool HasParts { get; }

        public List<(string Total, List<string> Parts)> Sums { get; } = [];

        public List<CustomArea> CustomAreas { get; } = [];

        public IReadOnlyList<Observation> Deliver()
        {
            var observed = new Observed();
            var all = neighbourhoods.Keys.Select(area => (Area: area, Parts: (List<string>)[area])).Concat(Sums.Select(sum => (Area: sum.Total, sum.Parts)));
            foreach (var (area, parts) in all.Where(found => !withdrawn.Contains(found.Area)))
            {
                observed.Value(area, Year, Whole, parts.Sum(part => neighbourhoods[part].Whole));
                if (HasParts)
                {
                    observed.Value(area, Year, Part, parts.Sum(part => neighbourhoods[part].Part));
                }
            }

            return observed.All;
        }

        public void Correct()
        {
            foreach (var area in neighbourhoods.Keys.Where(area => !withdrawn.Contains(area) && random.Next(3) == 0).ToList())
            {
                var (whole, part) = neighbourhoods[area];
                var (otherWhole, otherPart) = Draw();
                neighbourhoods[area] = random.Next(3) switch
                {
                    0 => (Math.Max(otherWhole, part), part),
                    1 => (whole, Math.Min(otherPart, whole)),
                    _ => (otherWhole, otherPart),
                };
            }
        }

        /// <summary>Leaves other areas out: one in three, or all of a level.</summary>
        public void WithdrawAndReturn()
        {
            withdrawn.Clear();
            var all = neighbourhoods.Keys.Concat(Sums.Select(sum => sum.Total)).ToList();
            withdrawn.UnionWith(random.Next(4) switch
            {
                0 => neighbourhoods.Keys,
                1 => all.Except(neighbourhoods.Keys),
                _ => all.Where(_ => random.Next(3) == 0),
            });
        }

        public void AddTotals() => Sums.AddRange(neighbourhoods.Keys.GroupBy(key => string.Concat("WK", key.AsSpan(2, 6))).Select(district => (district.Key, district.ToList())));

        public void AddCustomArea()
        {
            List<string> parts = [.. neighbourhoods.Keys.Where(_ => random.Next(2) == 0)];
            if (parts.Count > 1)
            {
                Sums.Add(("CU0153-a", parts));
                CustomAreas.Add(new CustomArea(
                    new Area(AreaCode.Parse("CU0153-a"), "a", 2016), [.. parts.Select((part, line) => new CustomAreaPart(AreaCode.Parse(part), 1, line + 2))], "custom"));
            }
        }

        private (int Whole, int Part) Draw()
        {
            var whole = random.Next(4) == 0 ? random.Next(0, 8) : random.Next(10, 400);
            return (whole, random.Next(0, whole + 1));
        }
    }
}
