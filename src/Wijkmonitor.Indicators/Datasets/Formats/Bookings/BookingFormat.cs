using System.Globalization;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats.Core;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Parsing.Records;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.Datasets.Formats.Bookings;

/// <summary>Bookings on a contract of a social mortgage, which are never replaced or withdrawn.</summary>
/// <param name="kind">Kind of the rows.</param>
public abstract class BookingFormat(RecordKind kind) : CsvRecordFormat(kind)
{
    /// <inheritdoc/>
    public sealed override bool IsAppendOnly => true;

    /// <summary>Finds what is booked under the reference of a record; null where nothing is.</summary>
    public abstract ILedgerRecord? FindBooked(ILedgerRecord record, ExistingBookings known);

    /// <summary>Gets in what a record differs from what is booked under its reference, by the columns of the file.</summary>
    public abstract IReadOnlyList<BilingualText> GetDifferences(ILedgerRecord booked, ILedgerRecord record);

    /// <summary>Finds why a record cannot be booked; null where it can.</summary>
    public abstract ContractProblem? FindProblem(ILedgerRecord record, ContractVersions versions, ExistingBookings known);
}

/// <summary>Records of one type that are booked on a contract.</summary>
/// <typeparam name="TRecord">What a row becomes.</typeparam>
/// <param name="kind">Kind of the rows.</param>
/// <param name="columns">The columns of a file; contract, reference and date come first.</param>
internal abstract class BookingFormat<TRecord>(RecordKind kind, IReadOnlyList<string> columns) : BookingFormat(kind)
    where TRecord : class, ILedgerRecord
{
    public sealed override IReadOnlyList<string> GetColumns(DatasetDefinition definition) => columns;

    public sealed override void Gather(DatasetItem item, DatasetDefinition definition, FileContents contents)
    {
        contents.Count(rows: 1, values: 1);
        contents.Bookings.Add(ToRecord(item));
    }

    public sealed override ILedgerRecord? FindBooked(ILedgerRecord record, ExistingBookings known) => FindBooked((TRecord)record, known);

    public sealed override IReadOnlyList<BilingualText> GetDifferences(ILedgerRecord booked, ILedgerRecord record)
    {
        List<BilingualText> differences = [];
        foreach (var (before, now) in GetFields((TRecord)booked).Zip(GetFields((TRecord)record)))
        {
            if (!Equals(before.Value, now.Value))
            {
                differences.Add(new BilingualText(
                    $"{now.Column}: geboekt {FormatValue(before.Value) ?? "leeg"}, hier {FormatValue(now.Value) ?? "leeg"}",
                    $"{now.Column}: booked {FormatValue(before.Value) ?? "empty"}, here {FormatValue(now.Value) ?? "empty"}"));
            }
        }

        return differences;
    }

    public sealed override ContractProblem? FindProblem(ILedgerRecord record, ContractVersions versions, ExistingBookings known) =>
        FindProblem((TRecord)record, versions, known);

    protected abstract DatasetItem ToItem(TRecord record);

    protected abstract TRecord ToRecord(DatasetItem item);

    protected abstract TRecord? FindBooked(TRecord record, ExistingBookings known);

    /// <summary>Gets what a record says under its reference, by column.</summary>
    protected abstract IReadOnlyList<(string Column, object? Value)> GetFields(TRecord record);

    protected abstract ContractProblem? FindProblem(TRecord record, ContractVersions versions, ExistingBookings known);

    /// <summary>Reads the other columns of the current row.</summary>
    /// <param name="file">The file.</param>
    /// <param name="key">Key that the row is booked under; null where that is wrong: then the row is read for its problems only.</param>
    /// <param name="date">Its day; null where that is wrong.</param>
    private protected abstract TRecord? ReadRecord(RecordFile file, BookingKey? key, DateOnly? date);

    private protected sealed override IEnumerable<DatasetItem> ReadRows(RecordFile file)
    {
        var (fields, places) = (file.Fields, file.Places);
        var keys = new UniqueKeys<BookingKey>(columns[1], file.Log);
        while (file.Rows.Read())
        {
            var contract = fields.ReadKey(places[0]);
            var reference = fields.ReadKey(places[1]);
            var date = fields.ReadDate(places[2]);
            BookingKey? key = contract is null || reference is null ? null : new(contract, reference);
            if (ReadRecord(file, key, date) is { } record && keys.Add(key!.Value, file.Line))
            {
                yield return ToItem(record);
            }
        }
    }

    private static string? FormatValue(object? value) => value switch
    {
        null => null,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
        DecisionKind kind => kind.ToString().ToLowerInvariant(),
        _ => $"'{value}'",
    };
}

/// <summary>Unique key of a booking in its file; its text is used to report a duplicate.</summary>
internal readonly record struct BookingKey(string Contract, string Reference)
{
    public override string ToString() => $"{Contract} {Reference}";
}
