using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle;

/// <summary>What changed for an area on the attention list.</summary>
internal enum Attention
{
    /// <summary>On the list; there is no last cycle to compare with.</summary>
    Listed,

    /// <summary>On the list, and not the last time.</summary>
    Entered,

    /// <summary>On the list, as the last time.</summary>
    Stayed,

    /// <summary>Not on the list any more.</summary>
    Left,
}

/// <summary>An area that is or was on the attention list.</summary>
/// <param name="Score">Its score.</param>
/// <param name="Attention">What changed.</param>
/// <param name="Change">By how much its score changed; null where that cannot be compared.</param>
internal sealed record AttendedArea(AreaScore Score, Attention Attention, decimal? Change);

/// <summary>
/// The areas that ask most attention in a cycle: at the yearly pass only a limited number is analysed. They stand in order of their
/// codes: the list is for the corporation and is no ranking.
/// </summary>
internal static class AttentionList
{
    /// <summary>The areas on the list, and those that left it since the last cycle.</summary>
    public static IReadOnlyList<AttendedArea> Find(FourAngleRules rules, Cycle cycle)
    {
        var now = Listed(rules, cycle);
        var before = cycle.Previous is { } previous ? Listed(rules, previous) : [];
        return [.. cycle.Scores
            .Where(score => now.Contains(score.Area) || (before.Contains(score.Area) && cycle.Change(score) is not null))
            .Select(score => new AttendedArea(score, WhatChanged(score), cycle.Change(score)))];

        Attention WhatChanged(AreaScore score) => (now.Contains(score.Area), before.Contains(score.Area), cycle.Change(score)) switch
        {
            (true, _, null) => Attention.Listed,
            (true, true, _) => Attention.Stayed,
            (true, false, _) => Attention.Entered,
            _ => Attention.Left,
        };
    }

    /// <summary>Adds the line of an area.</summary>
    public static void Add(CardDraft card, AttendedArea area, Cycle cycle, BilingualText name) => card.Line(Code(area), MunicipalityCard.AttentionTheme, name, "score")
        .Input(area.Score.AsInput("score")).Input(cycle.Previous?.Find(area.Score.Area)?.AsInput("score-before"))
        .Value(area.Score.Score).Baseline(area.Score.Score - area.Change).Signal(area.Score.Colour)
        .Figures(("listed", area.Attention == Attention.Left ? 0 : 1), ("change", area.Change))
        .Explain(text => Explain(text, area));

    /// <summary>The code of an area's line.</summary>
    public static string Code(AttendedArea area) => $"attention-{area.Score.Area}";

    /// <summary>Adds what changed since the last cycle.</summary>
    public static void AddFindings(CardDraft card, IReadOnlyList<AttendedArea> areas)
    {
        void Find(Attention attention, string code, string nl, string en) =>
            card.Find(code, FindingSeverity.Information, areas.Where(area => area.Attention == attention).Select(Code), nl, en);
        Find(Attention.Entered, "attention-entered", "Deze gebieden vragen dit keer om aandacht en de vorige keer niet.", "These areas ask attention this time and did not the last time.");
        Find(Attention.Stayed, "attention-stayed", "Deze gebieden vragen om aandacht, net als de vorige keer.", "These areas ask attention, as the last time.");
        Find(Attention.Left, "attention-left", "Deze gebieden vroegen de vorige keer om aandacht en nu niet meer.", "These areas asked attention the last time and do not any more.");
    }

    // Areas that tie with the last one on the list are on it too: nothing but their codes would choose between them.
    private static HashSet<AreaCode> Listed(FourAngleRules rules, Cycle cycle)
    {
        var scored = cycle.Scores.Where(score => score.Score is not null).OrderBy(score => score.Score).ToList();
        var last = scored.Count == 0 ? null : scored[Math.Min(rules.AttentionList, scored.Count) - 1].Score;
        return [.. scored.Where(score => score.Score <= last).Select(score => score.Area)];
    }

    private static string Explain(FigureText text, AttendedArea area)
    {
        var score = text.Fixed(area.Score.Score ?? 0, 1);
        var before = area.Change is { } change ? text.Fixed(area.Score.Score!.Value - change, 1) : "";
        return area.Attention switch
        {
            Attention.Entered => text.Choose(
                $"Dit gebied vraagt dit keer om aandacht: de score ging van {before} naar {score}.", $"This area asks attention this time: its score went from {before} to {score}."),
            Attention.Stayed => text.Choose(
                $"Dit gebied vraagt om aandacht, net als de vorige keer: de score ging van {before} naar {score}.",
                $"This area asks attention, as the last time: its score went from {before} to {score}."),
            Attention.Left => text.Choose(
                $"Dit gebied vroeg de vorige keer om aandacht en nu niet meer: de score ging van {before} naar {score}.",
                $"This area asked attention the last time and does not any more: its score went from {before} to {score}."),
            _ => text.Choose(
                $"Dit gebied vraagt om aandacht (score {score}). Met de vorige ronde is niet te vergelijken.",
                $"This area asks attention (score {score}). It cannot be compared with the last cycle."),
        };
    }
}
