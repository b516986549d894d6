using Wijkmonitor.Functions.Storage;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.SocialMortgage;

namespace Wijkmonitor.Functions.Ingest;

/// <summary>Stores what a checked file says.</summary>
public sealed class FileStore(
    IndicatorCatalogue catalogue,
    ObservationStore observations,
    AreaStore areas,
    AreaRecordStore records,
    ContractStore contracts,
    LedgerStore ledger,
    DecisionStore decisions)
{
    /// <summary>Stores a file that was checked and has no errors. Doing it twice ends as doing it once.</summary>
    /// <exception cref="BookingConflictException">Another delivery booked something else under the same keys since the check; nothing of this one is booked.</exception>
    public async Task StoreAsync(DatasetDefinition definition, string delivery, LocalCopy file, CancellationToken cancellationToken)
    {
        await using var content = file.OpenRead();
        await (definition.Format == DatasetFormat.Contract
            ? StoreContractAsync(delivery, content, cancellationToken)
            : StoreRowsAsync(definition, delivery, content, cancellationToken));
    }

    private async Task StoreContractAsync(string delivery, Stream content, CancellationToken cancellationToken)
    {
        using var json = new MemoryStream();
        await content.CopyToAsync(json, cancellationToken);
        json.Position = 0;
        var reading = SocialMortgageContract.Read(json);
        await contracts.KeepAsync(reading.Contract ?? throw NotAsChecked(delivery), json.ToArray(), delivery, cancellationToken);
    }

    private async Task StoreRowsAsync(DatasetDefinition definition, string delivery, Stream content, CancellationToken cancellationToken)
    {
        var areaWriter = areas.Writer();
        var observationWriter = observations.Writer(definition);
        var entryWriter = ledger.Writer(delivery);
        var decisionWriter = decisions.Writer(delivery);
        var annotationWriter = decisions.AnnotationWriter(delivery);
        var recordWriter = records.Writer();
        var log = new ProblemLog(rules: definition.Problems);
        foreach (var item in DatasetReader.Read(definition, catalogue, content, log))
        {
            await (item switch
            {
                RegisteredArea registered => areaWriter.AddAsync(AreaStore.Entity(registered.Area, delivery), cancellationToken),
                AreaObservations row => observationWriter.AddAsync(observations.Entity(definition, delivery, row), cancellationToken),
                BookedEntry booked => entryWriter.AddAsync(
                    LedgerStore.Entity(booked.Entry with { Source = new SourceLine(delivery, booked.Entry.Source.Line) }), cancellationToken),
                TakenDecision taken => decisionWriter.AddAsync(
                    DecisionStore.Entity(taken.Decision with { Source = new SourceLine(delivery, taken.Decision.Source.Line) }), cancellationToken),
                NotedAnnotation noted => annotationWriter.AddAsync(
                    DecisionStore.Entity(noted.Annotation with { Source = new SourceLine(delivery, noted.Annotation.Source.Line) }), cancellationToken),
                NotedRecord noted => recordWriter.AddAsync(
                    AreaRecordStore.Entity(noted.Record with { Source = new SourceLine(delivery, noted.Record.Source.Line) }), cancellationToken),
                _ => throw new InvalidOperationException($"{item.GetType().Name} has no place in storage."),
            });
        }

        if (log.Errors > 0)
        {
            throw NotAsChecked(delivery);
        }

        await areaWriter.CompleteAsync(cancellationToken);
        await observationWriter.CompleteAsync(cancellationToken);
        await entryWriter.CompleteAsync(cancellationToken);
        await decisionWriter.CompleteAsync(cancellationToken);
        await annotationWriter.CompleteAsync(cancellationToken);
        await recordWriter.CompleteAsync(cancellationToken);
    }

    private static InvalidDataException NotAsChecked(string delivery) => new($"Delivery {delivery} passed its check but not its second reading.");
}
