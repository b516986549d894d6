namespace Wijkmonitor.Indicators.Datasets;

/// <summary>The problems of one file: the first ones whole, of the rest the number by code.</summary>
/// <param name="limit">How many problems are kept whole.</param>
public sealed class ProblemLog(int limit = ProblemLog.DefaultLimit)
{
    /// <summary>How many problems are kept whole unless said otherwise.</summary>
    public const int DefaultLimit = 1000;

    private readonly List<RowProblem> kept = [];
    private readonly SortedDictionary<string, int> countByCode = new(StringComparer.Ordinal);

    /// <summary>The problems that are kept whole, in the order in which they were found.</summary>
    public IReadOnlyList<RowProblem> Kept => kept;

    /// <summary>How many problems there are of each code, those included that are not kept.</summary>
    public IReadOnlyDictionary<string, int> CountByCode => countByCode;

    /// <summary>How many problems there are.</summary>
    public int Total { get; private set; }

    /// <summary>How many of them are errors; one is enough to refuse the file.</summary>
    public int Errors { get; private set; }

    /// <summary>Notes a problem.</summary>
    public void Add(RowProblem problem)
    {
        Total++;
        Errors += problem.Severity == ProblemSeverity.Error ? 1 : 0;
        countByCode[problem.Code] = countByCode.GetValueOrDefault(problem.Code) + 1;
        if (kept.Count < limit)
        {
            kept.Add(problem);
        }
    }
}
