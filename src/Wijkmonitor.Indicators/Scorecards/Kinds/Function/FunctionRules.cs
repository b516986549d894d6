using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Function;

/// <summary>
/// The rules of the functions of areas. Source: "Een andere kijk op de aandachtswijk", Discussiedagen Sociale Huisvesting 2020. An area has a
/// function in its city (landing, starter, family, ...) and is compared with areas of the same function and with its own history.
/// </summary>
/// <param name="Version">The version of the rules; it is stored with every scorecard computed from them.</param>
/// <param name="Title">Title of these rules.</param>
/// <param name="Source">Origin of the rules, and what in them is the author's own choice.</param>
/// <param name="Dataset">The dataset with records about areas in whose field <c>function</c> the function is.</param>
/// <param name="Functions">The functions that an area can have.</param>
/// <param name="MinOthers">Number of other areas of the same function that must have a figure before an area is shown next to their mean, 2 or more.</param>
/// <param name="Indicators">Indicators that are compared; no totals, for those grow with the area.</param>
public sealed record FunctionRules(
    string Version, BilingualText Title, string Source, string Dataset, IReadOnlyList<AreaFunction> Functions,
    [property: FormerName("leastOthers")] int MinOthers, IReadOnlyList<string> Indicators)
    : ScorecardRules(Version, Title, Source)
{
    internal override IEnumerable<string> LineCodes => Indicators;

    internal override void Validate(RuleValidator validator)
    {
        validator.RequireText("dataset", Dataset);
        validator.RequireAny("functions", Functions);
        validator.RequireWords("functions", Functions.Select(function => function.Code));
        validator.RequireUnique("functions", Functions.Select(function => function.Code));
        validator.Require(MinOthers >= 2, "'minOthers' is below 2; next to one other area the average is that area.");
        validator.RequireAny("indicators", Indicators);
        validator.RequireUnique("indicators", Indicators);
        foreach (var code in Indicators)
        {
            validator.Require(validator.RequireIndicator("indicators", code)?.Total != true, $"'indicators' names '{code}', which is a total over an area.");
        }
    }
}

/// <summary>A function that an area can have in its city.</summary>
/// <param name="Code">Code of the function in records.</param>
/// <param name="Label">Its name for people.</param>
public sealed record AreaFunction(string Code, BilingualText Label);

/// <summary>JSON of these rules.</summary>
[JsonSerializable(typeof(FunctionRules))]
internal sealed partial class FunctionRulesJson : JsonSerializerContext;
