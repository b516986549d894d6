using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.LoadCapacity;

/// <summary>Texts of the scorecard of load and capacity.</summary>
internal static class LoadCapacityText
{
    /// <summary>The unit of what is counted in standard deviations.</summary>
    public const string Unit = "z";

    /// <summary>The theme of load.</summary>
    public static BilingualText Load { get; } = new("Draaglast", "Load");

    /// <summary>The theme of capacity.</summary>
    public static BilingualText Capacity { get; } = new("Draagkracht", "Capacity");

    /// <summary>The label of the mean of load.</summary>
    public static BilingualText LoadTotal { get; } =
        new("Draaglast: gemiddelde afstand tot de gebieden van de gemeente", "Load: average distance to the areas of the municipality");

    /// <summary>The label of the mean of capacity.</summary>
    public static BilingualText CapacityTotal { get; } =
        new("Draagkracht: gemiddelde afstand tot de gebieden van de gemeente", "Capacity: average distance to the areas of the municipality");

    /// <summary>The label of the balance.</summary>
    public static BilingualText BalanceTotal { get; } = new("Balans: draagkracht min draaglast", "Balance: capacity minus load");

    /// <summary>The label of the share of load that is known.</summary>
    public static BilingualText LoadCoverage { get; } =
        new("Deel van de indicatoren van draaglast dat bekend is", "Share of the load indicators that is known");

    /// <summary>The label of the share of capacity that is known.</summary>
    public static BilingualText CapacityCoverage { get; } =
        new("Deel van de indicatoren van draagkracht dat bekend is", "Share of the capacity indicators that is known");

    /// <summary>The sentence of an indicator that has nothing to be placed among.</summary>
    public static BilingualText NothingToCompare { get; } = new(
        "Te weinig gebieden van dezelfde soort hebben dit cijfer, of het is overal gelijk. Daarom telt het niet mee.",
        "Too few areas of the same kind have this figure, or it is the same everywhere. So it does not count.");

    /// <summary>Explains an indicator that counts.</summary>
    public static string Explain(NumberFormatter text, Indicator indicator, decimal value, decimal mean, decimal adds)
    {
        string FormatFigure(decimal number) => text.FormatValue(number, indicator.Unit, indicator.Decimals);
        return text.Localize(
            $"{FormatFigure(value)}; gemiddeld over de gebieden {FormatFigure(mean)}. Dat telt mee voor {text.FormatFixed(adds, 2)} keer de gewone spreiding tussen gebieden.",
            $"{FormatFigure(value)}; {FormatFigure(mean)} on average over the areas. That counts for {text.FormatFixed(adds, 2)} times the usual spread between areas.");
    }

    /// <summary>Adds what a reader must know next to the figures.</summary>
    public static void AddFindings(ScorecardBuilder card, LoadCapacityRules rules, LineState closed, IReadOnlyList<ScorecardLine> lines)
    {
        if (closed != LineState.Valued)
        {
            card.AddFinding(new Finding("small-area", FindingSeverity.Warning, [], closed == LineState.Suppressed
                ? new($"Hier is niets berekend: er wonen minder dan {rules.Population.Min} mensen, of dat aantal wordt niet getoond. Deze kaart gaat nooit over één huishouden.",
                    $"Nothing was computed here: fewer than {rules.Population.Min} people live here, or that number is not shown. This card is never about one household.")
                : new("Hier is niets berekend: hoeveel mensen er wonen is niet bekend.",
                    "Nothing was computed here: how many people live here is not known.")));
            return;
        }

        card.AddFinding("coverage", FindingSeverity.Warning, lines.Where(line => line.State != LineState.Valued).Select(line => line.Code),
            "Deze indicatoren tellen niet mee; de gemiddelden gaan over de andere.", "These indicators do not count; the averages are about the others.");
        if (card.Totals.Any(total => total.Code == "balance" && total.Value is null))
        {
            card.AddFinding(new Finding("no-balance", FindingSeverity.Warning, [], new(
                $"Van draaglast of draagkracht is minder dan {NumberFormatter.Nl.Format(rules.MinCoverage)}% bekend. Daarom is er geen balans.",
                $"Less than {NumberFormatter.En.Format(rules.MinCoverage)}% of load or capacity is known. So there is no balance.")));
        }
    }
}
