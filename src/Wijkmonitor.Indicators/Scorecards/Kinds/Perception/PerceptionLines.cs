using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Perception;

/// <summary>The two scores of one area, each placed among the areas of its level, and the gap between them.</summary>
internal sealed class PerceptionLines(ScorecardBuilder card, PerceptionRules rules)
{
    /// <summary>The code of the line of the gap.</summary>
    public const string GapCode = "gap";
    private const string Favourable = "favourable";
    private static readonly BilingualText Theme = new("Cijfers en beleving", "Figures and perception");
    private static readonly BilingualText GapLabel = new("Verschil: beleving min cijfers", "Difference: perception minus figures");

    private static readonly BilingualText NothingToCompare = new(
        "Te weinig gebieden van dezelfde soort hebben dit cijfer in dat jaar, of het is overal gelijk.",
        "Too few areas of the same kind have this figure in that year, or it is the same everywhere.");

    /// <summary>Adds a score and its place among the areas.</summary>
    public void AddPosition(string code, Observation? own)
    {
        var indicator = card.Area.GetIndicator(code);
        var peers = own is null ? null : card.Area.FindPeers(own, rules.MinAreas);
        var line = card.AddLine(indicator, Theme)
            .AddInputs(("value", own))
            .Require(own)
            .WithValue(own)
            .Require(peers is null, LineState.NotNormed, NothingToCompare);
        if (line.IsOpen)
        {
            var (calculation, scores) = (new Calculation(PerceptionLabels.Steps), peers!.Scores);
            var position = peers.Score(calculation, Favourable, own!, indicator).Value;
            line.AddInputs(peers.Inputs).WithReference(scores.Mean)
                .AddFigures((Favourable, position), ("deviation", scores.Deviation), ("areas", scores.Count), ("year", own!.Period.Year))
                .WithSteps(calculation)
                .Explain(text => ExplainPosition(text, indicator, own, scores, position));
        }
    }

    /// <summary>Adds the gap between the two scores, which are the lines before it.</summary>
    public void AddGap(Observation? objective, Observation? subjective)
    {
        var (figures, residents) = (card.Lines[0], card.Lines[1]);
        List<LineState> missing = [.. new[] { figures.State, residents.State }.Where(state => state != LineState.Valued)];
        var state = missing.Count == 0 ? LineState.Valued : missing.Contains(LineState.Suppressed) ? LineState.Suppressed : missing[0];
        var line = card.AddLine(GapCode, Theme, GapLabel, "z").AddInputs(("objective", objective), ("subjective", subjective))
            .Require(state, state == LineState.NotNormed ? NothingToCompare : StandardTexts.DescribeState(state));
        if (line.IsOpen)
        {
            var calculation = new Calculation(PerceptionLabels.Steps);
            var gap = calculation.Subtract(GapCode, GetPosition(residents), GetPosition(figures)).Value;
            line.WithValue(gap).AddFigures(("limit", rules.Limit)).WithSteps(calculation).Explain(text => ExplainGap(text, gap));
        }
    }

    /// <summary>Adds what a reader must know.</summary>
    public void AddFindings(Observation? objective, Observation? subjective)
    {
        if (card.Lines[^1].Value is not { } gap)
        {
            card.AddFinding("missing", FindingSeverity.Warning, [GapCode], "De twee zijn niet te vergelijken.", "The two cannot be compared.");
        }
        else if (gap >= rules.Limit)
        {
            card.AddFinding("perception-differs", FindingSeverity.Warning, [GapCode],
                "Bewoners zijn duidelijk positiever over dit gebied dan de cijfers. Vraag hun waarom, voordat hier iets wordt besloten.",
                "Residents are clearly more positive about this area than the figures. Ask them why before anything is decided here.");
        }
        else if (gap <= -rules.Limit)
        {
            card.AddFinding("perception-differs", FindingSeverity.Warning, [GapCode],
                "Bewoners zijn duidelijk minder positief over dit gebied dan de cijfers. Vraag hun wat de cijfers niet laten zien.",
                "Residents are clearly less positive about this area than the figures. Ask them what the figures do not show.");
        }

        if (objective is not null && subjective is not null && objective.Period != subjective.Period)
        {
            card.AddFinding(new Finding("years-differ", FindingSeverity.Information, [], new(
                $"De cijfers zijn van {objective.Period} en de beleving van {subjective.Period}; daartussen is niets ingevuld.",
                $"The figures are of {objective.Period} and the perception of {subjective.Period}; nothing was filled in between.")));
        }
    }

    private static Operand GetPosition(ScorecardLine line) => new(line.Figures[Favourable], $"{line.Code}/{Favourable}");

    private static string ExplainPosition(NumberFormatter text, Indicator indicator, Observation own, ZScores scores, decimal favourable)
    {
        string FormatFigure(decimal number) => text.FormatValue(number, indicator.Unit, indicator.Decimals);
        var (value, mean, distance) = (FormatFigure(own.Value.Number!.Value), FormatFigure(scores.Mean), text.FormatFixed(Math.Abs(favourable), 2));
        var side = favourable >= 0 ? text.Localize("gunstiger", "more favourable") : text.Localize("minder gunstig", "less favourable");
        return text.Localize(
            $"{value} in {own.Period}; gemiddeld over {scores.Count} gebieden {mean}. Dat is {distance} keer de gewone spreiding {side}.",
            $"{value} in {own.Period}; {mean} on average over {scores.Count} areas. That is {distance} times the usual spread {side}.");
    }

    private string ExplainGap(NumberFormatter text, decimal gap)
    {
        var (distance, limit) = (text.FormatFixed(gap, 2), text.Format(rules.Limit));
        return text.Localize(
            $"Beleving en cijfers verschillen {distance} keer de gewone spreiding tussen gebieden. Vanaf {limit} keer wordt dat gemeld.",
            $"Perception and figures differ by {distance} times the usual spread between areas. From {limit} times on, that is pointed out.");
    }
}
