using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Api.Observations;

/// <summary>Names of the units of the catalogue, for people.</summary>
public static class UnitNames
{
    /// <summary>Gets the name of a unit; the unit itself where it has none.</summary>
    public static BilingualText Get(string unit) => Vocabulary.Shared.GetUnit(unit);

    /// <summary>Whether a unit has a name for people.</summary>
    public static bool Contains(string unit) => Vocabulary.Shared.Units.ContainsKey(unit);
}
