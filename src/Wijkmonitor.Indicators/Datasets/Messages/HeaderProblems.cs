using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;
using static Wijkmonitor.Indicators.Datasets.Messages.ProblemText;

namespace Wijkmonitor.Indicators.Datasets.Messages;

/// <summary>Problems of a header and of the line of units below it, in words.</summary>
public static class HeaderProblems
{
    /// <summary>Creates the problem that no line is a header of the dataset.</summary>
    /// <param name="line">The line that comes nearest.</param>
    /// <param name="names">The names that are there.</param>
    /// <param name="wanted">The columns that the dataset needs.</param>
    /// <param name="lines">Number of lines that were inspected.</param>
    public static RowProblem HeaderMissing(int line, IReadOnlyList<string> names, IReadOnlyList<string> wanted, int lines) => Error(
        ProblemCodes.HeaderMissing, line, null, null,
        Format($"Geen van de eerste {lines} regels is een kopregel van deze dataset. Regel {line} komt het dichtst in de buurt: {Quote(names)}."),
        Format($"None of the first {lines} lines is a header of this dataset. Line {line} comes closest: {Quote(names)}."),
        $"Deze dataset heeft de kolommen {Quote(wanted)}. Controleer of dit de goede dataset is en of het bestand is zoals de uitgever het geeft.",
        $"This dataset has the columns {Quote(wanted)}. Check whether this is the right dataset, and whether the file is as its publisher gives it.");

    /// <summary>Creates the problem that no column has figures that the dataset takes.</summary>
    /// <param name="line">The line of the header.</param>
    /// <param name="names">The columns that are there and that nothing is read from.</param>
    /// <param name="wanted">The columns with figures of the dataset.</param>
    public static RowProblem TopicsMissing(int line, IReadOnlyList<string> names, IReadOnlyList<string> wanted) => Error(
        ProblemCodes.HeaderMissing, line, null, null,
        "Geen enkele kolom met cijfers is er een van deze dataset." + (names.Count > 0 ? $" Wel gevonden, en niet herkend: {Quote(names)}." : ""),
        "No column with figures is one of this dataset." + (names.Count > 0 ? $" Found, and not recognised: {Quote(names)}." : ""),
        $"Deze dataset neemt cijfers uit de kolommen {Quote(wanted)}. Geef de kolommen die namen, of vraag de beheerder de definitie aan te passen.",
        $"This dataset takes figures from the columns {Quote(wanted)}. Give the columns those names, or ask the administrator to change the definition.");

    /// <summary>Creates the problem that each period has columns of its own.</summary>
    /// <param name="line">The line with the periods.</param>
    /// <param name="column">The name before them.</param>
    public static RowProblem PeriodsAsColumns(int line, string column) => Error(
        ProblemCodes.ColumnMissing, line, column, null,
        $"'{column}' staat boven de kolommen: elk onderwerp heeft een kolom voor elke periode. Zo'n tabel wordt niet gelezen.",
        $"'{column}' is above the columns: each topic has a column for each period. Such a table is not read.",
        "Zet de perioden in de rijen (in StatLine: sleep 'Perioden' naar de rijen), of lever het bulkbestand.",
        "Put the periods in the rows (in StatLine: drag 'Periods' to the rows), or deliver the bulk file.");

    /// <summary>Creates the problem that Excel put quotation marks around each line as a whole.</summary>
    public static RowProblem LinesQuoted(int line) => Error(
        ProblemCodes.LinesQuoted, line, null, null,
        "Elke regel staat als geheel tussen aanhalingstekens: Excel heeft het bestand in één kolom geopend en zo weer opgeslagen.",
        "Each line is in quotation marks as a whole: Excel opened the file in one column and saved it so.",
        "Lever het oorspronkelijke bestand, zonder het in Excel te openen. Of open het in Excel met Gegevens, Uit tekst/CSV, kies het scheidingsteken en sla het op als 'CSV UTF-8'.",
        "Deliver the original file without opening it in Excel. Or open it in Excel with Data, From Text/CSV, choose the delimiter and save it as 'CSV UTF-8'.");

    /// <summary>Creates the problem that a column without a name holds something.</summary>
    public static RowProblem ColumnUnnamed(int line, int number, string value) => Error(
        ProblemCodes.ColumnUnnamed, line, null, value,
        Format($"Kolom {number} heeft geen naam in de kopregel, maar er staat wel iets in."),
        Format($"Column {number} has no name in the header, but there is something in it."),
        "Geef de kolom een naam, of laat haar weg.", "Give the column a name, or leave it out.");

    /// <summary>Creates the problem that the unit that the file names is another one than the definition says.</summary>
    public static RowProblem UnitWrong(int line, string column, string unit, string expected) => Error(
        ProblemCodes.UnitWrong, line, column, unit,
        $"De eenheid in het bestand is '{unit}'; de definitie gaat uit van '{expected}'.",
        $"The unit in the file is '{unit}'; the definition expects '{expected}'.",
        "Controleer of dit de goede kolom is. Gaf de uitgever de kolom een andere eenheid, vraag de beheerder dan de definitie aan te passen.",
        "Check whether this is the right column. If the publisher changed its unit, ask the administrator to change the definition.");

    /// <summary>Creates the problem that a column has another unit than the declared column of its name, and is not accepted.</summary>
    public static RowProblem UnitDiffers(int line, string column, string unit, string expected) => Warn(
        ProblemCodes.UnitWrong, line, column, unit,
        $"De eenheid van deze kolom is '{unit}'; de definitie gaat uit van '{expected}'. De kolom is niet overgenomen.",
        $"The unit of this column is '{unit}'; the definition expects '{expected}'. The column was ignored.",
        "Lever de kolom in die eenheid. Gaf de uitgever haar een andere eenheid, vraag de beheerder dan de definitie aan te passen.",
        "Deliver the column in that unit. If the publisher changed it, ask the administrator to change the definition.");

    /// <summary>Creates the problem that rows state another unit than their figures are read in.</summary>
    /// <param name="line">The line of the first.</param>
    /// <param name="column">The column with units.</param>
    /// <param name="unit">The unit there.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="expected">The unit that its figures are read in.</param>
    public static RowProblem UnitOfRow(int line, string column, string unit, string indicator, string expected) => Error(
        ProblemCodes.UnitWrong, line, column, unit,
        $"Volgens de kolom '{column}' is de eenheid '{unit}'; '{indicator}' wordt gelezen in '{expected}'.",
        $"The column '{column}' says that the unit is '{unit}'; '{indicator}' is read in '{expected}'.",
        $"Lever de cijfers in '{expected}', of vraag de beheerder de definitie aan te passen ('factor').",
        $"Deliver the figures in '{expected}', or ask the administrator to change the definition ('factor').");

    /// <summary>Creates the problem that a title or note states another unit than figures are read in.</summary>
    /// <param name="line">The line.</param>
    /// <param name="text">The text of the note.</param>
    /// <param name="indicator">An indicator that it can be about.</param>
    /// <param name="expected">The unit that its figures are read in.</param>
    /// <param name="isCertain">Whether it says that of all figures.</param>
    public static RowProblem UnitInNote(int line, string text, string indicator, string expected, bool isCertain)
    {
        var problem = Error(
            ProblemCodes.UnitWrong, line, null, text,
            $"In een titel of noot staat '{text}'; '{indicator}' wordt gelezen in '{expected}'.",
            $"A title or note says '{text}'; '{indicator}' is read in '{expected}'.",
            isCertain
                ? $"Lever de cijfers in '{expected}', of vraag de beheerder de definitie aan te passen ('factor'). Klopt de titel niet, verbeter haar dan."
                : $"Gaat de tekst over andere cijfers? Bevestig de levering dan. Lever de cijfers anders in '{expected}', of vraag de beheerder de definitie aan te passen ('factor').",
            isCertain
                ? $"Deliver the figures in '{expected}', or ask the administrator to change the definition ('factor'). If the title is wrong, correct it."
                : $"Is the text about other figures? Then confirm the delivery. Otherwise deliver the figures in '{expected}', or ask the administrator to change the definition ('factor').");
        return isCertain ? problem : problem with { Severity = ProblemSeverity.Warning, NeedsConfirmation = true };
    }

    /// <summary>Creates the problem that a declared column matches several columns of the file.</summary>
    public static RowProblem ColumnAmbiguous(int line, string column, IReadOnlyCollection<string> found) => Error(
        ProblemCodes.ColumnRepeated, line, column, null,
        $"'{column}' kan meer dan één kolom zijn: {Quote(found)}.", $"'{column}' can be more than one column: {Quote(found)}.",
        "Vraag de beheerder in de definitie te zeggen welke het is ('occurrence').",
        "Ask the administrator to say in the definition which one it is ('occurrence').");

    /// <summary>Creates the problem that two columns that mean the same say something else.</summary>
    public static RowProblem ColumnsDiffer(int line, string column, string value, string other, string otherValue) => Error(
        ProblemCodes.ColumnRepeated, line, column, value,
        $"'{column}' en '{other}' zijn twee namen van dezelfde kolom, maar zeggen iets anders: '{value}' en '{otherValue}'.",
        $"'{column}' and '{other}' are two names of the same column, but say something else: '{value}' and '{otherValue}'.",
        "Ga na welke van de twee goed is en laat de andere weg.", "Find out which of the two is right, and leave the other out.");

    /// <summary>Creates the problem that two layouts of the dataset fit the file as well and read other figures.</summary>
    public static RowProblem LayoutAmbiguous(BilingualText one, BilingualText other) => Error(
        ProblemCodes.LayoutAmbiguous, null, null, null,
        $"Het bestand past bij twee indelingen van deze dataset, die er andere cijfers in lezen: '{one.Nl}' en '{other.Nl}'.",
        $"The file fits two layouts of this dataset that read other figures in it: '{one.En}' and '{other.En}'.",
        "Exporteer het bestand opnieuw zonder scheidingsteken voor duizendtallen, of vraag de beheerder hoe de naam de indeling kan zeggen ('fileName').",
        "Export the file again without a separator for thousands, or ask the administrator how its name can tell the layout ('fileName').");
}
