using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Kinds;

namespace Wijkmonitor.Functions.Configuration;

/// <summary>A file with the definition of a dataset, which is named as the dataset.</summary>
internal static class DatasetFile
{
    private const string Extension = ".json";

    /// <summary>Reads a definition.</summary>
    /// <exception cref="ConfigurationException">It is not as it must be, or the file has another name.</exception>
    public static DatasetDefinition Read(Stream json, string name, IndicatorCatalogue catalogue)
    {
        var definition = DatasetDefinition.Read(json, name, catalogue).WithSubjectKinds(ScorecardKinds.SubjectNames);
        return name == definition.Id + Extension
            ? definition
            : throw new ConfigurationException(name, [new ConfigurationFault("id", new BilingualText(
                $"'id' is '{definition.Id}': noem het bestand {definition.Id}.json.",
                $"'id' is '{definition.Id}': the file must be named {definition.Id}.json."))]);
    }
}
