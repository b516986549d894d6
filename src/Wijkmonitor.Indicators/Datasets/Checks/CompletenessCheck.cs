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

/// <summary>Check of a file against the areas in the register of the municipalities that it is about.</summary>
public sealed class RegisteredAreasCheck
{
    private readonly HashSet<AreaLevel> levels;
    private readonly HashSet<(AreaCode Area, int BoundaryYear)> named = [];

    private RegisteredAreasCheck(IEnumerable<AreaLevel> levels) => this.levels = [.. levels];

    /// <summary>Gets the check of a dataset; null where it does not expect all areas of a level.</summary>
    public static RegisteredAreasCheck? For(DatasetCompleteness? expected) => expected?.Levels is { } names
        ? new RegisteredAreasCheck(Enum.GetValues<AreaLevel>().Where(level => names.Contains(AreaLevelNames.GetName(level), StringComparer.Ordinal)))
        : null;

    /// <summary>Gets the municipalities that the file is about.</summary>
    public IReadOnlyCollection<AreaCode> Municipalities => [.. named.Select(area => area.Area.Municipality).Distinct()];

    /// <summary>Gets the years of its boundaries.</summary>
    public IReadOnlyCollection<int> BoundaryYears => [.. named.Select(area => area.BoundaryYear).Distinct()];

    /// <summary>Records a row.</summary>
    public void Add(AreaObservations row) => named.Add((row.Area, row.BoundaryYear));

    /// <summary>Reports the areas that are in the register and not in the file. Of one with errors nothing can be said.</summary>
    /// <param name="register">The areas in the register of these municipalities and years.</param>
    /// <param name="log">Log for the problem.</param>
    public void Report(IEnumerable<(AreaCode Code, int BoundaryYear)> register, ProblemLog log)
    {
        var years = named.Select(area => (area.Area.Municipality, area.BoundaryYear)).ToHashSet();
        var expected = register.Where(area => levels.Contains(area.Code.Level) && years.Contains((area.Code.Municipality, area.BoundaryYear))).ToList();
        List<AreaCode> absent = [.. expected.Where(area => !named.Contains(area)).Select(area => area.Code).Order()];
        if (absent.Count > 0 && log.Errors == 0)
        {
            log.Add(AreaProblems.Absent(absent, expected.Count));
        }
    }
}
