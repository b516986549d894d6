using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Datasets.Checks;

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
