using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Trends;

/// <summary>The lines and findings of trends beside what staff see.</summary>
internal static class TrendLines
{
    /// <summary>The code of a trend's line.</summary>
    public static string Code(TrendComparison trend) => "trend-" + trend.Hard.Code;

    /// <summary>Adds the line of a trend.</summary>
    public static void Add(CardDraft card, TrendComparison trend) => card.Line(Code(trend), AngleText.TrendTheme, trend.Hard.Label, $"{trend.Hard.Unit} per year")
        .Inputs(trend.Figures.Select(figure => ScorecardInput.Of("value", figure))).Inputs(("staff-signal", trend.Signal)).Input(trend.Note?.AsInput())
        .State(trend.Outcome is TrendOutcome.NoTrend or TrendOutcome.NoSignal ? LineState.MissingInput : LineState.Valued)
        .Value(trend.Slope)
        .Figures(
            ("years", trend.Figures.Count),
            ("trend-sign", trend.HardSign),
            ("outside-chance", trend.Slope is null ? null : trend.IsOutsideChance ? 1 : 0),
            ("staff-sign", trend.StaffSign),
            ("staff-signal", trend.Signal?.Value.Number),
            ("influenceable", trend.Note?.Influenceable is { } can ? can ? 1 : 0 : null))
        .Steps(trend.Slope is null ? null : trend.Steps)
        .Explain(text => Explain(text, trend));

    /// <summary>Adds what a reader must know of the trends.</summary>
    /// <param name="card">The scorecard.</param>
    /// <param name="trends">The trends.</param>
    /// <param name="colour">The area's colour: where it is green, nobody must act.</param>
    public static void AddFindings(CardDraft card, IReadOnlyList<TrendComparison> trends, Signal colour)
    {
        foreach (var trend in trends)
        {
            if (trend.Outcome == TrendOutcome.Diverges)
            {
                card.Find("story-needed", FindingSeverity.Warning, [Code(trend)],
                    $"Verhaal achter de data nodig: {Way(FigureText.Nl, trend)}.{Owner(FigureText.Nl, trend)}",
                    $"The story behind the figure is needed: {Way(FigureText.En, trend)}.{Owner(FigureText.En, trend)}");
            }

            if (trend.Outcome == TrendOutcome.Attributed)
            {
                card.Find("attribution", FindingSeverity.Information, [Code(trend)],
                    "Medewerkers betwisten het cijfer niet; zij noemen een oorzaak buiten de huurders van de corporatie.",
                    "Staff do not dispute the figure; they name a cause outside the corporation's tenants.");
            }

            if (trend is { Note.Influenceable: false, Outcome: not TrendOutcome.Attributed } && colour != Signal.Green)
            {
                card.Find("others-must-act", FindingSeverity.Warning, [Code(trend)],
                    $"De corporatie kan dit niet zelf veranderen: hier moeten anderen aan zet.{Owner(FigureText.Nl, trend)}",
                    $"The corporation cannot change this itself: others must act here.{Owner(FigureText.En, trend)}");
            }
        }
    }

    private static string Explain(FigureText text, TrendComparison trend) => trend.Outcome switch
    {
        TrendOutcome.NoTrend => text.Choose(
            "Voor een trend zijn cijfers over ten minste drie jaren binnen dezelfde grenzen nodig, dit jaar meegerekend; die zijn er niet.",
            "A trend needs figures of at least three years over the same boundaries, this one included; they are not there."),
        TrendOutcome.NoSignal => text.Choose(
            $"{Capital(Trend(text, trend))}. Medewerkers gaven dit jaar geen signaal om naast het cijfer te leggen.",
            $"{Capital(Trend(text, trend))}. Staff gave no signal this year to put beside the figure."),
        TrendOutcome.Agrees => $"{Capital(Way(text, trend))}. {text.Choose("Cijfer en verhaal wijzen dezelfde kant op.", "Figure and story point the same way.")}{Story(text, trend)}",
        TrendOutcome.Diverges => $"{Capital(Way(text, trend))}. {text.Choose("Het verhaal achter het cijfer is nodig.", "The story behind the figure is needed.")}{Story(text, trend)}",
        _ => $"{Capital(Trend(text, trend))}. {text.Choose("Medewerkers betwisten dat niet en noemen een oorzaak elders.", "Staff do not dispute that and name a cause elsewhere.")}{Story(text, trend)}",
    };

    private static string Way(FigureText text, TrendComparison trend) => Trend(text, trend) + text.Choose(", en medewerkers zien ", ", and staff see ") + trend.StaffSign switch
    {
        > 0 => text.Choose("verbetering", "improvement"),
        < 0 => text.Choose("een minder gunstige ontwikkeling", "a less favourable development"),
        _ => text.Choose("geen verandering", "no change"),
    };

    private static string Trend(FigureText text, TrendComparison trend)
    {
        var slope = text.Difference(trend.Slope!.Value, trend.Hard.Unit, trend.Hard.Decimals + 1);
        var (from, to) = (trend.Figures[0].Period, trend.Figures[^1].Period);
        var way = trend.HardSign switch
        {
            > 0 => text.Choose("werd gunstiger", "became more favourable"),
            < 0 => text.Choose("werd minder gunstig", "became less favourable"),
            _ => text.Choose("bleef ongeveer gelijk", "stayed about level"),
        };
        var chance = trend.HardSign == 0 || trend.IsOutsideChance ? "" : text.Choose("; dat kan toeval zijn", "; that may be chance");
        return text.Choose($"het cijfer {way} van {from} tot {to} ({slope} per jaar{chance})", $"the figure {way} from {from} to {to} ({slope} a year{chance})");
    }

    private static string Story(FigureText text, TrendComparison trend) =>
        (trend.Note is { } note ? text.Choose($" Toelichting: {note.Explanation}", $" Explanation: {note.Explanation}") : "") + Owner(text, trend);

    private static string Owner(FigureText text, TrendComparison trend) =>
        trend.Note?.Owner is { } owner ? text.Choose($" Wie dit oppakt: {owner}.", $" Who takes this up: {owner}.") : "";

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
