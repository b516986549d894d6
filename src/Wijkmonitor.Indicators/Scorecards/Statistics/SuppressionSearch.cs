namespace Wijkmonitor.Indicators.Scorecards.Statistics;

/// <summary>
/// Looks for what must be hidden in one table by playing the reader who subtracts: it solves the sums for the hidden counts, and hides
/// one more for as long as a small one comes out. What it hides is not always the least that would do, but it is the same every time.
/// </summary>
internal sealed class SuppressionSearch
{
    private readonly SortedDictionary<string, long?> counts;
    private readonly IReadOnlyList<CellSum> sums;
    private readonly SuppressionRule rule;
    private readonly SortedSet<string> small;
    private readonly SortedSet<string> hidden;
    private readonly SortedSet<string> exposed = new(StringComparer.Ordinal);

    /// <summary>A search in one table.</summary>
    public SuppressionSearch(SortedDictionary<string, long?> counts, IReadOnlyList<CellSum> sums, SuppressionRule rule)
    {
        this.counts = counts;
        this.sums = sums;
        this.rule = rule;
        small = new(counts.Where(pair => pair.Value is not { } count || rule.IsTooSmall(count)).Select(pair => pair.Key), StringComparer.Ordinal);
        hidden = new(small, StringComparer.Ordinal);
    }

    /// <summary>Hides until nothing small can be had any more, or nothing is left to hide.</summary>
    public Suppression Run()
    {
        while (NextPartner() is { } partner)
        {
            hidden.Add(partner);
        }

        return new Suppression([.. hidden], [.. hidden.Except(small, StringComparer.Ordinal)], [.. exposed]);
    }

    // The next count to hide; null once nothing small can be had, or what can be had cannot be helped.
    private string? NextPartner()
    {
        exposed.Clear();
        var determined = HiddenSystem.Determined(hidden, sums).ToHashSet(StringComparer.Ordinal);
        if (determined.Overlaps(small))
        {
            // A chain of subtractions starts at a sum with one hidden count: there one more breaks it.
            var partner = sums
                .Where(sum => HiddenIn(sum).Any(determined.Contains))
                .OrderBy(sum => HiddenIn(sum).Count())
                .ThenByDescending(sum => HiddenIn(sum).Any(small.Contains))
                .Select(PartnerIn)
                .FirstOrDefault(found => found is not null);
            if (partner is not null)
            {
                return partner;
            }

            exposed.UnionWith(determined.Where(small.Contains));
        }

        foreach (var sum in sums.Where(IsSmallTogether))
        {
            if (PartnerIn(sum) is { } partner)
            {
                return partner;
            }

            exposed.UnionWith(sum.Parts.Where(small.Contains));
        }

        return null;
    }

    // The hidden parts of a total that is shown can be had together: as if they were one count.
    private bool IsSmallTogether(CellSum sum)
    {
        var parts = sum.Parts.Where(hidden.Contains).ToList();
        return parts.Count > 0 && !hidden.Contains(sum.Total)
            && parts.TrueForAll(part => counts[part] is not null) && rule.IsTooSmall(parts.Sum(part => counts[part]!.Value));
    }

    // A part before a total; then what stands in other sums that hide something already, for elsewhere it would ask for a partner of its
    // own; then the smallest, for that costs least.
    private string? PartnerIn(CellSum sum) => sum.Parts.Append(sum.Total)
        .Where(key => !hidden.Contains(key))
        .OrderBy(key => key == sum.Total)
        .ThenBy(key => sums.Count(other => Keys(other).Contains(key, StringComparer.Ordinal) && !HiddenIn(other).Any()))
        .ThenBy(key => counts[key])
        .ThenBy(key => key, StringComparer.Ordinal)
        .FirstOrDefault();

    private IEnumerable<string> HiddenIn(CellSum sum) => Keys(sum).Where(hidden.Contains);

    private static IEnumerable<string> Keys(CellSum sum) => sum.Parts.Append(sum.Total);
}
