using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Budget;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle;

/// <summary>The scorecard of the municipality: the areas that ask most attention, the split of the budget and the staff.</summary>
internal static class MunicipalityCard
{
    /// <summary>The theme of the areas that ask most attention.</summary>
    public static BilingualText AttentionTheme { get; } = new("Gebieden die om aandacht vragen", "Areas that need attention");

    /// <summary>Adds lines, totals and findings to the scorecard.</summary>
    public static void Fill(ScorecardBuilder card, FourAngleRules rules, ScoringCycle cycle)
    {
        var municipality = card.Area.Municipality;
        var key = $"{municipality.Code}/{FourAngleRules.Kind}/{cycle.Period}";
        string GetAreaName(AreaCode area) => municipality.GetAreaName(area, cycle.Period.Year);
        BilingualText GetName(AreaCode area) => new(GetAreaName(area), GetAreaName(area));
        var attended = AttentionList.Find(rules, cycle);
        foreach (var area in attended)
        {
            AttentionList.Add(card, area, cycle, GetName(area.Score.Area));
        }

        var budget = BudgetSplit.Find(rules, cycle) is { } split ? new BudgetLines(rules.Budget!, split, key) : null;
        budget?.AddLines(card, GetName);
        var staff = StaffCheck.Find(rules, cycle, key);
        staff?.AddLines(card, GetName);

        card.AddTotal("attention-list", AttentionTheme, "areas", attended.Count(area => area.Attention != AttentionChange.Left), GetOmitted(cycle));
        budget?.AddTotal(card);
        staff?.AddTotal(card);

        card.AddFinding(new Finding("no-ranking", FindingSeverity.Information, [], new(
            "Deze lijst is voor het werk van de corporatie en geen ranglijst. Een buurt is niet haar score.",
            "This list is for the corporation's work and is not a ranking. A neighbourhood is not its score.")));
        AttentionList.AddFindings(card, attended);
        budget?.AddFindings(card, GetAreaName);
        cycle.Pins?.AddFindings(card, cycle, GetAreaName);
    }

    private static IReadOnlyList<OmittedLines> GetOmitted(ScoringCycle cycle) =>
        cycle.Scores.Where(score => score.Score is null).Select(score => $"attention-{score.Area}").ToList() is { Count: > 0 } codes
            ? [new OmittedLines(LineState.MissingInput, codes)]
            : [];
}
