using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules.Choices;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;

/// <summary>The scorecard of a subject in a year, with what its lines are made from.</summary>
/// <param name="card">The scorecard.</param>
/// <param name="rules">The rules.</param>
/// <param name="subject">The subject.</param>
/// <param name="records">Its records.</param>
/// <param name="year">The year.</param>
internal sealed class ChecklistCard(ScorecardBuilder card, ChecklistRules rules, SubjectContext subject, ChecklistRecords records, int year)
{
    private readonly Dictionary<string, ItemStanding> standings = rules.Items.ToDictionary(
        item => item.Code,
        item => item.Measured is null
            ? ItemJudge.Judge(item, records.GetAnswers(item.Code, year))
            : ItemJudge.Judge(
                item, records.GetMeasured(item.Code, year).First, records.GetSeries(item.Code), subject.Subject.Units, subject.Municipality.Disclosure),
        StringComparer.Ordinal);

    /// <summary>The scorecard.</summary>
    public ScorecardBuilder Builder => card;

    /// <summary>The rules.</summary>
    public ChecklistRules Rules => rules;

    /// <summary>The records.</summary>
    public ChecklistRecords Records => records;

    /// <summary>The year.</summary>
    public int Year => year;

    /// <summary>The name of the subject.</summary>
    public string Title => subject.Subject.Title;

    /// <summary>The day that the scorecard is about.</summary>
    public DateOnly AsOf { get; } = records.FindLastDay(year) ?? subject.Subject.ValidFrom;

    /// <summary>Gets the standing of an item.</summary>
    public ItemStanding GetStanding(ChecklistItem item) => standings[item.Code];

    /// <summary>Gets the items that have to be met first and are not, as far as is known.</summary>
    public IEnumerable<ChecklistItem> GetOpenBlocking(IEnumerable<ChecklistItem> items) =>
        items.Where(item => item.IsBlocking && GetStanding(item) is not (ItemStanding.Met or ItemStanding.NotApplicable or ItemStanding.Withheld));

    /// <summary>Gets the newest answers to a condition.</summary>
    public NewestRows<ItemAnswer> GetAnswers(ChecklistItem item) => records.GetAnswers(item.Code, year);

    /// <summary>Gets the newest measurement of an item.</summary>
    public NewestRows<MeasuredValue> GetMeasured(ChecklistItem item) => records.GetMeasured(item.Code, year);

    /// <summary>Gets the newest parts in a task, or who holds a post.</summary>
    public NewestRows<TaskPart> GetParts(string task) => records.GetParts(task, year);

    /// <summary>Gets the choices of now or those that are intended, each with its standing.</summary>
    public IReadOnlyList<JudgedChoice> GetChoices(bool isIntended)
    {
        var contexts = rules.Contexts.Select(context => (context.Code, Value: FindContext(context.Code)?.Code))
            .Where(known => known.Value is not null).ToDictionary(known => known.Code, known => known.Value!, StringComparer.Ordinal);
        return [.. rules.Aspects.Select(aspect => JudgedChoice.Judge(
            aspect,
            (isIntended ? records.GetIntended(aspect.Code, year) : records.GetChosen(aspect.Code, year)).First,
            contexts))];
    }

    /// <summary>Gets the last day on which an answer is fresh; null where the rules choose no number of months.</summary>
    public DateOnly? FindLastFreshDay(DateOnly answered) => rules.FreshMonths is { } months ? answered.AddMonths(months) : null;

    /// <summary>Whether an answer is stale on the day of the scorecard.</summary>
    public bool IsStale(DateOnly answered) => FindLastFreshDay(answered) < AsOf;

    /// <summary>Finds the name of a role; null where the rules do not have it.</summary>
    public BilingualText? FindRole(string code) => rules.Roles.FirstOrDefault(role => role.Code == code)?.Label;

    /// <summary>Gets the name of a party.</summary>
    public BilingualText GetParty(string code) => rules.FindParty(code)!.Label;

    /// <summary>Gets the key of a number in the rules.</summary>
    public string GetRulesKey(string name) => $"rules/{ChecklistRules.Kind}/{rules.Version}/{rules.Code}/{name}";

    /// <summary>Creates the inputs of rows, in their role.</summary>
    public static IEnumerable<ScorecardInput> CreateInputs(string role, IEnumerable<ChecklistRow> rows) =>
        rows.Select(row => ScorecardInput.FromRecord(role, row.Record));

    /// <summary>Creates the input of an answer, which may be that a condition does not apply.</summary>
    public static ScorecardInput CreateInput(ItemAnswer answer) => ScorecardInput.FromRecord("answer", answer.Record) with
    {
        State = answer.Kind == AnswerKind.NotApplicable ? ObservedState.NotApplicable : ObservedState.Known,
    };

    private ContextValue? FindContext(string code) => records.GetChosen(code, year).First is { } chosen
        ? rules.Contexts.First(context => context.Code == code).Find(chosen.Text)
        : null;
}
