using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Trends;

/// <summary>The effort in an area next to what became of its score.</summary>
/// <remarks>Where the score rises while there is effort it is improving with support, and the support tapers off in place of stopping.</remarks>
/// <param name="Indicator">The effort's indicator.</param>
/// <param name="Effort">The effort of the year; null where none was delivered.</param>
/// <param name="Change">The change of the score since the last cycle; null where it cannot be compared.</param>
/// <param name="IsImprovingWithSupport">Whether the score rises while there is effort.</param>
/// <param name="NextYear">Effort that the area keeps next year at least, in the effort's unit; null where it is not improving with support.</param>
/// <param name="Steps">Steps of that effort.</param>
internal sealed record EffortComparison(
    Indicator Indicator, Observation? Effort, decimal? Change, bool IsImprovingWithSupport, decimal? NextYear, IReadOnlyList<CalculationStep> Steps)
{
    /// <summary>The code of the line.</summary>
    public const string Code = "effort";

    private const decimal Percent = 100;

    /// <summary>Finds the effort in one area and year, or null where the rules show none.</summary>
    public static EffortComparison? Find(FourAngleRules rules, ScoringCycle cycle, AreaScore score)
    {
        if (rules.Effort is not { } rule)
        {
            return null;
        }

        var effort = cycle.Municipality.Observations.Find(score.Area, score.Period, rule.Indicator);
        var change = cycle.GetChange(score);
        var improving = effort?.Value.Number > 0 && change > 0 && change >= rule.MinRise;
        var calculation = new Calculation(FourAngleLabels.Steps);
        var next = improving
            ? calculation.Round("next-year-at-least", calculation.Divide(
                "kept", calculation.Multiply("times-kept", Operand.FromObservation(effort!), Operand.FromConstant(rule.Keep)),
                Operand.FromConstant(Percent))).Value
            : (decimal?)null;
        return new EffortComparison(cycle.Municipality.GetIndicator(rule.Indicator), effort, change, improving, next, calculation.Steps);
    }

    /// <summary>Adds the line of the effort.</summary>
    public void AddLine(ScorecardBuilder card, ScoringCycle cycle, AreaScore score) => card.AddLine(Indicator, AngleText.EffortTheme, Code)
        .AddInputs(("value", Effort)).AddInput(score.ToInput("score")).AddInput(cycle.Previous?.Find(score.Area)?.ToInput("score-before"))
        .WithState(LineBuilder.GetState(Effort))
        .WithValue(Effort)
        .AddFigures(("score-change", Change), ("next-year-at-least", NextYear))
        .WithSteps(NextYear is null ? null : Steps)
        .Explain(Explain);

    private string Explain(NumberFormatter text)
    {
        if (Effort?.Value.Number is not { } effort)
        {
            return text.Localize("Van dit jaar is niet bekend wat er is ingezet.", "It is not known what was spent this year.");
        }

        var (unit, decimals) = (Indicator.Unit, Indicator.Decimals);
        var put = text.Localize($"Ingezet: {text.FormatValue(effort, unit, decimals)}.", $"Spent: {text.FormatValue(effort, unit, decimals)}.");
        var became = (Change, NextYear) switch
        {
            (null, _) => text.Localize("Met de vorige ronde is niet te vergelijken.", "It cannot be compared with the last round."),
            ({ } change, { } next) => text.Localize(
                $"De score steeg {text.FormatFixed(change, 1)} punt met deze steun. Wat werkt stopt niet ineens: volgend jaar blijft ten minste {text.FormatValue(next, unit, 2)}.",
                $"The score rose {text.FormatFixed(change, 1)} points with this support. What works does not stop all at once: next year at least {text.FormatValue(next, unit, 2)} stays."),
            ({ } change, _) =>
                text.Localize($"De score veranderde {text.FormatFixed(change, 1)} punt.", $"The score changed by {text.FormatFixed(change, 1)} points."),
        };
        return $"{put} {became}";
    }
}
