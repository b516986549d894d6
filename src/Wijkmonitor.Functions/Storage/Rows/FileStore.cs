using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Formats;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Functions.Storage.Rows;

/// <summary>Store of the contents of checked files.</summary>
public sealed class FileStore(IndicatorCatalogue catalogue, FormatStorages storages, ContractStore contracts)
{
    /// <summary>Stores a file that was checked and has no errors. Doing it twice ends as doing it once.</summary>
    /// <param name="definition">Its dataset.</param>
    /// <param name="delivery">Its delivery's id.</param>
    /// <param name="file">The file.</param>
    /// <param name="parts">Number of entities that each row of figures is divided over.</param>
    /// <param name="progress">Receives how many rows were given to the storage; null where nobody looks.</param>
    /// <param name="cancellationToken">Ends the storing.</param>
    /// <exception cref="InsertConflictException">
    /// Another delivery booked something else under the same keys since the check; nothing of this one is booked.
    /// </exception>
    public async Task StoreAsync(
        DatasetDefinition definition, string delivery, LocalCopy file, int parts = 1, ProgressReporter? progress = null,
        CancellationToken cancellationToken = default)
    {
        await using var content = file.OpenRead();
        await (definition.Format == DatasetFormat.Contract
            ? StoreContractAsync(delivery, content, cancellationToken)
            : StoreRowsAsync(ReadRows(definition, delivery, content, parts), progress, cancellationToken));
    }

    /// <summary>Gets the storage rows of a checked file, in file order.</summary>
    /// <param name="definition">Its dataset.</param>
    /// <param name="delivery">Its delivery's id.</param>
    /// <param name="content">The file.</param>
    /// <param name="parts">
    /// Number of entities that each row of figures is divided over; with one, an entity can have more values than the storage takes.
    /// </param>
    /// <exception cref="InvalidDataException">At the end: the file has errors after all.</exception>
    public IEnumerable<RowEntity> ReadRows(DatasetDefinition definition, string delivery, Stream content, int parts)
    {
        var log = new ProblemLog(rules: definition.Problems);
        var format = RecordFormats.For(definition);
        var toRows = storages.Find(format)?.Open(definition, delivery, parts)
            ?? throw new ArgumentException($"Files of dataset '{definition.Id}' have no rows.", nameof(definition));
        var taken = definition.Filled?.ToHashSet(StringComparer.Ordinal);
        foreach (var item in DatasetReader.Read(definition, catalogue, content, log))
        {
            foreach (var row in Select(item, taken) is { } filled ? toRows(filled) : [])
            {
                yield return row;
            }
        }

        if (log.Errors > 0)
        {
            throw CreateContentChangedException(delivery);
        }
    }

    /// <summary>Reads a contract that was checked.</summary>
    public static async Task<(SocialMortgageContract Contract, byte[] Json)> ReadContractAsync(string delivery, Stream content,
        CancellationToken cancellationToken)
    {
        using var json = new MemoryStream();
        await content.CopyToAsync(json, cancellationToken);
        json.Position = 0;
        var reading = SocialMortgageContract.Read(json);
        return (reading.Contract ?? throw CreateContentChangedException(delivery), json.ToArray());
    }

    // What a release does not fill is as if it were not in the file.
    private static DatasetItem? Select(DatasetItem item, HashSet<string>? filled)
    {
        if (filled is null || item is not AreaObservations row || row.Values.All(value => filled.Contains(value.Indicator)))
        {
            return item;
        }

        List<IndicatorValue> values = [.. row.Values.Where(value => filled.Contains(value.Indicator))];
        return values.Count == 0 ? null : row with { Values = values };
    }

    private async Task StoreContractAsync(string delivery, Stream content, CancellationToken cancellationToken)
    {
        var (contract, json) = await ReadContractAsync(delivery, content, cancellationToken);
        await contracts.SaveAsync(contract, json, delivery, cancellationToken);
    }

    private static async Task StoreRowsAsync(IEnumerable<RowEntity> rows, ProgressReporter? progress, CancellationToken cancellationToken)
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

    private static InvalidDataException CreateContentChangedException(string delivery) =>
        new($"Delivery {delivery} passed its check but not its second reading.");
}
