using Wijkmonitor.Indicators.Datasets.Problems;
using static Wijkmonitor.Indicators.Datasets.Messages.ProblemText;

namespace Wijkmonitor.Indicators.Datasets.Messages;

/// <summary>Problems of numbers that do not fit the unit of their indicator, in words.</summary>
public static class NumberProblems
{
    private const int Thousands = 1000;
    private const int DigitsOfThousands = 3;

    /// <summary>Whether a number of three decimals can be meant as thousands: 159.960 can, 20100.505 and 0.125 cannot.</summary>
    internal static bool CanBeThousands(decimal number) => number.Scale == DigitsOfThousands && Math.Abs(number) is >= 1 and < Thousands;

    /// <summary>Whether a text of one separator and three digits can be meant as thousands or as decimals: 1.260 and 1,260.</summary>
    internal static bool CanBeThousands(ReadOnlySpan<char> text)
    {
        text = text.TrimStart('-');
        var separator = text.IndexOfAny('.', ',');
        return separator is >= 1 and <= DigitsOfThousands && text[0] != '0' && text.Length - separator - 1 == DigitsOfThousands
            && !text[..separator].ContainsAnyExceptInRange('0', '9') && !text[(separator + 1)..].ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>Creates the problem that a number of things has decimals.</summary>
    /// <param name="line">The line.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">The text as read.</param>
    /// <param name="number">The number that it would be.</param>
    /// <param name="separator">The character before decimals in this dataset.</param>
    /// <param name="isNumber">Whether it is a number by itself, without a separator that can be meant otherwise.</param>
    public static RowProblem CountNotWhole(int line, string column, string value, decimal number, char separator, bool isNumber = false)
    {
        var isThousands = !isNumber && CanBeThousands(number);
        var plain = value.Trim().Replace(separator.ToString(), "", StringComparison.Ordinal);
        return Error(
            ProblemCodes.CountNotWhole, line, column, value,
            $"'{value.Trim()}' is geen heel aantal; dit cijfer telt iets en heeft geen decimalen.",
            $"'{value.Trim()}' is not a whole number; this figure counts something and has no decimals.",
            isThousands
                ? $"Staat het teken '{separator}' hier tussen duizendtallen? Exporteer aantallen dan zonder dat teken: {plain}."
                : "Controleer of dit de kolom met aantallen is, en of het cijfer niet in duizendtallen of als aandeel is geschreven.",
            isThousands
                ? $"Does the character '{separator}' separate thousands here? Then export counts without it: {plain}."
                : "Check whether this is the column with counts, and whether the figure is not written in thousands or as a share.");
    }

    /// <summary>Creates the problem that a separator with three digits behind it can separate decimals or thousands.</summary>
    public static RowProblem EitherSeparator(int line, string column, string value, char separator)
    {
        var plain = value.Trim().Replace(separator.ToString(), "", StringComparison.Ordinal);
        return Error(
            ProblemCodes.NumberSeparator, line, column, value,
            $"'{value.Trim()}' kan {plain} zijn of een getal met drie decimalen: aan '{separator}' is dat niet te zien.",
            $"'{value.Trim()}' can be {plain} or a number with three decimals: '{separator}' does not tell.",
            $"Schrijf zonder teken tussen duizendtallen: {plain}, of {value.Trim()}0 als het decimalen zijn. Of vraag de beheerder in de definitie te zetten wat duizendtallen scheidt ('thousandsSeparator').",
            $"Write it without a character between thousands: {plain}, or {value.Trim()}0 if these are decimals. Or ask the administrator to declare what separates thousands ('thousandsSeparator').");
    }

    /// <summary>Creates the problem that an amount or count is in E notation.</summary>
    public static RowProblem DigitsLost(int line, string column, string value) => Error(
        ProblemCodes.DigitsLost, line, column, value,
        $"'{value.Trim()}' is een afgekort getal; daarbij kunnen cijfers verloren zijn gegaan.",
        $"'{value.Trim()}' is a shortened number; digits may have been lost.",
        "Excel kort getallen zo af. Geef de kolom de opmaak 'Getal' zonder decimalen, of maak de kolom breder, en exporteer opnieuw uit de bron.",
        "Excel shortens numbers in this way. Format the column as 'Number' without decimals, or make it wider, and export again from the source.");

    /// <summary>Creates the problem that a number is larger than any figure.</summary>
    public static RowProblem TooLarge(int line, string column, string value) => Error(
        ProblemCodes.NumberInvalid, line, column, value,
        $"'{value.Trim()}' is groter dan een cijfer kan zijn.", $"'{value.Trim()}' is larger than a figure can be.",
        "Controleer de waarde; misschien is het een code en geen getal.", "Check the value; it may be a code and not a number.");

    /// <summary>Creates the problem that a percent sign follows a figure that is no percentage.</summary>
    public static RowProblem PercentSign(int line, string column, string value, string unit) => Error(
        ProblemCodes.NumberInvalid, line, column, value,
        $"'{value.Trim()}' heeft een procentteken, maar dit cijfer is geen percentage (eenheid: {unit}).",
        $"'{value.Trim()}' has a percent sign, but this figure is not a percentage (unit: {unit}).",
        "Controleer of dit de goede kolom is.", "Check whether this is the right column.");

    /// <summary>Creates the problem that a percent sign follows a figure that is still to be multiplied.</summary>
    public static RowProblem PercentSignWithFactor(int line, string column, string value, decimal factor) => Error(
        ProblemCodes.NumberInvalid, line, column, value,
        Format($"'{value.Trim()}' heeft een procentteken, maar de definitie vermenigvuldigt deze kolom met {factor} om er procenten van te maken."),
        Format($"'{value.Trim()}' has a percent sign, but the definition multiplies this column by {factor} to make percentages of it."),
        "Lever de getallen zonder procentteken, of vraag de beheerder 'factor' uit de definitie te halen.",
        "Deliver the numbers without a percent sign, or ask the administrator to take 'factor' out of the definition.");
}
