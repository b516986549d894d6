using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Observations;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats.Core;

namespace Wijkmonitor.Functions.Storage.Formats;

/// <summary>The storage of each format whose files have rows. A new kind of records is registered with a line here.</summary>
/// <remarks>A contract is one document, which <see cref="ContractStore"/> keeps.</remarks>
public sealed class FormatStorages
{
    // In the order in which dependents are looked for.
    private readonly OrderedDictionary<(DatasetFormat Format, RecordKind? Kind), FormatStorage> byFormat;

    /// <summary>Creates the storage of each format on the stores.</summary>
    public FormatStorages(
        ObservationStore observations,
        AreaStore areas,
        AreaRecordStore records,
        CrosswalkStore crosswalks,
        CustomAreaStore customAreas,
        BoundaryStore boundaries,
        LedgerStore ledger,
        DecisionStore decisions) => byFormat = new()
        {
            [(DatasetFormat.StatLine, null)] = new FigureStorage(observations, areas),
            [(DatasetFormat.Wide, null)] = new FigureStorage(observations, areas),
            [(DatasetFormat.Long, null)] = new FigureStorage(observations, areas),
            [(DatasetFormat.Records, RecordKind.Areas)] = new AreaStorage(areas),
            [(DatasetFormat.Records, RecordKind.CustomAreas)] = new CustomAreaStorage(customAreas, areas),
            [(DatasetFormat.Records, RecordKind.Crosswalks)] = new CrosswalkStorage(crosswalks),
            [(DatasetFormat.Boundaries, null)] = new BoundaryStorage(boundaries),
            [(DatasetFormat.Records, RecordKind.Activities)] = new LedgerEntryStorage(ledger),
            [(DatasetFormat.Records, RecordKind.Operation)] = new LedgerEntryStorage(ledger),
            [(DatasetFormat.Records, RecordKind.Decisions)] = new DecisionStorage(decisions),
            [(DatasetFormat.Records, RecordKind.Annotations)] = new AnnotationStorage(decisions),
            [(DatasetFormat.Records, RecordKind.AreaRecords)] = new AreaRecordStorage(records, areas),
        };

    /// <summary>Gets the storage of a format; null where its files have no rows.</summary>
    public FormatStorage? Find(RecordFormat format) => byFormat.GetValueOrDefault((format.Format, format.Kind));

    /// <summary>Finds the first dependent that would be about an unknown area if some left the register, or null.</summary>
    /// <remarks>Figures and contracts are not inspected.</remarks>
    public async Task<AreaDependent?> FindDependentAsync(LeavingAreas leaving, CancellationToken cancellationToken)
    {
        foreach (var storage in byFormat.Values)
        {
            if (await storage.FindDependentAsync(leaving, cancellationToken) is { } dependent)
            {
                return dependent;
            }
        }

        return null;
    }
}
