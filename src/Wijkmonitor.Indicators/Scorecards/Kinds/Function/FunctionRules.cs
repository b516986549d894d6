using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Function;

/// <summary>
/// The rules of the functions of areas ("Een andere kijk op de aandachtswijk", Discussiedagen Sociale Huisvesting 2020): an area has a
/// function in its city (landing, starter, family, ...) and is compared with areas of the same function and with its own history.
/// </summary>
/// <param name="Version">The version of the rules; it is stored with every scorecard computed from them.</param>
/// <param name="Title">What these rules are called.</param>
/// <param name="Source">Where the rules come from, and what in them is the author's own choice.</param>
/// <param name="Dataset">The dataset with records about areas in whose field <c>function</c> the function stands.</param>
/// <param name="Functions">The functions that an area can have.</param>
/// <param name="LeastOthers">How many other areas of the same function must have a figure before an area is put beside their mean, 2 or more.</param>
/// <param name="Indicators">What is compared; no totals, for those grow with the area.</param>
public sealed partial record FunctionRules(
    string Version, BilingualText Title, string Source, string Dataset, IReadOnlyList<AreaFunction> Functions, int LeastOthers, IReadOnlyList<string> Indicators)
{
    /// <summary>What is wrong with the rules; each fault names its field.</summary>
    internal IEnumerable<string> Faults(IndicatorCatalogue catalogue) =>
    [
        .. KindRules.Heading(Version, Source),
        .. KindRules.Unless(!string.IsNullOrWhiteSpace(Dataset), "'dataset' is empty."),
        .. KindRules.Unless(Functions.Count > 0, "'functions' is empty."),
        .. Functions.Where(f => !Word().IsMatch(f.Code)).Select(f => $"'functions' names '{f.Code}'; lower-case words with hyphens are expected."),
        .. KindRules.Once("functions", Functions.Select(f => f.Code)),
        .. KindRules.Unless(LeastOthers >= 2, "'leastOthers' is below 2; beside one other area the mean is that area."),
        .. KindRules.Unless(Indicators.Count > 0, "'indicators' is empty."),
        .. KindRules.Once("indicators", Indicators),
        .. Indicators.SelectMany(code => KindRules.Indicator("indicators", code, catalogue)),
        .. Indicators.Where(code => catalogue.Find(code)?.Total == true).Select(code => $"'indicators' names '{code}', which is a total over an area."),
    ];

    [GeneratedRegex("^[a-z][a-z0-9-]*$", RegexOptions.None, 1000)]
    private static partial Regex Word();
}

/// <summary>A function that an area can have in its city.</summary>
/// <param name="Code">What records call it.</param>
/// <param name="Label">Its name for people.</param>
public sealed record AreaFunction(string Code, BilingualText Label);
