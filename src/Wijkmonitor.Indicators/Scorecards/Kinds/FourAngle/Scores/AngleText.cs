using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;

/// <summary>The words of the four angles, and the sentences of the lines that make up a score.</summary>
internal static class AngleText
{
    /// <summary>The theme of the score and the angles.</summary>
    public static BilingualText ScoreTheme { get; } = new("Score", "Score");

    /// <summary>The theme of what staff see next to the figures.</summary>
    public static BilingualText TrendTheme { get; } = new("Cijfer en verhaal", "Figure and story");

    /// <summary>The theme of the effort.</summary>
    public static BilingualText EffortTheme { get; } = new("Inzet naast resultaat", "Effort and outcome");

    /// <summary>The theme of the pins.</summary>
    public static BilingualText PinsTheme { get; } = new("Gebiedsatelier", "Neighbourhood workshop");

    /// <summary>Gets the label of an angle.</summary>
    public static BilingualText GetLabel(AngleName name) => name switch
    {
        AngleName.External => new("Cijfers van anderen", "Figures of others"),
        AngleName.TenantSurvey => new("Wat huurders zeggen", "What tenants say"),
        AngleName.OwnRegistrations => new("Eigen registraties", "Own records"),
        _ => new("Wat medewerkers zien", "What staff see"),
    };

    /// <summary>Creates the key of a score within the score, in the form of an observation's key.</summary>
    public static string CreateKey(AreaCode area, Period period, string code) => $"{area}/{FourAngleRules.Kind}/{period}/{code}";

    /// <summary>Creates the key of an angle's score.</summary>
    public static string CreateKey(AreaCode area, Period period, AngleName angle) => CreateKey(area, period, AngleNames.GetLineCode(angle));

    /// <summary>Explains the line of an indicator.</summary>
    public static string Explain(NumberFormatter text, ScoredIndicator scored) => scored.NotCountedReason switch
    {
        NotCountedReason.None => DescribeCounted(text, scored),
        NotCountedReason.NotDelivered =>
            text.Localize("Voor dit gebied is dit cijfer niet aangeleverd; het telt niet mee.",
                "This figure was not delivered for this area; it does not count."),
        NotCountedReason.Unknown =>
            text.Localize("Dit cijfer is voor dit gebied niet bekend; het telt niet mee.", "This figure is not known for this area; it does not count."),
        NotCountedReason.Suppressed => text.Localize(
            "Dit cijfer wordt niet getoond, omdat het over te weinig mensen gaat; het telt niet mee.",
            "This figure is not shown because it is about too few people; it does not count."),
        NotCountedReason.NotApplicable =>
            text.Localize("Dit cijfer kan in dit gebied niet voorkomen; het telt niet mee.", "This figure cannot occur in this area; it does not count."),
        NotCountedReason.OtherBoundaries => text.Localize(
            "Dit cijfer hoort bij andere grenzen dan het gebied nu heeft; het telt niet mee.",
            "This figure is for other boundaries than the area has now; it does not count."),
        NotCountedReason.Stale => text.Localize(
            $"Dit cijfer is van {scored.Used!.Period} en te oud om mee te tellen.", $"This figure is of {scored.Used!.Period} and too old to count."),
        NotCountedReason.NoSpread => text.Localize(
            "Dit cijfer is in alle gebieden gelijk, of van maar één gebied bekend. Dan heeft dit gebied er geen plaats in.",
            "This figure is the same in all areas, or known for only one. Then this area has no place in it."),
        _ => throw new ArgumentOutOfRangeException(nameof(scored), scored.NotCountedReason, "There is no text for this outcome."),
    };

    /// <summary>Explains the line of an angle.</summary>
    public static string Explain(NumberFormatter text, ScoredAngle angle)
    {
        var counted = angle.Indicators.Count(indicator => indicator.Favourable is not null);
        return angle.Score is not { } score
            ? text.Localize("Van deze invalshoek is niets bekend. Hij telt niet mee; het is geen nul.",
                "There are no data for this angle. It is left out, not counted as zero.")
            : text.Localize(
                $"{text.FormatFixed(score, 1)} op een schaal van 0 tot 100 (hoger is gunstiger), uit {counted} van {angle.Indicators.Count} cijfers.",
                $"{text.FormatFixed(score, 1)} on a scale of 0 to 100 (higher is more favourable), from {counted} of {angle.Indicators.Count} figures.");
    }

    /// <summary>Explains the score.</summary>
    public static string Explain(NumberFormatter text, AreaScore score, FourAngleRules rules)
    {
        var angles = score.Angles.Count(angle => angle.Score is not null);
        return score.Score is not { } value
            ? text.Localize(
                $"Er is geen score: {text.FormatFixed(score.Coverage, 0)}% van wat meetelt is bekend, en {text.Format(rules.MinCoverage)}% is nodig.",
                $"There is no score: {text.FormatFixed(score.Coverage, 0)}% of what counts is known, and {text.Format(rules.MinCoverage)}% is needed.")
            : text.Localize(
                $"{text.FormatFixed(value, 1)} op een schaal van 0 tot 100 (hoger is gunstiger), uit {angles} van 4 invalshoeken; {text.FormatFixed(score.Coverage, 0)}% van wat meetelt is bekend. {GetColourName(text, score.Colour)} Een buurt is niet haar score.",
                $"{text.FormatFixed(value, 1)} on a scale of 0 to 100 (higher is more favourable), from {angles} of 4 angles; {text.FormatFixed(score.Coverage, 0)}% of what counts is known. {GetColourName(text, score.Colour)} A neighbourhood is not its score.");
    }

    private static string GetColourName(NumberFormatter text, Signal colour) => colour switch
    {
        Signal.Red => text.Localize("Rood (bouw): hier is de meeste steun nodig.", "Red (build): most support is needed here."),
        Signal.Yellow =>
            text.Localize("Oranje (kans): hier is het werk achteruitgang voorkomen en extra opletten.",
                "Orange (chance): the work here is to prevent decline and to watch closely."),
        Signal.Green => text.Localize("Groen (thuis): hier is geen extra steun nodig.", "Green (home): no extra support is needed here."),
        _ => text.Localize("Er is niet afgesproken welke score welke kleur heeft.", "It was not agreed which score has which colour."),
    };

    private static string DescribeCounted(NumberFormatter text, ScoredIndicator scored)
    {
        var (value, place) = (scored.Used!.Value.Number!.Value, scored.Favourable!.Value);
        var shown = text.FormatValue(value, scored.Indicator.Unit, scored.Indicator.Decimals);
        var mean = scored.Rule.Normalisation.Method is NormalisationMethod.ZScore or NormalisationMethod.Percentile && scored.Mean is { } among
            ? text.Localize("; gemiddeld over de gebieden ", "; on average over the areas ")
                + text.FormatValue(among, scored.Indicator.Unit, scored.Indicator.Decimals)
            : "";
        var older = scored.Age > 0 ? text.Localize($" Het cijfer is van {scored.Used.Period}", $" The figure is of {scored.Used.Period}") : "";
        var stale = (older, scored.IsStale) switch
        {
            ("", _) => "",
            (_, true) => older + text.Localize(" en dus verouderd.", " and is therefore out of date."),
            _ => older + ".",
        };
        return text.Localize(
            $"{shown}{mean}. Dat is {text.FormatFixed(place, 1)} op een schaal van 0 tot 100 (hoger is gunstiger).{stale}",
            $"{shown}{mean}. That is {text.FormatFixed(place, 1)} on a scale of 0 to 100 (higher is more favourable).{stale}");
    }
}
