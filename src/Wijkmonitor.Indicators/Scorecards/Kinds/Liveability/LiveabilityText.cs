using System.Globalization;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>The sentences of liveability.</summary>
internal static class LiveabilityText
{
    private const int DecimalsOfSlope = 3;

    /// <summary>Explains a score or class.</summary>
    public static string Explain(NumberFormatter text, LiveabilityMeasure measure, Indicator indicator, decimal value, Observation? city,
        bool isBelow, Trend trend)
    {
        string FormatFigure(decimal number) => text.FormatValue(number, indicator.Unit, indicator.Decimals);
        var municipal = city?.Value.Number is { } reference
            ? text.Localize($"; in de gemeente {FormatFigure(reference)}", $"; in the municipality {FormatFigure(reference)}") : "";
        var bound = measure.LowerBound is not { } lowerBound
            ? text.Localize("Er is geen ondergrens afgesproken.", "No lower bound was agreed.")
            : isBelow
                ? text.Localize($"Onder de ondergrens van {FormatFigure(lowerBound)}.", $"Below the lower bound of {FormatFigure(lowerBound)}.")
                : text.Localize($"Niet onder de ondergrens van {FormatFigure(lowerBound)}.", $"Not below the lower bound of {FormatFigure(lowerBound)}.");
        return $"{FormatFigure(value)}{GetName(text, measure.Names, value)}{municipal}. {bound} {DescribeDirection(text, trend)}";
    }

    /// <summary>Formats the sentence of a figure that is shown and not judged.</summary>
    public static string FormatValue(NumberFormatter text, Indicator indicator, decimal value)
    {
        var figure = text.FormatValue(value, indicator.Unit, indicator.Decimals);
        return text.Localize($"{figure}. Dit cijfer wordt getoond en niet beoordeeld.", $"{figure}. This figure is shown and not judged.");
    }

    /// <summary>Explains a class of development.</summary>
    public static string ExplainDevelopment(NumberFormatter text, LiveabilityDevelopment development, Period until, decimal value)
    {
        var (from, name) = (text.FormatYear(development.From), GetName(text, development.Names, value));
        return text.Localize($"Van {from} tot {until}: klasse {text.Format(value)}{name}, volgens de uitgever.",
            $"From {from} to {until}: class {text.Format(value)}{name}, according to the publisher.");
    }

    /// <summary>Creates the label of the line about a gain.</summary>
    public static BilingualText CreateGainLabel(Indicator indicator, LiveabilityReversal? years) => years is null
        ? new($"{indicator.Label.Nl}: wat bleef van de winst", $"{indicator.Label.En}: what was kept of the gain")
        : new(
            $"{indicator.Label.Nl}: wat bleef van de winst van {NumberFormatter.Nl.FormatYear(years.From)} tot {NumberFormatter.Nl.FormatYear(years.Top)}",
            $"{indicator.Label.En}: what was kept of the gain from {NumberFormatter.En.FormatYear(years.From)} to {NumberFormatter.En.FormatYear(years.Top)}");

    /// <summary>Explains a gain.</summary>
    public static BilingualText ExplainGain(Indicator indicator, Reversal? outcome, LiveabilityReversal? years)
    {
        if (outcome is null || years is null)
        {
            return new("Er is niet afgesproken over welke jaren de winst wordt gevolgd.", "It was not agreed for which years the gain is followed.");
        }

        if (outcome.State == ReversalState.Missing)
        {
            return new(
                $"Daarvoor zijn metingen van {NumberFormatter.Nl.FormatYear(years.From)}, {NumberFormatter.Nl.FormatYear(years.Top)} en dit jaar nodig, met dezelfde grenzen. Die zijn er niet alle drie.",
                $"That needs measurements of {NumberFormatter.En.FormatYear(years.From)}, {NumberFormatter.En.FormatYear(years.Top)} and this year, with the same boundaries. Not all three are there.");
        }

        var course = outcome.State switch
        {
            ReversalState.NoGain => new BilingualText("Er was in die jaren geen winst.", "There was no gain in those years."),
            ReversalState.Held => new BilingualText("De winst is gebleven.", "The gain was kept."),
            ReversalState.Stalled =>
                new BilingualText("Daarna daalde het; een deel van de winst is er nog.", "It fell afterwards; part of the gain is still there."),
            _ => new BilingualText("Daarna daalde het; de winst is weer verdwenen.", "It fell afterwards; the gain was lost again."),
        };
        return new BilingualText($"{DescribeDirection(NumberFormatter.Nl, indicator, outcome)} {course.Nl}",
            $"{DescribeDirection(NumberFormatter.En, indicator, outcome)} {course.En}");
    }

    /// <summary>Explains a signal of a problem that may have moved.</summary>
    public static BilingualText ExplainWaterbed(WaterbedSignal signal, Indicator indicator, Period period, Func<AreaCode, string> getAreaName)
    {
        var others = string.Join(", ", signal.Declined.Select(getAreaName));
        var area = getAreaName(signal.Intervention.Area);
        var intervention = signal.Intervention.GetText("intervention") ?? signal.Intervention.Reference;
        return new BilingualText(
            $"{indicator.Label.Nl}: tussen {signal.Since} en {period} ging het vooruit in {area}, waar een aanpak liep ({intervention}), en achteruit in {others}, dat al laag stond. Kijk of daar iets is verschoven. Of het een door het ander komt, zegt dit niet.",
            $"{indicator.Label.En}: between {signal.Since} and {period} it went up in {area}, where an intervention ran ({intervention}), and down in {others}, which was low already. See whether something moved there. This does not say that the one causes the other.");
    }

    /// <summary>Creates the label of the count of areas below the lower bound.</summary>
    public static BilingualText CreateBelowBoundLabel(Indicator indicator, LiveabilityAreas over) => new(
        $"{indicator.Label.Nl}: {GetAreasName(over).Nl} onder de ondergrens", $"{indicator.Label.En}: {GetAreasName(over).En} below the lower bound");

    /// <summary>Creates the label of a share: of residents, or of areas.</summary>
    public static BilingualText CreateShareLabel(Indicator indicator, string name, bool ofResidents, LiveabilityAreas over)
    {
        var outcome = name switch
        {
            "stalled" => new BilingualText("gedaald na winst", "fell after a gain"),
            "fell-since-top" => new BilingualText("gedaald sinds de top, met of zonder winst ervoor", "fell since the top, with or without a gain before"),
            _ => new BilingualText("winst weer verdwenen", "gain gone again"),
        };
        return ofResidents
            ? new($"{indicator.Label.Nl}: {outcome.Nl}, deel van de inwoners", $"{indicator.Label.En}: {outcome.En}, share of the residents")
            : new($"{indicator.Label.Nl}: {outcome.Nl}, deel van de {GetAreasName(over).Nl} (ongewogen)",
                $"{indicator.Label.En}: {outcome.En}, share of the {GetAreasName(over).En} (unweighted)");
    }

    private static string DescribeDirection(NumberFormatter text, Trend trend)
    {
        var periods = text.Format(trend.Periods);
        if (trend.State != TrendState.Found)
        {
            return text.Localize(
                $"Voor een trend zijn drie metingen met dezelfde grenzen nodig; er zijn er {periods}.",
                $"A trend needs three measurements with the same boundaries; there are {periods}.");
        }

        var slope = text.FormatFixed(Math.Abs((decimal)trend.Slope!.Value), DecimalsOfSlope);
        return (trend.IsOutsideChance, trend.Sign) switch
        {
            (true, > 0) => text.Localize($"Over {periods} metingen stijgt het met {slope} per jaar. Dat is meer dan toeval.",
                $"Over {periods} measurements it rises by {slope} a year, which is more than chance."),
            (true, _) => text.Localize($"Over {periods} metingen daalt het met {slope} per jaar. Dat is meer dan toeval.",
                $"Over {periods} measurements it falls by {slope} a year, which is more than chance."),
            _ => text.Localize($"Over {periods} metingen is er geen stijging of daling die meer is dan toeval.",
                $"Over {periods} measurements there is no rise or fall that is more than chance."),
        };
    }

    private static string DescribeDirection(NumberFormatter text, Indicator indicator, Reversal outcome) =>
        string.Join(text.Localize(", daarna ", ", then "), new[] { outcome.From!, outcome.Top!, outcome.Now! }.Select(o =>
            text.Localize($"{text.FormatValue(o.Value.Number!.Value, indicator.Unit, indicator.Decimals)} in {o.Period}",
                $"{text.FormatValue(o.Value.Number!.Value, indicator.Unit, indicator.Decimals)} in {o.Period}"))) + ".";

    private static BilingualText GetAreasName(LiveabilityAreas over) =>
        over == LiveabilityAreas.Districts ? new("wijken", "districts") : new("buurten", "neighbourhoods");

    private static string GetName(NumberFormatter text, IReadOnlyDictionary<string, BilingualText> names, decimal value) =>
        names.TryGetValue(value.ToString("0.####", CultureInfo.InvariantCulture), out var name) ? $" ({text.Localize(name.Nl, name.En)})" : "";
}
