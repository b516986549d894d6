using Microsoft.Extensions.Configuration;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Json;
using Wijkmonitor.Indicators.Scorecards.Compass;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>
/// The rules that this deployment has chosen. The rules that ship with the monitor are examples: none is used unless a setting names it.
/// </summary>
/// <param name="Compass">The rules of the compass; null where none were chosen, and then no compass is computed.</param>
public sealed record ScoringRules(CompassRules? Compass)
{
    /// <summary>The setting <c>Rules__Compass</c>: the file with the rules of the compass, below the folder <c>config</c>.</summary>
    public const string CompassSetting = "Rules:Compass";

    /// <summary>Reads the rules that the settings name.</summary>
    /// <exception cref="ConfigurationException">A named file is absent or malformed.</exception>
    public static ScoringRules From(IConfiguration configuration, string configFolder, IndicatorCatalogue catalogue)
    {
        if (configuration[CompassSetting] is not { Length: > 0 } file)
        {
            return new ScoringRules(Compass: null);
        }

        var path = Path.Combine(configFolder, file);
        if (!File.Exists(path))
        {
            throw new ConfigurationException($"The setting Rules__Compass names '{file}', which is not in {configFolder}.");
        }

        using var json = File.OpenRead(path);
        var rules = CompassRules.Read(json);
        rules.MustFit(catalogue);
        return new ScoringRules(rules);
    }
}
