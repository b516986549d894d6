using Wijkmonitor.Indicators.Disclosure;

namespace Wijkmonitor.Indicators.Tests.Disclosure;

public sealed class SuppressionTests
{
    private static readonly SuppressionRule Rule = new();

    [Fact]
    public void A_count_below_five_is_hidden_and_one_of_five_is_shown()
    {
        var found = Suppression.Compute([new("a", 4), new("b", 5), new("c", 0), new("d", 1)], [], Rule);

        Assert.Equal(["a", "c", "d"], found.Hidden);
        Assert.Empty(found.Secondary);
        Assert.Equal(["a", "d"], Suppression.Compute([new("a", 4), new("b", 5), new("c", 0), new("d", 1)], [], new SuppressionRule(HidesZero: false)).Hidden);
        Assert.Equal(["b"], Suppression.Compute([new("a", 10), new("b", 9)], [], new SuppressionRule(10)).Hidden);
    }

    [Fact]
    public void The_smallest_other_count_is_hidden_against_subtraction()
    {
        var found = Suppression.Compute([new("total", 40), new("a", 3), new("b", 20), new("c", 17)], [new("total", ["a", "b", "c"])], Rule);

        Assert.Equal(["a", "c"], found.Hidden);
        Assert.Equal(["c"], found.Secondary);
        Assert.Empty(found.Exposed);
    }

    [Fact]
    public void Two_hidden_counts_that_are_small_together_need_a_third()
    {
        var found = Suppression.Compute([new("total", 43), new("a", 2), new("b", 1), new("c", 40)], [new("total", ["a", "b", "c"])], Rule);

        Assert.Equal(["a", "b", "c"], found.Hidden);
    }

    [Fact]
    public void A_small_count_stays_hidden_in_a_row_and_a_column()
    {
        List<CountCell> cells =
        [
            new("a1", 3), new("a2", 12), new("a3", 15), new("a", 30),
            new("b1", 20), new("b2", 11), new("b3", 19), new("b", 50),
            new("c1", 17), new("c2", 13), new("c3", 30), new("c", 60),
            new("1", 40), new("2", 36), new("3", 64), new("all", 140),
        ];
        List<CellSum> sums =
        [
            new("a", ["a1", "a2", "a3"]), new("b", ["b1", "b2", "b3"]), new("c", ["c1", "c2", "c3"]),
            new("1", ["a1", "b1", "c1"]), new("2", ["a2", "b2", "c2"]), new("3", ["a3", "b3", "c3"]),
            new("all", ["a", "b", "c"]), new("all", ["1", "2", "3"]),
        ];

        var found = Suppression.Compute(cells, sums, Rule);

        Assert.Contains("a1", found.Hidden);
        Assert.Empty(found.Exposed);
        // Next to a1 is 12 in its row, and both together are known: it can be anything from 0 through 15.
        Assert.Equal((0, 15), Bounds("a1", cells, sums, found.Hidden));
        Assert.True(found.Hidden.Count <= 4, $"A square of four is enough; hidden are {string.Join(", ", found.Hidden)}.");
    }

    [Fact]
    public void A_total_of_totals_reveals_nothing()
    {
        // The district's other neighbourhoods are shown, so the small one would follow from the district, and the district from the city.
        List<CountCell> cells = [new("city", 100), new("w1", 40), new("w2", 60), new("b1", 2), new("b2", 38), new("b3", 25), new("b4", 35)];
        List<CellSum> sums = [new("city", ["w1", "w2"]), new("w1", ["b1", "b2"]), new("w2", ["b3", "b4"]), new("city", ["b1", "b2", "b3", "b4"])];

        var found = Suppression.Compute(cells, sums, Rule);

        Assert.Equal(["b1", "b2"], found.Hidden);
        Assert.Empty(found.Exposed);
    }

    [Fact]
    public void A_count_withheld_by_its_publisher_is_protected_too()
    {
        var found = Suppression.Compute([new("total", 40), new("a", null), new("b", 20), new("c", 17)], [new("total", ["a", "b", "c"])], Rule);

        Assert.Equal(["a", "c"], found.Hidden);
    }

    [Fact]
    public void A_count_that_cannot_be_hidden_is_reported_as_exposed()
    {
        // Both totals are the same sum but for one cell: it is the difference, whatever is hidden.
        var found = Suppression.Compute([new("t", 3), new("a", 3), new("b", 0)], [new("t", ["a", "b"]), new("t", ["a"])], Rule);

        Assert.Equal(["b"], found.Exposed);
    }

    [Fact]
    public void A_sum_over_an_unknown_cell_is_refused() =>
        Assert.Throws<ArgumentException>(() => Suppression.Compute([new("a", 3)], [new("t", ["a"])], Rule));

    // The attacker of the page: in random tables no small count can be derived from what is shown.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Solving_the_sums_of_random_tables_reveals_no_small_count(int seed)
    {
        var random = new Random(seed);
        for (var turn = 0; turn < 40; turn++)
        {
            var (cells, sums) = RandomTable(random, rows: random.Next(2, 6), columns: random.Next(2, 6));

            var found = Suppression.Compute(cells, sums, Rule);

            Assert.Empty(found.Exposed);
            Assert.All(cells.Where(c => Rule.IsTooSmall(c.Count!.Value)), c => Assert.Contains(c.Key, found.Hidden));
            foreach (var cell in cells.Where(c => Rule.IsTooSmall(c.Count!.Value)))
            {
                Assert.True(IsFree(cell.Key, found.Hidden, sums), $"{cell.Key} of table {seed}/{turn} follows from what is shown.");
            }
        }
    }

    private static (List<CountCell> Cells, List<CellSum> Sums) RandomTable(Random random, int rows, int columns)
    {
        var counts = new long[rows, columns];
        List<CountCell> cells = [];
        List<CellSum> sums = [];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                counts[r, c] = random.Next(4) == 0 ? random.Next(0, 5) : random.Next(5, 60);
                cells.Add(new($"{r}/{c}", counts[r, c]));
            }
        }

        for (var r = 0; r < rows; r++)
        {
            cells.Add(new($"row{r}", Enumerable.Range(0, columns).Sum(c => counts[r, c])));
            sums.Add(new($"row{r}", [.. Enumerable.Range(0, columns).Select(c => $"{r}/{c}")]));
        }

        for (var c = 0; c < columns; c++)
        {
            cells.Add(new($"column{c}", Enumerable.Range(0, rows).Sum(r => counts[r, c])));
            sums.Add(new($"column{c}", [.. Enumerable.Range(0, rows).Select(r => $"{r}/{c}")]));
        }

        cells.Add(new("all", counts.Cast<long>().Sum()));
        sums.Add(new("all", [.. Enumerable.Range(0, rows).Select(r => $"row{r}")]));
        sums.Add(new("all", [.. Enumerable.Range(0, columns).Select(c => $"column{c}")]));
        return (cells, sums);
    }

    // By another way than the code under test: the count can move when a change of hidden counts exists that leaves every sum as it is and moves this one,
    // that is, when taking its column out of the equations does not lower their rank.
    private static bool IsFree(string key, IReadOnlyList<string> hidden, IReadOnlyList<CellSum> sums)
    {
        var all = Matrix([.. hidden], sums);
        var without = Matrix([.. hidden.Where(h => h != key)], sums);
        return all.Rank() == without.Rank();
    }

    private static MathNet.Numerics.LinearAlgebra.Matrix<double> Matrix(List<string> unknowns, IReadOnlyList<CellSum> sums) =>
        MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(
            sums.Count,
            unknowns.Count + 1,
            (row, column) => column == unknowns.Count ? 0 : (sums[row].Parts.Contains(unknowns[column]) ? 1 : 0) - (sums[row].Total == unknowns[column] ? 1 : 0));

    // What a reader can say of a count who knows only that counts are 0 or more: by trying every value.
    private static (int Min, int Max) Bounds(string key, List<CountCell> cells, List<CellSum> sums, IReadOnlyList<string> hidden)
    {
        var known = cells.ToDictionary(c => c.Key, c => (int)c.Count!.Value);
        var open = hidden.ToList();
        List<int> possible = [];
        void Try(int at, Dictionary<string, int> guess)
        {
            if (at == open.Count)
            {
                if (sums.TrueForAll(s => s.Parts.Sum(p => guess[p]) == guess[s.Total!]))
                {
                    possible.Add(guess[key]);
                }

                return;
            }

            for (var value = 0; value <= 40; value++)
            {
                guess[open[at]] = value;
                Try(at + 1, guess);
            }
        }

        Try(0, new(known));
        return (possible.Min(), possible.Max());
    }
}
