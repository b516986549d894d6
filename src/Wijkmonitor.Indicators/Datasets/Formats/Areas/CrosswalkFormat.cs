using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats.Core;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Records;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;

namespace Wijkmonitor.Indicators.Datasets.Formats.Areas;

/// <summary>
/// Crosswalks: <c>from_year;from_code;to_year;to_code;share</c>. What a file says of an area is one item, so that its shares are kept
/// together and still sum to one when another file takes their place.
/// </summary>
internal sealed class CrosswalkFormat() : CsvRecordFormat(RecordKind.Crosswalks)
{
    private const int MaxShares = 1_000;
    private const int FromCode = 1;
    private const int ToYear = 2;
    private const int ToCode = 3;
    private const int ShareColumn = 4;
    private static readonly IReadOnlyList<string> Columns = RecordColumnNames.For(RecordKind.Crosswalks);

    protected override DependencyRank Rank => DependencyRank.AreaRelations;

    public override IReadOnlyList<string> GetColumns(DatasetDefinition definition) => Columns;

    public override void Gather(DatasetItem item, DatasetDefinition definition, FileContents contents)
    {
        var entry = ((CrosswalkItem)item).Entry;
        contents.Count(entry.Shares.Count, entry.Shares.Count);
        contents.Crosswalks.Add(entry);
        contents.AddMunicipality(entry.From);
        contents.Areas.Add(entry.From, entry.FromYear, entry.Shares[0].Line, Columns[FromCode]);
        foreach (var share in entry.Shares)
        {
            contents.AddMunicipality(share.To);
            contents.Areas.Add(share.To, entry.ToYear, share.Line, Columns[ToCode]);
        }
    }

    private protected override IEnumerable<DatasetItem> ReadRows(RecordFile file)
    {
        var keys = new UniqueKeys<Pair>(Columns[ToCode], file.Log);
        file.Rows.SkipLargerAreas(file.Places[FromCode]);
        var entries = new Dictionary<(int FromYear, AreaCode From, int ToYear), List<CrosswalkShare>>();
        while (file.Rows.Read())
        {
            if (ReadRow(file) is { } row && keys.Add(row.Pair, file.Line))
            {
                var shares = entries.TryGetValue((row.Pair.FromYear, row.Pair.From, row.Pair.ToYear), out var found)
                    ? found
                    : entries[(row.Pair.FromYear, row.Pair.From, row.Pair.ToYear)] = [];
                shares.Add(new CrosswalkShare(row.Pair.To, row.Share, file.Line));
            }
        }

        foreach (var ((fromYear, from, toYear), shares) in entries)
        {
            if (shares.Count > MaxShares)
            {
                file.Log.Add(AreaProblems.TooManyShares(shares[0].Line, Columns[FromCode], from, MaxShares));
            }
            else if (shares.Sum(share => share.Share) is var sum && Math.Abs(sum - 1) > CrosswalkEntry.Tolerance)
            {
                file.Log.Add(AreaProblems.SharesTotal(shares[0].Line, Columns[ShareColumn], from, fromYear, toYear, sum));
            }
            else
            {
                yield return new CrosswalkItem(new CrosswalkEntry(fromYear, from, toYear, shares, ""));
            }
        }
    }

    private static (Pair Pair, decimal Share)? ReadRow(RecordFile file)
    {
        var (fields, places, log) = (file.Fields, file.Places, file.Log);
        var fromYear = fields.ReadYear(places[0]);
        var from = fields.ReadArea(places[FromCode]);
        var toYear = fields.ReadYear(places[ToYear]);
        var to = fields.ReadArea(places[ToCode]);
        var share = fields.ReadShare(places[ShareColumn]);
        if (fromYear is not { } start || from is not { } source || toYear is not { } end || to is not { } target || share is not { } part)
        {
            return null;
        }

        if (start == end)
        {
            log.Add(AreaProblems.CrosswalkYearsEqual(file.Line, Columns[ToYear], end.Year));
            return null;
        }

        if (source.Level != target.Level || source.Level == AreaLevel.Custom)
        {
            log.Add(AreaProblems.LevelsDiffer(file.Line, Columns[ToCode], source, target));
            return null;
        }

        return (new Pair(start.Year, source, end.Year, target), part);
    }

    /// <summary>Unique key of a line; its text is used to report a duplicate.</summary>
    private readonly record struct Pair(int FromYear, AreaCode From, int ToYear, AreaCode To)
    {
        public override string ToString() => FormattableString.Invariant($"{FromYear} {From} {ToYear} {To}");
    }
}
