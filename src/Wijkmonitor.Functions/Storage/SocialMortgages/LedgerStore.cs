using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Functions.Storage.SocialMortgages;

/// <summary>Booked entries of social mortgages in their table. What is booked is never changed.</summary>
public sealed class LedgerStore(Tables tables)
{
    private const string Number = "Number";
    private const string EuroCents = "EuroCents";

    /// <summary>Creates a writer of <see cref="ToEntity"/>.</summary>
    /// <param name="delivery">The delivery that the entries come with.</param>
    public InsertOnlyWriter CreateWriter(string delivery) => new(tables.LedgerEntries, delivery);

    /// <summary>Converts an entry to an entity.</summary>
    public static TableEntity ToEntity(LedgerEntry entry) => new(entry.Contract, Keys.GetEntryRow(entry))
    {
        [nameof(LedgerEntry.Channel)] = entry.Channel.ToString(),
        [nameof(LedgerEntry.Reference)] = entry.Reference,
        [nameof(LedgerEntry.Date)] = entry.Date.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        [nameof(LedgerEntry.Item)] = entry.Item,
        [Number] = entry.Count is { } count ? (double)count : null,
        [EuroCents] = entry.Amount is { } amount ? Cents.FromEuros(amount) : null,
        [nameof(LedgerEntry.ConfirmedBy)] = entry.ConfirmedBy,
        ["Delivery"] = entry.Source.Delivery,
        ["Line"] = entry.Source.Line,
    };

    /// <summary>Gets all entries of a contract, by channel and reference.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> GetByContractAsync(string contract, CancellationToken cancellationToken)
    {
        var entries = new List<LedgerEntry>();
        await foreach (var entity in Tables.QueryAsync(tables.LedgerEntries, Tables.FilterByPartition(contract), cancellationToken: cancellationToken))
        {
            entries.Add(ToEntry(entity));
        }

        return entries;
    }

    private static LedgerEntry ToEntry(TableEntity entity) => new(
        entity.PartitionKey,
        Enum.Parse<LedgerChannel>(entity.GetString(nameof(LedgerEntry.Channel))),
        entity.GetString(nameof(LedgerEntry.Reference)),
        DateOnly.ParseExact(entity.GetString(nameof(LedgerEntry.Date)), "O", System.Globalization.CultureInfo.InvariantCulture),
        entity.GetString(nameof(LedgerEntry.Item)),
        entity.GetDouble(Number) is { } count ? (decimal)count : null,
        entity.GetInt64(EuroCents) is { } cents ? Cents.ToEuros(cents) : null,
        entity.GetString(nameof(LedgerEntry.ConfirmedBy)),
        new SourceLine(entity.GetString("Delivery"), entity.GetInt32("Line")!.Value));
}
