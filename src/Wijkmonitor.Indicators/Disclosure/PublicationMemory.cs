using System.Globalization;
using Wijkmonitor.Indicators.Disclosure.Publications;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>Memory of what everybody knows of the figures of one period that lead to the same count.</summary>
/// <remarks>
/// A number that was public is a constant. The sums that withheld counts were in still hold: they are proved together with those of now. A count that an
/// area still has is one unknown in both; one that it had before is an unknown of its own.
/// </remarks>
/// <param name="before">The record of the period.</param>
internal sealed class PublicationMemory(PublishedPeriod before)
{
    // After all areas, for what is hidden already and cannot be chosen.
    private const int OrderOfPast = 9;

    private readonly HashSet<Observation> implied = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Observation> exposed = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, IReadOnlyList<PastSum>> sums = new(StringComparer.Ordinal);

    /// <summary>Whether there is nothing to remember.</summary>
    public bool IsEmpty => before.IsEmpty;

    /// <summary>The sums that withheld counts are or were in, by the name of their table.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PastSum>> Sums => sums;

    /// <summary>Figures that are withheld and can be derived all the same.</summary>
    public IReadOnlySet<Observation> Exposed => exposed;

    /// <summary>Whether a figure was public before, with the number that it has.</summary>
    public bool WasPublic(Observation observation) => implied.Contains(observation) || before.WasShown(observation);

    /// <summary>Whether a figure was withheld before, with the number that it has, and never public.</summary>
    public bool WasWithheld(Observation observation) => before.WasWithheld(observation) && !before.WasShown(observation);

    /// <summary>Whether a figure is or was another than it was before.</summary>
    public bool HasChanged(Observation observation) => before.CountOthers(observation) > 0;

    /// <summary>Adds a count that is nowhere but in its parts.</summary>
    public void AddImplied(Observation whole, IEnumerable<Observation?> parts)
    {
        if (parts.All(part => before.WasShown(part!)))
        {
            implied.Add(whole);
        }
    }

    /// <summary>Adds figures that can be derived.</summary>
    public void AddExposed(IEnumerable<Observation> observations) => exposed.UnionWith(observations);

    /// <summary>Whether a table has sums from before.</summary>
    public bool HasSums(string table) => before.Sums.ContainsKey(table);

    /// <summary>Decides what of a table is hidden, with the sums from before.</summary>
    /// <param name="table">The name of the table.</param>
    /// <param name="cells">Its counts.</param>
    /// <param name="among">The sums among them.</param>
    /// <param name="rule">Rule for counts that are too small.</param>
    public Suppression Compute(string table, IReadOnlyList<CountCell> cells, IReadOnlyList<CellSum> among, SuppressionRule rule)
    {
        var past = before.Sums.GetValueOrDefault(table) ?? [];
        var known = past.SelectMany(sum => sum.Totals.Concat(sum.Parts)).ToLookup(count => count.ToKey(), StringComparer.Ordinal);
        var now = cells.Select(cell => Tighten(cell, known[$"{cell.Key}#{GetIdentity(cell)}"])).ToDictionary(cell => cell.Key, StringComparer.Ordinal);
        string GetKey(PastCount count) => IsNow(now, count) ? count.Area : count.ToKey();
        var gone = known.Where(counts => !IsNow(now, counts.First()))
            .Select(counts => ToCell(counts.First()) with { Limit = counts.Max(count => count.Limit), Width = counts.Max(count => count.Width) });
        var outcome = Suppression.Compute(
            [.. now.Values, .. gone], [.. among, .. past.Select(sum => ToCellSum([.. sum.Totals.Select(GetKey)], [.. sum.Parts.Select(GetKey)]))], rule);
        HashSet<string> hidden = [.. outcome.Hidden, .. outcome.Exposed, .. cells.Where(cell => cell.IsAbsent).Select(cell => cell.Key)];
        sums[table] =
        [
            .. past.Select(sum => Select(sum, count => !IsNow(now, count) || hidden.Contains(count.Area)))
                .Concat(among.Where(sum => !sum.IsInPart).Select(sum => ToPast(sum, now, hidden, rule)))
                .OfType<PastSum>()
                .DistinctBy(sum => sum.ToKey(), StringComparer.Ordinal)
                .OrderBy(sum => sum.ToKey(), StringComparer.Ordinal),
        ];
        return outcome;
    }

    private static bool IsNow(Dictionary<string, CountCell> now, PastCount count) =>
        now.TryGetValue(count.Area, out var cell) && GetIdentity(cell) == count.Identity;

    private static string GetIdentity(CountCell cell) => cell.Identity ?? cell.Count?.ToString(CultureInfo.InvariantCulture) ?? "";

    // What bounded it before still does.
    private static CountCell Tighten(CountCell cell, IEnumerable<PastCount> past) => cell.IsPublished
        ? cell
        : past.Aggregate(cell, (now, before) => now with
        {
            Count = before.Count < now.Count ? before.Count : now.Count,
            Max = now.Max is null || before.Max < now.Max ? before.Max ?? now.Max : now.Max,
            Known = Math.Max(now.Known, before.Known),
            Limit = Math.Max(now.Limit, before.Limit),
            Width = Math.Max(now.Width, before.Width),
        });

    private static CountCell ToCell(PastCount count) => new(count.ToKey(), count.Count, IsHidden: true)
    {
        Known = count.Known,
        Order = OrderOfPast,
        Max = count.Max,
        IsPart = count.IsPart,
        IsAbsent = count.IsAbsent,
    };

    private static CellSum ToCellSum(List<string> totals, List<string> parts) => new(totals.FirstOrDefault(), parts) { OtherTotals = [.. totals.Skip(1)] };

    private static PastSum? Select(PastSum sum, Predicate<PastCount> isUnknown)
    {
        var (totals, parts) = (sum.Totals.Where(count => isUnknown(count)).ToList(), sum.Parts.Where(count => isUnknown(count)).ToList());
        return totals.Count + parts.Count == 0 ? null : new PastSum(totals, parts);
    }

    private static PastSum? ToPast(CellSum sum, Dictionary<string, CountCell> now, HashSet<string> hidden, SuppressionRule rule)
    {
        List<PastCount> Find(IEnumerable<string> keys) => [.. keys.Where(hidden.Contains).Select(key => ToPast(now[key], rule)).Order(Comparer)];
        var (totals, parts) = (Find(sum.Totals), Find(sum.Parts));
        return totals.Count + parts.Count == 0 ? null : new PastSum(totals, parts);
    }

    private static readonly Comparer<PastCount> Comparer = Comparer<PastCount>.Create((one, other) => string.CompareOrdinal(one.Area, other.Area));

    private static PastCount ToPast(CountCell cell, SuppressionRule rule) => new(
        cell.Key, GetIdentity(cell), cell.Count, cell.Max, cell.IsPart, cell.IsAbsent, cell.Known, Math.Max(cell.Limit, rule.Limit),
        Math.Max(cell.Width, rule.Width));
}
