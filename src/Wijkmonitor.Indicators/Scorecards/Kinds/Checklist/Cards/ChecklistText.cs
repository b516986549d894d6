using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;

/// <summary>The texts of checklists, cards of choices and matrices.</summary>
internal static class ChecklistText
{
    private static readonly string[] DutchNumbers =
        ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];

    private static readonly string[] EnglishNumbers =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>The theme of lines about all items, choices or tasks together.</summary>
    public static BilingualText Together { get; } = new("Samen", "Together");

    /// <summary>The theme of conditions without a theme of their own.</summary>
    public static BilingualText Conditions { get; } = new("Voorwaarden", "Conditions");

    /// <summary>The theme of measurements without a theme of their own.</summary>
    public static BilingualText Measurements { get; } = new("Maten", "Measurements");

    /// <summary>The theme of choices of now.</summary>
    public static BilingualText Now { get; } = new("Keuzes nu", "Choices now");

    /// <summary>The theme of choices that are intended.</summary>
    public static BilingualText Intended { get; } = new("Voorgenomen keuzes", "Intended choices");

    /// <summary>The theme of contexts.</summary>
    public static BilingualText Contexts { get; } = new("Waar keuzes van afhangen", "What choices depend on");

    /// <summary>The theme of tasks.</summary>
    public static BilingualText Tasks { get; } = new("Taken", "Tasks");

    /// <summary>The theme of posts.</summary>
    public static BilingualText Posts { get; } = new("Posten", "Posts");

    /// <summary>The theme of stakeholders.</summary>
    public static BilingualText Parties { get; } = new("Betrokkenen", "Stakeholders");

    /// <summary>The label of the number of conditions that are met.</summary>
    public static BilingualText MetLabel { get; } = new("Voorwaarden vervuld", "Conditions met");

    /// <summary>The label of the number of measurements that hold.</summary>
    public static BilingualText HoldsLabel { get; } = new("Maten die voldoen", "Measurements that hold");

    /// <summary>The label of the number of choices that are advised.</summary>
    public static BilingualText AdvisedLabel { get; } = new("Keuzes zoals aangeraden", "Choices as advised");

    /// <summary>The label of the number of intended choices that are advised.</summary>
    public static BilingualText AdvisedIntendedLabel { get; } = new("Voorgenomen keuzes zoals aangeraden", "Intended choices as advised");

    /// <summary>The label of the number of tasks with one accountable party.</summary>
    public static BilingualText AccountableLabel { get; } = new(
        "Taken met precies één eindverantwoordelijke", "Tasks with exactly one accountable party");

    /// <summary>The sentence where nothing was answered.</summary>
    public static BilingualText NothingAnswered { get; } = new(
        "Er is nog niets beantwoord. Dat is iets anders dan nee.", "Nothing was answered yet. That is something other than no.");

    /// <summary>The sentence where nothing was measured.</summary>
    public static BilingualText NothingMeasured { get; } = new(
        "Er is nog niets gemeten. Dat is iets anders dan niet voldoen.", "Nothing was measured yet. That is something other than failing.");

    /// <summary>The sentence where no choice is known.</summary>
    public static BilingualText NothingChosen { get; } = new(
        "Er is nog geen keuze bekend. Dat is iets anders dan een slechte keuze.", "No choice is known yet. That is something other than a bad choice.");

    /// <summary>The sentence where nothing of the matrix is known.</summary>
    public static BilingualText NothingAssigned { get; } = new(
        "Wie wat doet is nog niet aangeleverd.", "Who does what was not delivered yet.");

    /// <summary>The sentence of a measurement that is known at its lower end.</summary>
    public static BilingualText AtLeast { get; } = new("Ten minste: alleen een ondergrens is bekend.", "At least: only a lower limit is known.");

    /// <summary>The sentence of a measurement that is known at its upper end.</summary>
    public static BilingualText AtMost { get; } = new("Ten hoogste: alleen een bovengrens is bekend.", "At most: only an upper limit is known.");

    /// <summary>Writes a number up to twelve in words.</summary>
    public static string WriteNumber(NumberFormatter text, int number) => number < DutchNumbers.Length
        ? text.Localize(DutchNumbers[number], EnglishNumbers[number])
        : text.Format(number);

    /// <summary>Writes a list, with "and" before the last.</summary>
    public static string Join(NumberFormatter text, params IEnumerable<BilingualText> names)
    {
        List<string> all = [.. names.Select(text.Localize)];
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {text.Localize("en", "and")} {all[^1]}";
    }
}
