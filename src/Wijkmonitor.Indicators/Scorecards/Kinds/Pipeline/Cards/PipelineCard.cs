using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Counts;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Cards;

/// <summary>The scorecard of a subject in a year, with what its lines are made from.</summary>
/// <param name="card">The scorecard.</param>
/// <param name="rules">The rules.</param>
/// <param name="subject">The subject.</param>
/// <param name="counts">Counts of the year.</param>
/// <param name="disclosure">Counts that may not be shown.</param>
internal sealed class PipelineCard(
    ScorecardBuilder card, PipelineRules rules, SubjectContext subject, YearCounts counts, PipelineDisclosure disclosure)
{
    private const int Decimals = 1;

    /// <summary>The scorecard.</summary>
    public ScorecardBuilder Builder => card;

    /// <summary>The rules.</summary>
    public PipelineRules Rules => rules;

    /// <summary>The counts of the year.</summary>
    public YearCounts Counts => counts;

    /// <summary>The counts that may not be shown.</summary>
    public PipelineDisclosure Disclosure => disclosure;

    /// <summary>The name of the subject.</summary>
    public string Title => subject.Subject.Title;

    /// <summary>Number of units of the subject; null where that was not delivered.</summary>
    public decimal? Units => subject.Subject.Units;

    /// <summary>The name of the unit that is counted.</summary>
    public string Unit => rules.Counted switch
    {
        CountedUnit.Persons => "people",
        CountedUnit.Households => "households",
        CountedUnit.Homes => "homes",
        _ => "areas",
    };

    /// <summary>Gets the name of a segment.</summary>
    public BilingualText GetSegmentLabel(string code) =>
        rules.Segments.FirstOrDefault(segment => segment.Code == code)?.Label ?? new(code.Replace('-', ' '), code.Replace('-', ' '));

    /// <summary>Whether a count may not be shown.</summary>
    public bool IsHidden(string what, string stage, string segment = "") => disclosure.IsHidden(what, stage, segment, counts.Year);

    /// <summary>Gets the number that reached a stage, or that of all units. It is null where that is not known or not shown.</summary>
    public decimal? FindShown(string stage, string segment = "") =>
        stage == PipelineRules.Scope ? segment.Length == 0 ? Units : null
        : IsHidden("reached", stage, segment) ? null
        : counts.Get(segment).Sum(stage, CountField.Entered);

    /// <summary>Creates the operand of a number that reached a stage.</summary>
    public Operand CreateOperand(string stage, decimal value, string segment = "") => new(value, GetKey(stage, segment));

    /// <summary>Creates the input of a number that reached a stage, or of all units.</summary>
    public ScorecardInput CreateInput(string stage, decimal value, string segment = "") => stage == PipelineRules.Scope
        ? ScorecardInput.FromRecord("units", subject.Subject.Record, value, GetKey(stage, segment))
        : ScorecardInput.FromNumber("stage", GetKey(stage, segment), value);

    /// <summary>Creates the input of a number in the rules.</summary>
    public ScorecardInput CreateAgreed(string name, decimal value) => ScorecardInput.FromNumber("agreed", GetRulesKey(name), value);

    /// <summary>Gets the key of a number in the rules.</summary>
    public string GetRulesKey(string name) => $"rules/{PipelineRules.Kind}/{rules.Version}/{rules.Code}/{name}";

    /// <summary>Closes a line where a number that it needs is not shown or not known, and adds those that are.</summary>
    public LineBuilder RequireStages(LineBuilder line, string segment, params ReadOnlySpan<string> stages)
    {
        foreach (var stage in stages)
        {
            var isHidden = stage != PipelineRules.Scope && IsHidden("reached", stage, segment);
            line.Require(isHidden, LineState.Suppressed, StandardTexts.DescribeState(LineState.Suppressed));
            if (FindShown(stage, segment) is { } value)
            {
                line.AddInput(CreateInput(stage, value, segment));
            }
            else
            {
                line.Require(LineState.MissingInput, DescribeMissing(stage, segment));
            }
        }

        return line;
    }

    /// <summary>Describes why a number is not known.</summary>
    public BilingualText DescribeMissing(string stage, string segment) => stage == PipelineRules.Scope
        ? PipelineText.NoUnits
        : PipelineText.DescribeMissing(rules.Find(stage)!.Label, counts.Get(segment).FindMissing(stage, CountField.Entered)?.Period);

    /// <summary>Computes a percentage of one decimal as three steps with one name.</summary>
    public static Operand ComputePercent(Calculation calculation, string name, Operand part, Operand whole)
    {
        var share = calculation.Divide($"{name}-part", part, whole);
        return calculation.Round(name, calculation.Multiply($"{name}-percent", share, Operand.FromConstant(100)), Decimals);
    }

    private string GetKey(string stage, string segment) =>
        $"{subject.Subject.Record.Key}/{stage}{(segment.Length == 0 ? "" : $"/{segment}")}/{counts.Year}";
}
