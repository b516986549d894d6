using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.LoadCapacity;

/// <summary>
/// The rules of load and capacity (draaglast en draagkracht). The papers of Tiwos and Welbions (Discussiedagen Sociale Huisvesting 2020)
/// give the two figures and what belongs to them; which indicators stand for it is chosen here.
/// </summary>
/// <param name="Version">The version of the rules; it is stored with every scorecard computed from them.</param>
/// <param name="Title">Title of these rules.</param>
/// <param name="Source">Origin of the rules, and what in them is the author's own choice.</param>
/// <param name="Population">Lowest population of an area: below it nothing is computed, for then it would be about households.</param>
/// <param name="MinAreas">Number of areas of a level that must have a known value before one of them is placed among them, 2 or more.</param>
/// <param name="MinCoverage">The share of the indicators that must be known for a mean of them, in percent, above 0 and 100 at most.</param>
/// <param name="Load">Factors that weigh on an area.</param>
/// <param name="Capacity">Factors with which an area can bear it.</param>
/// <param name="Participation">Rule for the share of visitors who are active; null where that is not measured.</param>
public sealed record LoadCapacityRules(
    string Version,
    BilingualText Title,
    string Source,
    MinPopulation Population,
    [property: FormerName("leastAreas")] int MinAreas,
    [property: FormerName("leastCoverage")] decimal MinCoverage,
    IReadOnlyList<Factor> Load,
    IReadOnlyList<Factor> Capacity,
    ParticipationRule? Participation)
    : ScorecardRules(Version, Title, Source)
{
    internal override IEnumerable<string> LineCodes => [.. Load.Concat(Capacity).Select(factor => factor.Indicator), "participation"];

    internal override void Validate(RuleValidator validator)
    {
        validator.RequireIndicator("population.indicator", Population.Indicator);
        validator.Require(Population.Min >= 1, "'population.min' is below 1: this is never about a household.");
        validator.Require(MinAreas >= 2, "'minAreas' is below 2; fewer have no spread.");
        validator.Require(MinCoverage is > 0 and <= 100, "'minCoverage' must lie above 0 and at 100 at most.");
        validator.RequireAny("load", Load);
        validator.RequireAny("capacity", Capacity);
        validator.RequireUnique("load and capacity", Load.Concat(Capacity).Select(factor => factor.Indicator));
        Require(validator, "load", Load, Polarity.LowerIsBetter);
        Require(validator, "capacity", Capacity, Polarity.HigherIsBetter);
        foreach (var code in Participation is { } participation
            ? [participation.Active, participation.VisitorsLow, participation.VisitorsHigh]
            : Array.Empty<string>())
        {
            validator.RequireIndicator("participation", code);
        }
    }

    // What the catalogue calls better with more of it cannot be a load, and the other way round.
    private static void Require(RuleValidator validator, string field, IReadOnlyList<Factor> factors, Polarity adding)
    {
        foreach (var (index, factor) in factors.Index())
        {
            var polarity = validator.RequireIndicator($"{field}[{index}].indicator", factor.Indicator)?.Polarity ?? Polarity.NoJudgement;
            validator.Require(
                polarity == Polarity.NoJudgement || (polarity == adding) == (factor.Higher == HigherMeans.More),
                $"'{field}[{index}].higher' says the opposite of what the catalogue says of '{factor.Indicator}'.");
        }
    }
}

/// <summary>The lowest population of an area that has such a scorecard.</summary>
/// <param name="Indicator">The indicator that counts it.</param>
/// <param name="Min">The lowest count.</param>
public sealed record MinPopulation(string Indicator, [property: FormerName("least")] int Min);

/// <summary>The share of the visitors of a meeting place who are active. Visitors are counted roughly, so that it is a range.</summary>
/// <param name="Active">The indicator that counts the active residents.</param>
/// <param name="VisitorsLow">The indicator with the lowest count of visitors.</param>
/// <param name="VisitorsHigh">The indicator with the highest count of visitors.</param>
public sealed record ParticipationRule(string Active, string VisitorsLow, string VisitorsHigh);

/// <summary>JSON of these rules.</summary>
[JsonSerializable(typeof(LoadCapacityRules))]
internal sealed partial class LoadCapacityRulesJson : JsonSerializerContext;
