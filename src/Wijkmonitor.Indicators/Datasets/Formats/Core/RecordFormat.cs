using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Recognition;
using Wijkmonitor.Indicators.Datasets.Sources.Records;

namespace Wijkmonitor.Indicators.Datasets.Formats.Core;

/// <summary>One kind of content that the files of a dataset have: how it is read and how it is treated.</summary>
/// <remarks>
/// There is one object for each kind, listed in <see cref="RecordFormats"/>. Storage has a counterpart for each.
/// </remarks>
/// <param name="format">Layout of its files.</param>
/// <param name="kind">Kind of the rows; null where the layout says it.</param>
public abstract class RecordFormat(DatasetFormat format, RecordKind? kind = null)
{
    /// <summary>Gets how its files are laid out.</summary>
    public DatasetFormat Format => format;

    /// <summary>Gets what a row is; null where the layout says it.</summary>
    public RecordKind? Kind => kind;

    /// <summary>Gets a value indicating whether what was read is booked for good: added, and never replaced or withdrawn.</summary>
    public virtual bool IsAppendOnly => false;

    /// <summary>Gets a value indicating whether the items are figures, which can be compared with those of an earlier delivery.</summary>
    public virtual bool HasFigures => false;

    /// <summary>Gets a value indicating whether every item brings an area into the register.</summary>
    protected virtual bool RegistersAreas => false;

    /// <summary>Gets which other formats come before it.</summary>
    protected abstract DependencyRank Rank { get; }

    /// <summary>Gets a value indicating whether its files are JSON; otherwise they are CSV, or a workbook with the same rows.</summary>
    public virtual bool IsJson => false;

    /// <summary>Gets the columns that files of a dataset are known by; null where they have none.</summary>
    internal virtual DeclaredColumns? GetDeclaredColumns(DatasetDefinition definition) => null;

    /// <summary>Reads an opened file row by row.</summary>
    /// <remarks>See <see cref="DatasetReader.Read"/>.</remarks>
    internal IEnumerable<DatasetItem> Read(DatasetDefinition definition, IndicatorCatalogue catalogue, OpenedFile file, ProblemLog log)
    {
        log.Tally.Layout = definition.Layout;
        log.Tally.Measured = [.. definition.IndicatorCodes.Select(definition.GetMeasured).Distinct()];
        return ReadItems(definition, catalogue, file, log).Select(item => Count(item, log.Tally));
    }

    /// <summary>Adds an item to what is gathered of its file for the check of the whole.</summary>
    /// <param name="item">An item of this format.</param>
    /// <param name="definition">Its dataset.</param>
    /// <param name="contents">Contents gathered of the items before it.</param>
    public abstract void Gather(DatasetItem item, DatasetDefinition definition, FileContents contents);

    /// <summary>Reads the items of a file that may be of this format.</summary>
    private protected abstract IEnumerable<DatasetItem> ReadItems(DatasetDefinition definition, IndicatorCatalogue catalogue, OpenedFile file, ProblemLog log);

    /// <summary>Gets the rank of a dataset's files among those dropped with them, before their layout is known.</summary>
    public DependencyRank GetRank(DatasetDefinition definition) =>
        definition.RegistersAreas || definition.Layouts?.Any(layout => layout.RegistersAreas == true) == true ? DependencyRank.Areas : Rank;

    /// <summary>Gets a value indicating whether a dataset's files write in the register of areas.</summary>
    public bool RequiresRegisterLock(DatasetDefinition definition) => definition.RegistersAreas || RegistersAreas;

    private static DatasetItem Count(DatasetItem item, ReadTally tally)
    {
        if (item.BoundedArea is { } area)
        {
            tally.Add(area.Code, area.BoundaryYear, item.FigurePeriod);
        }

        return item;
    }
}
