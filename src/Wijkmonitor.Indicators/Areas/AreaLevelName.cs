namespace Wijkmonitor.Indicators.Areas;

/// <summary>The names of levels in keys and in what is served: municipality, district, neighbourhood, custom.</summary>
public static class AreaLevelName
{
    /// <summary>The name of a level.</summary>
    public static string Of(AreaLevel level) => level.ToString().ToLowerInvariant();
}
