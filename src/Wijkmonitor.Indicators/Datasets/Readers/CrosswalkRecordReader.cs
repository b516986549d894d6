using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Datasets.Readers;

/// <summary>
/// Reads crosswalks: <c>from_year;from_code;to_year;to_code;share</c>. What a file says of an area is one item, so that its shares are kept
/// together and still sum to one when another file takes their place.
/// </summary>
internal static class CrosswalkRecordReader
{
    private const int MostShares = 1_000;
    private const int FromCode = 1;
    private const int ToYear = 2;
    private const int ToCode = 3;
    private const int ShareColumn = 4;
    private static readonly string[] Columns = ["from_year", "from_code", "to_year", "to_code", "share"];

    public static IEnumerable<DatasetItem> Read(DatasetDefinition definition, Stream content, ProblemLog log)
    {
        using var rows = new CsvRows(definition, content, log);
        if (rows.ReadHeader(Columns) is not { } places)
        {
            yield break;
        }

        var fields = new FieldReader(definition, rows, log);
        var keys = new UniqueKeys<Pair>(Columns[ToCode], log);
        var entries = new Dictionary<(int FromYear, AreaCode From, int ToYear), List<CrosswalkShare>>();
        while (rows.Read())
        {
            if (Row(rows, fields, places, log) is { } row && keys.Add(row.Pair, rows.Line))
            {
                var shares = entries.TryGetValue((row.Pair.FromYear, row.Pair.From, row.Pair.ToYear), out var found) ? found : entries[(row.Pair.FromYear, row.Pair.From, row.Pair.ToYear)] = [];
                shares.Add(new CrosswalkShare(row.Pair.To, row.Share, rows.Line));
            }
        }

        foreach (var ((fromYear, from, toYear), shares) in entries)
        {
            if (shares.Count > MostShares)
            {
                log.Add(AreaProblems.TooManyShares(shares[0].Line, Columns[FromCode], from, MostShares));
            }
            else if (shares.Sum(share => share.Share) is var sum && Math.Abs(sum - 1) > CrosswalkEntry.Tolerance)
            {
                log.Add(AreaProblems.SharesTotal(shares[0].Line, Columns[ShareColumn], from, fromYear, toYear, sum));
            }
            else
            {
                yield return new JoinedBoundaries(new CrosswalkEntry(fromYear, from, toYear, shares, ""));
            }
        }
    }

    private static (Pair Pair, decimal Share)? Row(CsvRows rows, FieldReader fields, int[] places, ProblemLog log)
    {
        var fromYear = fields.Year(places[0]);
        var from = fields.Area(places[FromCode]);
        var toYear = fields.Year(places[ToYear]);
        var to = fields.Area(places[ToCode]);
        var share = Share(rows, fields, places[ShareColumn], log);
        if (fromYear is not { } start || from is not { } source || toYear is not { } end || to is not { } target || share is not { } part)
        {
            return null;
        }

        if (start == end)
        {
            log.Add(AreaProblems.SameYears(rows.Line, Columns[ToYear], end.Year));
            return null;
        }

        if (source.Level != target.Level || source.Level == AreaLevel.Custom)
        {
            log.Add(AreaProblems.LevelsDiffer(rows.Line, Columns[ToCode], source, target));
            return null;
        }

        return (new Pair(start.Year, source, end.Year, target), part);
    }

    /// <summary>A share above 0 and of at most 1.</summary>
    internal static decimal? Share(CsvRows rows, FieldReader fields, int column, ProblemLog log)
    {
        if (fields.Number(column) is not { } share)
        {
            return null;
        }

        if (share is > 0 and <= 1)
        {
            return share;
        }

        log.Add(AreaProblems.ShareInvalid(rows.Line, rows.NameOf(column), rows[column]));
        return null;
    }

    /// <summary>What makes a line unique; its text is how a duplicate is reported.</summary>
    private readonly record struct Pair(int FromYear, AreaCode From, int ToYear, AreaCode To)
    {
        public override string ToString() => FormattableString.Invariant($"{FromYear} {From} {ToYear} {To}");
    }
}
