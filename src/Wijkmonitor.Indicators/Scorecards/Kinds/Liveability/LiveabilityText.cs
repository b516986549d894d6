using System.Globalization;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>The sentences of liveability.</summary>
internal static class LiveabilityText
{
    private const int DecimalsOfSlope = 3;

    /// <summary>The sentence of a score or class.</summary>
    public static string Explain(FigureText text, LiveabilityMeasure measure, Indicator indicator, decimal value, Observation? city, bool isBelow, Trend trend)
    {
        string Figure(decimal number) => text.Value(number, indicator.Unit, indicator.Decimals);
        var beside = city?.Value.Number is { } reference ? text.Choose($"; in de gemeente {Figure(reference)}", $"; in the municipality {Figure(reference)}") : "";
        var bound = measure.LowerBound is not { } least
            ? text.Choose("Er is geen ondergrens afgesproken.", "No lower bound was agreed.")
            : isBelow
                ? text.Choose($"Onder de ondergrens van {Figure(least)}.", $"Below the lower bound of {Figure(least)}.")
                : text.Choose($"Niet onder de ondergrens van {Figure(least)}.", $"Not below the lower bound of {Figure(least)}.");
        return $"{Figure(value)}{Name(text, measure.Names, value)}{beside}. {bound} {Course(text, trend)}";
    }

    /// <summary>The sentence of a figure that is shown and not judged.</summary>
    public static string Shown(FigureText text, Indicator indicator, decimal value)
    {
        var figure = text.Value(value, indicator.Unit, indicator.Decimals);
        return text.Choose($"{figure}. Dit cijfer wordt getoond en niet beoordeeld.", $"{figure}. This figure is shown and not judged.");
    }

    /// <summary>The sentence of a class of development.</summary>
    public static string Development(FigureText text, LiveabilityDevelopment development, Period until, decimal value)
    {
        var (from, name) = (text.Year(development.From), Name(text, development.Names, value));
        return text.Choose($"Van {from} tot {until}: klasse {text.Short(value)}{name}, volgens de uitgever.", $"From {from} to {until}: class {text.Short(value)}{name}, by the publisher.");
    }

    /// <summary>What the line about a gain is called.</summary>
    public static BilingualText GainLabel(Indicator indicator, LiveabilityReversal? years) => years is null
        ? new($"{indicator.Label.Nl}: wat bleef van de winst", $"{indicator.Label.En}: what was kept of the gain")
        : new(
            $"{indicator.Label.Nl}: wat bleef van de winst van {FigureText.Nl.Year(years.From)} tot {FigureText.Nl.Year(years.Top)}",
            $"{indicator.Label.En}: what was kept of the gain from {FigureText.En.Year(years.From)} to {FigureText.En.Year(years.Top)}");

    /// <summary>The sentence about a gain.</summary>
    public static BilingualText Gain(Indicator indicator, Reversal? outcome, LiveabilityReversal? years)
    {
        if (outcome is null || years is null)
        {
            return new("Er is niet afgesproken van welke jaren de winst wordt gevolgd.", "Nobody agreed of which years the gain is followed.");
        }

        if (outcome.State == ReversalState.Missing)
        {
            return new(
                $"Daarvoor zijn metingen van {FigureText.Nl.Year(years.From)}, {FigureText.Nl.Year(years.Top)} en dit jaar nodig, over dezelfde grenzen; die zijn er niet alle drie.",
                $"That needs measurements of {FigureText.En.Year(years.From)}, {FigureText.En.Year(years.Top)} and this year, on the same boundaries; not all three are there.");
        }

        var course = outcome.State switch
        {
            ReversalState.NoGain => new BilingualText("Er was in die jaren geen winst.", "There was no gain in those years."),
            ReversalState.Held => new BilingualText("De winst is gebleven.", "The gain was kept."),
            ReversalState.Stalled => new BilingualText("Daarna daalde het; een deel van de winst is er nog.", "It fell after; part of the gain is still there."),
            _ => new BilingualText("Daarna daalde het; de winst is weer verdwenen.", "It fell after; the gain is gone again."),
        };
        return new BilingualText($"{Course(FigureText.Nl, indicator, outcome)} {course.Nl}", $"{Course(FigureText.En, indicator, outcome)} {course.En}");
    }

    /// <summary>The sentence of a signal that something may have moved.</summary>
    public static BilingualText Waterbed(WaterbedSignal signal, Indicator indicator, Period period)
    {
        var others = string.Join(", ", signal.Declined);
        var area = signal.Intervention.Area;
        return new BilingualText(
            $"{indicator.Label.Nl}: tussen {signal.Since} en {period} ging het vooruit in {area}, waar een aanpak liep ({signal.Intervention.Reference}), en achteruit in {others}, dat al laag stond. Kijk of daar iets is verschoven; dat het een van het ander komt, zegt dit niet.",
            $"{indicator.Label.En}: between {signal.Since} and {period} it went up in {area}, where an intervention ran ({signal.Intervention.Reference}), and down in {others}, which was low already. Look whether something moved; this does not say that the one comes from the other.");
    }

    /// <summary>What the count of areas below the lower bound is called.</summary>
    public static BilingualText BelowBoundLabel(Indicator indicator, LiveabilityAreas over) => new(
        $"{indicator.Label.Nl}: {Areas(over).Nl} onder de ondergrens", $"{indicator.Label.En}: {Areas(over).En} below the lower bound");

    /// <summary>What a share is called: of residents, or of areas.</summary>
    public static BilingualText ShareLabel(Indicator indicator, string what, bool ofResidents, LiveabilityAreas over)
    {
        var outcome = what == "stalled" ? new BilingualText("gedaald na winst", "fell after a gain") : new BilingualText("winst weer verdwenen", "gain gone again");
        return ofResidents
            ? new($"{indicator.Label.Nl}: {outcome.Nl}, deel van de inwoners", $"{indicator.Label.En}: {outcome.En}, share of the residents")
            : new($"{indicator.Label.Nl}: {outcome.Nl}, deel van de {Areas(over).Nl} (ongewogen)", $"{indicator.Label.En}: {outcome.En}, share of the {Areas(over).En} (unweighted)");
    }

    private static string Course(FigureText text, Trend trend)
    {
        var periods = text.Short(trend.Periods);
        if (trend.State != TrendState.Found)
        {
            return text.Choose(
                $"Voor een trend zijn drie metingen over dezelfde grenzen nodig; er zijn er {periods}.",
                $"A trend needs three measurements on the same boundaries; there are {periods}.");
        }

        var slope = text.Fixed(Math.Abs((decimal)trend.Slope!.Value), DecimalsOfSlope);
        return (trend.IsOutsideChance, trend.Sign) switch
        {
            (true, > 0) => text.Choose($"Over {periods} metingen stijgt het met {slope} per jaar, meer dan toeval.", $"Over {periods} measurements it rises by {slope} a year, more than chance."),
            (true, _) => text.Choose($"Over {periods} metingen daalt het met {slope} per jaar, meer dan toeval.", $"Over {periods} measurements it falls by {slope} a year, more than chance."),
            _ => text.Choose($"Over {periods} metingen is er geen stijging of daling die meer is dan toeval.", $"Over {periods} measurements there is no rise or fall that is more than chance."),
        };
    }

    private static string Course(FigureText text, Indicator indicator, Reversal outcome) =>
        string.Join(text.Choose(", daarna ", ", then "), new[] { outcome.From!, outcome.Top!, outcome.Now! }.Select(o =>
            text.Choose($"{text.Value(o.Value.Number!.Value, indicator.Unit, indicator.Decimals)} in {o.Period}", $"{text.Value(o.Value.Number!.Value, indicator.Unit, indicator.Decimals)} in {o.Period}"))) + ".";

    private static BilingualText Areas(LiveabilityAreas over) =>
        over == LiveabilityAreas.Districts ? new("wijken", "districts") : new("buurten", "neighbourhoods");

    private static string Name(FigureText text, IReadOnlyDictionary<string, BilingualText> names, decimal value) =>
        names.TryGetValue(value.ToString("0.####", CultureInfo.InvariantCulture), out var name) ? $" ({text.Choose(name.Nl, name.En)})" : "";
}
