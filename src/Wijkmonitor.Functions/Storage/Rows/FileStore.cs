using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Observations;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Readers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Functions.Storage.Rows;

/// <summary>What a row of a file becomes in storage.</summary>
/// <param name="Writer">Writes it; rows of the same kind have the same one.</param>
/// <param name="Entity">What is written.</param>
/// <param name="CountsAsRow">Whether it is what a row is counted by: a row of figures may bring an area into the register besides.</param>
public readonly record struct RowEntity(IRowWriter Writer, TableEntity Entity, bool CountsAsRow = true);

/// <summary>Stores what a checked file says.</summary>
public sealed class FileStore(
    IndicatorCatalogue catalogue,
    ObservationStore observations,
    AreaStore areas,
    AreaRecordStore records,
    CrosswalkStore crosswalks,
    CustomAreaStore customAreas,
    BoundaryStore boundaries,
    ContractStore contracts,
    LedgerStore ledger,
    DecisionStore decisions)
{
    /// <summary>Stores a file that was checked and has no errors. Doing it twice ends as doing it once.</summary>
    /// <param name="definition">Its dataset.</param>
    /// <param name="delivery">Its delivery's id.</param>
    /// <param name="file">The file.</param>
    /// <param name="parts">How many entities each row of figures is divided over.</param>
    /// <param name="progress">Is told how many rows were given to the storage; null where nobody looks.</param>
    /// <param name="cancellationToken">Ends the storing.</param>
    /// <exception cref="BookingConflictException">Another delivery booked something else under the same keys since the check; nothing of this one is booked.</exception>
    public async Task StoreAsync(
        DatasetDefinition definition, string delivery, LocalCopy file, int parts = 1, ProgressReport? progress = null, CancellationToken cancellationToken = default)
    {
        await using var content = file.OpenRead();
        await (definition.Format == DatasetFormat.Contract
            ? StoreContractAsync(delivery, content, cancellationToken)
            : StoreRowsAsync(Rows(definition, delivery, content, parts), progress, cancellationToken));
    }

    /// <summary>What the rows of a checked file become in storage, in the order of the file.</summary>
    /// <param name="definition">Its dataset.</param>
    /// <param name="delivery">Its delivery's id.</param>
    /// <param name="content">The file.</param>
    /// <param name="parts">How many entities each row of figures is divided over; with one, an entity can have more values than the storage takes.</param>
    /// <exception cref="InvalidDataException">At the end: the file has errors after all.</exception>
    public IEnumerable<RowEntity> Rows(DatasetDefinition definition, string delivery, Stream content, int parts)
    {
        var log = new ProblemLog(rules: definition.Problems);
        var areaWriter = areas.Writer();
        var crosswalkWriter = crosswalks.Writer();
        var customAreaWriter = customAreas.Writer();
        var boundaryWriter = boundaries.Writer();
        var observationWriter = observations.Writer(definition, parts);
        var entryWriter = ledger.Writer(delivery);
        var decisionWriter = decisions.Writer(delivery);
        var annotationWriter = decisions.AnnotationWriter(delivery);
        var recordWriter = records.Writer();
        foreach (var item in DatasetReader.Read(definition, catalogue, content, log))
        {
            IEnumerable<RowEntity> rows = item switch
            {
                RegisteredArea registered => [new(areaWriter, AreaStore.Entity(registered.Area, delivery), definition.Format == DatasetFormat.Records)],
                AreaObservations row => observations.Entities(definition, delivery, row, parts).Select((entity, i) => new RowEntity(observationWriter, entity, CountsAsRow: i == 0)),
                JoinedBoundaries joined => CrosswalkStore.Entities(joined.Entry with { Delivery = delivery }).Select(entity => new RowEntity(crosswalkWriter, entity)),

                // A custom area is in the register like any other, so that figures can be delivered about it too.
                DefinedCustomArea { CustomArea: var custom } =>
                [
                    new(customAreaWriter, CustomAreaStore.Entity(custom with { Delivery = delivery })),
                    new(areaWriter, AreaStore.Entity(custom.Area, delivery), CountsAsRow: false),
                ],
                DrawnBoundary drawn => [new(boundaryWriter, BoundaryStore.Entity(drawn.Boundary, delivery))],
                BookedEntry booked => [new(entryWriter, LedgerStore.Entity(booked.Entry with { Source = new SourceLine(delivery, booked.Entry.Source.Line) }))],
                TakenDecision taken => [new(decisionWriter, DecisionStore.Entity(taken.Decision with { Source = new SourceLine(delivery, taken.Decision.Source.Line) }))],
                NotedAnnotation noted => [new(annotationWriter, DecisionStore.Entity(noted.Annotation with { Source = new SourceLine(delivery, noted.Annotation.Source.Line) }))],
                NotedRecord noted => [new(recordWriter, AreaRecordStore.Entity(noted.Record with { Source = new SourceLine(delivery, noted.Record.Source.Line) }))],
                _ => throw new InvalidOperationException($"{item.GetType().Name} has no place in storage."),
            };
            foreach (var row in rows)
            {
                yield return row;
            }
        }

        if (log.Errors > 0)
        {
            throw NotAsChecked(delivery);
        }
    }

    /// <summary>Whether what a dataset's files say is booked for good: contracts, entries, decisions and annotations are added and never replaced.</summary>
    public static bool Books(DatasetDefinition definition) =>
        definition.Format == DatasetFormat.Contract
        || definition.Records is RecordKind.Activities or RecordKind.Operation or RecordKind.Decisions or RecordKind.Annotations;

    /// <summary>Reads a contract that was checked.</summary>
    public static async Task<(SocialMortgageContract Contract, byte[] Json)> ReadContractAsync(string delivery, Stream content, CancellationToken cancellationToken)
    {
        using var json = new MemoryStream();
        await content.CopyToAsync(json, cancellationToken);
        json.Position = 0;
        var reading = SocialMortgageContract.Read(json);
        return (reading.Contract ?? throw NotAsChecked(delivery), json.ToArray());
    }

    private async Task StoreContractAsync(string delivery, Stream content, CancellationToken cancellationToken)
    {
        var (contract, json) = await ReadContractAsync(delivery, content, cancellationToken);
        await contracts.KeepAsync(contract, json, delivery, cancellationToken);
    }

    private static async Task StoreRowsAsync(IEnumerable<RowEntity> rows, ProgressReport? progress, CancellationToken cancellationToken)
    {
        var writers = new List<IRowWriter>();
        foreach (var (writer, entity, countsAsRow) in rows)
        {
            if (!writers.Contains(writer))
            {
                writers.Add(writer);
            }

            await writer.AddAsync(entity, cancellationToken);
            if (countsAsRow && progress is not null)
            {
                await progress.AdvanceAsync(cancellationToken);
            }
        }

        foreach (var writer in writers)
        {
            await writer.CompleteAsync(cancellationToken);
        }
    }

    private static InvalidDataException NotAsChecked(string delivery) => new($"Delivery {delivery} passed its check but not its second reading.");
}
