using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Budget;

/// <summary>The staff that works in areas beside the share that would follow from severity: the same for staff as for the budget.</summary>
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

    /// <summary>The staff of a year; null where the rules hold no staff against anything, or none was delivered.</summary>
    public static StaffCheck? Of(FourAngleRules rules, Figures figures, Cycle cycle, string municipalityKey)
    {
        if (rules.Staff is not { } rule)
        {
            return null;
        }

        var areas = cycle.Areas.Select(area => (Area: area, Fte: figures.Of(area, cycle.Period, rule.Fte), Score: cycle.Find(area))).Where(area => area.Fte is not null || area.Score?.Score is not null).ToList();
        return areas.TrueForAll(area => area.Fte is null) ? null : new StaffCheck(figures.Municipality.Catalogue.Find(rule.Fte)!, municipalityKey, areas);
    }

    /// <summary>A line for each area, in order of code.</summary>
    public IEnumerable<ScorecardLine> Lines(Func<AreaCode, string> name) => areas.Select(area => Line(area.Area, area.Fte, area.Score, name(area.Area)));

    /// <summary>The staff of all areas that could be compared.</summary>
    public ScorecardTotal Total() => new(
        "staff",
        new BilingualText("Inzet van medewerkers in de gebieden", "Staff working in the areas"),
        total,
        indicator.Unit,
        LeftOut.Of(areas.Select(area => (State(area.Fte, area.Score), $"staff-{area.Area}"))));

    private static bool IsCompared(Observation? fte, AreaScore? score) => fte?.Value.Number is not null && score?.Severity is not null;

    private static LineState State(Observation? fte, AreaScore? score) => IsCompared(fte, score) ? LineState.Valued
        : fte?.Value.State == ObservedState.Suppressed ? LineState.Suppressed
        : LineState.MissingInput;

    private ScorecardLine Line(AreaCode area, Observation? fte, AreaScore? score, string name)
    {
        var calculation = new Calculation();
        var fair = IsCompared(fte, score) && severity > 0 ? Fair(calculation, score!) : (decimal?)null;
        var figures = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        if (fair is { } share)
        {
            figures.Add("difference", fte!.Value.Number!.Value - share);
            figures.Add("severity", score!.Severity!.Value);
        }

        return new ScorecardLine(
            $"staff-{area}",
            Theme,
            new BilingualText(name, name),
            State(fte, score) == LineState.Valued && fair is null ? LineState.Unresolved : State(fte, score),
            fte?.Value.Number,
            indicator.Unit,
            Baseline: null,
            Reference: fair,
            Norm: null,
            score?.Colour ?? Signal.None,
            Amount: null,
            figures,
            AngleText.Both(text => Explain(text, fte?.Value.Number, fair)),
            [
                .. fte is null ? Enumerable.Empty<ScorecardInput>() : [ScorecardInput.Of("value", fte)],
                .. score is null ? Enumerable.Empty<ScorecardInput>() : [score.AsInput("score")],
                .. MunicipalityInputs.Of(fair is null ? null : calculation.Steps, municipalityKey),
            ])
        {
            Steps = fair is null ? null : calculation.Steps,
        };
    }

    private decimal Fair(Calculation calculation, AreaScore score)
    {
        var below = calculation.Subtract("below-the-best", Operand.Constant(Percent), new Operand(score.Score!.Value, score.Key));
        var own = calculation.Divide("severity", below, Operand.Constant(Percent));
        var times = calculation.Multiply("staff-times-severity", new Operand(total!.Value, municipalityKey + "/staff"), own);
        return calculation.Round("share", calculation.Divide("unrounded-share", times, new Operand(severity, municipalityKey + "/sum-of-severity"))).Value;
    }

    private static string Explain(FigureText text, decimal? fte, decimal? fair) => (fte, fair) switch
    {
        (null, _) => text.Choose("Van dit gebied is niet bekend hoeveel medewerkers er werken.", "It is not known how much staff works in this area."),
        ({ } actual, null) => text.Choose(
            $"Hier werken {text.Fixed(actual, 1)} fte. Een deel naar ernst is niet te berekenen.", $"{text.Fixed(actual, 1)} fte work here. A share by severity cannot be computed."),
        ({ } actual, { } share) => text.Choose(
            $"Hier werken {text.Fixed(actual, 1)} fte; naar ernst verdeeld zouden het er {text.Fixed(share, 1)} zijn.",
            $"{text.Fixed(actual, 1)} fte work here; split by severity it would be {text.Fixed(share, 1)}."),
    };
}
