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

    [Fact]
    public void A_solver_that_remembers_infers_no_more_than_declared()
    {
        var (withheld, wins) = Attack(cities: 200, remembers: true);

        Assert.True(withheld > 800, $"{withheld} were withheld");
        Assert.True(wins.Count == 0, string.Join('\n', wins));
    }

    [Fact]
    public void A_solver_that_remembers_wins_from_a_monitor_that_does_not()
    {
        var (_, wins) = Attack(cities: 40, remembers: false);

        Assert.True(wins.Count > 20, $"{wins.Count} were inferred");
    }

    private static (int Withheld, List<string> Wins) Attack(int cities, bool remembers)
    {
        var random = new Random(29);
        List<string> wins = [];
        var withheld = 0;
        for (var turn = 0; turn < cities; turn++)
        {
            var city = new City(random);
            var history = new PublishedHistory(remembers);
            history.Publish(city.Deliver(), new SuppressionRule(), city.CustomAreas);
            city.Correct();
            history.Publish(city.Deliver(), new SuppressionRule(), city.CustomAreas);
            city.AddTotals();
            history.Publish(city.Deliver(), new SuppressionRule(), city.CustomAreas);
            city.AddCustomArea();
            history.Publish(city.Deliver(), new SuppressionRule(), city.CustomAreas);
            city.Correct();
            history.Publish(city.Deliver(), new SuppressionRule(turn % 2 == 0 ? 3 : 5), city.CustomAreas);
            withheld += FindWins(turn, city, history, wins);
        }

        return (withheld, wins);
    }

    // The same count of the same area is one unknown, whenever it was delivered: the solver knows what was not corrected.
    private static int FindWins(int turn, City city, PublishedHistory history, List<string> wins)
    {
        using var attacker = new LinearAttacker();
        var shown = history.Tables.SelectMany(table => table.Shown).Where(o => o.Value.Number is not null).Select(ToKey).ToHashSet(StringComparer.Ordinal);
        var all = history.Tables.SelectMany(table => table.Delivered).DistinctBy(ToKey).ToList();
        all.ForEach(o => attacker.Add(ToKey(o), shown.Contains(ToKey(o)) ? o.Value.Number : null));
        foreach (var table in history.Tables)
        {
            var now = table.Delivered.ToDictionary(o => o.Area.Value, ToKey);
            foreach (var (total, parts) in city.Sums.Where(sum => now.ContainsKey(sum.Total)))
            {
                attacker.AddSum(now[total], parts.Select(part => (now[part], 1.0)));
            }
        }

        var hidden = all.FindAll(o => !shown.Contains(ToKey(o)));
        foreach (var observation in hidden)
        {
            var key = ToKey(observation);
            var rules = history.Tables.Where(table => table.Delivered.Select(ToKey).Contains(key)).Select(table => table.Rule).ToList();
            var rule = rules.MinBy(declared => declared.Limit)!;
            if (attacker.Wins(key, observation.Value.Number!.Value, rule.Limit, rule.Width))
            {
                wins.Add(string.Create(CultureInfo.InvariantCulture, $"city {turn}: {key} is {attacker.Infer(key)}"));
            }
        }

        return hidden.Count;
    }

    private static string ToKey(Observation observation) => string.Create(CultureInfo.InvariantCulture, $"{observation.Area}={observation.Value.Number ?? -1}");

    /// <summary>A city of which more and more is delivered, with corrections.</summary>
    private sealed class City
    {
        private readonly Random random;
        private readonly Dictionary<string, int> neighbourhoods = new(StringComparer.Ordinal);

        public City(Random random)
        {
            this.random = random;
            for (var district = 0; district < random.Next(1, 4); district++)
            {
                for (var n = 0; n < random.Next(2, 7); n++)
                {
                    neighbourhoods.Add($"BU0153{district:00}{n:00}", Draw());
                }
            }

            Sums.Add(("GM0153", [.. neighbourhoods.Keys]));
        }

        public List<(string Total, List<string> Parts)> Sums { get; } = [];

        public List<CustomArea> CustomAreas { get; } = [];

        public IReadOnlyList<Observation> Deliver()
        {
            var observed = new Observed();
            foreach (var (area, count) in neighbourhoods)
            {
                observed.Value(area, Year, "inhabitants", count);
            }

            Sums.ForEach(sum => observed.Value(sum.Total, Year, "inhabitants", sum.Parts.Sum(part => neighbourhoods[part])));
            return observed.All;
        }

        public void Correct()
        {
            foreach (var area in neighbourhoods.Keys.Where(_ => random.Next(3) == 0).ToList())
            {
                neighbourhoods[area] = Draw();
            }
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

        private int Draw() => random.Next(4) == 0 ? random.Next(0, 8) : random.Next(10, 400);
    }
}
