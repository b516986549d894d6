using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats.Core;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Records;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.Datasets.Formats.Bookings;

/// <summary>Decisions about entries of a social mortgage: <c>contract;reference;date;decision;about;by_role;quantity;reason</c>.</summary>
internal sealed class DecisionFormat() : BookingFormat<LedgerDecision>(RecordKind.Decisions, Columns)
{
    private static readonly string[] Columns = ["contract", "reference", "date", "decision", "about", "by_role", "quantity", "reason"];

    private static readonly Dictionary<string, DecisionKind> Kinds = new(StringComparer.Ordinal)
    {
        ["confirmed"] = DecisionKind.Confirmed,
        ["disputed"] = DecisionKind.Disputed,
        ["corrected"] = DecisionKind.Corrected,
    };

    protected override DependencyRank Rank => DependencyRank.Remarks;

    protected override DatasetItem ToItem(LedgerDecision record) => new DecisionItem(record);

    protected override LedgerDecision ToRecord(DatasetItem item) => ((DecisionItem)item).Decision;

    protected override LedgerDecision? FindBooked(LedgerDecision record, ExistingBookings known) => known.Decisions.GetValueOrDefault(record.Reference);

    protected override ContractProblem? FindProblem(LedgerDecision record, ContractVersions versions, ExistingBookings known) =>
        record.Validate(known.Entries.GetValueOrDefault(record.EntryKey));

    protected override IReadOnlyList<(string Column, object? Value)> GetFields(LedgerDecision record) =>
    [
        ("date", record.Date),
        ("decision", record.Kind),
        ("about", record.About),
        ("by_role", record.ByRole),
        ("quantity", record.Quantity),
        ("reason", record.Reason),
    ];

    private protected override LedgerDecision? ReadRecord(RecordFile file, BookingKey? key, DateOnly? date)
    {
        var (fields, places) = (file.Fields, file.Places);
        var kind = ReadKind(file, fields.ReadText(places[3]), places[3]);
        var entry = fields.ReadText(places[4]);
        var role = fields.ReadText(places[5]);
        var isEmpty = string.IsNullOrWhiteSpace(file.Rows[places[6]]);
        var quantity = isEmpty ? null : fields.ReadMoney(places[6]);
        var reason = fields.ReadText(places[7]);
        return key is not { } booking
            || date is not { } day
            || kind is not { } decided
            || entry is null
            || role is null
            || reason is null
            || (!isEmpty && quantity is null)
            ? null
            : new LedgerDecision(booking.Contract, booking.Reference, day, decided, entry, role, quantity, reason, new SourceLine("", file.Line));
    }

    private static DecisionKind? ReadKind(RecordFile file, string? text, int column)
    {
        if (text is null)
        {
            return null;
        }

        if (Kinds.TryGetValue(text, out var kind))
        {
            return kind;
        }

        file.Log.Add(MortgageProblems.EntryInvalid(file.Line, file.Rows.GetName(column), text,
            new("Dit besluit bestaat niet.", "There is no such decision."),
            new($"Gebruik een van: {string.Join(", ", Kinds.Keys)}.", $"Use one of: {string.Join(", ", Kinds.Keys)}.")));
        return null;
    }
}
