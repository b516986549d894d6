using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;

/// <summary>
/// The rules of a four-angle monitor (Portaal, "Data leefbaarheid is geen Rocket Science", Discussiedagen Sociale Huisvesting 2020). That
/// paper gives the four angles, that budget and staff follow the score, and the colours; the weights, the normalisation, the cut-offs
/// and the length of the attention list it leaves open: all of them are chosen here. A part that may be null is not used then.
/// </summary>
/// <param name="Version">The version of the rules; it is stored with every scorecard computed from them.</param>
/// <param name="Title">Title of these rules.</param>
/// <param name="Source">Origin of the rules, and what in them is the author's own choice.</param>
/// <param name="Areas">Kind of the areas that are scored; only one, so that no home counts twice.</param>
/// <param name="Visibility">Audience of the scorecards: partners or owner. Everybody is refused: this is no public ranking.</param>
/// <param name="Angles">The four angles, each once.</param>
/// <param name="MinCoverage">Lowest part of the weights, in percent, that must be known for an area to have a score.</param>
/// <param name="Freshness">Rules for stale figures.</param>
/// <param name="Colours">The cut-offs of the colours; null where none were agreed: scores are then not normed and have no colour.</param>
/// <param name="AttentionList">Number of areas that are analysed each cycle.</param>
/// <param name="Budget">Rules for the split of the budget; null where it is not split by this monitor.</param>
/// <param name="Staff">Rules for the staff check; null where there is none.</param>
/// <param name="Effort">Rules for the effort that is shown next to the score; null where none is.</param>
/// <param name="Trends">The figures whose trend is compared with what staff see.</param>
/// <param name="Pins">The measures that participants of a neighbourhood workshop (gebiedsatelier) can place a pin for; null where none is held.</param>
public sealed record FourAngleRules(
    string Version,
    BilingualText Title,
    string Source,
    ScoredAreas Areas,
    DatasetVisibility? Visibility,
    IReadOnlyList<Angle> Angles,
    [property: FormerName("leastCoverage")] decimal MinCoverage,
    Freshness Freshness,
    ColourCutOffs? Colours,
    int AttentionList,
    BudgetRules? Budget,
    StaffRules? Staff,
    EffortRules? Effort,
    IReadOnlyList<ComparedTrend> Trends,
    PinRules? Pins)
    : ScorecardRules(Version, Title, Source, Visibility)
{
    internal const string Kind = "four-angle";

    /// <summary>All indicators that make up the score.</summary>
    [JsonIgnore]
    public IEnumerable<AngleIndicator> Scored => Angles.SelectMany(angle => angle.Indicators);

    internal override IEnumerable<string> LineCodes =>
    [
        "score",
        .. Angles.Select(angle => AngleNames.GetLineCode(angle.Name)),
        .. Scored.Select(scored => scored.Indicator),
        .. Trends.Select(trend => "trend-" + trend.Hard),
        "effort",
        .. Pins is null ? [] : Pins.Measures.Select(measure => "pins-" + measure.Code),
    ];

    internal override void Validate(RuleValidator validator)
    {
        validator.Require(
            NarrowedVisibility.IsNarrowed(Visibility),
            "'visibility' must be partners or owner: the monitor is for the corporation and its partners.");
        foreach (var name in Enum.GetValues<AngleName>().Where(name => Angles.Count(angle => angle.Name == name) != 1))
        {
            validator.Require(false, $"'angles' must have each of the four angles once; '{AngleNames.GetName(name)}' is absent or occurs twice.");
        }

        validator.RequireUnique("angles", Scored.Select(scored => scored.Indicator));
        validator.RequirePercent("minCoverage", MinCoverage);
        validator.Require(Freshness is { PolicyMonths: >= 0, LiveabilityMonths: >= 0 }, "'freshness' has a number of months below zero.");
        validator.Require(
            Colours is null
                || (Colours.RedBelow >= 0 && Colours.RedBelow < Colours.OrangeBelow && Colours.OrangeBelow <= 100),
                "'colours' must have 0 <= 'redBelow' < 'orangeBelow' <= 100.");
        validator.Require(AttentionList >= 1, "'attentionList' is below 1.");
        foreach (var (index, angle) in Angles.Index())
        {
            angle.Validate(validator, $"angles[{index}]");
        }

        foreach (var (index, trend) in Trends.Index())
        {
            trend.Validate(validator, $"trends[{index}]");
        }

        Budget?.Validate(validator);
        Staff?.Validate(validator);
        Effort?.Validate(validator);
        Pins?.Validate(validator);
    }
}

/// <summary>Level of the scored areas of a municipality.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<ScoredAreas>))]
public enum ScoredAreas
{
    /// <summary>Its districts (wijken).</summary>
    [JsonStringEnumMemberName("districts")]
    Districts,

    /// <summary>Its neighbourhoods (buurten).</summary>
    [JsonStringEnumMemberName("neighbourhoods")]
    Neighbourhoods,

    /// <summary>The areas that users drew themselves, such as a corporation's complexes.</summary>
    [JsonStringEnumMemberName("custom")]
    Custom,
}

/// <summary>The colours of the corporation's earlier model.</summary>
/// <remarks>Red (bouw) is below the first, orange (kans) below the second, green (thuis) from there.</remarks>
/// <param name="RedBelow">A score below this is red.</param>
/// <param name="OrangeBelow">A score below this and not red is orange; above the first.</param>
public sealed record ColourCutOffs(decimal RedBelow, decimal OrangeBelow);

/// <summary>JSON of these rules.</summary>
[JsonSerializable(typeof(FourAngleRules))]
internal sealed partial class FourAngleRulesJson : JsonSerializerContext;
