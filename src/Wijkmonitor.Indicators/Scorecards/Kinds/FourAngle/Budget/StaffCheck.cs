using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Budget;

/// <summary>The staff that works in areas next to their share by severity, split as the budget is.</summary>
internal sealed class StaffCheck
{
    private static readonly BilingualText Theme = new("Inzet van medewerkers", "Staff");
    private const decimal Percent = 100;
    private readonly Indicator indicator;
    private readonly string municipalityKey;
    private readonly List<(AreaCode Area, Observation? Fte, AreaScore? Score)> areas;
    private readonly decimal? total;
    private readonly decimal severity;

    private StaffCheck(Indicator indicator, string municipalityKey, List<(AreaCode Area, Observation? Fte, AreaScore? Score)> areas)
    {
        this.indicator = indicator;
        this.municipalityKey = municipalityKey;
        this.areas = areas;
        var compared = areas.Where(area => IsCompared(area.Fte, area.Score)).ToList();
        total = compared.Count == 0 ? null : compared.Sum(area => area.Fte!.Value.Number!.Value); // a zero would say that nobody works there
        severity = compared.Sum(area => area.Score!.Severity!.Value);
    }

    /// <summary>Finds the staff of a year, or null where the rules compare no staff or none was delivered.</summary>
    public static StaffCheck? Find(FourAngleRules rules, ScoringCycle cycle, string municipalityKey)
    {
        if (rules.Staff is not { } rule)
        {
            return null;
        }

        var areas = cycle.Areas.Select(
            area => (Area: area, Fte: cycle.Municipality.Observations.Find(area, cycle.Period, rule.Fte), Score: cycle.Find(area)))
                .Where(area => area.Fte is not null || area.Score?.Score is not null).ToList();
        return areas.TrueForAll(area => area.Fte is null) ? null : new StaffCheck(cycle.Municipality.GetIndicator(rule.Fte), municipalityKey, areas);
    }

    /// <summary>Adds a line for each area, in order of code.</summary>
    public void AddLines(ScorecardBuilder card, Func<AreaCode, BilingualText> name)
    {
        foreach (var (area, fte, score) in areas)
        {
            var (state, calculation) = (GetState(fte, score), new Calculation(FourAngleLabels.Steps));
            decimal? fair = state == LineState.Valued && severity > 0 ? ComputeFairShare(calculation, score!) : null;
            card.AddLine($"staff-{area}", Theme, name(area), indicator.Unit)
                .AddInputs(("value", fte)).AddInput(score?.ToInput("score")).AddInputs(MunicipalityInputs.From(calculation.Steps, municipalityKey))
                .WithState(state == LineState.Valued && fair is null ? LineState.Unresolved : state)
                .WithValue(fte).WithReference(fair)
                .AddFigures(("difference", fte?.Value.Number - fair), ("severity", fair is null ? null : score!.Severity))
                .WithSteps(calculation)
                .Explain(text => Explain(text, fte, fair));
        }
    }

    /// <summary>Adds the staff of all areas that could be compared.</summary>
    public void AddTotal(ScorecardBuilder card) => card.AddTotal(
        "staff",
        new("Inzet van medewerkers in de gebieden", "Staff working in the areas"),
        indicator.Unit,
        total,
        OmittedLines.GroupByState(areas.Select(area => (GetState(area.Fte, area.Score), $"staff-{area.Area}"))));

    private static bool IsCompared(Observation? fte, AreaScore? score) => fte?.Value.Number is not null && score?.Severity is not null;

    private static LineState GetState(Observation? fte, AreaScore? score) => IsCompared(fte, score) ? LineState.Valued
        : fte?.Value.State == ObservedState.Suppressed ? LineState.Suppressed
        : LineState.MissingInput;

    private decimal ComputeFairShare(Calculation calculation, AreaScore score)
    {
        var below = calculation.Subtract("below-the-best", Operand.FromConstant(Percent), new Operand(score.Score!.Value, score.Key));
        var own = calculation.Divide("severity", below, Operand.FromConstant(Percent));
        var times = calculation.Multiply("staff-times-severity", new Operand(total!.Value, municipalityKey + "/staff"), own);
        return calculation.Round("share", calculation.Divide("unrounded-share", times, new Operand(severity, municipalityKey + "/sum-of-severity"))).Value;
    }

    private static string Explain(NumberFormatter text, Observation? fte, decimal? fair) => (fte?.Value.Number, fair) switch
    {
        (null, _) when fte?.Value.State == ObservedState.Suppressed => text.Localize(
            "Hoeveel medewerkers hier werken, wordt niet getoond: het zijn er te weinig.", "How many staff work here is not shown: there are too few."),
        (null, _) => text.Localize("Van dit gebied is niet bekend hoeveel medewerkers er werken.", "It is not known how many staff work in this area."),
        ({ } actual, null) => text.Localize(
            $"Hier werken {text.FormatFixed(actual, 1)} fte (één fte is een volle werkweek). Een deel naar ernst is niet te berekenen.",
            $"{text.FormatFixed(actual, 1)} FTE work here (one FTE is a full working week). A share by severity cannot be computed."),
        ({ } actual, { } share) => text.Localize(
            $"Hier werken {text.FormatFixed(actual, 1)} fte (één fte is een volle werkweek). Verdeeld naar ernst zouden het er {text.FormatFixed(share, 1)} zijn.",
            $"{text.FormatFixed(actual, 1)} FTE work here (one FTE is a full working week). Split by severity it would be {text.FormatFixed(share, 1)}."),
    };
}
