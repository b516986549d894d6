using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;

namespace Wijkmonitor.Functions.Storage.SocialMortgages;

/// <summary>
/// Settled years with their statements, in their table and in a container of their own. A settlement is added and never changed: the container's copy comes
/// first and cannot be overwritten.
/// </summary>
public sealed class SettlementStore(Tables tables, Containers containers, DeliveryIds ids)
{
    private const string Json = "Json";

    /// <summary>Adds a settlement.</summary>
    /// <returns>False where the year was settled already.</returns>
    public async Task<bool> AddAsync(Settlement settlement, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(settlement, StoredMortgageJson.Default.Settlement);
        var path = string.Create(CultureInfo.InvariantCulture, $"{settlement.Contract}/{settlement.Year}.json");
        await RecordMigration.CopySettlementAsync(containers, path, cancellationToken);
        try
        {
            await containers.Settlements.GetBlobClient(path).UploadAsync(
                new BinaryData(json), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellationToken);
            await tables.Settlements.AddEntityAsync(ToEntity(settlement), cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return await RepairAsync(path, settlement, cancellationToken);
        }
    }

    /// <summary>Rebuilds the settlements table from container and archive.</summary>
    /// <returns>Number of settled years.</returns>
    public async Task<int> RestoreAsync(CancellationToken cancellationToken)
    {
        var restored = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (container, folder) in new[] { (containers.Settlements, ""), (containers.Archive, RecordMigration.SettlementsFolder) })
        {
            await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = folder }, cancellationToken))
            {
                if (restored.Add(blob.Name[folder.Length..]))
                {
                    await PutInTableAsync(await ReadAsync(container.GetBlobClient(blob.Name), cancellationToken), cancellationToken);
                }
            }
        }

        return restored.Count;
    }

    /// <summary>Gets the settled years of a contract, by year.</summary>
    public async Task<IReadOnlyList<Settlement>> GetByContractAsync(string contract, CancellationToken cancellationToken)
    {
        var settlements = new List<Settlement>();
        await foreach (var entity in Tables.QueryAsync(tables.Settlements, Tables.FilterByPartition(contract), cancellationToken: cancellationToken))
        {
            settlements.Add(new Settlement(
                entity.PartitionKey,
                int.Parse(entity.RowKey, NumberStyles.None, CultureInfo.InvariantCulture),
                DateOnly.ParseExact(entity.GetString(nameof(Settlement.On)), "O", CultureInfo.InvariantCulture),
                entity.GetString(nameof(Settlement.ByRole)),
                JsonSerializer.Deserialize(
                    await ids.PublishJsonAsync(BinaryChunks.Read(entity, Json), cancellationToken), StoredMortgageJson.Default.Scorecard)!));
        }

        return settlements;
    }

    // A process that died between container and table left the container's copy only: that is the settlement that counts.
    private async Task<bool> RepairAsync(string path, Settlement settlement, CancellationToken cancellationToken)
    {
        var first = await ReadAsync(containers.Settlements.GetBlobClient(path), cancellationToken);
        await PutInTableAsync(first, cancellationToken);
        return first.On == settlement.On && first.ByRole == settlement.ByRole;
    }

    private static async Task<Settlement> ReadAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        var content = await blob.DownloadContentAsync(cancellationToken);
        return JsonSerializer.Deserialize(content.Value.Content, StoredMortgageJson.Default.Settlement)!;
    }

    private async Task PutInTableAsync(Settlement settlement, CancellationToken cancellationToken) =>
        await tables.Settlements.UpsertEntityAsync(ToEntity(settlement), TableUpdateMode.Replace, cancellationToken);

    private static TableEntity ToEntity(Settlement settlement)
    {
        var entity = new TableEntity(settlement.Contract, settlement.Year.ToString("0000", CultureInfo.InvariantCulture))
        {
            [nameof(Settlement.On)] = settlement.On.ToString("O", CultureInfo.InvariantCulture),
            [nameof(Settlement.ByRole)] = settlement.ByRole,
        };
        BinaryChunks.Write(entity, Json, JsonSerializer.SerializeToUtf8Bytes(settlement.Statement, StoredMortgageJson.Default.Scorecard));
        return entity;
    }
}
