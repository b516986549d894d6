using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Trends;

/// <summary>The lines and findings of trends next to what staff see.</summary>
internal static class TrendLines
{
    /// <summary>Gets the code of a trend's line.</summary>
    public static string GetCode(TrendComparison trend) => "trend-" + trend.Hard.Code;

    /// <summary>Adds the line of a trend.</summary>
    public static void Add(ScorecardBuilder card, TrendComparison trend) =>
        card.AddLine(GetCode(trend), AngleText.TrendTheme, trend.Hard.Label, $"{trend.Hard.Unit} per year")
        .AddInputs(trend.Figures.Select(figure => ScorecardInput.FromObservation("value", figure)))
            .AddInputs(("staff-signal", trend.Signal))
            .AddInput(trend.Note?.ToInput())
        .WithState(trend.Outcome is TrendOutcome.NoTrend or TrendOutcome.NoSignal ? LineState.MissingInput : LineState.Valued)
        .WithValue(trend.Slope)
        .AddFigures(
            ("years", trend.Figures.Count),
            ("trend-sign", trend.HardSign),
            ("outside-chance", trend.Slope is null ? null : trend.IsOutsideChance ? 1 : 0),
            ("staff-sign", trend.StaffSign),
            ("staff-signal", trend.Signal?.Value.Number),
            ("influenceable", trend.Note?.Influenceable is { } can ? can ? 1 : 0 : null))
        .WithSteps(trend.Slope is null ? null : trend.Steps)
        .Explain(text => Explain(text, trend));

    /// <summary>Adds what a reader must know of the trends.</summary>
    /// <param name="card">The scorecard.</param>
    /// <param name="trends">The trends.</param>
    /// <param name="colour">The area's colour: where it is green, nobody must act.</param>
    public static void AddFindings(ScorecardBuilder card, IReadOnlyList<TrendComparison> trends, Signal colour)
    {
        foreach (var trend in trends)
        {
            if (trend.Outcome == TrendOutcome.Diverges)
            {
                card.AddFinding("story-needed", FindingSeverity.Warning, [GetCode(trend)],
                    $"Verhaal achter de data nodig: {DescribeDirection(NumberFormatter.Nl, trend)}.{DescribeOwner(NumberFormatter.Nl, trend)}",
                    $"The story behind the figure is needed: {DescribeDirection(NumberFormatter.En, trend)}.{DescribeOwner(NumberFormatter.En, trend)}");
            }

            if (trend.Outcome == TrendOutcome.Attributed)
            {
                card.AddFinding("attribution", FindingSeverity.Information, [GetCode(trend)],
                    "Medewerkers betwisten het cijfer niet; zij noemen een oorzaak buiten de huurders van de corporatie.",
                    "Staff do not dispute the figure; they name a cause outside the corporation's tenants.");
            }

            if (trend is { Note.Influenceable: false, Outcome: not TrendOutcome.Attributed } && colour != Signal.Green)
            {
                card.AddFinding("others-must-act", FindingSeverity.Warning, [GetCode(trend)],
                    $"De corporatie kan dit niet zelf veranderen: hier zijn anderen aan zet.{DescribeOwner(NumberFormatter.Nl, trend)}",
                    $"The corporation cannot change this itself: others must act here.{DescribeOwner(NumberFormatter.En, trend)}");
            }
        }
    }

    private static string Explain(NumberFormatter text, TrendComparison trend) => trend.Outcome switch
    {
        TrendOutcome.NoTrend => text.Localize(
            "Voor een trend zijn cijfers over ten minste drie jaren nodig, met dit jaar erbij en met dezelfde grenzen. Die zijn er niet.",
            "A trend needs figures of at least three years, this one included, with the same boundaries. Those are not there."),
        TrendOutcome.NoSignal => text.Localize(
            $"{DescribeTrend(text, trend).Capitalize()}. Medewerkers gaven dit jaar geen signaal om met het cijfer te vergelijken.",
            $"{DescribeTrend(text, trend).Capitalize()}. Staff gave no signal this year to compare the figure with."),
        TrendOutcome.Agrees =>
            $"{DescribeDirection(text, trend).Capitalize()}. {text.Localize("Cijfer en verhaal wijzen dezelfde kant op.", "Figure and story point the same way.")}{DescribeNote(text, trend)}",
        TrendOutcome.Diverges =>
            $"{DescribeDirection(text, trend).Capitalize()}. {text.Localize("Het verhaal achter het cijfer is nodig.", "The story behind the figure is needed.")}{DescribeNote(text, trend)}",
        _ => $"{DescribeTrend(text, trend).Capitalize()}. {text.Localize("Medewerkers betwisten dat niet en noemen een oorzaak elders.", "Staff do not dispute that and name a cause elsewhere.")}{DescribeNote(text, trend)}",
    };

    private static string DescribeDirection(NumberFormatter text, TrendComparison trend) =>
        DescribeTrend(text, trend) + text.Localize(", en medewerkers zien ", ", and staff see ") + trend.StaffSign switch
        {
            > 0 => text.Localize("verbetering", "improvement"),
            < 0 => text.Localize("een minder gunstige ontwikkeling", "a less favourable development"),
            _ => text.Localize("geen verandering", "no change"),
        };

    private static string DescribeTrend(NumberFormatter text, TrendComparison trend)
    {
        var slope = text.FormatDifference(trend.Slope!.Value, trend.Hard.Unit, trend.Hard.Decimals + 1);
        var (from, to) = (trend.Figures[0].Period, trend.Figures[^1].Period);
        var direction = trend.HardSign switch
        {
            > 0 => text.Localize("werd gunstiger", "became more favourable"),
            < 0 => text.Localize("werd minder gunstig", "became less favourable"),
            _ => text.Localize("bleef ongeveer gelijk", "stayed about level"),
        };
        var chance = trend.HardSign == 0 || trend.IsOutsideChance ? "" : text.Localize("; dat kan toeval zijn", "; that may be chance");
        return text.Localize($"het cijfer {direction} van {from} tot {to} ({slope} per jaar{chance})",
            $"the figure {direction} from {from} to {to} ({slope} a year{chance})");
    }

    private static string DescribeNote(NumberFormatter text, TrendComparison trend) =>
        (trend.Note is { } note ? text.Localize($" Toelichting: {note.Explanation}", $" Explanation: {note.Explanation}") : "") + DescribeOwner(text, trend);

    private static string DescribeOwner(NumberFormatter text, TrendComparison trend) =>
        trend.Note?.Owner is { } owner ? text.Localize($" Wie dit oppakt: {owner}.", $" Who takes this up: {owner}.") : "";
}
