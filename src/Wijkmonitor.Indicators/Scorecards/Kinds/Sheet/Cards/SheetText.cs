using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Values;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Cards;

/// <summary>The texts of sheets.</summary>
internal static class SheetText
{
    /// <summary>The theme of results.</summary>
    public static BilingualText Results { get; } = new("Uitkomst", "Outcome");

    /// <summary>The theme of checks.</summary>
    public static BilingualText Checks { get; } = new("Komt de som uit?", "Does the sum work out?");

    /// <summary>The theme of what turns it.</summary>
    public static BilingualText Turns { get; } = new("Wanneer de uitkomst verandert", "When the outcome changes");

    /// <summary>The sentence of what cannot be computed.</summary>
    public static BilingualText Infeasible { get; } = new(
        "Met deze cijfers is dit niet te berekenen. Er wordt door nul gedeeld, de betaling is niet hoger dan de rente, of een getal past niet in de tabel of het bereik.",
        "This cannot be computed with these figures. There is a division by zero, the payment is not above the interest, or a number is outside the table or the range.");

    /// <summary>The sentence of what is asked and was not so in any year.</summary>
    public static BilingualText NotYet { get; } = new("Dat is nog in geen enkel jaar zo.", "That has not been so in any year yet.");

    /// <summary>The sentence where nobody chose the norm.</summary>
    public static BilingualText NotNormed { get; } = new("Waarmee dit wordt vergeleken, is niet gekozen.", "It was not chosen what this is compared with.");

    /// <summary>Gets the label of the line with what turns a check.</summary>
    public static BilingualText GetTurnLabel(BilingualText check) => new($"{check.Nl}: wanneer de uitkomst verandert", $"{check.En}: when the outcome changes");

    /// <summary>Describes the inputs that are missing.</summary>
    public static BilingualText DescribeMissing(IEnumerable<BilingualText> labels) => DescribeList(
        labels, list => $"Niet aangeleverd: {list}. Dat is iets anders dan nul.", list => $"Not delivered: {list}. That is not the same as zero.");

    /// <summary>Describes a list of names in both languages.</summary>
    public static BilingualText DescribeList(IEnumerable<BilingualText> labels, Func<string, string> nl, Func<string, string> en)
    {
        List<BilingualText> all = [.. labels.Distinct()];
        return new(nl(string.Join(", ", all.Select(label => label.Nl))), en(string.Join(", ", all.Select(label => label.En))));
    }

    /// <summary>Writes the value of an input, a result or a number in the rules.</summary>
    public static string Write(NumberFormatter text, SheetRules rules, SheetComputation sheet, string operand)
    {
        var unit = rules.FindUnit(operand) ?? "";
        return Write(text, sheet.Get(operand), unit, rules.FindStep(operand) is null ? null : SheetUnits.GetDecimals(unit));
    }

    /// <summary>Writes a value; as it is where no number of decimals is given.</summary>
    public static string Write(NumberFormatter text, SheetValue value, string unit, int? decimals)
    {
        string Format(decimal number) => text.FormatQuantity(decimals is { } digits ? Math.Round(number, digits, MidpointRounding.AwayFromZero) : number, unit);
        return value switch
        {
            { Key: { } key } => key,
            { Exact: { } exact } => Format(exact),
            { IsKnown: false } or { Low: null, High: null } => text.Localize(Vocabulary.Shared.ValueStates["unknown"].Name),
            { Low: { } low, High: { } high } => text.Localize($"{Format(low.Value)} tot {Format(high.Value)}", $"{Format(low.Value)} to {Format(high.Value)}"),
            { Low: { } low } => text.Localize($"ten minste {Format(low.Value)}", $"at least {Format(low.Value)}"),
            _ => text.Localize($"ten hoogste {Format(value.High!.Value.Value)}", $"at most {Format(value.High!.Value.Value)}"),
        };
    }

    /// <summary>Describes a comparison in words.</summary>
    public static string Describe(NumberFormatter text, SheetComparison comparison) => comparison switch
    {
        SheetComparison.Above => text.Localize("meer dan", "more than"),
        SheetComparison.AtLeast => text.Localize("ten minste", "at least"),
        SheetComparison.AtMost => text.Localize("ten hoogste", "at most"),
        _ => text.Localize("minder dan", "less than"),
    };

    /// <summary>Explains the outcome of a check; the words of the rules are for one that fails.</summary>
    public static string ExplainCheck(NumberFormatter text, SheetVerdict verdict, string left, string comparison, string right) => verdict switch
    {
        SheetVerdict.Holds => text.Localize($"Het is {left}, en moet {comparison} {right} zijn: dat klopt.",
            $"It is {left}, and has to be {comparison} {right}: that holds."),
        SheetVerdict.Fails => text.Localize($"Het is {left}, en moet {comparison} {right} zijn: dat klopt niet.",
            $"It is {left}, and has to be {comparison} {right}: that does not hold."),
        _ => text.Localize(
            $"Het is {left}, en moet {comparison} {right} zijn: dat hangt af van waar het binnen de marge uitkomt.",
            $"It is {left}, and has to be {comparison} {right}: that depends on where in the margin it ends up."),
    };

    /// <summary>Explains a comparison with a norm.</summary>
    public static string ExplainNorm(NumberFormatter text, SheetVerdict verdict, SheetNorm norm, string unit)
    {
        var ends = norm switch
        {
            { Low: { } low, High: { } high } => text.Localize($"{text.Format(low)} tot {text.FormatQuantity(high, unit)}",
                $"{text.Format(low)} to {text.FormatQuantity(high, unit)}"),
            { Low: { } low } => text.Localize($"ten minste {text.FormatQuantity(low, unit)}", $"at least {text.FormatQuantity(low, unit)}"),
            _ => text.Localize($"ten hoogste {text.FormatQuantity(norm.High!.Value, unit)}", $"at most {text.FormatQuantity(norm.High!.Value, unit)}"),
        };
        return verdict switch
        {
            SheetVerdict.Holds => text.Localize($"Dat is binnen de norm ({ends}).", $"That is within the norm ({ends})."),
            SheetVerdict.Fails => text.Localize($"Dat is buiten de norm ({ends}).", $"That is outside the norm ({ends})."),
            _ => text.Localize($"Of dat binnen de norm is ({ends}), hangt af van waar het uitkomt.",
                $"Whether that is within the norm ({ends}) depends on where it ends up."),
        };
    }

    /// <summary>Explains what turns a check.</summary>
    public static string ExplainTurns(NumberFormatter text, bool holds, string turns, string others)
    {
        var found = turns.Length == 0 ? "" : holds
            ? text.Localize($"Blijft de rest gelijk, dan klopt het niet meer bij: {turns}. ", $"If the rest stays the same, it no longer holds at: {turns}. ")
            : text.Localize($"Blijft de rest gelijk, dan klopt het pas bij: {turns}. ", $"If the rest stays the same, it holds only at: {turns}. ");
        var none = others.Length == 0 ? "" : text.Localize($"Geen waarde die mag, verandert dat bij: {others}.",
            $"No allowed value changes that for: {others}.");
        return found.Length + none.Length > 0 ? (found + none).TrimEnd()
            : text.Localize("Er is geen cijfer dat dit kan veranderen.", "There is no figure that can change this.");
    }

    /// <summary>Describes results that differ by how the source is read.</summary>
    public static string ExplainReadings(NumberFormatter text, string values, int others) => text.Localize(
        $"Dit is op meer dan één manier te lezen, met verschillende uitkomsten: {values}{(others > 0 ? $"; en nog {text.Format(others)}" : "")}.",
        $"This can be read in more than one way, with different outcomes: {values}{(others > 0 ? $"; and {text.Format(others)} more" : "")}.");
}
