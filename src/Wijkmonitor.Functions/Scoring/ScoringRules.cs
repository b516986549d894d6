using Microsoft.Extensions.Configuration;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>
/// The rules that this deployment has chosen. The rules that ship with the monitor are examples: none is used unless a setting names it.
/// </summary>
/// <param name="Kinds">The kinds of scorecards that rules were chosen for, in order of name; no other is computed.</param>
public sealed record ScoringRules(IReadOnlyList<IScorecardKind> Kinds)
{
    /// <summary>Gets the names and descriptions of all kinds, with or without rules, in display order.</summary>
    public IReadOnlyList<ScorecardKindInfo> Infos { get; } =
        [.. Kinds.Select(kind => kind.Info)
            .UnionBy(ScorecardKinds.Infos, info => info.Name, StringComparer.Ordinal)
            .OrderBy(info => info.Order)
            .ThenBy(info => info.Name, StringComparer.Ordinal)];

    /// <summary>
    /// The setting that names the file with the rules of a kind, below the folder <c>config</c>: <c>Rules__Compass</c>, and
    /// <c>Rules__FourAngle</c> for the kind <c>four-angle</c>.
    /// </summary>
    public static string GetSettingName(string kind) =>
        "Rules__" + string.Concat(kind.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>Reads the rules that the settings name.</summary>
    /// <exception cref="ConfigurationException">A named file is absent or malformed.</exception>
    public static ScoringRules From(IConfiguration configuration, string configFolder, IndicatorCatalogue catalogue) =>
        new([.. ScorecardKinds.Names.Select(kind => Read(kind, configuration, configFolder, catalogue)).OfType<IScorecardKind>()]);

    private static IScorecardKind? Read(string kind, IConfiguration configuration, string configFolder, IndicatorCatalogue catalogue)
    {
        var setting = GetSettingName(kind);
        if (configuration[setting.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)] is not { Length: > 0 } file)
        {
            return null;
        }

        var path = Path.Combine(configFolder, file);
        if (!File.Exists(path))
        {
            throw new ConfigurationException($"The setting {setting} names '{file}', which is not in {configFolder}.");
        }

        using var json = File.OpenRead(path);
        try
        {
            return ScorecardKinds.Read(kind, json, catalogue);
        }
        catch (ConfigurationException e)
        {
            throw new ConfigurationException($"The setting {setting} names '{file}'. {e.Message}", e);
        }
    }
}
