using Microsoft.Extensions.Configuration;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>
/// The rules that this deployment has chosen. The rules that ship with the monitor are examples: none is used unless a setting names it.
/// </summary>
/// <param name="Kinds">
/// The kinds of scorecards that rules were chosen for, in order of name; no other is computed. A kind is listed once for each of its files, in the order
/// in which its setting names them.
/// </param>
public sealed record ScoringRules(IReadOnlyList<IScorecardKind> Kinds)
{
    private const char Separator = ';';

    /// <summary>Gets the names and descriptions of all kinds, with or without rules, in display order.</summary>
    public IReadOnlyList<ScorecardKindInfo> Infos { get; } =
        [.. Kinds.Select(kind => kind.Info)
            .UnionBy(ScorecardKinds.Infos, info => info.Name, StringComparer.Ordinal)
            .OrderBy(info => info.Order)
            .ThenBy(info => info.Name, StringComparer.Ordinal)];

    /// <summary>Gets the name of the setting that names the files with the rules of a kind.</summary>
    /// <remarks>
    /// It is <c>Rules__</c> and the name of the kind, with a capital for each word and without hyphens. Its value has paths below the folder
    /// <c>config</c>, with semicolons between them.
    /// </remarks>
    public static string GetSettingName(string kind) =>
        "Rules__" + string.Concat(kind.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>Reads the rules that the settings name.</summary>
    /// <exception cref="ConfigurationException">A named file is absent or malformed.</exception>
    public static ScoringRules From(IConfiguration configuration, string configFolder, IndicatorCatalogue catalogue) =>
        new([.. ScorecardKinds.Names.SelectMany(kind => GetFiles(kind, configuration).Select(file => Read(kind, file, configFolder, catalogue)))]);

    private static string[] GetFiles(string kind, IConfiguration configuration)
    {
        var setting = GetSettingName(kind);
        var files = (configuration[setting.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)] ?? "")
            .Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return files.GroupBy(file => file, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { Key: var twice }
            ? throw new ConfigurationException($"The setting {setting} names '{twice}' twice.")
            : files;
    }

    private static IScorecardKind Read(string kind, string file, string configFolder, IndicatorCatalogue catalogue)
    {
        var setting = GetSettingName(kind);
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
