using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;
using static Wijkmonitor.Indicators.Datasets.Messages.ProblemText;

namespace Wijkmonitor.Indicators.Datasets.Messages;

/// <summary>Problems with what a file says of figures next to their values: dimensions, margins and rounding.</summary>
public static class DetailProblems
{
    /// <summary>Creates the problem that the file is about other groups than the dataset takes.</summary>
    /// <param name="line">The line of the first row.</param>
    /// <param name="column">The column of the dimension.</param>
    /// <param name="held">Group that the file holds there.</param>
    /// <param name="taken">Groups that the dataset takes.</param>
    public static RowProblem DimensionOther(int line, string column, IReadOnlyList<string> held, IReadOnlyList<string> taken)
    {
        var (holds, takes) = (Join(held), Join(taken));
        return Error(
            ProblemCodes.DimensionOther, line, column, string.Join(", ", held),
            $"In de kolom '{column}' staat {holds}; deze dataset gaat over {takes}. Het bestand gaat over een andere groep.",
            $"The column '{column}' holds {holds}; this dataset is about {takes}. The file is about another group.",
            $"Haal bij de bron de tabel met {takes} in '{column}', of vraag de andere groep als eigen indicatoren op te nemen ('dimensions' in de definitie).",
            $"Get the table with {takes} in '{column}' from the source, or ask to have the other group as indicators of its own ('dimensions' in the definition).");
    }

    /// <summary>Creates the problem that a figure lies outside its own margin.</summary>
    public static RowProblem IntervalInvalid(int line, string column, decimal value, ObservedInterval interval) => Error(
        ProblemCodes.IntervalInvalid, line, column, Format($"{interval.Lower} - {interval.Upper}"),
        Format($"{value} ligt buiten zijn eigen marge van {interval.Lower} tot {interval.Upper}."),
        Format($"{value} lies outside its own margin of {interval.Lower} to {interval.Upper}."),
        "Controleer of de kolommen of rijen met onder- en bovengrens bij dit cijfer horen.",
        "Check whether the columns or rows with the lower and upper bound belong to this figure.");

    /// <summary>Creates the problem that figures are no multiples of the base that the dataset says they are rounded to.</summary>
    /// <param name="line">The line of the first.</param>
    /// <param name="column">The column of the first.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="number">The first.</param>
    /// <param name="count">Number of such figures.</param>
    /// <param name="rounding">Declared rounding.</param>
    public static RowProblem NotRounded(int line, string column, string indicator, decimal number, int count, FigureRounding rounding) => Warn(
        ProblemCodes.ValueNotRounded, line, column, Format($"{number}"),
        Format($"Volgens de definitie is '{indicator}' afgerond op {rounding.Base}; {(count == 1 ? Format($"{number} is dat niet") : Format($"{count} waarden zijn dat niet, zoals {number}"))}."),
        Format($"The definition says that '{indicator}' is rounded to {rounding.Base}; {(count == 1 ? Format($"{number} is not") : Format($"{count} values are not, such as {number}"))}."),
        "Controleer het bestand; klopt het, dan past de beheerder 'rounding' in de definitie aan.",
        "Check the file; where it is right, the administrator changes 'rounding' in the definition.");

    private static string Join(IReadOnlyList<string> codes) => string.Join(", ", codes.Select(code => code.Length == 0 ? "''" : code));
}
