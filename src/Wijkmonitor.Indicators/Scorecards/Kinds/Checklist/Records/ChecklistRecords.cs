using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;

/// <summary>The records of a subject, and those of them that the rules have no place for.</summary>
internal sealed class ChecklistRecords
{
    private readonly ChecklistRules rules;
    private readonly List<ItemAnswer> answers = [];
    private readonly List<MeasuredValue> measured = [];
    private readonly List<WrittenChoice> chosen = [];
    private readonly List<WrittenChoice> intended = [];
    private readonly List<TaskPart> parts = [];
    private readonly List<RecordProblem> problems = [];

    /// <summary>Gathers the records.</summary>
    public ChecklistRecords(ChecklistRules rules, SubjectContext subject)
    {
        this.rules = rules;
        foreach (var record in rules.Datasets.SelectMany(subject.GetRecords))
        {
            Add(record, subject.Municipality.IsPublished(record.Dataset));
        }

        Years = [.. Rows.Select(row => row.Record.Date.Year).DefaultIfEmpty(subject.Subject.ValidFrom.Year).Distinct().Order()];
    }

    /// <summary>The years of which there is a scorecard.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Records that do not count or count in part, each with the finding that says why.</summary>
    public IReadOnlyList<RecordProblem> Problems => problems;

    /// <summary>Whether anything that is intended was delivered.</summary>
    public bool HasIntended => intended.Count > 0;

    private IEnumerable<ChecklistRow> Rows => [.. answers, .. measured, .. chosen, .. intended, .. parts];

    /// <summary>Gets the last day of the records until the end of a year; null where there are none.</summary>
    public DateOnly? FindLastDay(int year) =>
        Rows.Where(row => row.Record.Date.Year <= year).Select(row => (DateOnly?)row.Record.Date).Max();

    /// <summary>Gets the newest answers to a condition.</summary>
    public NewestRows<ItemAnswer> GetAnswers(string item, int year) => NewestRows<ItemAnswer>.Select(answers.Where(row => row.Code == item), year);

    /// <summary>Gets the newest measurement of an item.</summary>
    public NewestRows<MeasuredValue> GetMeasured(string item, int year) => NewestRows<MeasuredValue>.Select(measured.Where(row => row.Code == item), year);

    /// <summary>Gets the measurements of an item that the scorecards of all years show.</summary>
    /// <param name="item">The code of the item.</param>
    public IReadOnlyList<MeasuredValue> GetSeries(string item) => [.. Years.Select(year => GetMeasured(item, year).First).OfType<MeasuredValue>().Distinct()];

    /// <summary>Gets the newest choice of now for an aspect or context.</summary>
    public NewestRows<WrittenChoice> GetChosen(string aspect, int year) => NewestRows<WrittenChoice>.Select(chosen.Where(row => row.Code == aspect), year);

    /// <summary>Gets the newest choice that is intended for an aspect.</summary>
    public NewestRows<WrittenChoice> GetIntended(string aspect, int year) =>
        NewestRows<WrittenChoice>.Select(intended.Where(row => row.Code == aspect), year);

    /// <summary>Gets the newest parts in a task, or who holds a post.</summary>
    public NewestRows<TaskPart> GetParts(string task, int year) => NewestRows<TaskPart>.Select(parts.Where(row => row.Code == task), year);

    // What a record is about follows from the fields that it has, so that a deployment can name its datasets as it likes.
    private void Add(AreaRecord record, bool isPublished)
    {
        if (record.GetText("aspect") is { } aspect)
        {
            AddChoice(record, aspect);
        }
        else if (record.GetText("task") is { } task)
        {
            AddPart(record, task);
        }
        else if (record.GetText(ItemAnswer.Field) is not null)
        {
            AddAnswer(record);
        }
        else
        {
            AddMeasured(record, isPublished);
        }
    }

    private void AddAnswer(AreaRecord record)
    {
        if (rules.Conditions.All(item => item.Code != record.GetText("item")))
        {
            problems.Add(new("item-unknown", record));
        }
        else if (ItemAnswer.TryCreate(record) is not { } answer)
        {
            problems.Add(new("answer-unknown", record));
        }
        else
        {
            answers.Add(answer);
            if (rules.Roles.All(role => role.Code != answer.Role))
            {
                problems.Add(new("role-unknown", record));
            }
        }
    }

    private void AddMeasured(AreaRecord record, bool isPublished)
    {
        var value = MeasuredValue.Create(record, isPublished);
        if (rules.Measurements.All(item => item.Code != value.Code))
        {
            problems.Add(new("item-unknown", record));
        }
        else if (value.IsReversed)
        {
            problems.Add(new("range-reversed", record));
        }
        else
        {
            measured.Add(value);
            if (value.HasValueAndRange)
            {
                problems.Add(new("value-and-range", record));
            }
        }
    }

    private void AddChoice(AreaRecord record, string aspect)
    {
        var isContext = rules.Contexts.Any(context => context.Code == aspect);
        if (!isContext && rules.Aspects.All(known => known.Code != aspect))
        {
            problems.Add(new("aspect-unknown", record));
            return;
        }

        if (record.GetText("now") is { } now)
        {
            chosen.Add(new WrittenChoice(aspect, now, record));
        }

        if (!isContext && record.GetText("intended") is { } later)
        {
            intended.Add(new WrittenChoice(aspect, later, record));
        }
    }

    private void AddPart(AreaRecord record, string task)
    {
        if (rules.Tasks.All(known => known.Code != task) && rules.Posts.All(post => post.Code != task))
        {
            problems.Add(new("task-unknown", record));
        }
        else if (rules.FindParty(record.GetText("party") ?? "") is null)
        {
            problems.Add(new("party-unknown", record));
        }
        else if (TaskPart.TryCreate(record) is { } part)
        {
            parts.Add(part);
        }
        else
        {
            problems.Add(new("part-unknown", record));
        }
    }
}
