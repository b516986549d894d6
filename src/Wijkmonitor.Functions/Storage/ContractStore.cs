using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Wijkmonitor.Indicators.Scorecards.SocialMortgage;

namespace Wijkmonitor.Functions.Storage;

/// <summary>A contract and the delivery that it came with.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Delivery">The delivery's id.</param>
public sealed record StoredContract(SocialMortgageContract Contract, string Delivery);

/// <summary>Contracts of social mortgages in their table, as they were delivered.</summary>
public sealed class ContractStore(Tables tables)
{
    private const string Partition = "contract";
    private const string Json = "Json";

    /// <summary>Keeps a contract; an earlier one with the same id gives way to it.</summary>
    public Task KeepAsync(SocialMortgageContract contract, byte[] json, string delivery, CancellationToken cancellationToken)
    {
        var entity = new TableEntity(Partition, contract.Id) { ["Delivery"] = delivery, ["Version"] = contract.Version };
        BinaryChunks.Write(entity, Json, json);
        return tables.Contracts.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>The contract with this id, or null.</summary>
    public async Task<StoredContract?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var found = await tables.Contracts.GetEntityIfExistsAsync<TableEntity>(Partition, id, cancellationToken: cancellationToken);
        return found.HasValue ? ToContract(found.Value!) : null;
    }

    /// <summary>All contracts, by id.</summary>
    public async IAsyncEnumerable<StoredContract> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entity in Tables.QueryAsync(tables.Contracts, Tables.InPartition(Partition), cancellationToken: cancellationToken))
        {
            yield return ToContract(entity);
        }
    }

    private static StoredContract ToContract(TableEntity entity)
    {
        using var json = new MemoryStream(BinaryChunks.Read(entity, Json));
        var reading = SocialMortgageContract.Read(json);
        return reading.IsRead
            ? new StoredContract(reading.Contract, entity.GetString("Delivery"))
            : throw new InvalidDataException($"The stored contract '{entity.RowKey}' cannot be read any more: {reading.Problems[0].Message.En}");
    }
}
