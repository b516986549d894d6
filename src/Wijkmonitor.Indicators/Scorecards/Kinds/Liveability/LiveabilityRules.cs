using System.Globalization;
using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>
/// Rules for reading the Leefbaarometer. The instrument gives scores and classes; which lower bound is guarded, which years are compared
/// and when a lasting change elsewhere is worth a look, it leaves open: that is chosen here, and what is null is "not normed".
/// </summary>
/// <param name="Version">The version of the rules; it is stored with every scorecard computed from them.</param>
/// <param name="Title">Title of these rules.</param>
/// <param name="Source">Origin of the rules, and what in them is the author's own choice.</param>
/// <param name="Population">
/// The indicator that counts inhabitants, for shares of the population; null where there is none: then only shares of areas are given.
/// </param>
/// <param name="ShareOver">The areas that shares of a municipality are taken over.</param>
/// <param name="FreshYears">For how many years a measurement is fresh; the Leefbaarometer is measured every two years.</param>
/// <param name="Measures">The scores and classes that are followed through time.</param>
/// <param name="Composition">The deviation and the dimensions that it is the sum of; null where there are none.</param>
/// <param name="Developments">The publisher's own classes of development.</param>
public sealed record LiveabilityRules(
    string Version,
    BilingualText Title,
    string Source,
    string? Population,
    LiveabilityAreas ShareOver,
    int FreshYears,
    IReadOnlyList<LiveabilityMeasure> Measures,
    LiveabilityComposition? Composition,
    IReadOnlyList<LiveabilityDevelopment> Developments)
    : ScorecardRules(Version, Title, Source)
{
    /// <summary>The level of the areas that shares are taken over.</summary>
    [JsonIgnore]
    public AreaLevel ShareLevel => ShareOver == LiveabilityAreas.Districts ? AreaLevel.District : AreaLevel.Neighbourhood;

    internal override IEnumerable<string> LineCodes =>
    [
        .. Measures.SelectMany(measure => new[] { measure.Indicator, MeasureLines.GainPrefix + measure.Indicator }),
        .. Composition is null ? [] : Composition.Parts.Prepend(Composition.Total),
        .. Developments.Select(development => development.Indicator),
    ];

    internal override void Validate(RuleValidator validator)
    {
        if (Population is not null)
        {
            validator.RequireIndicator("population", Population);
        }

        validator.Require(FreshYears >= 1, "'freshYears' is 1 or more.");
        validator.Require(
            Measures.Count > 0 && Measures.DistinctBy(measure => measure.Indicator, StringComparer.Ordinal).Count() == Measures.Count,
            "'measures' names at least one indicator, and each once.");
        foreach (var (index, measure) in Measures.Index())
        {
            measure.Validate(validator, GetField("measures", index));
        }

        foreach (var code in Composition?.Parts.Append(Composition.Total) ?? [])
        {
            validator.RequireIndicator("composition", code);
        }

        validator.Require(Composition is not { Tolerance: < 0 }, "'composition.tolerance' is 0 or more.");
        foreach (var (index, development) in Developments.Index())
        {
            validator.RequireIndicator(GetField("developments", index), development.Indicator);
        }
    }

    private static string GetField(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}].indicator");
}

/// <summary>The areas that shares of a municipality are taken over.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<LiveabilityAreas>))]
public enum LiveabilityAreas
{
    /// <summary>Its districts (wijken).</summary>
    [JsonStringEnumMemberName("districts")]
    Districts,

    /// <summary>Its neighbourhoods (buurten).</summary>
    [JsonStringEnumMemberName("neighbourhoods")]
    Neighbourhoods,
}

/// <summary>A score or class that is followed through time.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="LowerBound">The value that is guarded: what is worse gives an alarm; null where none was agreed.</param>
/// <param name="Reversal">The years whose gain is followed; null where none were agreed.</param>
/// <param name="Waterbed">Rule for changes elsewhere that are worth a look; null where none was agreed.</param>
/// <param name="Names">Names of the classes, by number, from the publisher's legend; empty for a score.</param>
public sealed record LiveabilityMeasure(
    string Indicator, decimal? LowerBound, LiveabilityReversal? Reversal, LiveabilityWaterbed? Waterbed, IReadOnlyDictionary<string, BilingualText> Names)
{
    internal void Validate(RuleValidator validator, string field)
    {
        validator.RequireJudged(field, Indicator);
        validator.Require(
            Reversal is null || (Period.IsYear(Reversal.From) && Period.IsYear(Reversal.Top) && Reversal.From < Reversal.Top),
            $"'reversal' of '{Indicator}': 'from' and 'top' are years, and 'from' is the earlier one.");
        validator.Require(Waterbed is not { MinChange: <= 0 }, $"'waterbed.minChange' of '{Indicator}' is above zero.");
    }
}

/// <summary>JSON of these rules.</summary>
[JsonSerializable(typeof(LiveabilityRules))]
internal sealed partial class LiveabilityRulesJson : JsonSerializerContext;
