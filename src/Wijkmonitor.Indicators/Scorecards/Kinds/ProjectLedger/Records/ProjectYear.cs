using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Time;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Records;

/// <summary>A project as it was recorded until a day.</summary>
internal sealed class ProjectYear
{
    private readonly ILookup<RecordForm, AreaRecord> records;
    private readonly List<RowProblem> problems = [];

    /// <summary>Gathers what was recorded.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="records">The records by their form.</param>
    /// <param name="asOf">The day that is looked from.</param>
    public ProjectYear(ProjectLedgerRules rules, ILookup<RecordForm, AreaRecord> records, DateOnly asOf)
    {
        (this.records, AsOf) = (records, asOf);
        Milestones = [.. CreateMilestones(rules)];
        Funding = new FundingReader(problems).Read([.. GetLast(RecordForm.Funding, "row")]);
        problems.AddRange(Funding.Rows.Where(row => row.Corrects is null && !rules.HasParty(row.Party))
            .Select(row => new RowProblem(RowProblem.PartyUnknown, row.Record)));
        Works = [.. GetLast(RecordForm.Work, "item").Select(WorkItem.From)];
        Conditions = [.. GetUntil(RecordForm.Condition).GroupBy(record => record.GetText("condition")!, StringComparer.Ordinal).Select(CreateCondition)];
        Signals = CountSignals(rules.AnswerWithinDays);
        Delays = [.. GetUntil(RecordForm.Delay).Select(CreateDelay).OfType<DelayRow>()];
    }

    /// <summary>The day that is looked from.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The milestones, in the order of their lines.</summary>
    public IReadOnlyList<Milestone> Milestones { get; }

    /// <summary>The contributions.</summary>
    public FundingSum Funding { get; }

    /// <summary>The items of the works.</summary>
    public IReadOnlyList<WorkItem> Works { get; }

    /// <summary>The conditions.</summary>
    public IReadOnlyList<ConditionRow> Conditions { get; }

    /// <summary>The signals; null where none were delivered.</summary>
    public SignalCount? Signals { get; }

    /// <summary>The cost of delay.</summary>
    public IReadOnlyList<DelayRow> Delays { get; }

    /// <summary>Records that do not count, or not as they are.</summary>
    public IReadOnlyList<RowProblem> Problems => problems;

    /// <summary>Finds a milestone; null where no date of it was recorded.</summary>
    public Milestone? FindMilestone(string code) => Milestones.FirstOrDefault(milestone => milestone.Code == code);

    /// <summary>Gets the amounts of a budget row, the first one first.</summary>
    public IEnumerable<AreaRecord> GetBudget(string row) =>
        GetUntil(RecordForm.Budget).Where(record => record.GetText("row") == row && record.GetText("kind") == "budget");

    /// <summary>Finds the last amount of an offer or estimate; null where none was recorded.</summary>
    public AreaRecord? FindOffer(string row) =>
        GetUntil(RecordForm.Budget).LastOrDefault(record => record.GetText("row") == row && record.GetText("kind") != "budget");

    /// <summary>Finds the last position of the accounts with a number in a field; null where there is none.</summary>
    public AreaRecord? FindPosition(string field) => GetUntil(RecordForm.Position).LastOrDefault(record => record.GetDecimal(field) is not null);

    private IEnumerable<AreaRecord> GetUntil(RecordForm form) => records[form].Where(record => record.Date <= AsOf);

    private IEnumerable<AreaRecord> GetLast(RecordForm form, string code) =>
        GetUntil(form).GroupBy(record => record.GetText(code)!, StringComparer.Ordinal).Select(versions => versions.Last());

    private IEnumerable<Milestone> CreateMilestones(ProjectLedgerRules rules)
    {
        List<(string Code, MilestoneDate Date)> dates = [];
        foreach (var record in GetUntil(RecordForm.Milestone))
        {
            if (LooseDate.From(record) is { } date)
            {
                dates.Add((record.GetText("milestone")!, new MilestoneDate(record.GetText("kind")!, date, record)));
            }
            else
            {
                problems.Add(new RowProblem(RowProblem.DatesReversed, record));
            }
        }

        List<string> named = [.. rules.Milestones.Select(milestone => milestone.Code)];
        return dates.GroupBy(found => found.Code, StringComparer.Ordinal)
            .Select(found => new Milestone(found.Key, [.. found.Select(item => item.Date)]))
            .OrderBy(milestone => named.IndexOf(milestone.Code) is var place && place < 0 ? int.MaxValue : place)
            .ThenBy(milestone => milestone.Code, StringComparer.Ordinal);
    }

    private static ConditionRow CreateCondition(IGrouping<string, AreaRecord> versions) => new(
        versions.Key,
        versions.Select(record => record.GetDate("due_on")).FirstOrDefault(due => due is not null),
        versions.Last().GetDate("met_on"),
        versions.Last())
    {
        Plans = FindPlans([.. versions.Where(record => record.GetDate("due_on") is not null)]),
    };

    private static IReadOnlyList<AreaRecord> FindPlans(List<AreaRecord> dated) =>
        [.. dated.Where((record, place) => place == 0 || record.GetDate("due_on") != dated[place - 1].GetDate("due_on"))];

    private SignalCount? CountSignals(int? answerWithinDays)
    {
        List<AreaRecord> received = [.. GetUntil(RecordForm.Signal)];
        List<AreaRecord> open = received.FindAll(record => record.GetDate("answered_on") is not { } answered || answered > AsOf);
        return received.Count == 0
            ? null
            : new(
                open.Count,
                answerWithinDays is { } days ? open.Count(record => AsOf.DayNumber - record.Date.DayNumber > days) : null,
                open.Count == 0 ? null : open.Min(record => record.Date));
    }

    private DelayRow? CreateDelay(AreaRecord record)
    {
        var last = record.GetDate("valid_until");
        if (last < record.Date)
        {
            problems.Add(new RowProblem(RowProblem.DatesReversed, record));
            return null;
        }

        var isRunning = last is null || last > AsOf;
        return new(record.GetDecimal("unit_month_cost")!.Value, record.GetDecimal("units")!.Value, isRunning ? AsOf : last!.Value, isRunning, record);
    }
}
