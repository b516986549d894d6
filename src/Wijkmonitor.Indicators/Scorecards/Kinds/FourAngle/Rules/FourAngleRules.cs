using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;
using Wijkmonitor.Indicators.Statistics;

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
            Visibility is DatasetVisibility.Partners or DatasetVisibility.Owner,
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

/// <summary>One of the four ways of looking at an area.</summary>
/// <param name="Name">Name of the angle.</param>
/// <param name="Weight">Weight next to the other angles; more than 0.</param>
/// <param name="Indicators">The indicators that it uses.</param>
public sealed record Angle(AngleName Name, decimal Weight, IReadOnlyList<AngleIndicator> Indicators)
{
    internal void Validate(RuleValidator validator, string field)
    {
        validator.Require(Weight > 0, $"'{field}.weight' is not above zero.");
        validator.RequireAny($"{field}.indicators", Indicators);
        foreach (var (index, scored) in Indicators.Index())
        {
            scored.Validate(validator, $"{field}.indicators[{index}]");
        }
    }
}

/// <summary>The four ways of looking at an area.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<AngleName>))]
public enum AngleName
{
    /// <summary>Published by others: CBS, Leefbaarometer, WoonZorgwijzer.</summary>
    [JsonStringEnumMemberName("external")]
    External,

    /// <summary>Two-yearly survey of tenants (KTO).</summary>
    [JsonStringEnumMemberName("tenant-survey")]
    TenantSurvey,

    /// <summary>Registrations of the corporation, as totals by area: nuisance, turnover, arrears, fraud.</summary>
    [JsonStringEnumMemberName("own-registrations")]
    OwnRegistrations,

    /// <summary>Signals of the corporation's staff, from their questionnaire.</summary>
    [JsonStringEnumMemberName("staff-signals")]
    StaffSignals,
}

/// <summary>An indicator within an angle.</summary>
/// <param name="Indicator">Its code; it must have a direction.</param>
/// <param name="Weight">Weight within the angle; more than 0.</param>
/// <param name="Kind">Kind of figure, which says how fast it ages.</param>
/// <param name="Normalisation">Normalisation to 0 (least favourable) .. 100 (most favourable).</param>
public sealed record AngleIndicator(string Indicator, decimal Weight, FigureOrigin Kind, Normalisation Normalisation)
{
    internal void Validate(RuleValidator validator, string field)
    {
        validator.Require(Weight > 0, $"'{field}.weight' is not above zero.");
        var problem = Normalisation.FindProblem();
        validator.Require(problem is null, $"'{field}.normalisation' {problem}");
        validator.RequireJudged(field, Indicator);
        validator.Require(
            Normalisation.Method != NormalisationMethod.Share
                || validator.Find(Indicator) is not { } indicator
                || SmallPopulation.TryScale(indicator.Unit, out _),
            $"'{field}.normalisation' 'share' is for percentages and rates, and '{Indicator}' is neither.");
    }
}

/// <summary>Speed at which a figure ages.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<FigureOrigin>))]
public enum FigureOrigin
{
    /// <summary>A figure of the corporation's or the municipality's policy, made at least every year.</summary>
    [JsonStringEnumMemberName("policy")]
    Policy,

    /// <summary>A figure of liveability, such as the Leefbaarometer's, made every two years.</summary>
    [JsonStringEnumMemberName("liveability")]
    Liveability,
}

/// <summary>Normalisation of the values of an indicator to 0 .. 100. Its direction in the catalogue decides which end is favourable.</summary>
/// <param name="Method">The way.</param>
/// <param name="Low">For min-max: the value at one end.</param>
/// <param name="High">For min-max: the value at the other end, above the first.</param>
/// <param name="Reach">For z-score: how many standard deviations from the mean lie the ends; more than 0.</param>
public sealed record Normalisation(NormalisationMethod Method, decimal? Low = null, decimal? High = null, decimal? Reach = null)
{
    /// <summary>Finds what is wrong with the numbers of the method; null where nothing is.</summary>
    internal string? FindProblem() => this switch
    {
        { Method: NormalisationMethod.MinMax, Low: { } low, High: { } high, Reach: null } => low < high ? null : "must have 'low' below 'high'.",
        { Method: NormalisationMethod.MinMax } => "of the method min-max needs 'low' and 'high', and no 'reach'.",
        { Method: NormalisationMethod.ZScore, Low: null, High: null, Reach: { } reach } => reach > 0 ? null : "must have a 'reach' above zero.",
        { Method: NormalisationMethod.ZScore } => "of the method z-score needs 'reach', and neither 'low' nor 'high'.",
        { Low: null, High: null, Reach: null } => null,
        _ => "of this method has no 'low', 'high' or 'reach'.",
    };
}

/// <summary>The ways to bring a value to 0 .. 100.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<NormalisationMethod>))]
public enum NormalisationMethod
{
    /// <summary>Its place between two values that were chosen; beyond them it counts as the end.</summary>
    [JsonStringEnumMemberName("min-max")]
    MinMax,

    /// <summary>Its distance to the mean of the municipality's areas in their standard deviations. Beyond the reach it counts as the end.</summary>
    [JsonStringEnumMemberName("z-score")]
    ZScore,

    /// <summary>The part of the municipality's areas that lie below it, with half of those that equal it.</summary>
    [JsonStringEnumMemberName("percentile")]
    Percentile,

    /// <summary>A share as it is: percentages from 0 to 100, rates per 100 or per 1,000 accordingly.</summary>
    [JsonStringEnumMemberName("share")]
    Share,
}

/// <summary>The colours of the corporation's earlier model.</summary>
/// <remarks>Red (bouw) is below the first, orange (kans) below the second, green (thuis) from there.</remarks>
/// <param name="RedBelow">A score below this is red.</param>
/// <param name="OrangeBelow">A score below this and not red is orange; above the first.</param>
public sealed record ColourCutOffs(decimal RedBelow, decimal OrangeBelow);

/// <summary>JSON of these rules.</summary>
[JsonSerializable(typeof(FourAngleRules))]
internal sealed partial class FourAngleRulesJson : JsonSerializerContext;
