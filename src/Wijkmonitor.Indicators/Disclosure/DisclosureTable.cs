using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Disclosure.Counts;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>Table of figures that could be derived from small counts: one count and all figures over it in one period.</summary>
/// <remarks>
/// It is solved a family at a time. Where the count of an area is hidden, all that is taken over it is hidden too; where it is shown, the
/// part and the rest are hidden together. So a sum of rests is the difference of a sum of counts and one of parts, and discloses nothing that
/// these two do not distinguish.
/// <para>
/// An area with nobody has no share, and that discloses it. Its zero is withheld as others are and is not available by
/// subtraction, but no other small count may rest on it.
/// </para>
/// </remarks>
internal sealed class DisclosureTable
{
    private readonly ILookup<AreaCode, Observation> wholes;
    private readonly IReadOnlyList<DisclosureFamily> families;
    private readonly SuppressionRule rule;
    private readonly IReadOnlySet<Observation> before;
    private readonly string name;
    private readonly PublicationMemory memory;
    private readonly HashSet<AreaCode> areas;
    private readonly HashSet<AreaCode> givenByParts;
    private readonly TableSums table;

    /// <summary>A table.</summary>
    /// <param name="name">The code of the count.</param>
    /// <param name="wholes">The count of each area; several observations where synonyms of it were delivered, or several datasets hold it.</param>
    /// <param name="families">Families of figures over the count.</param>
    /// <param name="sums">Sums among the areas.</param>
    /// <param name="rule">Rule for counts that are too small.</param>
    /// <param name="before">Observations that are hidden already.</param>
    /// <param name="memory">Memory of what was public.</param>
    public DisclosureTable(
        string name, ILookup<AreaCode, Observation> wholes, IReadOnlyList<DisclosureFamily> families, AreaSums sums, SuppressionRule rule,
        IReadOnlySet<Observation> before, PublicationMemory memory)
    {
        (this.name, this.wholes, this.families, this.rule, this.before, this.memory) = (name, wholes, families, rule, before, memory);
        areas = [.. wholes.Select(whole => whole.Key)];
        givenByParts = memory.IsEmpty ? [] : [.. areas.Where(IsGivenByPart)];
        table = new TableSums(sums, areas, area => ObservedCount.ToCount(FindWhole(area)));
    }

    /// <summary>Finds the observations that must be hidden.</summary>
    public IReadOnlyList<Observation> FindHidden()
    {
        List<Observation> found = [];
        var among = families.Select(GetAreas).ToList();
        var empty = areas.Where(area => FindWhole(area) == 0 && wholes[area].All(IsAsCounted)).ToList();
        var withoutWhole = HideTotals([.. empty.Where(area => among.Exists(present => !present.Contains(area)))]);
        withoutWhole.UnionWith(areas.Where(area => WasPublic(area) && IsToBeHidden(CreateCell(area, isHidden: false))).Select(area => area.Value));
        var changed = areas.Where(area => wholes[area].Any(memory.HasChanged)).Select(area => area.Value).ToHashSet(StringComparer.Ordinal);
        var published = areas.Where(area => wholes[area].Any(IsKnownToAll))
            .ToDictionary(
                area => area.Value, area => ObservedCount.ToCount(wholes[area].Where(IsKnownToAll).Max(ObservedCount.GetMax)), StringComparer.Ordinal);
        found.AddRange(withoutWhole.SelectMany(area => wholes[AreaCode.Parse(area)]));
        foreach (var (family, present) in families.Zip(among))
        {
            var (absent, complete) = table.Find(present, [.. empty.Where(area => !present.Contains(area))]);
            var ofFamily = DepartedSums.Select(complete, [.. family.Members.Select(member => member.Indicator.Unit == "%" ? wholes : member.ByArea)]);
            IEnumerable<Observation> FindFigures(string area) => family.Members.SelectMany(member => member.ByArea[AreaCode.Parse(area)]);
            var cells = new FamilyCells(family, table.Counts, published, before, memory, changed)
                .Create([.. present, .. absent], ofFamily, withoutWhole);
            var hidden = Hide($"{name}/{family.Name}", cells, ofFamily, FindFigures);
            hidden.UnionWith(cells.Where(cell => !memory.IsEmpty && cell.IsPublished && IsToBeHidden(cell)).Select(cell => cell.Key));
            found.AddRange(hidden.SelectMany(FindFigures));
        }

        return found.FindAll(observation => !observation.IsPublished);
    }

    // Once for who subtracts, and once more for who takes the zeros for what they are.
    private HashSet<string> HideTotals(List<AreaCode> knownAsEmpty)
    {
        var hidden = HideTotals(name, areas, [], []);
        HashSet<AreaCode> others = [.. areas.Except(knownAsEmpty)];
        if (knownAsEmpty.Count > 0 && others.Any(IsSmallOrHidden))
        {
            hidden.UnionWith(HideTotals($"{name} without empty areas", others, knownAsEmpty, hidden));
        }

        return hidden;
    }

    private HashSet<string> HideTotals(string tableName, HashSet<AreaCode> batch, IReadOnlyCollection<AreaCode> knownAsEmpty, HashSet<string> hidden)
    {
        var (absent, complete) = table.Find(batch, knownAsEmpty);
        var among = DepartedSums.Select(complete, [wholes]);
        return Hide(
            tableName, [.. batch.Concat(absent).Select(area => CreateCell(area, hidden.Contains(area.Value)))], among, area => wholes[AreaCode.Parse(area)]);
    }

    // Where a published figure says about the same, a count is a constant to who derives others. After that it is protected as a figure of its own, which
    // may differ from what was published.
    private HashSet<string> Hide(string tableName, List<CountCell> cells, IReadOnlyList<CellSum> among, Func<string, IEnumerable<Observation>> select)
    {
        var hidden = cells.Exists(cell => cell.IsKnown && !cell.IsPublished)
            ? HideOnce(tableName, cells.ConvertAll(cell => cell with { IsPublished = cell.IsPublished || cell.IsKnown }), among, select)
            : [];
        hidden.UnionWith(HideOnce(tableName, cells.ConvertAll(cell => cell with { IsHidden = cell.IsHidden || hidden.Contains(cell.Key) }), among, select));
        return hidden;
    }

    private HashSet<string> HideOnce(string tableName, List<CountCell> cells, IReadOnlyList<CellSum> among, Func<string, IEnumerable<Observation>> select)
    {
        if (cells.TrueForAll(cell => cell.IsPublished || !IsToBeHidden(cell)) && !memory.HasSums(tableName))
        {
            return [];
        }

        var outcome = memory.Compute(tableName, cells, among, rule);
        var now = cells.Select(cell => cell.Key).ToHashSet(StringComparer.Ordinal);
        memory.AddExposed(outcome.Exposed.Where(now.Contains).SelectMany(select));
        return [.. outcome.Hidden.Concat(outcome.Exposed).Where(now.Contains)];
    }

    private bool IsToBeHidden(CountCell cell) => cell.IsHidden || cell.Count - cell.Known is not { } rest || rule.IsTooSmall(rest);

    private bool IsKnownToAll(Observation observation) => ObservedCount.IsKnown(observation) || memory.WasPublic(observation);

    private bool WasPublic(AreaCode area) => ObservedCount.GetOwn(wholes[area]).All(memory.WasPublic);

    // Where no whole was delivered nobody knows how many a share stands for, a reader neither.
    private HashSet<AreaCode> GetAreas(DisclosureFamily family) =>
        [.. family.Members.SelectMany(member => member.ByArea.Select(group => group.Key)).Where(areas.Contains)];

    // A new count over a part that was public would give the rest. Over one that was withheld it would bound that, as the count before it does.
    private bool IsGivenByPart(AreaCode area) => !WasPublic(area) && FindWhole(area) is { } whole
        && families.SelectMany(family => family.Members).Any(member => member.ByArea[area].Any(part =>
            (memory.WasPublic(part) || (memory.WasWithheld(part) && wholes[area].Any(memory.HasChanged)))
            && FamilyCells.GivesFew(member.Indicator, part, whole, rule)));

    private long FindKnownPart(AreaCode area) => memory.IsEmpty || WasPublic(area) || ObservedCount.ToCount(FindWhole(area)) is not { } whole
        ? 0
        : families.SelectMany(family => family.Members)
            .Where(member => member.Indicator is { PartOf: not null, Unit: not "%" })
            .SelectMany(member => member.ByArea[area].Where(memory.WasPublic))
            .Select(part => ObservedCount.ToCount(ObservedCount.GetMin(part)) ?? 0)
            .Where(part => part <= whole)
            .DefaultIfEmpty()
            .Max();

    private bool IsSmallOrHidden(AreaCode area) =>
        !ObservedCount.IsPublished(wholes[area]) && !WasPublic(area)
        && (wholes[area].Any(before.Contains) || ObservedCount.ToCount(FindWhole(area)) is not { } count || rule.IsTooSmall(count));

    private decimal? FindWhole(AreaCode area) => ObservedCount.GetOwn(wholes[area]).Min(ObservedCount.GetMin);

    private static bool IsAsCounted(Observation observation) => observation.Rounding is null;

    private CountCell CreateCell(AreaCode area, bool isHidden) => wholes.Contains(area)
        ? new(area.Value, ObservedCount.ToCount(FindWhole(area)), isHidden || wholes[area].Any(before.Contains) || givenByParts.Contains(area))
        {
            Order = AreaSums.GetOrder(area),
            IsPublished = ObservedCount.IsPublished(wholes[area]) || WasPublic(area),
            IsKnown = wholes[area].Any(IsKnownToAll),
            Known = FindKnownPart(area),
        }
        : new(area.Value, table.Counts.TryGetValue(area.Value, out var assumed) ? assumed : null) { IsAbsent = true };
}
