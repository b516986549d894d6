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
            $"Haal bij de bron de tabel met {takes} in '{column}'. Of vraag de beheerder de andere groep als eigen indicatoren op te nemen ('dimensions').",
            $"Get the table with {takes} in '{column}' from the source. Or ask the administrator to add the other group as indicators of its own ('dimensions').");
    }

    /// <summary>Creates the problem that a column says which group figures are about, and the definition does not.</summary>
    /// <param name="line">The line of the first row.</param>
    /// <param name="column">The column.</param>
    /// <param name="held">The groups there.</param>
    public static RowProblem DimensionUndeclared(int line, string column, IReadOnlyList<string> held)
    {
        var holds = Join(held);
        return held.Count == 1
            ? Warn(
                ProblemCodes.DimensionOther, line, column, holds,
                $"De kolom '{column}' zegt over welke groep de cijfers gaan ({holds}); de definitie zegt niet over welke groep deze dataset gaat.",
                $"The column '{column}' says which group the figures are about ({holds}); the definition does not say which group this dataset is about.",
                "Is dit de groep die bedoeld is? Bevestig de levering dan, en vraag de beheerder de groep in de definitie te zetten ('dimensions'). Lever anders de tabel over de goede groep.",
                "Is this the group that is meant? Then confirm the delivery, and ask the administrator to put the group into the definition ('dimensions'). Otherwise deliver the table about the right group.") with
            { NeedsConfirmation = true }
            : Error(
                ProblemCodes.DimensionOther, line, column, holds,
                $"De kolom '{column}' zegt van elke rij over welke groep zij gaat ({holds}); de definitie zegt niet welke rijen deze dataset neemt.",
                $"The column '{column}' says of each row which group it is about ({holds}); the definition does not say which rows this dataset takes.",
                "Vraag de beheerder in de definitie te zetten welke groep het is ('dimensions'), of lever een tabel over alleen die groep.",
                "Ask the administrator to declare which group it is ('dimensions'), or deliver a table about that group only.");
    }

    /// <summary>Creates the problem that rows hold bounds of margins, and the definition does not say so.</summary>
    /// <param name="line">The line of the first row.</param>
    /// <param name="column">The column.</param>
    /// <param name="held">The codes there.</param>
    public static RowProblem BoundsUndeclared(int line, string column, IReadOnlyList<string> held) => Error(
        ProblemCodes.DimensionOther, line, column, string.Join(", ", held),
        $"De kolom '{column}' zegt dat rijen grenzen van marges zijn ({Join(held)}), geen cijfers; de definitie weet dat niet.",
        $"The column '{column}' says that rows are bounds of margins ({Join(held)}), not figures; the definition does not know that.",
        "Vraag de beheerder 'margins' in de definitie te zetten, of lever alleen de rijen met het cijfer zelf (MW00000).",
        "Ask the administrator to put 'margins' into the definition, or deliver only the rows with the figure itself (MW00000).");

    /// <summary>Creates the problem that the file has bounds of a figure, and not the figure.</summary>
    /// <param name="key">The area, the period and the indicator.</param>
    /// <param name="column">The column that says what a row holds.</param>
    /// <param name="taken">The codes of rows with the figure.</param>
    public static RowProblem ValueRowMissing(string key, string column, IReadOnlyList<string> taken) => Error(
        ProblemCodes.ValueMissing, line: null, column, key,
        $"Van {key} staan er grenzen van de marge in het bestand, maar niet de rij met het cijfer zelf ({Join(taken)} in '{column}').",
        $"Of {key} the file has bounds of the margin, but not the row with the figure itself ({Join(taken)} in '{column}').",
        "Haal de tabel opnieuw bij de bron, met de rijen van het cijfer erbij.", "Get the table from the source again, with the rows of the figure.");

    /// <summary>Creates the problem that a figure lies outside its own margin.</summary>
    public static RowProblem IntervalInvalid(int line, string column, decimal value, ObservedInterval interval) => Error(
        ProblemCodes.IntervalInvalid, line, column, Format($"{interval.Lower} - {interval.Upper}"),
        Format($"{value} ligt buiten zijn eigen marge van {interval.Lower} tot {interval.Upper}."),
        Format($"{value} is outside its own margin of {interval.Lower} to {interval.Upper}."),
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
        "Controleer het bestand. Klopt het, vraag de beheerder dan 'rounding' in de definitie aan te passen.",
        "Check the file. If it is right, ask the administrator to change 'rounding' in the definition.");

    private static string Join(IReadOnlyList<string> codes) => string.Join(", ", codes.Select(code => code.Length == 0 ? "''" : code));
}
