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
    private const int PerHundred = 100;

    private static readonly HashSet<string> ColumnNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Eenheid", "Eenheden", "Maateenheid", "Meeteenheid", "Unit", "Units", "UnitMeasure", "UnitOfMeasure", "MeasurementUnit",
    };

    /// <summary>Whether a column of this name, or a title that begins with it, says a unit.</summary>
    public static bool IsColumnName(string name) => ColumnNames.Contains(string.Concat(name.Where(char.IsLetter)));

    /// <summary>Whether most of what is in a record are units.</summary>
    public static bool Is(IReadOnlyCollection<string> fields)
    {
        var filled = fields.Where(field => field.Length > 0).Select(RemoveBrackets).ToList();
        var units = filled.Count(field => UnitForm().IsMatch(field));
        return units > 0
            && units >= filled.Count * MinShare
            && filled.TrueForAll(field => field is "%" or "‰" or "€" || (field.Any(char.IsLetter) && !AreaCode.TryParse(field, out _)));
    }

    /// <summary>Gets the unit that the definition expects where the file has another one; null where they agree.</summary>
    public static string? FindOther(string unit, TopicColumn topic, Indicator indicator)
    {
        unit = RemoveBrackets(unit);
        if (topic.Unit is { } declared)
        {
            return string.Equals(RemoveWhiteSpace(declared), RemoveWhiteSpace(unit), StringComparison.OrdinalIgnoreCase)
                || (UnitScale.FindOfAmounts(unit) is { } scale && scale == UnitScale.FindOfAmounts(declared)) ? null : declared;
        }

        return (UnitScale.Find(unit) ?? 1) == topic.Factor && !IsOtherRate(unit, indicator) ? null : indicator.Unit;
    }

    // Scores and quantities can be rates of a kind that their unit does not say.
    private static bool IsOtherRate(string unit, Indicator indicator) => (UnitScale.FindBase(unit), UnitScale.FindBase(indicator.Unit)) switch
    {
        (null, _) => indicator.Unit == "%",
        ({ } stated, null) => stated == PerHundred || indicator.IsCount || indicator.IsMoney,
        var (stated, rate) => stated != rate,
    };

    // A unit is between brackets where a program took it from the name of a column.
    private static string RemoveBrackets(string unit) => unit.Length > 2 && unit[0] == '(' && unit.IndexOf(')', StringComparison.Ordinal) == unit.Length - 1
        ? unit[1..^1].Trim() : unit;

    private static string RemoveWhiteSpace(string unit) => string.Concat(unit.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(
        @"^(aantal|getal|score|index|%|code|naam|omschrijving|euro|(x\s?[0-9]+([\s.][0-9]{3})*|mln)(\s\S+)?"
        + @"|km|km2|km²|ha|m2|m²|m3|m³|kWh|per\s[^()]+|aantal\s[^()]+"
        + @"|€|‰|promille|1[ .]?000\s?(€|euro|eur)|k\s?(€|euro|eur)|(€|euro|eur)\s?k|(€|euro|eur)\s?x\s?1[ .]?000)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex UnitForm();
}
