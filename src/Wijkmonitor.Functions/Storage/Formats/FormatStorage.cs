using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Formats.Core;
using Wijkmonitor.Indicators.Datasets.Items;

namespace Wijkmonitor.Functions.Storage.Formats;

/// <summary>Storage row of a file row.</summary>
/// <param name="Writer">Writes it; rows of the same kind have the same one.</param>
/// <param name="Entity">Entity to write.</param>
/// <param name="CountsAsRow">Whether it is what a row is counted by: a row of figures may bring an area into the register besides.</param>
public readonly record struct RowEntity(IRowWriter Writer, TableEntity Entity, bool CountsAsRow = true);

/// <summary>The storage of one format: the counterpart of a <see cref="RecordFormat"/>.</summary>
public abstract class FormatStorage
{
    /// <summary>Starts with a file.</summary>
    /// <param name="definition">Its dataset.</param>
    /// <param name="delivery">Its delivery's id.</param>
    /// <param name="parts">Number of entities that each row of figures is divided over.</param>
    /// <returns>Gives what an item of the file becomes; for all of them there is one set of writers.</returns>
    public abstract Func<DatasetItem, IEnumerable<RowEntity>> Open(DatasetDefinition definition, string delivery, int parts);

    /// <summary>Finds the first dependent that would be about an unknown area if some left the register, or null.</summary>
    public virtual Task<AreaDependent?> FindDependentAsync(LeavingAreas leaving, CancellationToken cancellationToken) => Task.FromResult<AreaDependent?>(null);
}
