using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Advice;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Cards;

/// <summary>The scorecard of a subject in a year, with what its lines are made from.</summary>
internal sealed class GateCard
{
    /// <summary>Creates the scorecard.</summary>
    /// <param name="card">The scorecard.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="records">Its records.</param>
    /// <param name="facts">Its facts.</param>
    /// <param name="year">The year.</param>
    public GateCard(ScorecardBuilder card, GatesRules rules, SubjectContext subject, GateRecords records, FactBook facts, int year)
    {
        (Builder, Rules, Subject, Records, Facts, Year) = (card, rules, subject.Subject, records, facts, year);
        AsOf = records.Days.Where(day => day.Year <= year).Select(day => (DateOnly?)day).LastOrDefault() ?? subject.Subject.ValidFrom;
        Tests = new FactTests(rules, facts, AsOf);
        Timeline = new GateTimeline(records.Events, AsOf);
        Advice = rules.Advice is { } advice ? new AdviceOutcome(advice, Tests) : null;
    }

    /// <summary>The scorecard.</summary>
    public ScorecardBuilder Builder { get; }

    /// <summary>The rules.</summary>
    public GatesRules Rules { get; }

    /// <summary>The subject.</summary>
    public Subject Subject { get; }

    /// <summary>Its records.</summary>
    public GateRecords Records { get; }

    /// <summary>Its facts on any day.</summary>
    public FactBook Facts { get; }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>The day that the scorecard is about: the last one delivered until the end of the year.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Tests of the facts as they are known on that day.</summary>
    public FactTests Tests { get; }

    /// <summary>The events until that day.</summary>
    public GateTimeline Timeline { get; }

    /// <summary>The advice; null where the rules have none.</summary>
    public AdviceOutcome? Advice { get; }

    /// <summary>Gets the key of a number in the rules.</summary>
    public string GetRulesKey(string name) => $"rules/{GatesRules.Kind}/{Rules.Version}/{Rules.Code}/{name}";

    /// <summary>Creates the input of a number in the rules.</summary>
    public ScorecardInput CreateInput(string role, string name, decimal value) => ScorecardInput.FromNumber(role, GetRulesKey(name), value);

    /// <summary>Gets what lacks for a phase on a day.</summary>
    public IReadOnlyList<GateLack> FindLacks(int phase, DateOnly day) =>
        [.. Rules.Phases[phase].Conditions.Select(condition => FindLack(phase, condition, day)).OfType<GateLack>()];

    /// <summary>Finds the place of the next phase, where nobody decided whether it may begin; null where there is none.</summary>
    public int? FindNextGate()
    {
        var next = (Timeline.Current?.Phase ?? -1) + 1;
        return next < Rules.Phases.Count && Timeline.FindValidDecision(next, AsOf) is null ? next : null;
    }

    /// <summary>Closes a line unless a number is known and may be shown, and adds what it was read from.</summary>
    public static LineBuilder RequireNumber(LineBuilder line, FactValue fact) => line
        .AddInputs(fact.CreateInputs())
        .Require(fact.IsWithheld, LineState.Suppressed, StandardTexts.DescribeState(LineState.Suppressed))
        .Require(fact.Number is null, LineState.MissingInput, GateText.DescribeMissing(fact.Fact));

    /// <summary>Sets the value of a line to a number, a range, or the end that is known, which is said.</summary>
    public static LineBuilder SetValue(LineBuilder line, FactNumber number) => number switch
    {
        { IsExact: true } => line.WithValue(number.Low),
        { Low: { } low, High: { } high } => line.WithRange(low, high),
        { Low: { } low } => line.WithValue(low).WithUncertainty(GateText.AtLeast),
        _ => line.WithValue(number.High).WithUncertainty(GateText.AtMost),
    };

    /// <summary>Computes a percentage of one decimal as three steps with one name.</summary>
    public static Operand ComputePercent(Calculation calculation, string name, Operand part, Operand whole)
    {
        var share = calculation.Divide($"{name}-part", part, whole);
        return calculation.Round(name, calculation.Multiply($"{name}-percent", share, Operand.FromConstant(100)), 1);
    }

    private GateLack? FindLack(int phase, string condition, DateOnly day)
    {
        if (condition != GatePhase.Go)
        {
            var fact = Facts.Get(condition, day);
            return fact.Answer == true ? null : new GateLack(fact, Decision: null);
        }

        var decision = Timeline.FindValidDecision(phase, day);
        return decision?.Outcome == GateOutcome.Go ? null : new GateLack(Fact: null, decision);
    }
}

/// <summary>A condition of a phase that is not met or not known to be met.</summary>
/// <param name="Fact">The fact; null for the decision.</param>
/// <param name="Decision">The decision that is no go; null for a fact, and where nothing was decided.</param>
internal sealed record GateLack(FactValue? Fact, GateEvent? Decision)
{
    /// <summary>Whether it is not known; a decision that was not taken is known to be lacking.</summary>
    public bool IsUnknown => Fact is { Answer: null };
}
