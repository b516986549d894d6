using System.Collections.Frozen;
using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>How the scorecards of a kind are laid out where they are drawn.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScorecardLayout>))]
public enum ScorecardLayout
{
    /// <summary>Lines under their themes.</summary>
    [JsonStringEnumMemberName("lines")]
    Lines,

    /// <summary>Each line beside the city.</summary>
    [JsonStringEnumMemberName("compass")]
    Compass,

    /// <summary>A tile for each line.</summary>
    [JsonStringEnumMemberName("tiles")]
    Tiles,

    /// <summary>The dimensions of a score as bars, above the lines.</summary>
    [JsonStringEnumMemberName("dimensions")]
    Dimensions,

    /// <summary>The angles of a score as bars and the effort beside the outcome, above the lines.</summary>
    [JsonStringEnumMemberName("angles")]
    Angles,
}

/// <summary>What a kind of scorecard is called and how it is read: the same for all its scorecards, and served once.</summary>
/// <param name="Name">The kind as scorecards and addresses name it: lower-case words with hyphens.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">What it shows, in a sentence.</param>
/// <param name="Order">Its place among the kinds of an area, from 1.</param>
/// <param name="Layout">How it is laid out.</param>
/// <param name="MayBeRanked">Whether areas may be put in an order by it.</param>
public sealed record ScorecardKindInfo(string Name, BilingualText Title, BilingualText Summary, int Order, ScorecardLayout Layout, bool MayBeRanked = false)
{
    /// <summary>What its colours mean; a colour that it does not use is absent.</summary>
    public IReadOnlyDictionary<Signal, BilingualText> Signals { get; init; } = FrozenDictionary<Signal, BilingualText>.Empty;

    /// <summary>The labels of the roles of inputs.</summary>
    public IReadOnlyDictionary<string, BilingualText> Roles { get; init; } = FrozenDictionary<string, BilingualText>.Empty;

    /// <summary>The labels of the figures of a line that are shown.</summary>
    public IReadOnlyDictionary<string, BilingualText> Figures { get; init; } = FrozenDictionary<string, BilingualText>.Empty;

    /// <summary>The labels of the steps of calculations.</summary>
    public IReadOnlyDictionary<string, BilingualText> Steps { get; init; } = FrozenDictionary<string, BilingualText>.Empty;
}
