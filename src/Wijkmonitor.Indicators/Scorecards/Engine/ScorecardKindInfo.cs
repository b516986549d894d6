using System.Collections.Frozen;
using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>Layout of the scorecards of a kind in the dashboard.</summary>
[JsonConverter(typeof(CamelCaseJsonConverter<ScorecardLayout>))]
public enum ScorecardLayout
{
    /// <summary>Lines under their themes.</summary>
    Lines,

    /// <summary>Each line next to the city. It is served as <c>compass</c>, after the first kind that had it.</summary>
    [JsonStringEnumMemberName("compass")]
    CityComparison,

    /// <summary>A tile for each line.</summary>
    Tiles,

    /// <summary>Some lines as bars (<see cref="ScorecardKindInfo.Bars"/>), above the lines.</summary>
    Dimensions,

    /// <summary>
    /// Some lines as bars (<see cref="ScorecardKindInfo.Bars"/>) and an effort next to its outcome (<see cref="ScorecardKindInfo.Comparison"/>),
    /// above the lines.
    /// </summary>
    Angles,
}

/// <summary>Name and description of a kind of scorecard: the same for all its scorecards, and served once.</summary>
/// <param name="Name">The kind as scorecards and addresses name it: lower-case words with hyphens.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">Description of what it shows, in a sentence.</param>
/// <param name="Order">Its place among the kinds of an area, lowest first; no two kinds have the same.</param>
/// <param name="Layout">Layout of its scorecards.</param>
/// <param name="MayBeRanked">
/// Whether areas may be put in an order by it. Where not, anyone who shows its scorecards lists areas by name: the kind compares an area with itself, with what
/// is expected of it or with what cannot be set against other areas, and a league table would say otherwise.
/// </param>
public sealed record ScorecardKindInfo(string Name, BilingualText Title, BilingualText Summary, int Order, ScorecardLayout Layout, bool MayBeRanked = false)
{
    /// <summary>Whether a list of areas counts its judgements: each line is compared with the city. Of other kinds a list has each line.</summary>
    public bool CountsJudgements { get; init; }

    /// <summary>Whether only a municipality as a whole has its scorecards.</summary>
    public bool IsMunicipal { get; init; }

    /// <summary>Widest audience of its scorecards, whatever the rules are; null where the kind does not narrow it.</summary>
    /// <remarks>It is not served with the description: that is the same for every reader.</remarks>
    [JsonIgnore]
    public DatasetVisibility? Visibility { get; init; }

    /// <summary>The findings that are alerts, by code, with the roles that are alerted.</summary>
    /// <remarks>
    /// A deadline that passed is one of them (<see cref="Deadline.PassedAlert"/>). They are not served with the description: each scorecard has them where they
    /// apply (<see cref="Finding.AlertFor"/>).
    /// </remarks>
    [JsonIgnore]
    public IReadOnlyDictionary<string, IReadOnlyList<AlertRole>> Alerts { get; init; } = FrozenDictionary<string, IReadOnlyList<AlertRole>>.Empty;

    /// <summary>Meaning of its colours, without those that it does not use.</summary>
    public IReadOnlyDictionary<Signal, BilingualText> Signals { get; init; } = FrozenDictionary<Signal, BilingualText>.Empty;

    /// <summary>The labels of the roles of inputs.</summary>
    public IReadOnlyDictionary<string, BilingualText> Roles { get; init; } = FrozenDictionary<string, BilingualText>.Empty;

    /// <summary>The labels of the figures of a line that are shown.</summary>
    public IReadOnlyDictionary<string, BilingualText> Figures { get; init; } = FrozenDictionary<string, BilingualText>.Empty;

    /// <summary>The labels of the steps of calculations.</summary>
    /// <remarks>
    /// Steps that are named after a year or a part, such as <c>weighted-burglaries</c>, are not among them: their label is on the scorecard alone.
    /// </remarks>
    public IReadOnlyDictionary<string, BilingualText> Steps { get; init; } = FrozenDictionary<string, BilingualText>.Empty;

    /// <summary>The lines that are drawn as bars; null where the layout draws none.</summary>
    public ScorecardBars? Bars { get; init; }

    /// <summary>The effort that is drawn next to its outcome; null where the layout draws none.</summary>
    public ScorecardComparison? Comparison { get; init; }
}

/// <summary>Line of an effort that is drawn next to an outcome; one is not said to cause the other.</summary>
/// <param name="Effort">The code of the effort's line.</param>
/// <param name="Outcome">The code of the outcome's line, and of its total.</param>
/// <param name="Change">The figure of the effort's line that says how the outcome changed.</param>
public sealed record ScorecardComparison(string Effort, string Outcome, string Change);

/// <summary>Lines of one unit that are drawn as bars.</summary>
/// <param name="Title">Title of the bars.</param>
/// <param name="Lines">The codes of the lines, in order; those that a scorecard does not have are left out.</param>
/// <param name="Low">The low end of their scale; null where they are differences to both sides of zero.</param>
/// <param name="High">The high end of their scale; null where they are differences to both sides of zero.</param>
public sealed record ScorecardBars(BilingualText Title, IReadOnlyList<string> Lines, decimal? Low = null, decimal? High = null);
