using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Functions.Storage.Deliveries;

/// <summary>Archive of everything about deliveries next to their files, so that all tables can be rebuilt.</summary>
/// <remarks>These are records, problems, changes, decisions and definitions. Decisions and definitions are added and cannot be overwritten.</remarks>
public sealed class DeliveryArchive(Containers containers, IndicatorCatalogue catalogue)
{
    private const string Folder = "journal";
    private const string Records = $"{Folder}/deliveries/";
    private const int KeyLength = 32;
    private static readonly BlobUploadOptions IfNotExists = new() { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };

    /// <summary>Saves the record of a delivery.</summary>
    public Task SaveAsync(Delivery delivery, CancellationToken cancellationToken) => PutAsync(
        $"{Records}{delivery.Id}.json", JsonSerializer.SerializeToUtf8Bytes(delivery, StoredDeliveryJson.Default.Delivery), cancellationToken);

    /// <summary>Gets the records of all deliveries, with the decisions that were made since they were saved.</summary>
    public async IAsyncEnumerable<Delivery> GetAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in containers.Archive.GetBlobsAsync(new GetBlobsOptions { Prefix = Records }, cancellationToken))
        {
            var json = await containers.Archive.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken);
            yield return await LoadDecisionsAsync(JsonSerializer.Deserialize(json.Value.Content, StoredDeliveryJson.Default.Delivery)!, cancellationToken);
        }
    }

    /// <summary>Saves the problems of a delivery.</summary>
    public Task SaveProblemsAsync(string id, IReadOnlyList<RowProblem> problems, CancellationToken cancellationToken) =>
        PutAsync(GetProblemsPath(id), JsonSerializer.SerializeToUtf8Bytes(problems, StoredDeliveryJson.Default.IReadOnlyListRowProblem), cancellationToken);

    /// <summary>Gets the problems of a delivery.</summary>
    public async Task<IReadOnlyList<RowProblem>> GetProblemsAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(GetProblemsPath(id), cancellationToken) is { } json
            ? JsonSerializer.Deserialize(json, StoredDeliveryJson.Default.IReadOnlyListRowProblem)! : [];

    /// <summary>Saves what a delivery changed.</summary>
    public Task SaveChangesAsync(string id, ChangeList changes, CancellationToken cancellationToken) =>
        PutAsync(GetChangesPath(id), JsonSerializer.SerializeToUtf8Bytes(changes, StoredDeliveryJson.Default.ChangeList), cancellationToken);

    /// <summary>Finds the changes of a delivery, or null when unknown.</summary>
    public async Task<ChangeList?> FindChangesAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(GetChangesPath(id), cancellationToken) is { } json ? JsonSerializer.Deserialize(json, StoredDeliveryJson.Default.ChangeList) : null;

    /// <summary>Saves the decisions about a delivery that are not saved yet.</summary>
    public async Task SaveDecisionsAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        for (var i = 0; i < delivery.Decisions.Count; i++)
        {
            await AddAsync(
                GetDecisionPath(delivery.Id, i),
                JsonSerializer.SerializeToUtf8Bytes(delivery.Decisions[i], StoredDeliveryJson.Default.DeliveryDecision),
                cancellationToken);
        }
    }

    /// <summary>Saves a definition.</summary>
    /// <returns>Its key.</returns>
    public async Task<string> SaveDefinitionAsync(DatasetDefinition definition, CancellationToken cancellationToken)
    {
        var json = definition.ToJson();
        var key = Convert.ToHexStringLower(SHA256.HashData(json))[..KeyLength];
        await AddAsync(GetDefinitionPath(key), json, cancellationToken);
        return key;
    }

    /// <summary>Gets the definition that a delivery was read by, specialised for its file.</summary>
    /// <exception cref="InvalidDataException">It is not in the archive.</exception>
    public async Task<DatasetDefinition> GetDefinitionAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var json = delivery.Definition is { } key ? await FindAsync(GetDefinitionPath(key), cancellationToken) : null;
        using var content = new MemoryStream(json ?? throw new InvalidDataException($"The archive has no definition of delivery {delivery.Id}."));
        return DatasetDefinition.Read(content, GetDefinitionPath(delivery.Definition!), catalogue).ForFile(delivery.File) with { Filled = delivery.Filled };
    }

    /// <summary>Reads the codes of the indicators that a definition can deliver. It also reads a definition that would not be accepted any more.</summary>
    public async Task<IEnumerable<string>> GetIndicatorCodesAsync(string definition, CancellationToken cancellationToken) =>
        await FindAsync(GetDefinitionPath(definition), cancellationToken) is { } json ? DatasetDefinition.ReadIndicatorCodes(json) : [];

    private async Task<Delivery> LoadDecisionsAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        while (await FindAsync(GetDecisionPath(delivery.Id, delivery.Decisions.Count), cancellationToken) is { } json)
        {
            var decision = JsonSerializer.Deserialize(json, StoredDeliveryJson.Default.DeliveryDecision)!;
            delivery = delivery.WithRecordedDecision(decision);
        }

        return delivery;
    }

    private async Task PutAsync(string path, byte[] content, CancellationToken cancellationToken) =>
        await containers.Archive.GetBlobClient(path).UploadAsync(new BinaryData(content), overwrite: true, cancellationToken);

    private async Task AddAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            await containers.Archive.GetBlobClient(path).UploadAsync(new BinaryData(content), IfNotExists, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // It is there already, and stays as it is.
        }
    }

    private async Task<byte[]?> FindAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var found = await containers.Archive.GetBlobClient(path).DownloadContentAsync(cancellationToken);
            return found.Value.Content.ToArray();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private static string GetProblemsPath(string id) => $"{Folder}/problems/{id}.json";

    private static string GetChangesPath(string id) => $"{Folder}/changes/{id}.json";

    private static string GetDecisionPath(string id, int number) => string.Create(CultureInfo.InvariantCulture, $"{Folder}/decisions/{id}/{number:000}.json");

    private static string GetDefinitionPath(string key) => $"{Folder}/definitions/{key}.json";
}
