using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle;

/// <summary>Change of an area on the attention list.</summary>
internal enum AttentionChange
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
/// <param name="Attention">Kind of change.</param>
/// <param name="Change">By how much its score changed; null where that cannot be compared.</param>
internal sealed record AttentionListItem(AreaScore Score, AttentionChange Attention, decimal? Change);

/// <summary>
/// The areas that ask most attention in a cycle: at the yearly pass only a limited number is analysed. They are in order of their
/// codes: the list is for the corporation and is no ranking.
/// </summary>
internal static class AttentionList
{
    /// <summary>Finds the areas on the list, and those that left it since the last cycle.</summary>
    public static IReadOnlyList<AttentionListItem> Find(FourAngleRules rules, ScoringCycle cycle)
    {
        var now = FindListed(rules, cycle);
        var before = cycle.Previous is { } previous ? FindListed(rules, previous) : [];
        return [.. cycle.Scores
            .Where(score => now.Contains(score.Area) || (before.Contains(score.Area) && cycle.GetChange(score) is not null))
            .Select(score => new AttentionListItem(score, GetAttention(score), cycle.GetChange(score)))];

        AttentionChange GetAttention(AreaScore score) => (now.Contains(score.Area), before.Contains(score.Area), cycle.GetChange(score)) switch
        {
            (true, _, null) => AttentionChange.Listed,
            (true, true, _) => AttentionChange.Stayed,
            (true, false, _) => AttentionChange.Entered,
            _ => AttentionChange.Left,
        };
    }

    /// <summary>Adds the line of an area.</summary>
    public static void Add(ScorecardBuilder card, AttentionListItem area, ScoringCycle cycle, BilingualText name) =>
        card.AddLine(GetCode(area), MunicipalityCard.AttentionTheme, name, "score")
        .AddInput(area.Score.ToInput("score")).AddInput(cycle.Previous?.Find(area.Score.Area)?.ToInput("score-before"))
        .WithValue(area.Score.Score).WithBaseline(area.Score.Score - area.Change).WithSignal(area.Score.Colour)
        .AddFigures(("listed", area.Attention == AttentionChange.Left ? 0 : 1), ("change", area.Change))
        .Explain(text => Explain(text, area));

    /// <summary>Gets the code of an area's line.</summary>
    public static string GetCode(AttentionListItem area) => $"attention-{area.Score.Area}";

    /// <summary>Adds what changed since the last cycle.</summary>
    public static void AddFindings(ScorecardBuilder card, IReadOnlyList<AttentionListItem> areas)
    {
        void AddFinding(AttentionChange attention, string code, string nl, string en) =>
            card.AddFinding(code, FindingSeverity.Information, areas.Where(area => area.Attention == attention).Select(GetCode), nl, en);
        AddFinding(AttentionChange.Entered, "attention-entered", "Deze gebieden vragen dit keer om aandacht en de vorige keer niet.",
            "These areas need attention this time and did not last time.");
        AddFinding(AttentionChange.Stayed, "attention-stayed", "Deze gebieden vragen om aandacht, net als de vorige keer.",
            "These areas need attention, as last time.");
        AddFinding(AttentionChange.Left, "attention-left", "Deze gebieden vroegen de vorige keer om aandacht en nu niet meer.",
            "These areas needed attention last time and no longer do.");
    }

    // Areas that tie with the last one on the list are on it too: nothing but their codes would choose between them.
    private static HashSet<AreaCode> FindListed(FourAngleRules rules, ScoringCycle cycle)
    {
        var scored = cycle.Scores.Where(score => score.Score is not null).OrderBy(score => score.Score).ToList();
        var last = scored.Count == 0 ? null : scored[Math.Min(rules.AttentionList, scored.Count) - 1].Score;
        return [.. scored.Where(score => score.Score <= last).Select(score => score.Area)];
    }

    private static string Explain(NumberFormatter text, AttentionListItem area)
    {
        var score = text.FormatFixed(area.Score.Score ?? 0, 1);
        var before = area.Change is { } change ? text.FormatFixed(area.Score.Score!.Value - change, 1) : "";
        return area.Attention switch
        {
            AttentionChange.Entered => text.Localize(
                $"Dit gebied vraagt dit keer om aandacht: de score ging van {before} naar {score}.",
                $"This area needs attention this time: its score went from {before} to {score}."),
            AttentionChange.Stayed => text.Localize(
                $"Dit gebied vraagt om aandacht, net als de vorige keer: de score ging van {before} naar {score}.",
                $"This area needs attention, as last time: its score went from {before} to {score}."),
            AttentionChange.Left => text.Localize(
                $"Dit gebied vroeg de vorige keer om aandacht en nu niet meer: de score ging van {before} naar {score}.",
                $"This area needed attention last time and no longer does: its score went from {before} to {score}."),
            _ => text.Localize(
                $"Dit gebied vraagt om aandacht (score {score}). Met de vorige ronde is niet te vergelijken.",
                $"This area needs attention (score {score}). It cannot be compared with the last round."),
        };
    }
}
