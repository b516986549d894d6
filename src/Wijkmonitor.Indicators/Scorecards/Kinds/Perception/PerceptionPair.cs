using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Perception;

/// <summary>The two scores of one area, each placed among the areas of its level, and the gap between them.</summary>
internal sealed class PerceptionPair
{
    /// <summary>The code of the line of the gap.</summary>
    public const string GapCode = "gap";

    private static readonly BilingualText Theme = new("Cijfers en beleving", "Figures and perception");
    private static readonly BilingualText Label = new("Verschil: beleving min cijfers", "Gap: perception less figures");

    private readonly PerceptionRules rules;
    private readonly IndicatorCatalogue catalogue;
    private readonly LevelPopulations populations;
    private readonly Observation? objective;
    private readonly Observation? subjective;

    /// <summary>The pair of these observations.</summary>
    public PerceptionPair(PerceptionRules rules, IndicatorCatalogue catalogue, LevelPopulations populations, Observation? objective, Observation? subjective)
    {
        (this.rules, this.catalogue, this.populations, this.objective, this.subjective) = (rules, catalogue, populations, objective, subjective);
        var (figures, residents) = (Placed(rules.Objective, objective), Placed(rules.Subjective, subjective));
        var gap = Gap(figures, residents);
        Lines = [figures, residents, gap];
        Findings = [.. FindingsOf(gap)];
    }

    /// <summary>The two scores and their gap.</summary>
    public IReadOnlyList<ScorecardLine> Lines { get; }

    /// <summary>What a reader must know.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    private ScorecardLine Placed(string code, Observation? own)
    {
        var indicator = catalogue.Find(code)!;
        var state = FigureLine.StateOf(own);
        var inputs = FigureLine.Inputs(("value", own));
        if (state != LineState.Valued)
        {
            return FigureLine.Of(code, Theme, indicator.Label, state, value: null, indicator.Unit, FigureLine.WithoutValue(state), inputs);
        }

        if (populations.Of(own!.Area.Level, own.Period, code) is not { } scores)
        {
            return FigureLine.Of(code, Theme, indicator.Label, LineState.NotNormed, own.Value.Number, indicator.Unit, NothingToCompare, inputs);
        }

        var calculation = new Calculation();
        var favourable = populations.Score(calculation, "favourable", own, scores, indicator);
        return FigureLine.Of(
            code,
            Theme,
            indicator.Label,
            LineState.Valued,
            own.Value.Number,
            indicator.Unit,
            ExplainPlace(indicator, own, scores, favourable.Value),
            [.. inputs, .. populations.Inputs(own.Area.Level, own.Period, code)],
            reference: scores.Mean,
            figures: FigureLine.Figures(("favourable", favourable.Value), ("deviation", scores.Deviation), ("areas", scores.Count), ("year", own.Period.Year)))
            with
        { Steps = calculation.Steps };
    }

    private ScorecardLine Gap(ScorecardLine figures, ScorecardLine residents)
    {
        var lacking = new[] { figures, residents }.Where(l => l.State != LineState.Valued).Select(l => l.State).ToList();
        var inputs = FigureLine.Inputs(("objective", objective), ("subjective", subjective));
        if (lacking.Count > 0)
        {
            var state = lacking.Contains(LineState.Suppressed) ? LineState.Suppressed : lacking[0];
            return FigureLine.Of(GapCode, Theme, Label, state, value: null, "z", state == LineState.NotNormed ? NothingToCompare : FigureLine.WithoutValue(state), inputs);
        }

        var calculation = new Calculation();
        var gap = calculation.Subtract(GapCode, Place(residents), Place(figures));
        return FigureLine.Of(
            GapCode, Theme, Label, LineState.Valued, gap.Value, "z", ExplainGap(gap.Value), inputs, figures: FigureLine.Figures(("limit", rules.Limit)))
            with
        { Steps = calculation.Steps };
    }

    private IEnumerable<Finding> FindingsOf(ScorecardLine gap)
    {
        if (gap.Value is { } value && Math.Abs(value) >= rules.Limit)
        {
            yield return new("perception-differs", FindingSeverity.Warning, [GapCode], value > 0
                ? new("Bewoners zijn duidelijk gunstiger over dit gebied dan de cijfers. Vraag hun waarom, voordat hier iets wordt besloten.",
                    "Residents think clearly better of this area than the figures do. Ask them why before anything is decided here.")
                : new("Bewoners zijn duidelijk minder gunstig over dit gebied dan de cijfers. Vraag hun wat de cijfers niet zien.",
                    "Residents think clearly less well of this area than the figures do. Ask them what the figures do not see."));
        }

        if (gap.Value is null)
        {
            yield return new("missing", FindingSeverity.Warning, [GapCode], new("De twee zijn niet te vergelijken.", "The two cannot be compared."));
        }

        if (objective is not null && subjective is not null && objective.Period != subjective.Period)
        {
            yield return new("years-differ", FindingSeverity.Information, [], new(
                $"De cijfers zijn van {objective.Period} en de beleving van {subjective.Period}; daartussen is niets ingevuld.",
                $"The figures are of {objective.Period} and the perception of {subjective.Period}; nothing was filled in between."));
        }
    }

    private static Operand Place(ScorecardLine line) => new(line.Figures["favourable"], $"{line.Code}/favourable");

    private static BilingualText NothingToCompare => new(
        "Te weinig gebieden van hetzelfde niveau hebben dit cijfer in dat jaar, of ze zijn alle gelijk.",
        "Too few areas of the same level have this figure in that year, or all are the same.");

    private static BilingualText ExplainPlace(Indicator indicator, Observation own, ZScores scores, decimal favourable)
    {
        string Of(FigureText text)
        {
            string Figure(decimal number) => text.Value(number, indicator.Unit, indicator.Decimals);
            var (value, mean, distance) = (Figure(own.Value.Number!.Value), Figure(scores.Mean), text.Fixed(Math.Abs(favourable), 2));
            var side = favourable >= 0 ? text.Choose("gunstiger", "more favourable") : text.Choose("minder gunstig", "less favourable");
            return text.Choose(
                $"{value} in {own.Period}; gemiddeld over {scores.Count} gebieden {mean}: {distance} standaardafwijking {side}.",
                $"{value} in {own.Period}; {mean} on average over {scores.Count} areas: {distance} standard deviations {side}.");
        }

        return new BilingualText(Of(FigureText.Nl), Of(FigureText.En));
    }

    private BilingualText ExplainGap(decimal gap)
    {
        string Of(FigureText text)
        {
            var (distance, limit) = (text.Fixed(gap, 2), text.Short(rules.Limit));
            return text.Choose(
                $"De beleving ligt {distance} standaardafwijking van de cijfers; vanaf {limit} wordt het gemeld.",
                $"Perception lies {distance} standard deviations from the figures; from {limit} on it is pointed out.");
        }

        return new BilingualText(Of(FigureText.Nl), Of(FigureText.En));
    }
}
