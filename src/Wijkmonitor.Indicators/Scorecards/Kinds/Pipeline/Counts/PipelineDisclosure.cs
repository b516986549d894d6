using System.Globalization;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Counts;

/// <summary>The counts of a subject that may not be shown: small ones, and those that they could be computed from.</summary>
/// <remarks>
/// Who did not reach a stage is a count too, and so is what was added since the year before. All scorecards of a subject are treated together, for they are
/// read together. Counts whose source has published them are shown and protect nothing; counts of areas disclose nothing of anybody.
/// </remarks>
internal sealed class PipelineDisclosure
{
    private readonly Dictionary<string, CountCell> cells = new(StringComparer.Ordinal);
    private readonly List<CellSum> sums = [];
    private readonly HashSet<string> hidden = new(StringComparer.Ordinal);
    private readonly PipelineRules rules;

    /// <summary>Decides what is hidden.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="years">The counts of all years of the subject.</param>
    /// <param name="units">Number of units of the subject; null where it is not known.</param>
    /// <param name="rule">The deployment's rule; the stricter of it and the rules counts.</param>
    public PipelineDisclosure(PipelineRules rules, IReadOnlyList<YearCounts> years, decimal? units, SuppressionRule rule)
    {
        this.rules = rules;
        Rule = new SuppressionRule(
            Math.Max(rules.MinCount, rule.Limit), rule.HidesZero && rules.Counted is CountedUnit.Persons or CountedUnit.Households, rule.IntervalWidth);
        IsProtected = rules.Counted != CountedUnit.Areas
            && years.Any(year => rules.AllStages.Any(stage => year.All.GetRows(stage.Code).Any() && !year.All.IsPublished(stage.Code)));
        if (!IsProtected)
        {
            return;
        }

        foreach (var (index, year) in years.Index())
        {
            AddYear(year, index > 0 ? years[index - 1] : null, units);
        }

        if (cells.Values.Any(cell => !cell.IsPublished && cell.Count is { } count && Rule.IsTooSmall(count)))
        {
            var outcome = Suppression.Compute([.. cells.Values], sums, Rule);
            hidden.UnionWith(outcome.Hidden);
            hidden.UnionWith(outcome.Exposed);
        }
    }

    /// <summary>The rule by which counts are shown.</summary>
    public SuppressionRule Rule { get; }

    /// <summary>Whether rows are about people and not published: then no row is shown by itself.</summary>
    public bool IsProtected { get; }

    /// <summary>Whether anything is hidden.</summary>
    public bool IsAnyHidden => hidden.Count > 0;

    /// <summary>Whether a count is hidden.</summary>
    /// <param name="what">Name of the count.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="segment">The segment; empty for all together.</param>
    /// <param name="year">The year.</param>
    public bool IsHidden(string what, string stage, string segment, int year) => hidden.Contains(GetKey(what, stage, segment, year));

    private static string GetKey(string what, string stage, string segment, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}|{stage}|{segment}|{year}");

    private void AddYear(YearCounts year, YearCounts? before, decimal? units)
    {
        foreach (var segment in year.Segments.Prepend(""))
        {
            foreach (var stage in rules.AllStages)
            {
                AddStage(year, before, segment, stage);
            }

            foreach (var stage in rules.AllStages)
            {
                AddRests(year, segment, stage, units);
                AddNext(year, segment, stage);
            }
        }

        foreach (var stage in rules.AllStages.Where(_ => year.Segments.Count > 0))
        {
            AddSum(GetKey("reached", stage.Code, "", year.Year), [.. year.Segments.Select(segment => GetKey("reached", stage.Code, segment, year.Year))]);
        }
    }

    private void AddStage(YearCounts year, YearCounts? before, string segment, PipelineStage stage)
    {
        var counts = year.Get(segment);
        string GetOwnKey(string what) => GetKey(what, stage.Code, segment, year.Year);
        bool Add(string what, decimal? count, bool isAbsent = false) => AddCell(GetOwnKey(what), count, counts.IsPublished(stage.Code), isAbsent);

        var isShown = segment.Length == 0 || stage.PerSegment
            || rules.Forecasts.Any(forecast => forecast.PerSegment && (forecast.Stage == stage.Code || forecast.Base == stage.Code))
            || rules.AllStages.Any(other => other.PerSegment && other.Base == stage.Code);
        var reached = counts.Sum(stage.Code, CountField.Entered);
        Add("reached", reached, !isShown);
        Add("left", counts.Sum(stage.Code, CountField.Left), segment.Length > 0);
        if (stage.HasDeadline && segment.Length == 0)
        {
            Add("on-time", counts.Sum(stage.Code, CountField.OnTime));
            Add("late", counts.Sum(stage.Code, CountField.Late));
        }

        if (rules.Forecasts.Any(forecast => forecast.Stage == stage.Code && (segment.Length == 0 || forecast.PerSegment))
            && year.SumWindow(segment, stage.Code) is { } window && Add("window", window) && Add("before-window", reached - window, isAbsent: true))
        {
            AddSum(GetOwnKey("reached"), [GetOwnKey("window"), GetOwnKey("before-window")]);
        }

        if (segment.Length == 0 && rules.Capacity?.Stage == stage.Code && counts.Sum(stage.Code, CountField.Entered, period => period == year.Last) is { } last
            && Add("last", last) && Add("before-last", reached - last, isAbsent: true))
        {
            AddSum(GetOwnKey("reached"), [GetOwnKey("last"), GetOwnKey("before-last")]);
        }

        if (segment.Length == 0 && rules.Quota?.Stage == stage.Code)
        {
            Add("in-year", year.SumYear(stage.Code));
        }

        if (rules.CountsFrom == CountStart.Start && before is not null && (segment.Length == 0 || before.Segments.Contains(segment, StringComparer.Ordinal)))
        {
            var earlier = GetKey("reached", stage.Code, segment, before.Year);
            if (cells.ContainsKey(earlier) && (cells.ContainsKey(GetOwnKey("in-year"))
                || Add("in-year", reached - before.Get(segment).Sum(stage.Code, CountField.Entered), isAbsent: true)))
            {
                AddSum(GetOwnKey("reached"), [earlier, GetOwnKey("in-year")]);
            }
        }
    }

    // Those that did not reach a stage: of those that its share is taken of, of all that came in, and of all units.
    private void AddRests(YearCounts year, string segment, PipelineStage stage, decimal? units)
    {
        var counts = year.Get(segment);
        var reached = counts.Sum(stage.Code, CountField.Entered);
        var wholes = new[] { stage.Base, stage.Previous, rules.AllStages[0].Code }.OfType<string>().Distinct(StringComparer.Ordinal);
        foreach (var basis in wholes.Where(basis => basis != stage.Code))
        {
            var whole = basis == PipelineRules.Scope ? segment.Length == 0 ? units : null : counts.Sum(basis, CountField.Entered);
            var (total, rest) = (GetKey("reached", basis, segment, year.Year), GetKey("not-" + basis, stage.Code, segment, year.Year));
            if (basis == PipelineRules.Scope && whole is not null)
            {
                cells.TryAdd(total, new CountCell(total, (long)whole) { IsPublished = true });
            }

            if (AddCell(rest, whole - reached, isPublished: false, isAbsent: true))
            {
                AddSum(total, [GetKey("reached", stage.Code, segment, year.Year), rest]);
            }
        }
    }

    private void AddNext(YearCounts year, string segment, PipelineStage stage)
    {
        if (PipelineFlow.GetOpen(rules, year.Get(segment), stage) is not { } open)
        {
            return;
        }

        var key = GetKey("open", stage.Code, segment, year.Year);
        if (AddCell(key, open, isPublished: false, isAbsent: segment.Length > 0))
        {
            AddSum(GetKey("reached", stage.Code, segment, year.Year),
                [.. PipelineFlow.GetNext(rules, stage).Select(next => GetKey("reached", next.Code, segment, year.Year)),
                    GetKey("left", stage.Code, segment, year.Year), key]);
        }
    }

    // What is below zero is an order that a finding names, and no count of anybody.
    private bool AddCell(string key, decimal? count, bool isPublished, bool isAbsent)
    {
        if (count is not { } known || known < 0 || known > long.MaxValue)
        {
            return false;
        }

        cells[key] = new CountCell(key, (long)known) { IsPublished = isPublished, IsAbsent = isAbsent };
        return true;
    }

    private void AddSum(string total, IReadOnlyList<string> parts)
    {
        if (cells.ContainsKey(total) && parts.All(cells.ContainsKey))
        {
            sums.Add(new CellSum(total, parts));
        }
    }
}
