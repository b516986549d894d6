using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass.Rules;

/// <summary>
/// The rules of a neighbourhood compass (wijkkompas). Platform31, "Aan de slag in kwetsbare wijken" (2017), section 3.5 gives the
/// colours; how wide "about as the city" is and what the start is, it leaves open: both are chosen here.
/// </summary>
/// <param name="Version">The version of the rules; it is stored with every scorecard computed from them.</param>
/// <param name="Title">Title of these rules.</param>
/// <param name="Source">Origin of the rules, and what in them is the author's own choice.</param>
/// <param name="Start">The period that reds are counted from: earliest, or a year.</param>
/// <param name="Bands">Distances from the city's value at which a value is still yellow.</param>
public sealed record CompassRules(
    string Version,
    BilingualText Title,
    string Source,
    [property: RegularExpression("^(earliest|(19|20|21)[0-9]{2})$")] CompassStart Start,
    CompassBands Bands)
    : ScorecardRules(Version, Title, Source)
{
    internal override void Validate(RuleValidator validator)
    {
        foreach (var (field, band) in Bands.All)
        {
            validator.Require(band.Width >= 0, $"'bands.{field}.width' is below zero; 0 or more is expected.");
        }

        foreach (var code in Bands.Indicators.Keys)
        {
            validator.RequireIndicator("bands.indicators", code);
        }
    }
}

/// <summary>The yellow bands around the city's value.</summary>
/// <param name="Default">The band of every indicator that has none of its own; null where such an indicator is not normed.</param>
/// <param name="Indicators">The band of an indicator, by its code.</param>
public sealed record CompassBands(CompassBand? Default, IReadOnlyDictionary<string, CompassBand> Indicators)
{
    /// <summary>All bands, with the field they are in.</summary>
    [JsonIgnore]
    public IEnumerable<(string Field, CompassBand Band)> All =>
        Indicators.Select(i => ($"indicators.{i.Key}", i.Value)).Concat(Default is null ? [] : [("default", Default)]);

    /// <summary>Finds the band of an indicator, or null where none was chosen.</summary>
    public CompassBand? Find(string indicator) => Indicators.GetValueOrDefault(indicator) ?? Default;
}

/// <summary>A yellow band around the city's value: at its edge a value is still yellow.</summary>
/// <param name="Kind">Measure of the width.</param>
/// <param name="Width">The distance from the city's value to each edge, 0 or more.</param>
public sealed record CompassBand(CompassBandKind Kind, decimal Width);

/// <summary>Unit of the width of a yellow band.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<CompassBandKind>))]
public enum CompassBandKind
{
    /// <summary>The indicator's own unit.</summary>
    [JsonStringEnumMemberName("absolute")]
    Absolute,

    /// <summary>Percent of the city's value, its sign left out.</summary>
    [JsonStringEnumMemberName("relative")]
    Relative,

    /// <summary>Standard deviations of the city's neighbourhoods, see <see cref="Statistics.Spread.ComputeStandardDeviation"/>.</summary>
    [JsonStringEnumMemberName("standard-deviations")]
    StandardDeviations,
}

/// <summary>JSON of these rules.</summary>
[JsonSerializable(typeof(CompassRules))]
internal sealed partial class CompassRulesJson : JsonSerializerContext;
