using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Datasets.Checks;

/// <summary>Check that crosswalks cover every area of a municipality: an omitted one would be missing from carried figures.</summary>
public sealed class CrosswalkCoverage
{
    private readonly Dictionary<(AreaCode Municipality, int FromYear, AreaLevel Level), (int Line, HashSet<AreaCode> Named)> named = [];

    /// <summary>Whether there are no crosswalks.</summary>
    public bool IsEmpty => named.Count == 0;

    /// <summary>Records an entry.</summary>
    public void Add(CrosswalkEntry entry)
    {
        var key = (entry.From.Municipality, entry.FromYear, entry.From.Level);
        var found = named.TryGetValue(key, out var known) ? known : named[key] = (entry.Shares[0].Line, []);
        found.Named.Add(entry.From);
    }

    /// <summary>Warns of areas that the register has next to those that were named: of the same municipality, year and level.</summary>
    public void Check(IEnumerable<(AreaCode Code, int BoundaryYear)> register, ProblemLog log)
    {
        var known = register.ToLookup(area => (area.Code.Municipality, area.BoundaryYear, area.Code.Level), area => area.Code);
        foreach (var (key, coverage) in named)
        {
            var absent = known[key].Where(area => !coverage.Named.Contains(area)).Order().ToList();
            if (absent.Count > 0)
            {
                log.Add(AreaProblems.CrosswalkIncomplete(coverage.Line, "from_code", key.Municipality, key.FromYear, absent));
            }
        }
    }
}
