using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;
using static Wijkmonitor.Indicators.Datasets.Messages.ProblemText;

namespace Wijkmonitor.Indicators.Datasets.Messages;

/// <summary>Problems of files of another type than their dataset has, in words.</summary>
public static class FileTypeProblems
{
    /// <summary>Remedy for a compressed file.</summary>
    internal static readonly BilingualText Unpack =
        new("Pak het uit en lever het bestand dat erin zit, of lever het als zip.", "Unpack it and deliver the file in it, or deliver it as a zip.");

    /// <summary>Remedy for a file of an office program.</summary>
    internal static readonly BilingualText SaveAs = new(
        "Sla het op als 'CSV UTF-8' of als werkmap (.xlsx) en lever dat bestand.", "Save it as 'CSV UTF-8' or as a workbook (.xlsx) and deliver that file.");

    /// <summary>Remedy for JSON that is no list of a service.</summary>
    internal static readonly BilingualText ListOfService = new(
        "Van JSON wordt alleen gelezen wat een OData-dienst geeft: een lijst 'value', met 'odata.metadata' of '@odata.context' ervoor. Lever die ongewijzigd, of lever een CSV-bestand.",
        "The JSON that is read is that of an OData service: a list 'value', with 'odata.metadata' or '@odata.context' before it. Deliver that unchanged, or a CSV file.");

    private static readonly BilingualText Publisher = new(
        "Lever het bestand met de cijfers in een vorm die bij de dataset hoort, zoals de uitgever het geeft.",
        "Deliver the file with the figures in a form of the dataset, as its publisher gives it.");

    /// <summary>Creates the problem that the file is of another type than its dataset has.</summary>
    /// <param name="nl">Type of the file, in Dutch.</param>
    /// <param name="en">Type of the file, in English.</param>
    /// <param name="remedy">Remedy; null where there is none but to deliver another file.</param>
    public static RowProblem OtherType(string nl, string en, BilingualText? remedy = null) => Error(
        ProblemCodes.FileTypeWrong, null, null, null,
        $"Dit is {nl}, geen bestand zoals deze dataset heeft.", $"This is {en}, not a file as this dataset has.",
        (remedy ?? Publisher).Nl, (remedy ?? Publisher).En);

    /// <summary>Creates the problem that the file is a zip without one file that can be read.</summary>
    /// <param name="names">The first files in it.</param>
    /// <param name="count">Number of files in it.</param>
    /// <param name="isJson">Whether the dataset's files are JSON; otherwise they are CSV.</param>
    public static RowProblem Zip(IReadOnlyList<string> names, int count, bool isJson)
    {
        var named = string.Join(", ", names.Select(name => $"'{name}'")) + (count > names.Count ? ", …" : "");
        var (nl, en) = isJson ? ("GeoJSON", "GeoJSON") : ("CSV of een werkmap (.xlsx)", "CSV or a workbook (.xlsx)");
        return Error(
            ProblemCodes.FileTypeWrong, null, null, null,
            "Dit is een zip-bestand" + (count > 0 ? Format($" met {(count == 1 ? "één bestand" : $"{count} bestanden")}: {named}.") : " zonder bestanden."),
            "This is a zip file" + (count > 0 ? Format($" with {(count == 1 ? "one file" : $"{count} files")}: {named}.") : " without files."),
            $"Een zip met precies één bestand met {nl} wordt gelezen. Pak deze uit en lever het bestand dat bij de dataset hoort.",
            $"A zip with exactly one file of {en} is read. Unpack this one and deliver the file that belongs to the dataset.");
    }

    /// <summary>Creates the problem that the file cannot be read to its end.</summary>
    public static RowProblem Damaged(BilingualText type) => Error(
        ProblemCodes.FileTypeWrong, null, null, null,
        $"Dit is {type.Nl}. De inhoud is niet te lezen: beschadigd, afgebroken of met een wachtwoord.",
        $"This is {type.En}. Its contents cannot be read: damaged, broken off or with a password.",
        "Download of exporteer het bestand opnieuw.", "Download or export the file again.");

    /// <summary>Creates the problem that a sheet that is not read holds what looks like data about persons.</summary>
    /// <param name="sheet">The name of the sheet.</param>
    /// <param name="row">The row where that was found first.</param>
    public static RowProblem PersonsInSheet(string sheet, int row) => Error(
        ProblemCodes.PersonalData, row, null, null,
        $"Werkblad {Quote([sheet])} wordt niet gelezen, maar bevat wat op gegevens over personen lijkt.",
        $"Sheet {Quote([sheet])} is not read, but holds what looks like data about persons.",
        "Verwijder dat werkblad (ook als het verborgen is) en lever de werkmap met alleen het blad met de cijfers. Meld het als die gegevens al elders zijn geleverd.",
        "Remove that sheet (even if it is hidden) and deliver the workbook with only the sheet with the figures. Report it if those data were already delivered elsewhere.");

    /// <summary>Creates the problem that a cell of a workbook has a formula and not what it gives.</summary>
    /// <param name="sheet">The name of the sheet.</param>
    /// <param name="row">The row.</param>
    /// <param name="cell">The cell, such as B3.</param>
    public static RowProblem FormulaWithoutValue(string sheet, int row, string cell) => Error(
        ProblemCodes.FileTypeWrong, row, null, null,
        $"Cel {cell} van werkblad {Quote([sheet])} heeft een formule zonder uitkomst: het programma dat de werkmap maakte, heeft niet gerekend.",
        $"Cell {cell} of sheet {Quote([sheet])} has a formula without its result: the program that made the workbook did not compute it.",
        "Open de werkmap in Excel of LibreOffice en sla haar op, of lever de cijfers zelf in plaats van formules.",
        "Open the workbook in Excel or LibreOffice and save it, or deliver the figures themselves instead of formulas.");

    /// <summary>Creates the problem that a file in a zip is packed in a way that cannot be unpacked.</summary>
    public static RowProblem ZipMethod(string method) => Error(
        ProblemCodes.FileTypeWrong, null, null, null,
        $"Dit is een zip-bestand waarin met {method} is ingepakt; dat kan de monitor niet uitpakken.",
        $"This is a zip file that was packed with {method}, which the monitor cannot unpack.",
        "Pak het uit en lever het bestand zelf, of pak het opnieuw in als gewone zip (Deflate, zonder wachtwoord).",
        "Unpack it and deliver the file itself, or pack it again as an ordinary zip (Deflate, without a password).");

    /// <summary>Creates the problem that a workbook has several sheets with rows.</summary>
    public static RowProblem SeveralSheets(IReadOnlyCollection<string> sheets) => Error(
        ProblemCodes.FileTypeWrong, null, null, null,
        $"De werkmap heeft meer dan één werkblad: {Quote(sheets)}.", $"The workbook has more than one sheet: {Quote(sheets)}.",
        "Lever een werkmap met alleen het blad met de cijfers, of vraag de beheerder het blad in de definitie te noemen ('sheet').",
        "Deliver a workbook with only the sheet with the figures, or ask the administrator to name the sheet in the definition ('sheet').");

    /// <summary>Creates the problem that the file can be read, but has other columns than its dataset.</summary>
    public static RowProblem OtherColumns(BilingualText type, IReadOnlyCollection<string> found, IReadOnlyCollection<string> wanted) => Error(
        ProblemCodes.HeaderMissing, null, null, null,
        $"Dit is {type.Nl}. Geen van de kolommen hoort bij deze dataset: {Quote(found)}.",
        $"This is {type.En}. None of its columns belongs to this dataset: {Quote(found)}.",
        $"Deze dataset heeft de kolommen {Quote(wanted)}. Controleer of dit de goede dataset is en of het bestand is zoals de uitgever het geeft.",
        $"This dataset has the columns {Quote(wanted)}. Check whether this is the right dataset, and whether the file is as its publisher gives it.");

    /// <summary>Creates the problem that the file is one page of what a service gives.</summary>
    public static RowProblem OnePage() => Error(
        ProblemCodes.FileTypeWrong, null, null, null,
        "Dit is één bladzijde van een OData-dienst ('nextLink'): er zijn meer rijen dan hier staan.",
        "This is one page of an OData service ('nextLink'): there are more rows than there are here.",
        "Haal alle bladzijden op, of lever het CSV-bestand van de tabel.", "Fetch all pages, or deliver the CSV file of the table.");

    /// <summary>Creates the problem that the file is in UTF-16.</summary>
    public static RowProblem Utf16() => Error(
        ProblemCodes.EncodingInvalid, 1, null, null,
        "Dit bestand is in UTF-16 (in Excel: 'Unicode-tekst').", "This file is in UTF-16 (in Excel: 'Unicode Text').",
        "Sla het bestand op als 'CSV UTF-8' en lever het opnieuw.", "Save the file as 'CSV UTF-8' and deliver it again.");
}
