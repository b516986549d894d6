using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Checks;

/// <summary>Holds the totals of a row against their parts, where all of them are known.</summary>
internal sealed class SumCheck(CsvRowReader rows, ProblemLog log, IReadOnlyList<TopicBinding> topics, IReadOnlyList<PartsSum> sums)
{
    private readonly (int Total, int[] Parts, PartsSum Sum)[] places =
    [
        .. sums
            .Select(sum => (Total: FindIndex(topics, sum.Total), Parts: sum.Parts.Select(part => FindIndex(topics, part)).ToArray(), Sum: sum))
            .Where(indexes => indexes.Total >= 0 && indexes.Parts.All(part => part >= 0)),
    ];

    public void Check(IndicatorValue[] values)
    {
        foreach (var (total, parts, sum) in places)
        {
            if (values[total].Value.Number is { } whole && Sum(values, parts) is { } added && Math.Abs(whole - added) > sum.Tolerance)
            {
                var column = topics[total].Column;
                log.Add(RowProblems.TotalMismatch(rows.Line, rows.GetName(column), rows[column], added, sum.Tolerance, sum.Parts));
            }
        }
    }

    private static decimal? Sum(IndicatorValue[] values, int[] parts)
    {
        decimal sum = 0;
        foreach (var part in parts)
        {
            if (values[part].Value.State != ObservedState.Known)
            {
                return null;
            }

            sum += values[part].Value.Number!.Value;
        }

        return sum;
    }

    private static int FindIndex(IReadOnlyList<TopicBinding> topics, string indicator)
    {
        for (var i = 0; i < topics.Count; i++)
        {
            if (topics[i].Indicator == indicator)
            {
                return i;
            }
        }

        return -1;
    }
}
