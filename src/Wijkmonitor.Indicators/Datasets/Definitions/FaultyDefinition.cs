using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>A definition that is not in effect because it is faulty or clashes with another.</summary>
/// <param name="Id">The dataset's id, as its file is named.</param>
/// <param name="File">The file.</param>
/// <param name="Faults">Faults of the definition.</param>
public sealed record FaultyDefinition(string Id, string File, IReadOnlyList<ConfigurationFault> Faults)
{
    /// <summary>The definition, where it can be read and only clashes with others.</summary>
    public DatasetDefinition? Clashing { get; init; }
}
