using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.StayersMovers;

/// <summary>
/// The rules of stayers and movers: the part of a change that comes from each. Source: "Een andere kijk op de aandachtswijk", Discussiedagen Sociale
/// Huisvesting 2020. The figures are of one period, about the time since the one before.
/// </summary>
/// <param name="Version">The version of the rules; it is stored with every scorecard computed from them.</param>
/// <param name="Title">Title of these rules.</param>
/// <param name="Source">Origin of the rules, and what in them is the author's own choice.</param>
/// <param name="Counts">The indicators that count who stayed, left and came.</param>
/// <param name="MinCount">Lowest number of stayers, leavers or entrants whose mean may be shown (k), 1 or more.</param>
/// <param name="Measures">The means that are taken apart.</param>
public sealed record StayersMoversRules(
    string Version, BilingualText Title, string Source, MoverCounts Counts, [property: FormerName("leastCount")] int MinCount,
    IReadOnlyList<MeasureRule> Measures)
    : ScorecardRules(Version, Title, Source)
{
    internal override IEnumerable<string> LineCodes =>
        Measures.SelectMany(measure => new[] { $"{measure.Code}-change", $"{measure.Code}-stayers", $"{measure.Code}-composition" });

    internal override void Validate(RuleValidator validator)
    {
        validator.RequireIndicator("counts.stayers", Counts.Stayers);
        validator.RequireIndicator("counts.leavers", Counts.Leavers);
        validator.RequireIndicator("counts.entrants", Counts.Entrants);
        validator.Require(MinCount >= 1, "'minCount' is below 1.");
        validator.RequireAny("measures", Measures);
        validator.RequireUnique("measures", Measures.Select(measure => measure.Code));
        foreach (var (index, measure) in Measures.Index())
        {
            foreach (var code in measure.Indicators)
            {
                validator.RequireIndicator($"measures[{index}]", code);
            }
        }
    }
}

/// <summary>The indicators that count households.</summary>
/// <param name="Stayers">Indicator of those who lived there then and now.</param>
/// <param name="Leavers">Indicator of those who lived there then and not now.</param>
/// <param name="Entrants">Indicator of those who live there now and did not then.</param>
public sealed record MoverCounts(string Stayers, string Leavers, string Entrants);

/// <summary>A mean that is taken apart.</summary>
/// <param name="Code">Start of the codes of its lines: lower-case words with hyphens.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="StayersThen">The indicator with the mean of those who stayed, then.</param>
/// <param name="StayersNow">The indicator with their mean now; its polarity and unit count.</param>
/// <param name="LeaversThen">The indicator with the mean of those who left, then.</param>
/// <param name="EntrantsNow">The indicator with the mean of those who came, now.</param>
public sealed record MeasureRule(string Code, BilingualText Label, string StayersThen, string StayersNow, string LeaversThen, string EntrantsNow)
{
    /// <summary>All indicators of the measure.</summary>
    internal IEnumerable<string> Indicators => [StayersThen, StayersNow, LeaversThen, EntrantsNow];
}

/// <summary>JSON of these rules.</summary>
[JsonSerializable(typeof(StayersMoversRules))]
internal sealed partial class StayersMoversRulesJson : JsonSerializerContext;
