namespace Wijkmonitor.Indicators.Areas;

/// <summary>The names of levels in keys and in what is served: municipality, district, neighbourhood, custom.</summary>
public static class AreaLevelNames
{
    /// <summary>Gets the name of a level.</summary>
    public static string GetName(AreaLevel level) => level.ToString().ToLowerInvariant();
}
