using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Rules;

/// <summary>A part of the target that some owners have to reach.</summary>
/// <param name="Code">The code that records name it by: lower-case words with hyphens.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Share">Its share of the target; null for the one segment that has what the others leave.</param>
/// <param name="IsReachable">Whether an agreement is enough to reach it.</param>
public sealed record TargetSegment(string Code, BilingualText Label, SegmentShare? Share, [property: JsonPropertyName("reachable")] bool IsReachable = false)
{
    /// <summary>The code of the line with its own progress.</summary>
    internal string ValueCode => $"value-{Code}";

    /// <summary>The code of the line with its part of the target.</summary>
    internal string PartCode => $"part-{Code}";

    /// <summary>The code of the line with the pace that it needs.</summary>
    internal string PaceCode => $"required-pace-{Code}";
}

/// <summary>A share as a source says it, such as two of three or 75 of 100.</summary>
/// <param name="Part">The part.</param>
/// <param name="Whole">The whole, above 0.</param>
public sealed record SegmentShare(decimal Part, [property: JsonPropertyName("of")] decimal Whole);

/// <summary>Something that runs ahead of what is done, such as what was committed. It is a line of its own and never added to what is done.</summary>
/// <param name="Label">Its name for people.</param>
/// <param name="Whole">The number that its share is taken of; null where it has none.</param>
/// <param name="WholeLabel">Words for that number; null where it has none.</param>
public sealed record TargetLeading(
    BilingualText Label,
    [property: JsonPropertyName("of")] decimal? Whole,
    [property: JsonPropertyName("ofLabel")] BilingualText? WholeLabel);

/// <summary>The staff or means that progress is divided by.</summary>
/// <param name="Count">The number, above 0.</param>
/// <param name="Unit">Its unit, such as fte.</param>
/// <param name="Label">The name of what is done for each of it.</param>
public sealed record TargetEffort(decimal Count, string Unit, BilingualText Label);
