using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;

namespace Wijkmonitor.Functions.Configuration;

/// <summary>Configuration that ships with the program.</summary>
/// <param name="Folder">The folder that it is in.</param>
/// <param name="Catalogue">The indicators.</param>
/// <param name="Datasets">The datasets that can be delivered.</param>
public sealed record BuiltInConfiguration(string Folder, IndicatorCatalogue Catalogue, DatasetDefinitions Datasets)
{
    /// <summary>Reads the folder.</summary>
    /// <exception cref="Indicators.Configuration.ConfigurationException">Something in it is not as it must be; the message names file and field.</exception>
    public static BuiltInConfiguration Read(string folder)
    {
        using var indicators = File.OpenRead(Path.Combine(folder, "indicators.json"));
        var catalogue = IndicatorCatalogue.Read(indicators);
        var definitions = Directory.EnumerateFiles(Path.Combine(folder, "datasets"), "*.json").Order(StringComparer.Ordinal).Select(path =>
        {
            using var json = File.OpenRead(path);
            return DatasetDefinition.Read(json, Path.GetFileName(path), catalogue);
        });
        return new BuiltInConfiguration(folder, catalogue, new DatasetDefinitions([.. definitions]));
    }
}
