namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>Search for what must be hidden in one table, which plays the reader who subtracts.</summary>
/// <remarks>
/// It solves the sums for the hidden counts, and hides one more for as long as a small one comes out. What it hides is not always the least that
/// would do, but it is the same every time.
/// </remarks>
internal sealed class SuppressionSearch
{
    // Cells and sums by number, as a municipality has many of both; cells are numbered in the order of their keys.
    private readonly string[] keys;
    private readonly long?[] counts;
    private readonly bool[] small;
    private readonly bool[] hidden;
    private readonly SuppressionEquation[] sums;
    private readonly List<int>[] sumsOf;
    private readonly int[] hiddenIn;
    private readonly SuppressionRule rule;
    private readonly SortedSet<int> exposed = [];

    /// <summary>A search in one table.</summary>
    /// <param name="cells">The counts, in the order of their keys.</param>
    /// <param name="sums">The sums, their cells by place.</param>
    /// <param name="rule">Rule for counts that are too small.</param>
    public SuppressionSearch(List<CountCell> cells, SuppressionEquation[] sums, SuppressionRule rule)
    {
        this.rule = rule;
        this.sums = sums;
        keys = [.. cells.Select(cell => cell.Key)];
        counts = [.. cells.Select(cell => cell.Count)];
        small = [.. counts.Select(count => count is not { } known || rule.IsTooSmall(known))];
        hidden = new bool[keys.Length];
        sumsOf = [.. keys.Select(_ => new List<int>())];
        foreach (var (number, sum) in this.sums.Index())
        {
            foreach (var cell in sum.Cells.Distinct())
            {
                sumsOf[cell].Add(number);
            }
        }

        hiddenIn = new int[this.sums.Length];
        foreach (var (cell, isSmall) in small.Index())
        {
            if (isSmall || cells[cell].IsHidden)
            {
                Hide(cell);
            }
        }
    }

    /// <summary>Hides until nothing small can be derived any more, or nothing is left to hide.</summary>
    public Suppression Run()
    {
        while (FindNextPartner() is { } partner)
        {
            Hide(partner);
        }

        return new Suppression(GetKeys(cell => hidden[cell]), GetKeys(cell => hidden[cell] && !small[cell]), [.. exposed.Select(cell => keys[cell])]);
    }

    private void Hide(int cell)
    {
        hidden[cell] = true;
        foreach (var sum in sumsOf[cell])
        {
            hiddenIn[sum]++;
        }
    }

    // The next count to hide; null once nothing small can be derived, or what can be derived cannot be helped.
    private int? FindNextPartner()
    {
        exposed.Clear();
        return FindAloneInSum() ?? FindSolvable() ?? FindSmallTogether();
    }

    // A small count that is the only one hidden in a sum is had by one subtraction: that needs no solving.
    private int? FindAloneInSum()
    {
        for (var number = 0; number < sums.Length; number++)
        {
            if (hiddenIn[number] == 1 && Array.Exists(sums[number].Cells, cell => hidden[cell] && small[cell]) && FindPartner(sums[number]) is { } partner)
            {
                return partner;
            }
        }

        return null;
    }

    private int? FindSolvable()
    {
        var determined = SuppressionEquations.FindDetermined(hidden, sums);
        if (!determined.Exists(cell => small[cell]))
        {
            return null;
        }

        // A chain of subtractions starts at a sum with one hidden count: there one more breaks it.
        var solved = determined.ToHashSet();
        var partner = Enumerable.Range(0, sums.Length)
            .Where(sum => hiddenIn[sum] > 0 && Array.Exists(sums[sum].Cells, cell => hidden[cell] && solved.Contains(cell)))
            .OrderBy(sum => hiddenIn[sum])
            .ThenByDescending(sum => Array.Exists(sums[sum].Cells, cell => hidden[cell] && small[cell]))
            .Select(sum => FindPartner(sums[sum]))
            .FirstOrDefault(found => found is not null);
        if (partner is null)
        {
            exposed.UnionWith(determined.Where(cell => small[cell]));
        }

        return partner;
    }

    private int? FindSmallTogether()
    {
        foreach (var sum in sums.Where(IsSmallTogether))
        {
            if (FindPartner(sum) is { } partner)
            {
                return partner;
            }

            exposed.UnionWith(sum.Parts.Where(part => small[part]));
        }

        return null;
    }

    // The hidden parts of a total that is shown can be derived together: as if they were one count.
    private bool IsSmallTogether(SuppressionEquation sum)
    {
        if (hidden[sum.Total])
        {
            return false;
        }

        var (together, parts) = (0L, 0);
        foreach (var part in sum.Parts.Where(part => hidden[part]))
        {
            if (counts[part] is not { } count)
            {
                return false;
            }

            together += count;
            parts++;
        }

        return parts > 0 && rule.IsTooSmall(together);
    }

    // A part before a total; then what is in other sums that hide something already, for elsewhere it would ask for a partner of its
    // own; then the smallest, for that costs least.
    private int? FindPartner(SuppressionEquation sum) => sum.Cells
        .Where(cell => !hidden[cell])
        .OrderBy(cell => cell == sum.Total)
        .ThenBy(cell => sumsOf[cell].Count(other => hiddenIn[other] == 0))
        .ThenBy(cell => counts[cell])
        .ThenBy(cell => cell)
        .Select(cell => (int?)cell)
        .FirstOrDefault();

    private IReadOnlyList<string> GetKeys(Func<int, bool> predicate) => [.. Enumerable.Range(0, keys.Length).Where(predicate).Select(cell => keys[cell])];
}
