using System.Globalization;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Disclosure.Counts;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>Figures that are withheld in the same areas, because each could be derived from the others.</summary>
/// <param name="Name">The code of the indicator that they are withheld with.</param>
/// <param name="Members">The figures: an indicator and what was observed of it in each area, several times where several datasets hold it.</param>
internal sealed record DisclosureFamily(string Name, IReadOnlyList<(Indicator Indicator, ILookup<AreaCode, Observation> ByArea)> Members);

/// <summary>Factory of the cells of a family's table.</summary>
/// <remarks>
/// Each cell is the fewest that any of the area's figures is about, as a part or as the rest. Where a proof moves the one up and the other down by no
/// more than that, no part of the family and no rest comes below zero, so that a proof for the cells is one for each member.
/// </remarks>
/// <param name="family">The figures.</param>
/// <param name="wholes">The count of each area, or what it is taken to be.</param>
/// <param name="published">The most that each count can be of which the source has published a figure.</param>
/// <param name="before">Observations that are hidden already.</param>
/// <param name="memory">Memory of what was public. A share or mean is known only together with its count.</param>
/// <param name="changed">The areas whose count is or was another. A part that was withheld over that one stays so: it would give the rest then.</param>
internal sealed class FamilyCells(
    DisclosureFamily family, IReadOnlyDictionary<string, long> wholes, IReadOnlyDictionary<string, long?> published, IReadOnlySet<Observation> before,
    PublicationMemory memory, IReadOnlySet<string> changed)
{
    /// <summary>Whether a part that was public says of a new count that it is few, or all but few.</summary>
    public static bool GivesFew(Indicator indicator, Observation observation, decimal whole, SuppressionRule rule) =>
        IsPart(indicator) && whole < long.MaxValue && FindPart(indicator, observation, (long)whole) is { } part
        && ((indicator.Unit == "%" && rule.IsTooSmall((long)part)) || (part <= whole && rule.IsTooSmall((long)(whole - part))));

    /// <summary>Makes the cells.</summary>
    /// <param name="areas">The areas of the table.</param>
    /// <param name="sums">Sums among the areas.</param>
    /// <param name="withoutWhole">Those whose count is not shown.</param>
    public List<CountCell> Create(HashSet<AreaCode> areas, IReadOnlyList<CellSum> sums, IReadOnlySet<string> withoutWhole)
    {
        var members = family.Members.Select(member => new Member(member.Indicator, member.ByArea, FindParts(member, areas, sums))).ToList();
        return [.. areas.Select(area => CreateCell(area, members, withoutWhole.Contains(area.Value)))];
    }

    private CountCell CreateCell(AreaCode area, List<Member> members, bool isWithoutWhole)
    {
        var delivered = members.FindAll(member => member.ByArea.Contains(area));
        if (delivered.Count == 0)
        {
            var isPart = members.Exists(member => IsPart(member.Indicator));
            return new CountCell(area.Value, FindMin(members, area.Value)) { IsPart = isPart, IsAbsent = true };
        }

        var all = delivered.ConvertAll(member => (Member: member, Own: ObservedCount.GetOwn(member.ByArea[area])));
        var own = all.FindAll(member => !ObservedCount.IsPublished(member.Own));
        var counted = own.Count > 0 ? own : all;
        var remembered = counted.SelectMany(member => member.Own.Select(observation => WasPublic(member.Member.Indicator, observation))).ToList();
        return new(
            area.Value,
            counted.Min(member => member.Own.Min(observation => FindMin(member.Member, observation, area.Value))),
            isWithoutWhole || counted.Exists(member => member.Own.Any(o => before.Contains(o) || o.Value.Number is null || IsStillWithheld(member.Member, o))))
        {
            Order = AreaSums.GetOrder(area),
            Max = isWithoutWhole ? published.GetValueOrDefault(area.Value) : wholes[area.Value],
            Identity = string.Join('+', all.Select(member => IsPart(member.Member.Indicator)
                ? GetIdentity(member.Own.Min(observation => FindPart(member.Member.Indicator, observation, wholes[area.Value])))
                : GetIdentity(wholes[area.Value]))),
            IsPart = family.Members.Any(member => IsPart(member.Indicator)),
            IsPublished = own.Count == 0 || !remembered.Contains(false),
            IsKnown = remembered.Contains(true) || delivered.Exists(member => ObservedCount.IsKnown(member.ByArea[area])),
        };
    }

    private static string GetIdentity(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    private bool IsStillWithheld(Member member, Observation observation) =>
        changed.Contains(observation.Area.Value) && IsPart(member.Indicator) && memory.WasWithheld(observation);

    private bool WasPublic(Indicator indicator, Observation observation) =>
        memory.WasPublic(observation) && (indicator.PartOf is not null || published.ContainsKey(observation.Area.Value));

    private Dictionary<string, long> FindParts(
        (Indicator Indicator, ILookup<AreaCode, Observation> ByArea) member, HashSet<AreaCode> areas, IReadOnlyList<CellSum> sums)
    {
        long? Find(AreaCode area) => IsPart(member.Indicator)
            ? member.ByArea[area].Select(o => ObservedCount.ToCount(FindPart(member.Indicator, o, wholes[area.Value]))).Min()
            : wholes.TryGetValue(area.Value, out var whole) ? whole : null;
        return AssumedCounts.Compute(areas.ToDictionary(area => area.Value, Find, StringComparer.Ordinal), sums);
    }

    // A mean or a rate of events shows nobody by itself; it is hidden with its denominator, and its sums would give that away.
    private static bool IsPart(Indicator indicator) => indicator.Unit == "%" || indicator.PartOf is not null;

    private static decimal? FindPart(Indicator indicator, Observation observation, long whole) =>
        indicator.Unit == "%" ? observation.Value.Number * whole / 100 : ObservedCount.GetMin(observation);

    private long? FindMin(List<Member> members, string area) => wholes.TryGetValue(area, out var whole)
        ? members.Min(member => IsPart(member.Indicator) ? Math.Min(member.Parts[area], whole - member.Parts[area]) : whole)
        : null;

    private long? FindMin(Member member, Observation observation, string area)
    {
        var whole = wholes[area];
        if (!IsPart(member.Indicator))
        {
            return whole;
        }

        decimal? min = observation.Value.Number is null ? member.Parts[area] : FindPart(member.Indicator, observation, whole);
        var max = observation.Value.Number is null || member.Indicator.Unit == "%" ? min : ObservedCount.GetMax(observation);
        return ObservedCount.ToCount(whole - max is { } rest and >= 0 ? Math.Min(min!.Value, rest) : min);
    }

    private sealed record Member(Indicator Indicator, ILookup<AreaCode, Observation> ByArea, Dictionary<string, long> Parts);
}
