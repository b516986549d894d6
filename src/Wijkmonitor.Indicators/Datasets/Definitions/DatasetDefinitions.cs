using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>All datasets that may be delivered, by id.</summary>
public sealed class DatasetDefinitions
{
    private readonly Dictionary<string, DatasetDefinition> byId;

    /// <summary>These definitions together.</summary>
    /// <exception cref="ConfigurationException">
    /// Two have the same id, or two can deliver the same indicator: then nobody could say which figure counts.
    /// </exception>
    public DatasetDefinitions(IReadOnlyCollection<DatasetDefinition> definitions)
    {
        byId = new(StringComparer.Ordinal);
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var definition in definitions.OrderBy(d => d.Id, StringComparer.Ordinal))
        {
            if (!byId.TryAdd(definition.Id, definition))
            {
                throw new ConfigurationException($"Dataset '{definition.Id}' is defined twice.");
            }

            foreach (var code in definition.IndicatorCodes)
            {
                if (!owners.TryAdd(code, definition.Id))
                {
                    throw new ConfigurationException($"Indicator '{code}' is delivered by '{owners[code]}' and by '{definition.Id}': one dataset must own it.");
                }
            }
        }
    }

    /// <summary>All definitions, in order of id.</summary>
    public IReadOnlyCollection<DatasetDefinition> All => byId.Values;

    /// <summary>The definition with this id, or null.</summary>
    public DatasetDefinition? Find(string id) => byId.GetValueOrDefault(id);
}
