using System.Text.Json;
using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Json;

namespace Wijkmonitor.Indicators.Catalogue;

/// <summary>All indicators that the monitor knows, by code.</summary>
public sealed partial class IndicatorCatalogue
{
    private readonly Dictionary<string, Indicator> byCode;

    /// <summary>The catalogue of these indicators.</summary>
    /// <exception cref="ConfigurationException">A code is malformed or stands twice, or a denominator is not in the catalogue.</exception>
    public IndicatorCatalogue(IEnumerable<Indicator> indicators)
    {
        byCode = new(StringComparer.Ordinal);
        foreach (var indicator in indicators)
        {
            if (!CodeForm().IsMatch(indicator.Code) || !byCode.TryAdd(indicator.Code, indicator))
            {
                throw new ConfigurationException($"Indicator code '{indicator.Code}' is malformed or stands twice: lower-case letters, digits and underscores, starting with a letter, 63 at most.");
            }
        }

        if (byCode.Values.FirstOrDefault(i => i.Denominator is { } code && !byCode.ContainsKey(code)) is { } dangling)
        {
            throw new ConfigurationException($"Indicator '{dangling.Code}' names the denominator '{dangling.Denominator}', which is not in the catalogue.");
        }
    }

    /// <summary>All indicators, in the catalogue's order.</summary>
    public IReadOnlyCollection<Indicator> All => byCode.Values;

    /// <summary>Reads a catalogue: a JSON object with an array <c>indicators</c>.</summary>
    /// <exception cref="ConfigurationException">The JSON is not such a catalogue.</exception>
    public static IndicatorCatalogue Read(Stream json) =>
        new(ConfigurationException.Reading("the indicator catalogue", () => JsonSerializer.Deserialize(json, ConfigurationJson.Default.CatalogueFile)).Indicators);

    /// <summary>The indicator with this code, or null.</summary>
    public Indicator? Find(string code) => byCode.GetValueOrDefault(code);

    [GeneratedRegex("^[a-z][a-z0-9_]{0,62}$", RegexOptions.None, 1000)]
    private static partial Regex CodeForm();
}

/// <summary>The file that holds the catalogue.</summary>
/// <param name="Indicators">The indicators, in the order in which they are shown.</param>
public sealed record CatalogueFile(IReadOnlyList<Indicator> Indicators);
