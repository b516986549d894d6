using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using static Wijkmonitor.Indicators.Datasets.Messages.ProblemText;

namespace Wijkmonitor.Indicators.Datasets.Messages;

/// <summary>Problems of a whole file and of its structure in words.</summary>
public static class FileProblems
{
    /// <summary>Creates the problem that the file holds no rows.</summary>
    public static RowProblem FileEmpty() => Error(
        ProblemCodes.FileEmpty, null, null, null,
        "Het bestand bevat geen rijen.", "The file holds no rows.",
        "Lever het bestand opnieuw, met een kopregel en minstens één rij.", "Deliver the file again, with a header and at least one row.");

    /// <summary>Creates the problem that all rows are about areas larger than a municipality.</summary>
    public static RowProblem AreasMissing() => Error(
        ProblemCodes.AreasMissing, null, null, null,
        "Het bestand bevat alleen rijen over het land, landsdelen, provincies of regio's; die gebruikt de monitor niet.",
        "The file has only rows about the country, parts of the country, provinces or regions; the monitor does not use those.",
        "Lever de tabel met gemeenten, wijken of buurten.", "Deliver the table with municipalities, districts or neighbourhoods.");

    /// <summary>Creates the problem that the file is too large.</summary>
    public static RowProblem FileTooLarge(long bytes, long max) => Error(
        ProblemCodes.FileTooLarge, null, null, Format($"{bytes}"),
        Format($"Het bestand is {bytes} bytes; het maximum is {max}."), Format($"The file is {bytes} bytes; the maximum is {max}."),
        "Splits het bestand, bijvoorbeeld per jaar.", "Split the file, for instance by year.");

    /// <summary>Creates the problem that the monitor itself failed on the file.</summary>
    public static RowProblem ProcessingFailed() => Error(
        ProblemCodes.ProcessingFailed, null, null, null,
        "Dit bestand kon niet worden verwerkt door een fout in de monitor; er is niets van opgeslagen. De beheerder ziet dat in het logboek.",
        "This file could not be processed because of an error in the monitor; nothing of it is stored. The administrator sees it in the log.",
        "U hoeft niets te doen. Lever het bestand opnieuw wanneer de beheerder dat vraagt.",
        "You do not have to do anything. Deliver the file again when the administrator asks.");

    /// <summary>Creates the problem that a new figure is not shown because of what was public before.</summary>
    public static RowProblem FigureHeldBack(Observation figure) => Warn(
        ProblemCodes.FigureHeldBack, figure.Source.Line, null, $"{figure.Area} {figure.Period} {figure.Indicator}",
        "Dit cijfer is na het verwerken niet getoond. Samen met cijfers die al openbaar waren, zou het een klein aantal verraden.",
        "This figure was not shown after processing. Together with figures that were public before it would give a small count away.",
        "U hoeft niets te doen. Lever een totaal of een eigen gebied liever tegelijk met de cijfers eronder.",
        "You need not do anything. It is better to deliver a total or a custom area together with the figures below it.");

    /// <summary>Creates the problem that the inbox folder is unknown.</summary>
    public static RowProblem DatasetUnknown(string dataset, IEnumerable<string> known) => Error(
        ProblemCodes.DatasetUnknown, null, null, dataset,
        dataset.Length == 0 ? "Het bestand staat niet in een map." : $"De map '{dataset}' hoort niet bij een bekende dataset.",
        dataset.Length == 0 ? "The file is not in a folder." : $"The folder '{dataset}' is not that of a known dataset.",
        $"Zet het bestand in een van de mappen: {string.Join(", ", known)}.", $"Put the file in one of the folders: {string.Join(", ", known)}.");

    /// <summary>Creates the problem that a field is not in the declared encoding.</summary>
    public static RowProblem EncodingInvalid(int line, string? column, string value, FileEncoding declared = FileEncoding.Utf8)
    {
        var name = declared == FileEncoding.Utf8 ? "UTF-8" : "Windows-1252";
        var excel = declared == FileEncoding.Utf8 ? "CSV UTF-8" : "CSV";
        return Error(
            ProblemCodes.EncodingInvalid, line, column, value,
            $"Hier staat een teken dat geen {name} is.", $"There is a character here that is not {name}.",
            $"Sla het bestand op als {name} (in Excel: {excel}) en lever het opnieuw.", $"Save the file as {name} (in Excel: {excel}) and deliver it again.");
    }

    /// <summary>Creates the problem that the delimiter is another one.</summary>
    public static RowProblem DelimiterWrong(int line, string header, char declared, char found) => Error(
        ProblemCodes.DelimiterWrong, line, null, header,
        $"De kolommen lijken gescheiden door {GetName(found).Nl}; afgesproken is {GetName(declared).Nl}.",
        $"The columns seem to be separated by {GetName(found).En}; agreed is {GetName(declared).En}.",
        $"Exporteer het bestand opnieuw met {GetName(declared).Nl} als scheidingsteken.", $"Export the file again with {GetName(declared).En} as delimiter.");

    /// <summary>Creates the problem that the header has more columns than any real file.</summary>
    public static RowProblem ColumnsTooMany(int line, int found, int max) => Error(
        ProblemCodes.FieldCount, line, null, Format($"{found}"),
        Format($"De kopregel heeft {found} kolommen; het maximum is {max}."), Format($"The header has {found} columns; the maximum is {max}."),
        "Lever alleen de afgesproken kolommen.", "Deliver only the agreed columns.");

    /// <summary>Creates the problem that a declared column is absent.</summary>
    /// <param name="line">The line of the header.</param>
    /// <param name="column">The column.</param>
    /// <param name="found">The columns that are there and that nothing was read from.</param>
    /// <param name="isPublished">Whether the dataset is a table of a publisher, whose names are not the deliverer's to change.</param>
    public static RowProblem ColumnMissing(int line, string column, IReadOnlyCollection<string> found, bool isPublished) => Error(
        ProblemCodes.ColumnMissing, line, column, null,
        $"De kolom '{column}' ontbreekt." + (found.Count > 0 ? $" Wel gevonden, en niet herkend: {Quote(found)}." : ""),
        $"The column '{column}' is missing." + (found.Count > 0 ? $" Found, and not recognised: {Quote(found)}." : ""),
        isPublished
            ? "Lever het bestand zoals de uitgever het geeft. Heet de kolom daarin anders, vraag de beheerder dan de definitie aan te passen."
            : "Voeg de kolom toe, of geef haar weer de afgesproken naam.",
        isPublished
            ? "Deliver the file as its publisher gives it. If the column has another name there, ask the administrator to change the definition."
            : "Add the column, or give it its agreed name again.");

    /// <summary>Creates the problem that a column is not declared.</summary>
    public static RowProblem ColumnUnknown(int line, string column) => new(
        ProblemCodes.ColumnUnknown, ProblemSeverity.Warning, line, column, null,
        new($"De kolom '{column}' is niet afgesproken; de waarden erin worden niet overgenomen.",
            $"The column '{column}' is not agreed; its values are ignored."),
        new("Laat haar weg, of vraag de beheerder haar toe te voegen aan de dataset.", "Leave it out, or ask the administrator to add it to the dataset."));

    /// <summary>Creates the problem that a column occurs twice.</summary>
    public static RowProblem ColumnRepeated(int line, string column) => Error(
        ProblemCodes.ColumnRepeated, line, column, null,
        $"De kolom '{column}' staat er meer dan eens.", $"The column '{column}' occurs more than once.",
        "Laat één van de kolommen staan.", "Keep one of the columns.");

    /// <summary>Creates the problem that a row's number of fields is off.</summary>
    public static RowProblem FieldCount(int line, int found, int expected) => Error(
        ProblemCodes.FieldCount, line, null, Format($"{found}"),
        Format($"Deze regel heeft {found} velden; de kopregel heeft er {expected}."), Format($"This line has {found} fields; the header has {expected}."),
        found == 1
            ? "Is dit een opmerking onder de tabel, haal de regel dan weg. Hoort de regel bij de tabel, dan ontbreken er velden: exporteer het bestand opnieuw."
            : "Controleer scheidingstekens en aanhalingstekens op deze regel.",
        found == 1
            ? "If this is a remark below the table, remove the line. If it belongs to the table, fields are missing: export the file again."
            : "Check delimiters and quotation marks on this line.");

    /// <summary>Creates the problem that a quotation mark is off.</summary>
    public static RowProblem QuoteUnbalanced(int line, string value) => Error(
        ProblemCodes.QuoteUnbalanced, line, null, value,
        "Een aanhalingsteken wordt niet gesloten, of staat midden in een veld.", "A quotation mark is not closed, or is in the middle of a field.",
        "Sluit het aanhalingsteken, of verdubbel het binnen een veld.", "Close the quotation mark, or double it within a field.");

    /// <summary>Creates the problem that a field is too long.</summary>
    public static RowProblem FieldTooLong(int line, int max) => Error(
        ProblemCodes.FieldTooLong, line, null, null,
        Format($"Vanaf deze regel is een veld langer dan {max} tekens; waarschijnlijk wordt een aanhalingsteken niet gesloten."),
        Format($"From this line on a field is longer than {max} characters; probably a quotation mark is not closed."),
        "Zoek op of voor deze regel het losse aanhalingsteken.", "Look for the single quotation mark on or before this line.");

    /// <summary>Creates the problem that the file holds fewer rows than the previous delivery.</summary>
    public static RowProblem CoverageDropped(int rows, int previousRows) => Warn(
        ProblemCodes.CoverageDropped, null, null, Format($"{rows}"),
        Format($"Het bestand heeft {rows} {(rows == 1 ? "rij" : "rijen")}; de vorige levering had er {previousRows}."),
        Format($"The file has {rows} {(rows == 1 ? "row" : "rows")}; the previous delivery had {previousRows}."),
        "Controleer of het bestand volledig is.", "Check whether the file is complete.");

    /// <summary>Creates the problem that a column's name says that it holds data about persons.</summary>
    public static RowProblem PersonalColumn(int line, string column) => Error(
        ProblemCodes.PersonalData, line, column, null,
        $"De kolom '{column}' lijkt persoonsgegevens te bevatten.", $"The column '{column}' seems to hold personal data.",
        "Verwijder de kolom; lever alleen cijfers per gebied.", "Remove the column; deliver figures by area only.");

    /// <summary>Creates the problem that a title or a note holds data about a person.</summary>
    public static RowProblem PersonalNote(int line, BilingualText kind) => Error(
        ProblemCodes.PersonalData, line, null, null,
        $"Deze regel lijkt {kind.Nl} te bevatten.", $"This line seems to hold {kind.En}.",
        "Haal de persoonsgegevens weg: het bestand wordt bewaard zoals u het levert, ook met titels en noten.",
        "Remove the personal data: the file is kept as you deliver it, titles and notes included.");

    /// <summary>Creates the problem that a definition of a dataset is invalid.</summary>
    public static RowProblem DefinitionInvalid(ConfigurationFault fault) => Error(
        ProblemCodes.DefinitionInvalid, fault.Line, fault.Field, null,
        $"De definitie klopt niet: {fault.Message.Nl}", $"The definition is not right: {fault.Message.En}",
        $"{fault.Remedy?.Nl ?? "Verbeter de definitie volgens het schema."} Tot dan blijft de vorige gelden.",
        $"{fault.Remedy?.En ?? "Correct the definition by its schema."} Until then the previous one stays in force.");
}
