using System.Globalization;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Figures;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Checks;

/// <summary>Check of the totals of a row against their parts, if all of them are known.</summary>
internal sealed class SumCheck(CsvRowReader rows, ProblemLog log, DeclaredRounding rounding, IReadOnlyList<TopicBinding> topics, IReadOnlyList<PartsSum> sums)
{
    private readonly (int Total, int[] Parts, PartsSum Sum)[] places =
    [
        .. sums
            .Select(sum => (Total: FindIndex(topics, sum.Total), Parts: sum.Parts.Select(part => FindIndex(topics, part)).ToArray(), Sum: sum))
            .Where(indexes => indexes.Total >= 0 && indexes.Parts.All(part => part >= 0)),
    ];

    /// <summary>Checks the values of an area against each other.</summary>
    /// <param name="values">The values, in the order of the topics.</param>
    /// <param name="level">The area's level.</param>
    /// <param name="isCurrentRow">Whether they are in the current row; otherwise they were put together from several.</param>
    public void Check(IReadOnlyList<IndicatorValue> values, AreaLevel level, bool isCurrentRow = true)
    {
        foreach (var (total, parts, sum) in places)
        {
            if (values[total].Value.Number is not { } whole || Sum(values, parts) is not { } added || Math.Abs(whole - added) <= sum.Tolerance)
            {
                continue;
            }

            // Each of the figures can be off by what it was rounded by.
            var tolerance = sum.Tolerance + parts.Append(total).Sum(place => rounding.GetMaxDeviation(values[place].Indicator, level));
            if (Math.Abs(whole - added) > tolerance)
            {
                var column = topics[total].Column;
                var (line, text) = isCurrentRow ? (rows.Line, rows[column]) : (values[total].Line, whole.ToString(CultureInfo.InvariantCulture));
                log.Add(RowProblems.TotalMismatch(line, rows.GetName(column), text, added, tolerance, sum.Parts));
            }
        }
    }

    private static decimal? Sum(IReadOnlyList<IndicatorValue> values, int[] parts)
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
