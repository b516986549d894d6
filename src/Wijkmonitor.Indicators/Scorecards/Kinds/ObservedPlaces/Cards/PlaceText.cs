using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Rules;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Cards;

/// <summary>The texts of observed places.</summary>
internal static class PlaceText
{
    private static readonly string[] NumbersNl = ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];
    private static readonly string[] NumbersEn = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>The theme of rounds.</summary>
    public static BilingualText Rounds { get; } = new("Rondes", "Rounds");

    /// <summary>The theme of ways of working.</summary>
    public static BilingualText Methods { get; } = new("Werkwijzen", "Ways of working");

    /// <summary>The theme of places.</summary>
    public static BilingualText Places { get; } = new("Plekken", "Places");

    /// <summary>The sentence of a place that was not visited.</summary>
    public static BilingualText NotVisited { get; } = new(
        "Deze plek is dit jaar niet bezocht. Dat is iets anders dan schoon.", "This place was not visited this year. That is something other than clean.");

    /// <summary>The sentence without rounds.</summary>
    public static BilingualText NoRounds { get; } = new("Er is dit jaar geen ronde gehouden.", "No round was held this year.");

    /// <summary>The sentence without planned rounds.</summary>
    public static BilingualText NotPlanned { get; } = new(
        "Er is niet gekozen hoeveel rondes er zijn gepland.", "It was not chosen how many rounds are planned.");

    /// <summary>Describes a mean that rests on too few rounds.</summary>
    public static BilingualText DescribeFew(int rounds) => new(
        $"Dat zijn minder dan {WriteNumber(NumberFormatter.Nl, rounds)} rondes: te weinig om iets van te vinden.",
        $"That is fewer than {WriteNumber(NumberFormatter.En, rounds)} rounds: too few to judge.");

    /// <summary>Describes the ends of the scale.</summary>
    public static string DescribeScale(NumberFormatter text, ObservedPlacesRules rules)
    {
        var (low, high) = (rules.Scale[0], rules.Scale[^1]);
        return text.Localize(
            $"van {text.Format(low.Class)} {low.Label.Nl} tot {text.Format(high.Class)} {high.Label.Nl}",
            $"from {text.Format(low.Class)} {low.Label.En} to {text.Format(high.Class)} {high.Label.En}");
    }

    /// <summary>Writes a number as a word up to twelve.</summary>
    public static string WriteNumber(NumberFormatter text, int number) =>
        number >= 0 && number < NumbersNl.Length ? text.Localize(NumbersNl[number], NumbersEn[number]) : text.Format(number);

    /// <summary>Writes a number of rounds.</summary>
    public static string WriteRounds(NumberFormatter text, int number) => text.Localize(
        $"{WriteNumber(text, number)} {(number == 1 ? "ronde" : "rondes")}", $"{WriteNumber(text, number)} {(number == 1 ? "round" : "rounds")}");

    /// <summary>Writes a number of places.</summary>
    public static string WritePlaces(NumberFormatter text, int number) => text.Localize(
        $"{text.Format(number)} {(number == 1 ? "plek" : "plekken")}", $"{text.Format(number)} {(number == 1 ? "place" : "places")}");
}
