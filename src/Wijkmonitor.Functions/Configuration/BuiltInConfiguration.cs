using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions;

namespace Wijkmonitor.Functions.Configuration;

/// <summary>Configuration that ships with the program.</summary>
/// <param name="Folder">The folder that it is in.</param>
/// <param name="Catalogue">The indicators.</param>
/// <param name="Datasets">The datasets that can be delivered, and the definitions that are faulty.</param>
public sealed record BuiltInConfiguration(string Folder, IndicatorCatalogue Catalogue, DatasetDefinitions Datasets)
{
    /// <summary>Reads the folder. A definition that is not as it must be is named among the faulty ones, and the others are in effect.</summary>
    /// <exception cref="ConfigurationException">The catalogue is not as it must be; the message names the field.</exception>
    public static BuiltInConfiguration Read(string folder)
    {
        using var indicators = File.OpenRead(Path.Combine(folder, "indicators.json"));
        var catalogue = IndicatorCatalogue.Read(indicators);
        List<DatasetDefinition> definitions = [];
        List<FaultyDefinition> faulty = [];
        var unreadable = ConfigurationFault.For(field: null, "Het bestand kan niet worden geopend.", "The file cannot be opened.");
        foreach (var path in Directory.EnumerateFiles(Path.Combine(folder, "datasets"), "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                using var json = File.OpenRead(path);
                definitions.Add(DatasetFile.Read(json, Path.GetFileName(path), catalogue));
            }
            catch (ConfigurationException e)
            {
                faulty.Add(new FaultyDefinition(Path.GetFileNameWithoutExtension(path), Path.GetFileName(path), e.Errors));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                faulty.Add(new FaultyDefinition(Path.GetFileNameWithoutExtension(path), Path.GetFileName(path), [unreadable]));
            }
        }

        return new BuiltInConfiguration(folder, catalogue, new DatasetDefinitions(definitions, faulty, catalogue));
    }
}
