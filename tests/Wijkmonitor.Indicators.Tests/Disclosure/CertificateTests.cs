using System.Globalization;
using System.Numerics;
using Wijkmonitor.Indicators.Disclosure;

namespace Wijkmonitor.Indicators.Tests.Disclosure;

/// <summary>Hidden counts are protected as a system: two tables prove it, and an attacker with a solver finds no more.</summary>
public sealed class CertificateTests
{
    private static readonly SuppressionRule Rule = new();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 1)]
    [InlineData(2, 2)]
    public void A_custom_area_of_all_but_two_neighbourhoods_does_not_give_the_two_away(int first, int second)
    {
        List<CountCell> cells = [Bu("BU1", first), Bu("BU2", second), Bu("BU3", 200), Bu("BU4", 300), new("WK", 500 + first + second) { Order = 2 }, new("CU", 500)];
        List<CellSum> sums = [new("WK", ["BU1", "BU2", "BU3", "BU4"]), new("CU", ["BU3", "BU4"])];

        var found = Suppression.Compute(cells, sums, Rule);

        Assert.Contains("CU", found.Hidden);
        Assert.DoesNotContain("WK", found.Hidden);
        Assert.Empty(FindWins(cells, sums, found.Hidden, Rule));
        Assert.NotEmpty(FindWins(cells, sums, ["BU1", "BU2"], Rule));
    }

    [Theory]
    [InlineData(1, 10, 0)]
    [InlineData(2, 10, 6)]
    [InlineData(3, 6, 6)]
    public void A_city_of_600_neighbourhoods_withholds_at_most_twice_as_many_as_are_small(int seed, int perDistrict, int customAreas)
    {
        var (cells, sums) = CreateCity(new Random(seed), 600, perDistrict, customAreas);

        var found = Suppression.Compute(cells, sums, Rule);

        var small = cells.Where(IsSmall).Select(cell => cell.Key).ToList();
        Assert.True(found.Hidden.Count <= 2 * small.Count, $"{small.Count} are small and {found.Hidden.Count} are withheld");
        Assert.Empty(found.Exposed);
        AssertProved(cells, sums, found, Rule);
        Assert.Empty(FindWins(cells, sums, found.Hidden, Rule));
        Assert.NotEmpty(FindWins(cells, sums, small, Rule));
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(5, 12)]
    [InlineData(10, 10)]
    [InlineData(10, 3)]
    public void Inferred_ranges_are_as_wide_as_declared_in_random_cities(int limit, int width)
    {
        var rule = new SuppressionRule(limit, IntervalWidth: width);
        var random = new Random(limit * width);
        for (var turn = 0; turn < 40; turn++)
        {
            var (cells, sums) = CreateCity(random, random.Next(6, 40), random.Next(2, 8), random.Next(0, 5));

            var found = Suppression.Compute(cells, sums, rule);

            Assert.Empty(found.Exposed);
            AssertProved(cells, sums, found, rule);
            Assert.Empty(FindWins(cells, sums, found.Hidden, rule));
        }
    }

    [Fact]
    public void A_sole_resident_cannot_infer_a_small_count_of_the_next_neighbourhood()
    {
        List<CountCell> cells = [Bu("BU1", 1), Bu("BU2", 4), Bu("BU3", 40), new("WK", 45) { Order = 2 }];
        List<CellSum> sums = [new("WK", ["BU1", "BU2", "BU3"])];

        var found = Suppression.Compute(cells, sums, Rule);

        Assert.Equal(["BU1", "BU2", "BU3"], found.Hidden);
        Assert.Empty(FindWins([.. cells], sums, found.Hidden.Where(key => key != "BU1"), Rule));
    }

    [Fact]
    public void Neighbourhoods_that_are_empty_are_no_partners()
    {
        List<CountCell> cells = [Bu("BU1", 3), Bu("BU2", 0), Bu("BU3", 0), Bu("BU4", 30), new("WK", 33) { Order = 2 }];

        Assert.Equal(["BU1", "BU2", "BU3", "BU4"], Suppression.Compute(cells, [new("WK", ["BU1", "BU2", "BU3", "BU4"])], Rule).Hidden);
    }

    [Fact]
    public void A_custom_area_with_half_a_neighbourhood_is_a_sum_too()
    {
        List<CountCell> cells = [Bu("BU1", 3), Bu("BU2", 40), Bu("BU3", 50), new("WK", 93) { Order = 2 }, new("CU", 51)];
        List<CellSum> sums = [new("WK", ["BU1", "BU2", "BU3"]), new("CU", ["BU1", "BU3"], IsInPart: true)];

        var found = Suppression.Compute(cells, sums, Rule);

        Assert.Equal(["BU1", "BU2", "CU"], found.Hidden);
    }

    [Fact]
    public void The_order_in_which_counts_and_sums_are_given_changes_nothing()
    {
        var (cells, sums) = CreateCity(new Random(11), 200, 8, 0);

        var found = Suppression.Compute(cells, sums, Rule);
        var again = Suppression.Compute([.. Enumerable.Reverse(cells)], sums, Rule);

        Assert.Equal(found.Hidden, again.Hidden);
    }

    internal static (List<CountCell> Cells, List<CellSum> Sums) CreateCity(Random random, int neighbourhoods, int perDistrict, int customAreas)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var n = 0; n < neighbourhoods; n++)
        {
            counts.Add($"BU{n / perDistrict:000}{n % perDistrict:000}", random.Next(8) == 0 ? random.Next(0, 5) : random.Next(5, 2000));
        }

        List<string> all = [.. counts.Keys];
        List<CountCell> cells = [.. all.Select(key => Bu(key, counts[key])), new("GM", counts.Values.Sum()) { Order = 3 }];
        List<CellSum> sums = [new("GM", all)];
        var districts = all.GroupBy(key => string.Concat("WK", key.AsSpan(2, 3)), StringComparer.Ordinal).ToList();
        sums.Add(new CellSum("GM", [.. districts.Select(district => district.Key)]));
        foreach (var district in districts)
        {
            cells.Add(new CountCell(district.Key, district.Sum(key => counts[key])) { Order = 2 });
            sums.Add(new CellSum(district.Key, [.. district]));
        }

        var small = all.FindAll(key => counts[key] < 5);
        for (var custom = 0; custom < customAreas; custom++)
        {
            List<string> parts = custom % 3 == 0 && small.Count > 1
                ? [.. all.Except([small[custom % small.Count], small[(custom + 1) % small.Count]])]
                : [.. all.Where(_ => random.Next(custom % 3 == 1 ? 2 : 20) == 0)];
            if (parts.Count > 1)
            {
                cells.Add(new CountCell($"CU{custom}", parts.Sum(key => counts[key])));
                sums.Add(new CellSum($"CU{custom}", parts));
            }
        }

        return (cells, sums);
    }

    private static CountCell Bu(string key, long count) => new(key, count) { Order = 1 };

    private static bool IsSmall(CountCell cell) => Rule.IsTooSmall(cell.Count!.Value);

    // Everybody can check it: no count below zero, every sum as it is, nothing else than what is hidden changed, and far enough apart.
    private static void AssertProved(List<CountCell> cells, List<CellSum> sums, Suppression found, SuppressionRule rule)
    {
        Assert.Equal(found.Hidden, found.Certificates.Select(certificate => certificate.Key));
        foreach (var certificate in found.Certificates)
        {
            var truth = cells.Find(cell => cell.Key == certificate.Key).Count!.Value;
            var (low, high) = (certificate.Low[certificate.Key], certificate.High[certificate.Key]);
            Assert.True(high - low >= rule.Width, certificate.Key);
            Assert.True(truth >= rule.Limit || (low == 0 && high >= rule.Limit - 1), certificate.Key);
            AssertAgrees(certificate.Low, cells, sums, found.Hidden);
            AssertAgrees(certificate.High, cells, sums, found.Hidden);
        }
    }

    private static void AssertAgrees(IReadOnlyDictionary<string, BigInteger> table, List<CountCell> cells, List<CellSum> sums, IReadOnlyList<string> hidden)
    {
        var counts = cells.ToDictionary(cell => cell.Key, cell => table.TryGetValue(cell.Key, out var other) ? other : cell.Count!.Value, StringComparer.Ordinal);
        Assert.Equal(hidden, table.Keys.Order(StringComparer.Ordinal));
        Assert.True(counts.Values.All(count => count >= 0));
        Assert.All(sums, sum => Assert.Equal(counts[sum.Total!], sum.Parts.Aggregate(BigInteger.Zero, (all, part) => all + counts[part])));
    }

    private static List<string> FindWins(List<CountCell> cells, List<CellSum> sums, IEnumerable<string> hidden, SuppressionRule rule)
    {
        using var attacker = new LinearAttacker();
        HashSet<string> unknown = [.. hidden];
        cells.ForEach(cell => attacker.Add(cell.Key, unknown.Contains(cell.Key) ? null : cell.Count));
        sums.ForEach(sum => attacker.AddSum(sum.Total!, sum.Parts.Select(part => (part, 1.0))));
        List<string> won = [.. cells.Where(cell => unknown.Contains(cell.Key) && attacker.Wins(cell.Key, cell.Count!.Value, rule.Limit, rule.Width)).Select(cell => cell.Key)];

        // The hidden parts of every sum together too: the sum of few people is not known.
        foreach (var sum in sums)
        {
            List<string> together = [.. sum.Parts.Where(unknown.Contains)];
            if (together.Count > 1 && attacker.Infer(together).High < rule.Limit - 1e-4)
            {
                won.Add(string.Create(CultureInfo.InvariantCulture, $"parts of {sum.Total}"));
            }
        }

        return won;
    }
}
