using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats.Core;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Parsing.Records;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.Datasets.Formats.Bookings;

/// <summary>
/// Rows about repayment on a social mortgage: activities (<c>contract;reference;date;activity;count;confirmed_by</c>) or
/// operation (<c>contract;reference;date;description;amount</c>).
/// </summary>
/// <param name="kind">Kind of the rows.</param>
/// <param name="channel">The channel that it repays through.</param>
internal sealed class LedgerEntryFormat(RecordKind kind, LedgerChannel channel)
    : BookingFormat<LedgerEntry>(kind, channel == LedgerChannel.Activities ? ActivityColumns : OperationColumns)
{
    private static readonly string[] ActivityColumns = ["contract", "reference", "date", "activity", "count", "confirmed_by"];
    private static readonly string[] OperationColumns = ["contract", "reference", "date", "description", "amount"];

    protected override DependencyRank Rank => DependencyRank.Entries;

    protected override DatasetItem ToItem(LedgerEntry record) => new LedgerEntryItem(record);

    protected override LedgerEntry ToRecord(DatasetItem item) => ((LedgerEntryItem)item).Entry;

    protected override LedgerEntry? FindBooked(LedgerEntry record, ExistingBookings known) => known.Entries.GetValueOrDefault(record.Key);

    protected override ContractProblem? FindProblem(LedgerEntry record, ContractVersions versions, ExistingBookings known) =>
        versions.GetVersion(record.Date.Year).Validate(record);

    protected override IReadOnlyList<(string Column, object? Value)> GetFields(LedgerEntry record) =>
    [
        ("date", record.Date),
        (channel == LedgerChannel.Activities ? "activity" : "description", record.Item),
        ("count", record.Count),
        ("amount", record.Amount),
        ("confirmed_by", record.ConfirmedBy),
    ];

    private protected override LedgerEntry? ReadRecord(RecordFile file, BookingKey? key, DateOnly? date)
    {
        var (fields, places) = (file.Fields, file.Places);
        var isActivity = channel == LedgerChannel.Activities;
        var item = fields.ReadText(places[3]);
        var quantity = isActivity ? fields.ReadNumber(places[4]) : fields.ReadMoney(places[4]);
        if (key is not { } booking || date is not { } day || item is null || quantity is null)
        {
            return null;
        }

        var source = new SourceLine("", file.Line);
        return isActivity
            ? new LedgerEntry(booking.Contract, channel, booking.Reference, day, item, quantity, null, fields.ReadOptionalText(places[5]), source)
            : new LedgerEntry(booking.Contract, channel, booking.Reference, day, item, null, quantity, null, source);
    }
}
