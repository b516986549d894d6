using Wijkmonitor.Indicators.Datasets.Definitions;

namespace Wijkmonitor.Functions.Configuration;

/// <summary>The datasets as they are defined now: what ships, with what this deployment put over it.</summary>
public sealed class CurrentDatasets(BuiltInConfiguration builtIn)
{
    private volatile DatasetDefinitions definitions = builtIn.Datasets;

    /// <summary>All definitions, in order of id.</summary>
    public IReadOnlyCollection<DatasetDefinition> All => definitions.All;

    /// <summary>The definition with this id, or null.</summary>
    public DatasetDefinition? Find(string id) => definitions.Find(id);

    /// <summary>Puts other definitions in their place, all at once.</summary>
    internal void Replace(DatasetDefinitions with) => definitions = with;
}
