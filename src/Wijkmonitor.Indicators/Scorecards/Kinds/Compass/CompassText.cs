using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass;

/// <summary>The sentences of the compass.</summary>
internal static class CompassText
{
    /// <summary>Explains the outcome of a line.</summary>
    public static BilingualText Explain(Judgement judgement)
    {
        var why = DescribeOutcome(judgement);
        return judgement.Own?.Value.Number is null
            ? why
            : new BilingualText(
                $"{DescribeComparison(judgement, NumberFormatter.Nl, "in de stad", "afgeleid uit de buurten")} {why.Nl}{DescribeChance(judgement, NumberFormatter.Nl)}",
                $"{DescribeComparison(judgement, NumberFormatter.En, "in the city", "derived from its neighbourhoods")} {why.En}{DescribeChance(judgement, NumberFormatter.En)}");
    }

    /// <summary>Explains the partners' actions on a red indicator.</summary>
    public static BilingualText ExplainActions(Judgement judgement, IEnumerable<AreaRecord> actions) => new(
        $"{judgement.Indicator.Label.Nl}: {string.Join("; ", actions.Select(a => DescribeAction(a, judgement.Period, NumberFormatter.Nl)))}.",
        $"{judgement.Indicator.Label.En}: {string.Join("; ", actions.Select(a => DescribeAction(a, judgement.Period, NumberFormatter.En)))}.");

    /// <summary>Creates the question about a theme to the partners (Platform31, section 3.5).</summary>
    public static BilingualText CreateQuestion(BilingualText theme) => new(
        $"Open vraag aan de partners bij het thema {theme.Nl}: wat gaat u doen aan dit thema, en welke activiteiten lopen al?",
        $"Open question to the partners on the theme {theme.En}: what will you do on this theme, and which activities are already under way?");

    private static string DescribeAction(AreaRecord action, Period period, NumberFormatter text)
    {
        var planned = action.Date.Year > period.Year ? text.Localize(", gepland", ", planned") : "";
        return $"{action.Fields["partner"]}: {action.Fields["action"].TrimEnd('.')} ({text.FormatDay(action.Date)}{planned})";
    }

    private static string DescribeChance(Judgement judgement, NumberFormatter text)
    {
        if (judgement.Significance is not { } significance)
        {
            return "";
        }

        var (unit, decimals) = (judgement.Indicator.Unit, judgement.Indicator.Decimals);
        var bounds = (text.FormatValue(significance.Lower, unit, decimals), text.FormatValue(significance.Upper, unit, decimals));
        var level = text.Format(significance.Level);
        var source = significance.IsOfSource ? text.Localize(", volgens de bron", ", by the source") : "";
        return significance.IsOutsideChance
            ? text.Localize(
                $" Het verschil is meer dan toeval: de stad ligt buiten de marge van {bounds.Item1} tot {bounds.Item2} ({level}% zekerheid{source}).",
                $" The difference is more than chance: the city is outside the margin of {bounds.Item1} to {bounds.Item2} ({level}% certainty{source}).")
            : text.Localize(
                $" Het verschil kan toeval zijn: de stad ligt binnen de marge van {bounds.Item1} tot {bounds.Item2} ({level}% zekerheid{source}). Dat verandert de kleur niet.",
                $" The difference may be chance: the city is within the margin of {bounds.Item1} to {bounds.Item2} ({level}% certainty{source}). That does not change the colour.");
    }

    private static string DescribeComparison(Judgement judgement, NumberFormatter text, string inTheCity, string derived)
    {
        var indicator = judgement.Indicator;
        var value = text.FormatValue(judgement.Own!.Value.Number!.Value, indicator.Unit, indicator.Decimals);
        return judgement.City.Value is not { } city || indicator.Polarity == Polarity.NoJudgement || indicator.Total
            ? $"{value}."
            : value + judgement.City.GetOrCreateText(inTheCity,
                () => $"; {inTheCity} {text.FormatValue(city, indicator.Unit, indicator.Decimals)}{(judgement.City.Derived is null ? "" : $" ({derived})")}.");
    }

    private static BilingualText DescribeOutcome(Judgement judgement) => judgement.NotJudgedReason switch
    {
        NotJudgedReason.None => GetColourName(judgement),
        NotJudgedReason.NoJudgement => new("Dit cijfer wordt getoond en niet beoordeeld.", "This figure is shown and not judged."),
        NotJudgedReason.NotDelivered or NotJudgedReason.Unknown or NotJudgedReason.Suppressed or NotJudgedReason.NotApplicable =>
            StandardTexts.DescribeAbsence(judgement.Own),
        NotJudgedReason.NoCity when judgement.City.IsTooIncomplete => new(
            "Het cijfer van de stad is uit te weinig buurten afgeleid om mee te vergelijken, daarom is er geen kleur.",
            "The city's figure is derived from too few neighbourhoods to compare with, so there is no colour."),
        NotJudgedReason.NoCity => new(
            "Het cijfer van de stad ontbreekt en is niet uit de buurten af te leiden, daarom is er geen kleur.",
            "The city's figure is missing and cannot be derived from the neighbourhoods, so there is no colour."),
        NotJudgedReason.Total => new(
            "Dit is een totaal over het gebied. Een totaal van een buurt is niet te vergelijken met dat van de stad, daarom is er geen kleur.",
            "This is a total over the area. A neighbourhood's total cannot be compared with the city's, so there is no colour."),
        NotJudgedReason.NoBand => new(
            "Er is niet afgesproken hoe dicht bij de stad geel is, daarom is er geen kleur.",
            "It was not agreed how close to the city is yellow, so there is no colour."),
        NotJudgedReason.NoDeviation => new(
            "De spreiding van de buurten is niet te berekenen: van minder dan twee buurten is het cijfer bekend. Daarom is er geen kleur.",
            "The spread between neighbourhoods cannot be computed: the figure is known for fewer than two of them. So there is no colour."),
        _ => throw new ArgumentOutOfRangeException(nameof(judgement), judgement.NotJudgedReason, "There is no text for this outcome."),
    };

    private static BilingualText GetColourName(Judgement judgement)
    {
        var (nl, en) = judgement.Signal switch
        {
            Signal.Green => ("Groen: gunstiger dan in de stad", "Green: more favourable than in the city"),
            Signal.Red => ("Rood: minder gunstig dan in de stad", "Red: less favourable than in the city"),
            _ => ("Geel: ongeveer zoals in de stad", "Yellow: about as in the city"),
        };
        string Format(NumberFormatter text, string colour, string before, string after) => judgement.City.GetOrCreateText(
            colour, () => $"{colour} ({before} {text.FormatDifference(judgement.Band!.Value, judgement.Indicator.Unit, judgement.Indicator.Decimals + 1)} {after}).");
        return new BilingualText(
            Format(NumberFormatter.Nl, nl, "een verschil tot", "is geel"), Format(NumberFormatter.En, en, "a difference up to", "is yellow"));
    }
}
