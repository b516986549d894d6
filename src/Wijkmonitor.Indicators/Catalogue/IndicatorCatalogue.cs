using System.Text.Json;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Catalogue;

/// <summary>All indicators that the monitor knows, by code.</summary>
public sealed class IndicatorCatalogue
{
    private const int MaxCodeLength = 63;
    private readonly Dictionary<string, Indicator> byCode;

    /// <summary>The catalogue of these indicators.</summary>
    /// <exception cref="ConfigurationException">A code is malformed or occurs twice, or a denominator is not in the catalogue.</exception>
    public IndicatorCatalogue(IEnumerable<Indicator> indicators)
    {
        byCode = new(StringComparer.Ordinal);
        foreach (var indicator in indicators)
        {
            if (!SnakeCase.IsMatch(indicator.Code, MaxCodeLength) || !byCode.TryAdd(indicator.Code, indicator))
            {
                throw new ConfigurationException(
                    $"Indicator code '{indicator.Code}' is malformed or occurs twice: lower-case letters, digits and underscores, starting with a letter, 63 at most.");
            }
        }

        if (byCode.Values.FirstOrDefault(i => i.Denominator is { } code && !byCode.ContainsKey(code)) is { } missing)
        {
            throw new ConfigurationException($"Indicator '{missing.Code}' names the denominator '{missing.Denominator}', which is not in the catalogue.");
        }

        if (byCode.Values.SelectMany(ValidateRelations).FirstOrDefault() is { } error)
        {
            throw new ConfigurationException(error);
        }
    }

    /// <summary>All indicators, in the catalogue's order.</summary>
    public IReadOnlyCollection<Indicator> All => byCode.Values;

    /// <summary>Reads a catalogue: a JSON object with an array <c>indicators</c>.</summary>
    /// <exception cref="ConfigurationException">The JSON is not such a catalogue.</exception>
    public static IndicatorCatalogue Read(Stream json) =>
        new(ConfigurationException.Wrap("the indicator catalogue", () => JsonSerializer.Deserialize(json, CatalogueJson.Default.CatalogueFile)).Indicators);

    /// <summary>Finds the indicator with this code, or null.</summary>
    public Indicator? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Finds the first name of the count that an indicator is a part of or taken over, or null.</summary>
    public string? FindCount(Indicator indicator) => (indicator.PartOf ?? indicator.Denominator) is { } code ? byCode[code].SameAs ?? code : null;

    /// <summary>Finds the count at the root: that which an indicator is taken over, or what that is a part of.</summary>
    public string FindRoot(Indicator indicator)
    {
        var count = byCode[FindCount(indicator) ?? indicator.SameAs ?? indicator.Code];
        return count.PartOf ?? count.Code;
    }

    // What small counts are withheld by: a wrong name here would leave them open.
    private IEnumerable<string> ValidateRelations(Indicator indicator)
    {
        foreach (var (relation, code) in new[] { ("sameAs", indicator.SameAs), ("partOf", indicator.PartOf), ("withheldWith", indicator.WithheldWith) })
        {
            if (code is not null && (code == indicator.Code || !byCode.ContainsKey(code)))
            {
                yield return $"Indicator '{indicator.Code}' names '{code}' in '{relation}', which is not another indicator of the catalogue.";
            }
        }

        if (indicator is { Unit: "%", Denominator: null })
        {
            yield return $"Indicator '{indicator.Code}' is a share without 'denominator': nobody could tell how few it stands for. Name the count that it is taken over.";
        }

        if (indicator.SameAs is { } same && byCode.GetValueOrDefault(same) is { SameAs: not null })
        {
            yield return $"Indicator '{indicator.Code}' is 'sameAs' '{same}', which is itself the same as another: name that one.";
        }

        if (indicator.PartOf is { } whole && byCode.GetValueOrDefault(whole) is not { Total: true, PartOf: null, SameAs: null })
        {
            yield return $"Indicator '{indicator.Code}' is 'partOf' '{whole}', which must be a total that is itself part of no other, under its first name.";
        }

        if (indicator.WithheldWith is { } leader
            && byCode.GetValueOrDefault(leader) is { } found
            && (found.WithheldWith is not null || FindCount(found) is null || FindCount(found) != FindCount(indicator)))
        {
            yield return $"Indicator '{indicator.Code}' is 'withheldWith' '{leader}', which must be taken over the same count and name no other itself.";
        }
    }
}

/// <summary>The file that holds the catalogue.</summary>
/// <param name="Indicators">The indicators, in the order in which they are shown.</param>
public sealed record CatalogueFile(IReadOnlyList<Indicator> Indicators);
