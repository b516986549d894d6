using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Trends;

/// <summary>
/// The effort in an area beside what became of its score: where the score rises while there is effort it is improving with support,
/// and the support tapers off in place of stopping.
/// </summary>
/// <param name="Indicator">The effort's indicator.</param>
/// <param name="Effort">The effort of the year; null where none was delivered.</param>
/// <param name="Change">The change of the score since the last cycle; null where it cannot be compared.</param>
/// <param name="IsImprovingWithSupport">Whether the score rises while there is effort.</param>
/// <param name="NextYear">What the area keeps next year at least, in the effort's unit; null where it is not improving with support.</param>
/// <param name="Steps">How that was had.</param>
internal sealed record EffortBeside(
    Indicator Indicator, Observation? Effort, decimal? Change, bool IsImprovingWithSupport, decimal? NextYear, IReadOnlyList<CalculationStep> Steps)
{
    /// <summary>The code of the line.</summary>
    public const string Code = "effort";

    private const decimal Percent = 100;

    /// <summary>The effort in one area and year; null where the rules show none.</summary>
    public static EffortBeside? Of(FourAngleRules rules, Figures figures, Cycle cycle, AreaScore score)
    {
        if (rules.Effort is not { } rule)
        {
            return null;
        }

        var effort = figures.Of(score.Area, score.Period, rule.Indicator);
        var change = cycle.Change(score);
        var improving = effort?.Value.Number > 0 && change > 0 && change >= rule.LeastRise;
        var calculation = new Calculation();
        var next = improving
            ? calculation.Round("next-year-at-least", calculation.Divide(
                "kept", calculation.Multiply("times-kept", new Operand(effort!.Value.Number!.Value, effort.Key), Operand.Constant(rule.Keep)), Operand.Constant(Percent))).Value
            : (decimal?)null;
        return new EffortBeside(figures.Municipality.Catalogue.Find(rule.Indicator)!, effort, change, improving, next, calculation.Steps);
    }

    /// <summary>The line of the effort.</summary>
    public ScorecardLine Line(Cycle cycle, AreaScore score)
    {
        var figures = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        if (Change is { } change)
        {
            figures.Add("score-change", change);
        }

        if (NextYear is { } next)
        {
            figures.Add("next-year-at-least", next);
        }

        return new ScorecardLine(
            Code,
            AngleText.EffortTheme,
            Indicator.Label,
            Effort?.Value.State switch { ObservedState.Known => LineState.Valued, ObservedState.Suppressed => LineState.Suppressed, _ => LineState.MissingInput },
            Effort?.Value.Number,
            Indicator.Unit,
            Baseline: null,
            Reference: null,
            Norm: null,
            Signal.None,
            Amount: null,
            figures,
            AngleText.Both(Explain),
            [
                .. Effort is null ? Enumerable.Empty<ScorecardInput>() : [ScorecardInput.Of("value", Effort)],
                score.AsInput("score"),
                .. cycle.Previous?.Find(score.Area) is { } then ? [then.AsInput("score-before")] : Enumerable.Empty<ScorecardInput>(),
            ])
        {
            Steps = NextYear is null ? null : Steps,
        };
    }

    private string Explain(FigureText text)
    {
        if (Effort?.Value.Number is not { } effort)
        {
            return text.Choose("Van dit jaar is niet bekend wat er is ingezet.", "It is not known what was put in this year.");
        }

        var (unit, decimals) = (Indicator.Unit, Indicator.Decimals);
        var put = text.Choose($"Ingezet: {text.Value(effort, unit, decimals)}.", $"Put in: {text.Value(effort, unit, decimals)}.");
        var became = (Change, NextYear) switch
        {
            (null, _) => text.Choose("Met de vorige ronde is niet te vergelijken.", "It cannot be compared with the last cycle."),
            ({ } change, { } next) => text.Choose(
                $"De score steeg {text.Fixed(change, 1)} punt met deze steun. Wat werkt stopt niet ineens: volgend jaar blijft ten minste {text.Value(next, unit, 2)}.",
                $"The score rose {text.Fixed(change, 1)} points with this support. What works does not stop at once: next year at least {text.Value(next, unit, 2)} stays."),
            ({ } change, _) => text.Choose($"De score veranderde {text.Fixed(change, 1)} punt.", $"The score changed by {text.Fixed(change, 1)} points."),
        };
        return $"{put} {became}";
    }
}
