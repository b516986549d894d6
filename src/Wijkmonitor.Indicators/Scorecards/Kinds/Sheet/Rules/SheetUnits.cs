using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;

/// <summary>The units of a sheet.</summary>
internal static class SheetUnits
{
    /// <summary>The unit of percentages.</summary>
    public const string Percent = "%";

    private static readonly string[] Counts = ["people", "households", "homes"];

    /// <summary>Whether a unit has a name.</summary>
    public static bool IsKnown(string unit) => unit.Length == 0 || Vocabulary.Shared.Units.ContainsKey(unit);

    /// <summary>Whether a unit counts people, households or homes.</summary>
    public static bool IsCount(string unit) => Counts.Contains(unit, StringComparer.Ordinal);

    /// <summary>Whether a count of none says something of everybody.</summary>
    public static bool IsOfPeople(string unit) => unit is "people" or "households";

    /// <summary>Gets the number of decimals that an outcome is rounded to.</summary>
    public static int GetDecimals(string unit) => unit == Percent ? 1 : 2;
}
