using Wijkmonitor.Indicators.Datasets.Problems;
using static Wijkmonitor.Indicators.Datasets.Messages.ProblemText;

namespace Wijkmonitor.Indicators.Datasets.Messages;

/// <summary>Problems of files that a publisher gives, but that are no table with figures by area code, in words.</summary>
public static class PublishedProblems
{
    /// <summary>Creates the problem that the file names areas without their codes.</summary>
    /// <param name="line">The line of the header.</param>
    /// <param name="column">The column with the names.</param>
    /// <param name="wanted">The column with codes that the dataset needs.</param>
    /// <param name="found">All columns of the file.</param>
    /// <param name="isHeader">Whether some of them are columns of the dataset.</param>
    public static RowProblem NamesOnly(int line, string column, string wanted, IReadOnlyCollection<string> found, bool isHeader) => Error(
        isHeader ? ProblemCodes.ColumnMissing : ProblemCodes.HeaderMissing, line, wanted, null,
        $"Het bestand noemt gebieden bij naam (kolom '{column}') en heeft geen kolom met hun codes; de monitor herkent gebieden nooit aan hun naam. Gevonden: {Quote(found)}.",
        $"The file names areas by name (column '{column}') and has no column with their codes; the monitor never matches areas by name. Found: {Quote(found)}.",
        $"Lever de tabel met een kolom met de CBS-codes van de gebieden; bij deze dataset heet die '{wanted}'. Bij StatLine staan codes in de download 'CSV met codes' of in OData.",
        $"Deliver the table with a column with CBS's codes of the areas; in this dataset it is called '{wanted}'. In StatLine, codes are in the download with codes or in OData.");

    /// <summary>Creates the problem that the file is a list of codes and their names.</summary>
    public static RowProblem CodeList(int line) => Error(
        ProblemCodes.HeaderMissing, line, null, null,
        "Dit is een lijst van codes met hun namen, geen tabel met cijfers.", "This is a list of codes and their names, not a table with figures.",
        "Lever de tabel met de cijfers zelf, met de codes van de gebieden erin.",
        "Deliver the table with the figures themselves, with the codes of the areas in it.");

    /// <summary>Creates the problem that the file consists of observations of OData version 4 that the dataset cannot read.</summary>
    /// <param name="line">The line of the header.</param>
    /// <param name="hasFigures">Whether there are figures among them.</param>
    /// <param name="otherCode">The letters before the codes of areas, where they are none of the monitor's; null otherwise.</param>
    public static RowProblem Observations(int line, bool hasFigures, string? otherCode)
    {
        var (nl, en) = (hasFigures, otherCode) switch
        {
            (true, null) => ("; deze dataset heeft geen indeling voor die vorm.", "; this dataset has no layout for that form."),
            (true, _) => ($" over codes ({otherCode}) die geen gebieden van de monitor zijn.",
                $" about codes ({otherCode}) that are not areas of the monitor."),
            (false, null) => (" met tekst en zonder cijfers.", " with text and without figures."),
            (false, _) => (
                $" met tekst en zonder cijfers, over codes ({otherCode}) die geen gebieden van de monitor zijn.",
                $" with text and without figures, about codes ({otherCode}) that are not areas of the monitor."),
        };
        return Error(
            ProblemCodes.HeaderMissing, line, null, null,
            "Dit zijn waarnemingen van OData v4" + nl, "These are OData v4 observations" + en,
            hasFigures && otherCode is null
                ? "Vraag de beheerder een indeling ('layouts') voor deze vorm in de definitie te zetten, of lever het CSV-bestand van de tabel."
                : "Lever een tabel met cijfers over gemeenten, wijken of buurten.",
            hasFigures && otherCode is null
                ? "Ask the administrator to add a layout ('layouts') for this form to the definition, or deliver the CSV file of the table."
                : "Deliver a table with figures about municipalities, districts or neighbourhoods.");
    }
}
