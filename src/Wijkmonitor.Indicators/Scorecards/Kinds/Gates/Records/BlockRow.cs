using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Records;

/// <summary>The homes of a block on a day, and those of them that join.</summary>
/// <param name="Block">The block.</param>
/// <param name="Homes">Number of homes; null where it was not delivered.</param>
/// <param name="Joined">Number of homes that join; null where it was not delivered.</param>
/// <param name="Record">The record.</param>
/// <param name="IsPublished">Whether its source has published it.</param>
internal sealed record BlockRow(string Block, decimal? Homes, decimal? Joined, AreaRecord Record, bool IsPublished);

/// <summary>Number of people of a group who named a topic on a day.</summary>
/// <param name="Group">The group.</param>
/// <param name="IsPositive">Whether they named it as a good point.</param>
/// <param name="Topic">The topic.</param>
/// <param name="Count">Their number.</param>
/// <param name="Record">The record.</param>
/// <param name="IsPublished">Whether its source has published it.</param>
internal sealed record MentionRow(string Group, bool IsPositive, string Topic, long Count, AreaRecord Record, bool IsPublished);

/// <summary>Effect of a scenario on a topic.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Topic">The topic.</param>
/// <param name="Effect">The effect: better, same, worse or unknown.</param>
/// <param name="Record">The record.</param>
internal sealed record EffectRow(string Scenario, string Topic, string Effect, AreaRecord Record)
{
    /// <summary>The topic gets better.</summary>
    public const string Better = "better";

    /// <summary>The topic gets worse.</summary>
    public const string Worse = "worse";

    /// <summary>Nobody knows.</summary>
    public const string Unknown = "unknown";
}
