namespace Wijkmonitor.Indicators.Aggregation;

/// <summary>All crosswalks that were delivered. Where one ends in the year in which another starts, they are followed one after the other.</summary>
public sealed class Crosswalks
{
    private readonly Dictionary<(int From, int To), Crosswalk> direct;
    private readonly Dictionary<(int From, int To), Crosswalk?> found = [];

    /// <summary>The crosswalks of these entries.</summary>
    public Crosswalks(IEnumerable<CrosswalkEntry> entries) => direct = entries
        .GroupBy(entry => (entry.FromYear, entry.ToYear))
        .ToDictionary(group => group.Key, group => Crosswalk.Create(group.Key.FromYear, group.Key.ToYear, group));

    /// <summary>No crosswalks.</summary>
    public static Crosswalks None { get; } = new([]);

    /// <summary>Finds the crosswalk between the boundaries of two years with the fewest steps, or null where none was delivered.</summary>
    public Crosswalk? FindBetween(int fromYear, int toYear)
    {
        if (direct.Count == 0)
        {
            return null;
        }

        if (!found.TryGetValue((fromYear, toYear), out var crosswalk))
        {
            crosswalk = Find(fromYear, toYear);
            found.Add((fromYear, toYear), crosswalk);
        }

        return crosswalk;
    }

    // Breadth first: the first way that ends in the year has the fewest steps; of as many, the one by the earliest years.
    private Crosswalk? Find(int fromYear, int toYear)
    {
        var queue = new Queue<Crosswalk>(GetFrom(fromYear));
        var seen = new HashSet<int> { fromYear };
        while (queue.TryDequeue(out var chain))
        {
            if (chain.ToYear == toYear)
            {
                return chain;
            }

            if (seen.Add(chain.ToYear))
            {
                foreach (var next in GetFrom(chain.ToYear).Where(next => !seen.Contains(next.ToYear)))
                {
                    queue.Enqueue(chain.Chain(next));
                }
            }
        }

        return null;
    }

    private IEnumerable<Crosswalk> GetFrom(int year) => direct.Values.Where(crosswalk => crosswalk.FromYear == year).OrderBy(crosswalk => crosswalk.ToYear);
}
