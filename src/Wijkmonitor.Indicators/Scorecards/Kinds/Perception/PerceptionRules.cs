using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Perception;

/// <summary>
/// The rules of objective against subjective: the Leefbaarometer's score next to the residents' own. Source: "Een andere kijk op de aandachtswijk",
/// Discussiedagen Sociale Huisvesting 2020.
/// </summary>
/// <param name="Version">The version of the rules; it is stored with every scorecard computed from them.</param>
/// <param name="Title">Title of these rules.</param>
/// <param name="Source">Origin of the rules, and what in them is the author's own choice.</param>
/// <param name="Objective">The indicator that is counted or modelled, such as the Leefbaarometer's score.</param>
/// <param name="Subjective">The indicator that residents give themselves.</param>
/// <param name="Limit">From how many standard deviations on the two are said to differ; above 0.</param>
/// <param name="MaxYearsApart">Number of years that a figure may be older than the other, 0 or more: nothing is filled in between two measurements.</param>
/// <param name="MinAreas">Number of areas of a level that must have a known value before one of them is placed among them, 2 or more.</param>
public sealed record PerceptionRules(
    string Version, BilingualText Title, string Source, string Objective, string Subjective, decimal Limit,
    [property: FormerName("mostYearsApart")] int MaxYearsApart, [property: FormerName("leastAreas")] int MinAreas)
    : ScorecardRules(Version, Title, Source)
{
    internal override IEnumerable<string> LineCodes => [Objective, Subjective, PerceptionLines.GapCode];

    internal override void Validate(RuleValidator validator)
    {
        validator.RequireJudged("objective", Objective);
        validator.RequireJudged("subjective", Subjective);
        validator.Require(Objective != Subjective, "'subjective' names the same indicator as 'objective'.");
        validator.Require(Limit > 0, "'limit' must be above 0.");
        validator.Require(MaxYearsApart >= 0, "'maxYearsApart' is below 0.");
        validator.Require(MinAreas >= 2, "'minAreas' is below 2; fewer have no spread.");
    }
}

/// <summary>JSON of these rules.</summary>
[JsonSerializable(typeof(PerceptionRules))]
internal sealed partial class PerceptionRulesJson : JsonSerializerContext;
