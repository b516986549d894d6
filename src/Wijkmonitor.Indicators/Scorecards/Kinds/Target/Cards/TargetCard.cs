using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Progress;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Cards;

/// <summary>The scorecard of a subject in a year, with what its lines are made from.</summary>
/// <param name="card">The scorecard.</param>
/// <param name="rules">The rules.</param>
/// <param name="subject">The subject.</param>
/// <param name="records">Its records.</param>
/// <param name="year">The year.</param>
internal sealed class TargetCard(ScorecardBuilder card, TargetRules rules, SubjectContext subject, TargetRecords records, int year)
{
    /// <summary>The scorecard.</summary>
    public ScorecardBuilder Builder => card;

    /// <summary>The rules.</summary>
    public TargetRules Rules => rules;

    /// <summary>The year.</summary>
    public int Year => year;

    /// <summary>The name of the subject.</summary>
    public string Title => subject.Subject.Title;

    /// <summary>The number of all there are; null where it is not known or the target is a share already.</summary>
    public decimal? Stock => rules.Form == MeasureForm.Share ? null : rules.Stock;

    /// <summary>The targets that hold, the first one first.</summary>
    public IReadOnlyList<Goal> Goals { get; } = records.GetGoals(year);

    /// <summary>The value of the whole; null where none was delivered.</summary>
    public Measurement? Measured { get; } = records.FindMeasured(year);

    /// <summary>The value of what runs ahead; null where nothing does.</summary>
    public Measurement? Leading { get; } = records.FindLeading(year);

    /// <summary>The day that the scorecard is about.</summary>
    public DateOnly AsOf => Measured?.Date ?? Leading?.Date
        ?? rules.Segments.Select(segment => FindMeasured(segment.Code)?.Date).Max() ?? subject.Subject.ValidFrom;

    /// <summary>Number of months since the start; null where the start or its day is not known.</summary>
    public decimal? Months => Measured is { } now && rules.Baseline?.Date is { } start ? Duration.GetMonths(start, now.Date) : null;

    /// <summary>Gets the value of a segment; null where none was delivered.</summary>
    public Measurement? FindMeasured(string segment) => records.FindMeasured(year, segment);

    /// <summary>Whether a value may not be shown.</summary>
    public bool IsHidden(Measurement? found, bool isLeading = false) => records.GetDisclosure().IsHidden(found, isLeading);

    /// <summary>Gets the known value where it may be shown; else null.</summary>
    public Bounds? FindShown(Measurement? found, bool isLeading = false) => IsHidden(found, isLeading) ? null : found?.Value;

    /// <summary>Adds a value to a line, and closes the line where it is not known or not shown.</summary>
    public LineBuilder RequireValue(LineBuilder line, Measurement? found, bool isLeading = false)
    {
        if (FindShown(found, isLeading) is { } value)
        {
            line.AddInputs(CreateInputs(found!, value, isLeading ? "leading" : "value"));
        }

        return line.Require(IsHidden(found, isLeading), LineState.Suppressed, StandardTexts.DescribeState(LineState.Suppressed))
            .Require(found?.Value is null, LineState.MissingInput, TargetText.DescribeMissing(found?.Date));
    }

    /// <summary>Creates the operand of an end of a value.</summary>
    public Operand CreateOperand(Measurement found, decimal end) => new(end, GetKey(found, end));

    /// <summary>Creates the operand of the start.</summary>
    public Operand CreateBaseline() => new(rules.Baseline!.Value, GetRulesKey("baseline"));

    /// <summary>Creates the operand of a target.</summary>
    public Operand CreateTarget(Goal goal) => new(goal.Value, GetTargetKey(goal));

    /// <summary>Creates the input of the start; null where there is none.</summary>
    public ScorecardInput? CreateBaselineInput() => rules.Baseline is { } start ? CreateInput("baseline", "baseline", start.Value) : null;

    /// <summary>Creates the input of a target.</summary>
    public ScorecardInput CreateTargetInput(Goal goal) => goal.Record is { } record
        ? ScorecardInput.FromRecord("target", record, goal.Value)
        : ScorecardInput.FromNumber("target", GetTargetKey(goal), goal.Value);

    /// <summary>Creates the input of a number in the rules or that follows from days in them.</summary>
    public ScorecardInput CreateInput(string role, string name, decimal value) => ScorecardInput.FromNumber(role, GetRulesKey(name), value);

    /// <summary>Gets the key of a number in the rules.</summary>
    public string GetRulesKey(string name) => $"rules/{TargetRules.Kind}/{rules.Version}/{rules.Code}/{name}";

    /// <summary>Sets the value of a line to a number, a range, or the end that is known, which is said.</summary>
    public static LineBuilder SetValue(LineBuilder line, Bounds value) => value switch
    {
        { IsOpen: true, Low: { } low } => line.WithValue(low).WithUncertainty(TargetText.AtLeast),
        { IsOpen: true } => line.WithValue(value.High).WithUncertainty(TargetText.AtMost),
        { IsExact: true } => line.WithValue(value.Low),
        _ => line.WithRange(value.Low!.Value, value.High!.Value),
    };

    /// <summary>Computes a percentage of one decimal as three steps with one name.</summary>
    public static Operand ComputePercent(Calculation calculation, string name, string end, Operand part, Operand whole)
    {
        var share = calculation.Divide($"{name}-part{end}", part, whole);
        return calculation.Round($"{name}{end}", calculation.Multiply($"{name}-percent{end}", share, Operand.FromConstant(100)), 1);
    }

    private string GetTargetKey(Goal goal) => goal.Record?.Key ?? GetRulesKey("target");

    private IEnumerable<ScorecardInput> CreateInputs(Measurement found, Bounds value, string role) => found switch
    {
        { Observation: { } observation } => [ScorecardInput.FromObservation(role, observation)],
        { Record: { } record } => value.Ends.Select(end => ScorecardInput.FromRecord(role, record, end, GetKey(found, end))),
        _ => [ScorecardInput.FromRecord("subject", subject.Subject.Record), ScorecardInput.FromNumber(role, GetKey(found, value.Low!.Value), value.Low.Value)],
    };

    private string GetKey(Measurement found, decimal end) =>
        found.Observation?.Key
        ?? (found.Record is not { } record ? GetRulesKey("baseline")
        : found.Value!.Value.IsExact ? record.Key
        : $"{record.Key}/{(end == found.Value.Value.Low ? "low" : "high")}");
}
