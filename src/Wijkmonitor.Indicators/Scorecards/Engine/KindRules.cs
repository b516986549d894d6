using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>How the rules of a kind of scorecard are read and held against the catalogue.</summary>
internal static class KindRules
{
    /// <summary>Reads rules from JSON and refuses them with all their faults at once.</summary>
    /// <param name="kind">The kind, for the message.</param>
    /// <param name="json">The rules.</param>
    /// <param name="type">Their type.</param>
    /// <param name="faults">What is wrong with them; each fault names its field.</param>
    /// <exception cref="ConfigurationException">The JSON is not such rules, or has faults.</exception>
    public static T Read<T>(string kind, Stream json, JsonTypeInfo<T> type, Func<T, IEnumerable<string>> faults)
        where T : class
    {
        var what = $"the rules of the kind '{kind}'";
        var rules = ConfigurationException.Reading(what, () => JsonSerializer.Deserialize(json, type));
        var found = faults(rules).ToList();
        return found.Count == 0 ? rules : throw new ConfigurationException(what, found);
    }

    /// <summary>Faults of what all rules have.</summary>
    public static IEnumerable<string> Heading(string version, string source)
    {
        if (string.IsNullOrWhiteSpace(version))
        {
            yield return "'version' is empty.";
        }

        if (string.IsNullOrWhiteSpace(source))
        {
            yield return "'source' is empty; say where the rules come from and what in them is a choice.";
        }
    }

    /// <summary>A fault for an indicator that is not in the catalogue.</summary>
    public static IEnumerable<string> Indicator(string field, string code, IndicatorCatalogue catalogue) =>
        catalogue.Find(code) is null ? [$"'{field}' names '{code}', which is not in the indicator catalogue."] : [];

    /// <summary>A fault for a field that is not as it must be.</summary>
    public static IEnumerable<string> Unless(bool fits, string fault) => fits ? [] : [fault];

    /// <summary>Faults for codes that stand twice.</summary>
    public static IEnumerable<string> Once(string field, IEnumerable<string> codes) =>
        codes.GroupBy(code => code, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => $"'{field}' names '{group.Key}' twice.");
}
