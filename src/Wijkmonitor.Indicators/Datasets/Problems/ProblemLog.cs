using System.Globalization;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Datasets.Problems;

/// <summary>
/// The problems of one file: the first ones whole, of the rest the number by code. Errors come before warnings where not all can be kept.
/// </summary>
/// <param name="limit">Number of problems that are kept whole.</param>
/// <param name="rules">Treatment of problems in the file's dataset, by code.</param>
public sealed class ProblemLog(int limit = ProblemLog.DefaultLimit, IReadOnlyDictionary<string, ProblemRule>? rules = null)
{
    /// <summary>Default maximum number of problems kept in full.</summary>
    public const int DefaultLimit = 1000;

    private readonly List<RowProblem> kept = [];
    private readonly SortedDictionary<string, int> countByCode = new(StringComparer.Ordinal);

    /// <summary>The problems that are kept whole, in the order in which they were found.</summary>
    public IReadOnlyList<RowProblem> Kept => kept;

    /// <summary>Number of problems by code, including those not kept.</summary>
    public IReadOnlyDictionary<string, int> CountByCode => countByCode;

    /// <summary>Number of problems.</summary>
    public int Total { get; private set; }

    /// <summary>Number of errors; one is enough to refuse the file.</summary>
    public int Errors { get; private set; }

    /// <summary>Number of warnings that need confirmation before the file is accepted.</summary>
    public int ConfirmationCount { get; private set; }

    /// <summary>The tally of what was read of the file.</summary>
    public ReadTally Tally { get; } = new();

    /// <summary>Records a problem, as the dataset's rules have it.</summary>
    /// <remarks>What it quotes of the file is escaped here, so that nothing that shows a problem can be steered by a file.</remarks>
    public void Add(RowProblem problem)
    {
        problem = Escape(problem);
        var rule = rules?.GetValueOrDefault(problem.Code);
        if (rule is not null)
        {
            var severity = rule.Severity ?? problem.Severity;
            problem = problem with { Severity = severity, NeedsConfirmation = rule.NeedsConfirmation && severity == ProblemSeverity.Warning };
        }

        Record(problem);
        if (rule?.RefuseAbove is { } max && countByCode[problem.Code] == max + 1)
        {
            Record(CreateTooManyProblem(problem.Code, max));
        }
    }

    /// <summary>Groups the kept problems by code: errors first, then the code that was found first.</summary>
    public IEnumerable<ProblemGroup> GroupByCode() =>
        kept.GroupBy(problem => (problem.Code, problem.Severity))
            .OrderByDescending(group => group.Key.Severity)
            .Select(group => new ProblemGroup([.. group], countByCode[group.Key.Code]));

    private static RowProblem Escape(RowProblem problem) => problem with
    {
        Column = Printable.Escape(problem.Column),
        Value = Printable.Escape(problem.Value),
        Message = Escape(problem.Message),
        Remedy = Escape(problem.Remedy),
    };

    private static BilingualText Escape(BilingualText text) => new(Printable.Escape(text.Nl), Printable.Escape(text.En));

    private static RowProblem CreateTooManyProblem(string code, int max) => new(
        ProblemCodes.WarningsTooMany,
        ProblemSeverity.Error,
        Line: null,
        Column: null,
        code,
        new BilingualText(
            string.Create(CultureInfo.InvariantCulture, $"Er zijn meer dan {max} meldingen '{code}': dat is meer dan bij deze dataset mag."),
            string.Create(CultureInfo.InvariantCulture, $"There are more than {max} problems '{code}': more than this dataset allows.")),
        new BilingualText("Bekijk deze meldingen; waarschijnlijk hebben ze één oorzaak.", "Look at these problems; they probably have one cause."));

    private void Record(RowProblem problem)
    {
        var isError = problem.Severity == ProblemSeverity.Error;
        Total++;
        Errors += isError ? 1 : 0;
        ConfirmationCount += problem.NeedsConfirmation ? 1 : 0;
        countByCode[problem.Code] = countByCode.GetValueOrDefault(problem.Code) + 1;
        if (kept.Count == limit && isError && kept.FindLastIndex(p => p.Severity == ProblemSeverity.Warning) is >= 0 and var last)
        {
            kept.RemoveAt(last);
        }

        if (kept.Count < limit)
        {
            kept.Add(problem);
        }
    }
}

/// <summary>Problems of one code.</summary>
/// <param name="Kept">Those that are kept whole, in the order in which they were found; at least one.</param>
/// <param name="Count">Number of such problems, those included that are not kept.</param>
public sealed record ProblemGroup(IReadOnlyList<RowProblem> Kept, int Count)
{
    /// <summary>The first of them.</summary>
    public RowProblem First => Kept[0];
}
