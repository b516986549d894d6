using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;

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
/// <param name="Reach">For z-score: distance of the ends from the mean, in standard deviations; more than 0.</param>
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
