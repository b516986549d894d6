using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Functions.Configuration;

/// <summary>The datasets as they are defined now: what ships, with what this deployment put over it.</summary>
public sealed class CurrentDatasets(BuiltInConfiguration builtIn)
{
    private volatile DatasetDefinitions definitions = builtIn.Datasets;

    /// <summary>All definitions, in order of id.</summary>
    public IReadOnlyCollection<DatasetDefinition> All => definitions.All;

    /// <summary>The definitions that are not in effect because they are faulty, in order of id.</summary>
    public IReadOnlyList<FaultyDefinition> Faulty => definitions.Faulty;

    /// <summary>The ids of all datasets, those included whose definition is faulty.</summary>
    public IEnumerable<string> Ids => All.Select(definition => definition.Id).Union(Faulty.Select(faulty => faulty.Id), StringComparer.Ordinal);

    /// <summary>The precedence of datasets that deliver the same indicator.</summary>
    public DatasetPrecedence Precedence => definitions.Precedence;

    /// <summary>Finds the faulty definition with this id, or null. A definition in effect with the same id goes before it.</summary>
    public FaultyDefinition? FindFaulty(string id) => definitions.FindFaulty(id);

    /// <summary>Finds the definition with this id, or null.</summary>
    public DatasetDefinition? Find(string id) => definitions.Find(id);

    /// <summary>Gets the names of the refused definitions, in order. These are in the container, or ship and are not in effect.</summary>
    /// <param name="inContainer">The names of those in the container.</param>
    public IReadOnlyList<string> GetRefusedNames(IEnumerable<string> inContainer) =>
        [.. inContainer.Concat(Faulty.Select(faulty => faulty.File)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Replaces all definitions at once.</summary>
    internal void Replace(DatasetDefinitions with) => definitions = with;
}
