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
    /// <param name="isCertain">Whether its name can mean nothing else.</param>
    public static RowProblem DimensionUndeclared(int line, string column, IReadOnlyList<string> held, bool isCertain = true)
    {
        var holds = Join(held);
        return !isCertain && held.Count > 1
            ? Ask(Warn(
                ProblemCodes.DimensionOther, line, column, holds,
                $"De kolom '{column}' lijkt te zeggen over welke groep elke rij gaat ({holds}); de definitie zegt niet welke rijen deze dataset neemt.",
                $"The column '{column}' seems to say which group each row is about ({holds}); the definition does not say which rows this dataset takes.",
                "Gaan alle rijen over dezelfde groep? Bevestig de levering dan. Vraag anders de beheerder in de definitie te zetten welke groep het is ('dimensions').",
                "Are all rows about the same group? Then confirm the delivery. Otherwise ask the administrator to declare which group it is ('dimensions')."))
            : held.Count == 1
            ? Ask(Warn(
                ProblemCodes.DimensionOther, line, column, holds,
                $"De kolom '{column}' zegt over welke groep de cijfers gaan ({holds}); de definitie zegt niet over welke groep deze dataset gaat.",
                $"The column '{column}' says which group the figures are about ({holds}); the definition does not say which group this dataset is about.",
                "Is dit de groep die bedoeld is? Bevestig de levering dan, en vraag de beheerder de groep in de definitie te zetten ('dimensions'). Lever anders de tabel over de goede groep.",
                "Is this the group that is meant? Then confirm the delivery, and ask the administrator to put the group into the definition ('dimensions'). Otherwise deliver the table about the right group."))
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

    /// <summary>Creates the problem that a title or note says which group the figures are about, and the definition does not.</summary>
    public static RowProblem GroupInNote(int line, string name, string value) => Ask(Warn(
        ProblemCodes.DimensionOther, line, null, $"{name}: {value}",
        $"In een titel of noot staat '{name}: {value}'; de definitie zegt niet over welke groep deze dataset gaat.",
        $"A title or note says '{name}: {value}'; the definition does not say which group this dataset is about.",
        "Is dit de groep die bedoeld is? Bevestig de levering dan, en vraag de beheerder haar in de naam van de indicatoren te zetten. Lever anders de tabel over de goede groep.",
        "Is this the group that is meant? Then confirm the delivery, and ask the administrator to put it into the names of the indicators. Otherwise deliver the table about the right group."));

    /// <summary>Creates the problem that a title or note says another group than those that the dataset takes.</summary>
    public static RowProblem OtherGroupInNote(int line, string name, string value, IReadOnlyList<string> taken)
    {
        var takes = Join(taken);
        return Error(
            ProblemCodes.DimensionOther, line, null, $"{name}: {value}",
            $"In een titel of noot staat '{name}: {value}'; deze dataset gaat over {takes}.",
            $"A title or note says '{name}: {value}'; this dataset is about {takes}.",
            $"Haal bij de bron de tabel over {takes}.", $"Get the table about {takes} from the source.");
    }

    /// <summary>Creates the problem that a title or note says that figures are bounds of margins.</summary>
    /// <param name="line">The line.</param>
    /// <param name="text">The text of the note.</param>
    /// <param name="isCertain">Whether it says that of all figures.</param>
    public static RowProblem BoundsInNote(int line, string text, bool isCertain)
    {
        var problem = Error(
            ProblemCodes.DimensionOther, line, null, text,
            $"In een titel of noot staat '{text}': dan zijn dit grenzen van marges, en niet de cijfers zelf.",
            $"A title or note says '{text}': then these are bounds of margins, and not the figures themselves.",
            isCertain ? "Haal bij de bron de tabel met de cijfers zelf." : "Zijn het toch de cijfers zelf? Bevestig de levering dan. Haal anders bij de bron de tabel met de cijfers zelf.",
            isCertain ? "Get the table with the figures themselves from the source." : "Are they the figures themselves? Then confirm the delivery. Otherwise get the table with these from the source.");
        return isCertain ? problem : Ask(problem with { Severity = ProblemSeverity.Warning });
    }

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

    private static RowProblem Ask(RowProblem warning) => warning with { NeedsConfirmation = true };

    private static string Join(IReadOnlyList<string> codes) => string.Join(", ", codes.Select(code => code.Length == 0 ? "''" : code));
}
