using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;

namespace Wijkmonitor.Indicators.Datasets.Recognition;

/// <summary>Recogniser of a line of units below a header, which compares its units with those of the definition.</summary>
internal static partial class UnitLine
{
    private const double MinShare = 0.5;
    private const decimal Thousand = 1000;
    private const decimal Million = 1_000_000;

    /// <summary>Whether most of what is in a record are units.</summary>
    public static bool Is(IReadOnlyCollection<string> fields)
    {
        var filled = fields.Where(field => field.Length > 0).ToList();
        var units = filled.Count(field => UnitForm().IsMatch(field));
        return units > 0
            && units >= filled.Count * MinShare
            && filled.TrueForAll(field => field == "%" || (field.Any(char.IsLetter) && !AreaCode.TryParse(field, out _)));
    }

    /// <summary>Gets the unit that the definition expects where the file has another one; null where they agree.</summary>
    public static string? FindOther(string unit, TopicColumn topic, Indicator indicator)
    {
        if (topic.Unit is { } declared)
        {
            return string.Equals(RemoveWhiteSpace(declared), RemoveWhiteSpace(unit), StringComparison.OrdinalIgnoreCase) ? null : declared;
        }

        return GetScale(unit) == topic.Factor && (unit == "%") == (indicator.Unit == "%") ? null : indicator.Unit;
    }

    private static decimal GetScale(string unit) => RemoveWhiteSpace(unit) switch
    {
        var plain when plain.StartsWith("x1000000", StringComparison.OrdinalIgnoreCase) || plain.Contains("mln", StringComparison.OrdinalIgnoreCase) => Million,
        var plain when plain.StartsWith("x1000", StringComparison.OrdinalIgnoreCase) => Thousand,
        _ => 1,
    };

    private static string RemoveWhiteSpace(string unit) => string.Concat(unit.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"^(aantal|getal|score|index|%|code|naam|omschrijving|euro|(x\s?[0-9]+(\s[0-9]{3})*|mln)(\s\S+)?|km|km2|km²|ha|m2|m²|m3|m³|kWh|per\s.+|aantal\s.+)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex UnitForm();
}
