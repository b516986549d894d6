using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Checks;

/// <summary>Check of a file against the municipalities and periods that its dataset expects.</summary>
/// <param name="expected">Areas and periods that it expects.</param>
internal sealed class CompletenessCheck(DatasetCompleteness expected)
{
    private readonly HashSet<AreaCode> municipalities = [];
    private readonly HashSet<Period> periods = [];
    private AreaCode lastArea;

    /// <summary>Records a row.</summary>
    public void Add(AreaObservations row)
    {
        periods.Add(row.Period);
        if (row.Area != lastArea)
        {
            lastArea = row.Area;
            municipalities.Add(row.Area.Municipality);
        }
    }

    /// <summary>Reports what is missing, once the file was read. Of one with errors rows were passed over, so that nothing can be said.</summary>
    public void Report(ProblemLog log)
    {
        if (log.Errors > 0)
        {
            return;
        }

        var absent = (expected.Municipalities ?? []).Where(area => !municipalities.Contains(area)).Order().ToList();
        if (absent.Count > 0)
        {
            log.Add(AreaProblems.Absent(absent, expected.Municipalities!.Count));
        }

        var wanted = (expected.Periods ?? []).Concat(expected.WholeYears ? periods.SelectMany(GetYear) : []).Distinct().ToList();
        var without = wanted.Where(period => !periods.Contains(period)).Order().ToList();
        if (without.Count > 0)
        {
            log.Add(PeriodProblems.Absent(without, wanted.Count));
        }
    }

    private static IEnumerable<Period> GetYear(Period period)
    {
        var count = period.Granularity switch
        {
            PeriodGranularity.Quarter => 4,
            PeriodGranularity.Month => 12,
            _ => 0,
        };
        return Enumerable.Range(1, count).Select(number => Period.Create(period.Granularity, period.Year, number));
    }
}
