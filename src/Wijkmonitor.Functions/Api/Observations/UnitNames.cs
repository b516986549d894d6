using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Api.Observations;

/// <summary>Names of the units of the catalogue, for people.</summary>
public static class UnitNames
{
    private static readonly Dictionary<string, BilingualText> Names = new(StringComparer.Ordinal)
    {
        ["EUR"] = new("euro", "euros"),
        ["x 1000 EUR"] = new("duizend euro", "thousand euros"),
        ["%"] = new("procent", "percent"),
        ["per 100"] = new("per 100", "per 100"),
        ["per 1000"] = new("per 1.000", "per 1,000"),
        ["class"] = new("klasse", "class"),
        ["count"] = new("aantal", "number"),
        ["fte"] = new("fte", "fte"),
        ["grade"] = new("rapportcijfer", "grade"),
        ["homes"] = new("woningen", "homes"),
        ["households"] = new("huishoudens", "households"),
        ["inhabitants"] = new("inwoners", "inhabitants"),
        ["people"] = new("mensen", "people"),
        ["score"] = new("score", "score"),
        ["signal"] = new("signaal", "signal"),
    };

    /// <summary>Gets the name of a unit; the unit itself where it has none.</summary>
    public static BilingualText Get(string unit) => Names.GetValueOrDefault(unit) ?? new BilingualText(unit, unit);

    /// <summary>Whether a unit has a name for people.</summary>
    public static bool Contains(string unit) => Names.ContainsKey(unit);
}
