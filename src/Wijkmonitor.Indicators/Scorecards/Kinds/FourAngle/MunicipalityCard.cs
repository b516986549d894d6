using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Budget;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle;

/// <summary>The scorecard of the municipality: the areas that ask most attention, the split of the budget and the staff.</summary>
internal static class MunicipalityCard
{
    /// <summary>The theme of the areas that ask most attention.</summary>
    public static BilingualText AttentionTheme { get; } = new("Gebieden die om aandacht vragen", "Areas that ask attention");

    /// <summary>The scorecard.</summary>
    public static Scorecard Of(FourAngleRules rules, Figures figures, Cycle cycle, PinCount? pins)
    {
        var municipality = figures.Municipality.Municipality;
        var key = $"{municipality}/{FourAngleKind.KindName}/{cycle.Period}";
        var names = Names(figures.Municipality.Areas, cycle.Period.Year);
        var attended = AttentionList.Of(rules, cycle);
        var split = BudgetSplit.Of(rules, figures, cycle);
        var budget = split is null ? null : new BudgetLines(rules.Budget!, split, key);
        var staff = StaffCheck.Of(rules, figures, cycle, key);
        string Name(AreaCode area) => names.GetValueOrDefault(area, area.Value);
        return new Scorecard(
            FourAngleKind.KindName,
            Subject: null,
            municipality,
            cycle.Period,
            rules.Version,
            cycle.Scores.Max(score => score.BoundaryYear),
            [
                .. attended.Select(area => AttentionList.Line(area, cycle, Name(area.Score.Area))),
                .. budget?.Lines(Name) ?? [],
                .. staff?.Lines(Name) ?? [],
            ],
            [
                new ScorecardTotal("attention-list", AttentionTheme, attended.Count(area => area.Attention != Attention.Left), "areas", WithoutScore(cycle)),
                .. budget?.Totals() ?? [],
                .. staff is null ? Enumerable.Empty<ScorecardTotal>() : [staff.Total()],
            ],
            [
                new Finding("no-ranking", FindingSeverity.Information, [], new BilingualText(
                    "Deze lijst is voor het werk van de corporatie en geen ranglijst. Een buurt is niet haar score.",
                    "This list is for the corporation's work and no ranking. A neighbourhood is not its score.")),
                .. AttentionList.Findings(attended),
                .. budget?.Findings() ?? [],
                .. Findings(pins, cycle),
            ])
        {
            Visibility = rules.Visibility,
        };
    }

    private static IReadOnlyList<LeftOut> WithoutScore(Cycle cycle) =>
        cycle.Scores.Where(score => score.Score is null).Select(score => $"attention-{score.Area}").ToList() is { Count: > 0 } codes
            ? [new LeftOut(LineState.MissingInput, codes)]
            : [];

    // The name as it was in the last register up to that year, or else the first one after it.
    private static Dictionary<AreaCode, string> Names(IReadOnlyList<Area> areas, int year) => areas
        .GroupBy(area => area.Code)
        .ToDictionary(group => group.Key, group => (group.Where(area => area.BoundaryYear <= year).MaxBy(area => area.BoundaryYear) ?? group.MinBy(area => area.BoundaryYear)!).Name);

    private static IEnumerable<Finding> Findings(PinCount? pins, Cycle cycle)
    {
        if (pins is null)
        {
            yield break;
        }

        if (pins.Areas.Where(area => cycle.Find(area) is null).Order().ToList() is { Count: > 0 } elsewhere)
        {
            yield return Find("pins-elsewhere",
                $"Er staan ook punaises in gebieden zonder scorekaart: {string.Join(", ", elsewhere.Select(area => $"{area} ({pins.In(area)})"))}.",
                $"There are pins in areas without a scorecard too: {string.Join(", ", elsewhere.Select(area => $"{area} ({pins.In(area)})"))}.");
        }

        if (pins.BeyondTheFifth > 0)
        {
            yield return Find("pins-beyond-the-fifth",
                $"{pins.BeyondTheFifth} punaises tellen niet mee: hun deelnemers hadden er al vijf.",
                $"{pins.BeyondTheFifth} pins do not count: their participants had placed five already.");
        }

        if (pins.OfOtherMeasures > 0)
        {
            yield return Find("pins-of-other-measures",
                $"{pins.OfOtherMeasures} punaises tellen niet mee: hun maatregel staat niet in de regels.",
                $"{pins.OfOtherMeasures} pins do not count: the rules do not know their measure.");
        }
    }

    private static Finding Find(string code, string nl, string en) => new(code, FindingSeverity.Warning, [], new BilingualText(nl, en));
}
