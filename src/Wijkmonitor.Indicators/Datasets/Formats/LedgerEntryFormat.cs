using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Parsing;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Readers;

/// <summary>
/// Reads rows about repayment on a social mortgage: activities (<c>contract;reference;date;activity;count;confirmed_by</c>) or
/// operation (<c>contract;reference;date;description;amount</c>).
/// </summary>
internal static class EntryRecordReader
{
    private static readonly string[] ActivityColumns = ["contract", "reference", "date", "activity", "count", "confirmed_by"];
    private static readonly string[] OperationColumns = ["contract", "reference", "date", "description", "amount"];

    public static IEnumerable<DatasetItem> Read(DatasetDefinition definition, Stream content, ProblemLog log)
    {
        using var rows = new CsvRows(definition, content, log);
        var isActivity = definition.Records == RecordKind.Activities;
        if (rows.ReadHeader(isActivity ? ActivityColumns : OperationColumns) is not { } places)
        {
            yield break;
        }

        var fields = new FieldReader(definition, rows, log);
        var keys = new UniqueKeys<EntryKey>("reference", log);
        while (rows.Read())
        {
            if (Entry(isActivity, rows, fields, places) is { } entry && keys.Add(new(entry.Contract, entry.Reference), rows.Line))
            {
                yield return new BookedEntry(entry);
            }
        }
    }

    private static LedgerEntry? Entry(bool isActivity, CsvRows rows, FieldReader fields, int[] places)
    {
        var contract = fields.KeyText(places[0]);
        var reference = fields.KeyText(places[1]);
        var date = fields.Date(places[2]);
        var item = fields.Text(places[3]);
        var quantity = isActivity ? fields.Number(places[4]) : fields.Money(places[4]);
        if (contract is null || reference is null || item is null || date is not { } day || quantity is null)
        {
            return null;
        }

        var source = new SourceLine("", rows.Line);
        return isActivity
            ? new LedgerEntry(contract, LedgerChannel.Activities, reference, day, item, quantity, null, fields.OptionalText(places[5]), source)
            : new LedgerEntry(contract, LedgerChannel.Operation, reference, day, item, null, quantity, null, source);
    }

    /// <summary>What makes an entry unique; its text is how a duplicate is reported.</summary>
    private readonly record struct EntryKey(string Contract, string Reference)
    {
        public override string ToString() => $"{Contract} {Reference}";
    }
}
