using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>
/// How the Leefbaarometer is read. The instrument gives scores and classes; which lower bound is guarded, which years are compared and
/// when a lasting change elsewhere is worth a look, it leaves open: that is chosen here, and what is null is "not normed".
/// </summary>
/// <param name="Version">The version of the rules; it is stored with every scorecard computed from them.</param>
/// <param name="Title">What these rules are called.</param>
/// <param name="Source">Where the rules come from, and what in them is the author's own choice.</param>
/// <param name="Population">The indicator that counts inhabitants, for shares of the population; null where there is none: then only shares of areas are given.</param>
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
{
    private const string File = "the rules of liveability";

    /// <summary>The level of the areas that shares are taken over.</summary>
    [JsonIgnore]
    public AreaLevel ShareLevel => ShareOver == LiveabilityAreas.Districts ? AreaLevel.District : AreaLevel.Neighbourhood;

    private IEnumerable<(string Field, string Code)> Indicators =>
    [
        .. Population is null ? [] : new[] { ("population", Population) },
        .. Measures.Select((m, i) => (Text($"measures[{i}].indicator"), m.Indicator)),
        .. Composition is null ? [] : Composition.Parts.Append(Composition.Total).Select(code => ("composition", code)),
        .. Developments.Select((d, i) => (Text($"developments[{i}].indicator"), d.Indicator)),
    ];

    /// <summary>Reads rules from JSON.</summary>
    /// <exception cref="ConfigurationException">The JSON is not such rules; the message names the field.</exception>
    public static LiveabilityRules Read(Stream json)
    {
        var rules = ConfigurationException.Reading(File, () => JsonSerializer.Deserialize(json, LiveabilityJson.Default.LiveabilityRules));
        return rules.Faults().ToList() is { Count: > 0 } faults ? throw new ConfigurationException(File, faults) : rules;
    }

    /// <summary>Says whether the rules speak of indicators that exist.</summary>
    /// <exception cref="ConfigurationException">An indicator is not in the catalogue, or one that is followed is not judged.</exception>
    public void MustFit(IndicatorCatalogue catalogue)
    {
        if (Indicators.FirstOrDefault(named => catalogue.Find(named.Code) is null) is { Field: { } field } unknown)
        {
            throw new ConfigurationException($"In {File}: '{field}' names '{unknown.Code}', which is not in the indicator catalogue.");
        }

        if (Measures.FirstOrDefault(m => catalogue.Find(m.Indicator)!.Polarity == Polarity.NoJudgement) is { } measure)
        {
            throw new ConfigurationException($"In {File}: the measure '{measure.Indicator}' is an indicator that is not judged, so that it has no better or worse.");
        }
    }

    private IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(Version))
        {
            yield return "'version' is empty.";
        }

        if (FreshYears < 1)
        {
            yield return "'freshYears' is 1 or more.";
        }

        if (Measures.Count == 0 || Measures.DistinctBy(m => m.Indicator, StringComparer.Ordinal).Count() < Measures.Count)
        {
            yield return "'measures' names at least one indicator, and each once.";
        }

        foreach (var measure in Measures)
        {
            if (measure.Reversal is { } reversal && !(Period.TryParse(Text($"{reversal.From}"), out var from) && Period.TryParse(Text($"{reversal.Top}"), out var top) && from < top))
            {
                yield return $"'reversal' of '{measure.Indicator}': 'from' and 'top' are years, and 'from' is the earlier one.";
            }

            if (measure.Waterbed is { LeastChange: <= 0 })
            {
                yield return $"'waterbed.leastChange' of '{measure.Indicator}' is above zero.";
            }
        }

        if (Composition is { Tolerance: < 0 })
        {
            yield return "'composition.tolerance' is 0 or more.";
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
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
/// <param name="Waterbed">When a change elsewhere is worth a look; null where that was not agreed.</param>
/// <param name="Names">What a class is called, by its number, from the publisher's legend; empty for a score.</param>
public sealed record LiveabilityMeasure(
    string Indicator, decimal? LowerBound, LiveabilityReversal? Reversal, LiveabilityWaterbed? Waterbed, IReadOnlyDictionary<string, BilingualText> Names);

/// <summary>The years between which a gain is counted; what came after is held against it.</summary>
/// <param name="From">The year that the gain is counted from, such as 2002.</param>
/// <param name="Top">The year that it is counted to, such as 2012; every later measurement is compared with both.</param>
public sealed record LiveabilityReversal(int From, int Top);

/// <summary>When a decline elsewhere beside an improvement after an intervention is worth a look.</summary>
/// <param name="VulnerableBelow">An area is watched where its value at the start is worse than this.</param>
/// <param name="LeastChange">The least change, up in the one and down in the other area, in the indicator's unit; above 0.</param>
public sealed record LiveabilityWaterbed(decimal VulnerableBelow, decimal LeastChange);

/// <summary>A deviation from the national mean and the dimensions that it is the sum of.</summary>
/// <param name="Total">The indicator of the deviation.</param>
/// <param name="Parts">The indicators of the dimensions.</param>
/// <param name="Tolerance">How far the sum may be off because of rounding.</param>
public sealed record LiveabilityComposition(string Total, IReadOnlyList<string> Parts, decimal Tolerance);

/// <summary>A class of development between two measurements, as the publisher gives it.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="From">The year that it is counted from.</param>
/// <param name="Names">What a class is called, by its number.</param>
public sealed record LiveabilityDevelopment(string Indicator, int From, IReadOnlyDictionary<string, BilingualText> Names);
