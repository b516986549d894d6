using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Functions.Storage.SocialMortgages;

/// <summary>A version of a contract and the delivery that it came with.</summary>
/// <param name="Contract">The version.</param>
/// <param name="Delivery">The delivery's id.</param>
public sealed record StoredContract(SocialMortgageContract Contract, string Delivery);

/// <summary>Contracts of social mortgages in their table, as they were delivered.</summary>
/// <remarks>A partition for each contract has all its versions, and one partition has a row for each contract, so that a list reads no versions.</remarks>
public sealed class ContractStore(Tables tables)
{
    private const string Index = "contracts";
    private const string Json = "Json";
    private const string Summary = "Summary";
    private const string City = "City";

    /// <summary>Saves a version of a contract next to the others.</summary>
    /// <exception cref="InsertConflictException">Another delivery brought this version in another form at the same moment.</exception>
    public async Task SaveAsync(SocialMortgageContract contract, byte[] json, string delivery, CancellationToken cancellationToken)
    {
        var entity = new TableEntity(GetPartition(contract.Id), GetRowKey(contract)) { ["Delivery"] = delivery };
        BinaryChunks.Write(entity, Json, json);
        var writer = new InsertOnlyWriter(tables.Contracts, delivery);
        await writer.AddAsync(entity, cancellationToken);
        await writer.CompleteAsync(cancellationToken);
        await UpdateIndexAsync(contract.Id, cancellationToken);
    }

    /// <summary>Removes a version of a contract that a delivery brought; one that another delivery brought stays.</summary>
    public async Task RemoveAsync(SocialMortgageContract contract, string delivery, CancellationToken cancellationToken)
    {
        var stored = await Tables.FindAsync(tables.Contracts, GetPartition(contract.Id), GetRowKey(contract), ["Delivery"], cancellationToken);
        if (stored?.GetString("Delivery") == delivery)
        {
            await tables.Contracts.DeleteEntityAsync(GetPartition(contract.Id), GetRowKey(contract), cancellationToken: cancellationToken);
        }

        await UpdateIndexAsync(contract.Id, cancellationToken);
    }

    // The row that lists show: of the latest version, and none where no version is left.
    private async Task UpdateIndexAsync(string id, CancellationToken cancellationToken)
    {
        var versions = await FindAsync(id, cancellationToken);
        if (versions.Count == 0)
        {
            await tables.Contracts.DeleteEntityAsync(Index, id, cancellationToken: cancellationToken);
            return;
        }

        var latest = new ContractVersions([.. versions.Select(s => s.Contract)]).Latest;
        var row = new TableEntity(Index, id)
        {
            [City] = latest.City.Value,
            [Summary] = JsonSerializer.Serialize(SocialMortgageItem.From(latest), StoredMortgageJson.Default.SocialMortgageItem),
        };
        await tables.Contracts.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Finds all versions of the contract with this id, by their start, or none where there is no such contract.</summary>
    public async Task<IReadOnlyList<StoredContract>> FindAsync(string id, CancellationToken cancellationToken)
    {
        var versions = new List<StoredContract>();
        await foreach (var entity in Tables.QueryAsync(tables.Contracts, Tables.FilterByPartition(GetPartition(id)), cancellationToken: cancellationToken))
        {
            versions.Add(ToContract(entity));
        }

        return versions;
    }

    /// <summary>Gets the organisations that are party to the latest version of a contract; none for an unknown contract.</summary>
    public async Task<IReadOnlyList<string>> GetPartiesAsync(string id, CancellationToken cancellationToken)
    {
        var row = await Tables.FindAsync(tables.Contracts, Index, id, [Summary], cancellationToken);
        return row is null ? [] : ToItem(row).Parties ?? [];
    }

    /// <summary>Gets the list items of all contracts, by id.</summary>
    public async IAsyncEnumerable<SocialMortgageItem> GetAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entity in Tables.QueryAsync(tables.Contracts, Tables.FilterByPartition(Index), [Summary], cancellationToken))
        {
            yield return ToItem(entity);
        }
    }

    /// <summary>Gets the ids of all contracts of a municipality.</summary>
    public async IAsyncEnumerable<string> GetIdsByMunicipalityAsync(string municipality, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Index} and City eq {municipality}");
        await foreach (var entity in Tables.QueryAsync(tables.Contracts, filter, ["RowKey"], cancellationToken))
        {
            yield return entity.RowKey;
        }
    }

    private static string GetPartition(string id) => $"contract|{id}";

    private static string GetRowKey(SocialMortgageContract contract) =>
        string.Create(CultureInfo.InvariantCulture, $"{contract.ValidFrom:yyyy-MM-dd}|{contract.Version}");

    private static SocialMortgageItem ToItem(TableEntity entity) =>
        JsonSerializer.Deserialize(entity.GetString(Summary), StoredMortgageJson.Default.SocialMortgageItem)!;

    private static StoredContract ToContract(TableEntity entity)
    {
        using var json = new MemoryStream(BinaryChunks.Read(entity, Json));
        var reading = SocialMortgageContract.Read(json);
        return reading.IsRead
            ? new StoredContract(reading.Contract, entity.GetString("Delivery"))
            : throw new InvalidDataException(
                $"The stored contract '{entity.PartitionKey}', '{entity.RowKey}' cannot be read any more: {reading.Problems[0].Message.En}");
    }
}
