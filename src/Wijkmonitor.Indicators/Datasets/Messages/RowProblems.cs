using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;
using static Wijkmonitor.Indicators.Datasets.Problems.ProblemSeverity;

namespace Wijkmonitor.Indicators.Datasets.Messages;

/// <summary>Every problem that a file can have, in words: one method for each, so that a code always reads the same.</summary>
public static class RowProblems
{
    private const int LongestValue = 200;
    private const int LongestMessage = 2_000;

    /// <summary>The file holds no rows.</summary>
    public static RowProblem FileEmpty() => Error(
        ProblemCodes.FileEmpty, null, null, null,
        "Het bestand bevat geen rijen.", "The file holds no rows.",
        "Lever het bestand opnieuw, met een kopregel en minstens één rij.", "Deliver the file again, with a header and at least one row.");

    /// <summary>The file is too large.</summary>
    public static RowProblem FileTooLarge(long bytes, long most) => Error(
        ProblemCodes.FileTooLarge, null, null, Text($"{bytes}"),
        Text($"Het bestand is {bytes} bytes; het maximum is {most}."), Text($"The file is {bytes} bytes; the most is {most}."),
        "Splits het bestand, bijvoorbeeld per jaar.", "Split the file, for instance by year.");

    /// <summary>The monitor itself failed on the file.</summary>
    public static RowProblem ProcessingFailed() => Error(
        ProblemCodes.ProcessingFailed, null, null, null,
        "Dit bestand kon niet worden verwerkt door een fout in de monitor; er is niets van opgeslagen. De beheerder ziet dat in het logboek.",
        "This file could not be processed because of a fault in the monitor; nothing of it is stored. The administrator sees it in the log.",
        "U hoeft niets te doen. Lever het bestand opnieuw wanneer de beheerder dat vraagt.", "You need not do anything. Deliver the file again when the administrator asks.");

    /// <summary>The inbox folder is unknown.</summary>
    public static RowProblem DatasetUnknown(string dataset, IEnumerable<string> known) => Error(
        ProblemCodes.DatasetUnknown, null, null, dataset,
        dataset.Length == 0 ? "Het bestand staat niet in een map." : $"De map '{dataset}' hoort niet bij een bekende dataset.",
        dataset.Length == 0 ? "The file does not lie in a folder." : $"The folder '{dataset}' is not that of a known dataset.",
        $"Zet het bestand in een van de mappen: {string.Join(", ", known)}.", $"Put the file in one of the folders: {string.Join(", ", known)}.");

    /// <summary>A field is not in the declared encoding.</summary>
    public static RowProblem EncodingInvalid(int line, string? column, string value, FileEncoding declared = FileEncoding.Utf8)
    {
        var name = declared == FileEncoding.Utf8 ? "UTF-8" : "Windows-1252";
        var excel = declared == FileEncoding.Utf8 ? "CSV UTF-8" : "CSV";
        return Error(
            ProblemCodes.EncodingInvalid, line, column, value,
            $"Hier staat een teken dat geen {name} is.", $"There is a character here that is not {name}.",
            $"Sla het bestand op als {name} (in Excel: {excel}) en lever het opnieuw.", $"Save the file as {name} (in Excel: {excel}) and deliver it again.");
    }

    /// <summary>The delimiter is another one.</summary>
    public static RowProblem DelimiterWrong(int line, string header, char declared, char found) => Error(
        ProblemCodes.DelimiterWrong, line, null, header,
        $"De kolommen lijken gescheiden door {Name(found).Nl}; afgesproken is {Name(declared).Nl}.",
        $"The columns seem to be separated by {Name(found).En}; agreed is {Name(declared).En}.",
        $"Exporteer het bestand opnieuw met {Name(declared).Nl} als scheidingsteken.", $"Export the file again with {Name(declared).En} as delimiter.");

    /// <summary>The file is a workbook of a spreadsheet program.</summary>
    public static RowProblem Workbook(int line) => Error(
        ProblemCodes.EncodingInvalid, line, null, null,
        "Dit is een werkmap van Excel, geen CSV.", "This is an Excel workbook, not a CSV file.",
        "Sla het werkblad op als 'CSV UTF-8' en lever dat bestand.", "Save the sheet as 'CSV UTF-8' and deliver that file.");

    /// <summary>The header has more columns than any real file.</summary>
    public static RowProblem ColumnsTooMany(int line, int found, int most) => Error(
        ProblemCodes.FieldCount, line, null, Text($"{found}"),
        Text($"De kopregel heeft {found} kolommen; het maximum is {most}."), Text($"The header has {found} columns; the most is {most}."),
        "Lever alleen de afgesproken kolommen.", "Deliver only the agreed columns.");

    /// <summary>A declared column is absent.</summary>
    public static RowProblem ColumnMissing(int line, string column, IEnumerable<string> undeclared)
    {
        var others = string.Join(", ", undeclared.Select(c => $"'{c}'"));
        return Error(
            ProblemCodes.ColumnMissing, line, column, null,
            $"De kolom '{column}' ontbreekt." + (others.Length > 0 ? $" Niet herkend: {others}." : ""),
            $"The column '{column}' is missing." + (others.Length > 0 ? $" Not recognised: {others}." : ""),
            "Voeg de kolom toe, of geef haar weer de afgesproken naam.", "Add the column, or give it its agreed name again.");
    }

    /// <summary>A column is not declared.</summary>
    public static RowProblem ColumnUnknown(int line, string column) => new(
        ProblemCodes.ColumnUnknown, Warning, line, column, null,
        new($"De kolom '{column}' is niet afgesproken; de waarden erin worden niet overgenomen.", $"The column '{column}' is not agreed; its values are not taken in."),
        new("Laat haar weg, of vraag de beheerder haar toe te voegen aan de dataset.", "Leave it out, or ask the administrator to add it to the dataset."));

    /// <summary>A column stands twice.</summary>
    public static RowProblem ColumnRepeated(int line, string column) => Error(
        ProblemCodes.ColumnRepeated, line, column, null,
        $"De kolom '{column}' staat er meer dan eens.", $"The column '{column}' stands more than once.",
        "Laat één van de kolommen staan.", "Keep one of the columns.");

    /// <summary>The header stands again.</summary>
    public static RowProblem HeaderRepeated(int line) => Error(
        ProblemCodes.HeaderRepeated, line, null, null,
        "Hier staat de kopregel opnieuw: dit lijken twee bestanden achter elkaar.", "The header stands here again: these seem to be two files joined.",
        "Lever elk bestand apart.", "Deliver each file by itself.");

    /// <summary>A row's number of fields is off.</summary>
    public static RowProblem FieldCount(int line, int found, int expected) => Error(
        ProblemCodes.FieldCount, line, null, Text($"{found}"),
        Text($"Deze regel heeft {found} velden; de kopregel heeft er {expected}."), Text($"This line has {found} fields; the header has {expected}."),
        "Controleer scheidingstekens en aanhalingstekens op deze regel.", "Check delimiters and quotation marks on this line.");

    /// <summary>A quotation mark is off.</summary>
    public static RowProblem QuoteUnbalanced(int line, string value) => Error(
        ProblemCodes.QuoteUnbalanced, line, null, value,
        "Een aanhalingsteken wordt niet gesloten, of staat midden in een veld.", "A quotation mark is not closed, or stands within a field.",
        "Sluit het aanhalingsteken, of verdubbel het binnen een veld.", "Close the quotation mark, or double it within a field.");

    /// <summary>A field is too long.</summary>
    public static RowProblem FieldTooLong(int line, int most) => Error(
        ProblemCodes.FieldTooLong, line, null, null,
        Text($"Vanaf deze regel is een veld langer dan {most} tekens; waarschijnlijk wordt een aanhalingsteken niet gesloten."),
        Text($"From this line on a field is longer than {most} characters; probably a quotation mark is not closed."),
        "Zoek op of voor deze regel het losse aanhalingsteken.", "Look for the single quotation mark on or before this line.");

    /// <summary>An area's code is malformed.</summary>
    public static RowProblem AreaCodeInvalid(int line, string column, string value) => Error(
        ProblemCodes.AreaCodeInvalid, line, column, value,
        $"'{value}' is geen gebiedscode.", $"'{value}' is not an area code.",
        "Gebruik een CBS-code zoals GM0363, WK036300 of BU03630000, of een eigen gebied zoals CU0153-dolphia.",
        "Use a CBS code such as GM0363, WK036300 or BU03630000, or a custom area such as CU0153-dolphia.");

    /// <summary>An area is not in the register.</summary>
    public static RowProblem AreaUnknown(int? line, string column, string area, int boundaryYear) => Error(
        ProblemCodes.AreaUnknown, line, column, area,
        Text($"Het gebied {area} staat niet in het gebiedenregister van {boundaryYear}."), Text($"Area {area} is not in the register of areas for {boundaryYear}."),
        "Controleer de code en het jaar van de grenzen, of lever eerst het gebied aan in de map 'areas'.",
        "Check the code and the year of the boundaries, or deliver the area in the folder 'areas' first.");

    /// <summary>An area that something was noted about is not in the register, in any year.</summary>
    public static RowProblem AreaUnknown(int line, string column, string area) => Error(
        ProblemCodes.AreaUnknown, line, column, area,
        $"Het gebied {area} staat niet in het gebiedenregister.", $"Area {area} is not in the register of areas.",
        "Controleer de code, of lever eerst het gebied aan in de map 'areas'.", "Check the code, or deliver the area in the folder 'areas' first.");

    /// <summary>A year is malformed.</summary>
    public static RowProblem PeriodInvalid(int line, string column, string value) => Error(
        ProblemCodes.PeriodInvalid, line, column, value,
        $"'{value}' is geen jaar.", $"'{value}' is not a year.",
        "Schrijf een jaar met vier cijfers, zoals 2019.", "Write a year of four digits, such as 2019.");

    /// <summary>The file's name does not give the year.</summary>
    public static RowProblem PeriodNotInName(IEnumerable<string> known)
    {
        var texts = string.Join(", ", known.Select(text => $"'{text}'"));
        return Error(
            ProblemCodes.PeriodNotInName, null, null, null,
            "De bestandsnaam zegt niet over welk jaar de cijfers gaan.", "The file's name does not say what year the figures are about.",
            $"Geef het bestand een naam met een van: {texts} ({{year}} is een jaar van vier cijfers).", $"Give the file a name with one of: {texts} ({{year}} is a year of four digits).");
    }

    /// <summary>An indicator is not the dataset's.</summary>
    public static RowProblem IndicatorUnknown(int line, string column, string value, IEnumerable<string> known) => Error(
        ProblemCodes.IndicatorUnknown, line, column, value,
        $"De indicator '{value}' hoort niet bij deze dataset.", $"Indicator '{value}' is not one of this dataset's.",
        $"Gebruik een van: {string.Join(", ", known)}.", $"Use one of: {string.Join(", ", known)}.");

    /// <summary>An indicator is not in the catalogue.</summary>
    public static RowProblem IndicatorNotInCatalogue(int line, string column, string value) => Error(
        ProblemCodes.IndicatorUnknown, line, column, value,
        $"De indicator '{value}' staat niet in de catalogus.", $"Indicator '{value}' is not in the catalogue.",
        "Gebruik een code uit de catalogus (/api/v1/indicators).", "Use a code of the catalogue (/api/v1/indicators).");

    /// <summary>A number does not fit the declared form.</summary>
    public static RowProblem Number(int line, string column, string value, NumberFault fault, NumberForm form) => fault switch
    {
        NumberFault.Separator => Error(
            ProblemCodes.NumberSeparator, line, column, value,
            $"'{value.Trim()}' heeft een scheidingsteken dat hier niet kan staan; afgesproken is {Describe(form).Nl}.",
            $"'{value.Trim()}' has a separator that cannot stand here; agreed is {Describe(form).En}.",
            "Exporteer het bestand opnieuw met de afgesproken scheidingstekens.", "Export the file again with the agreed separators."),
        NumberFault.TooPrecise => Error(
            ProblemCodes.NumberTooPrecise, line, column, value,
            $"'{value.Trim()}' heeft meer dan 15 cijfers.", $"'{value.Trim()}' has more than 15 digits.",
            "Rond het getal af.", "Round the number."),
        _ => Error(
            ProblemCodes.NumberInvalid, line, column, value,
            $"'{value.Trim()}' is geen getal.", $"'{value.Trim()}' is not a number.",
            "Schrijf een getal, of een van de afgesproken tekens voor een ontbrekende waarde.", "Write a number, or one of the agreed symbols for a missing value."),
    };

    /// <summary>Money with parts of a cent.</summary>
    public static RowProblem PartOfCent(int line, string column, string value) => Error(
        ProblemCodes.NumberTooPrecise, line, column, value,
        $"'{value.Trim()}' heeft delen van een cent.", $"'{value.Trim()}' has parts of a cent.",
        "Rond het bedrag af op de cent.", "Round the amount to the cent.");

    /// <summary>A value is less or more than it can be.</summary>
    public static RowProblem ValueOutOfRange(int line, string column, string value, ValueRange range)
    {
        var bounds = Bounds(range);
        return Error(
            ProblemCodes.ValueOutOfRange, line, column, value,
            $"'{value.Trim()}' kan niet: de waarde hoort {bounds.Nl} te zijn.", $"'{value.Trim()}' cannot be: the value is to be {bounds.En}.",
            "Controleer de waarde en haar eenheid.", "Check the value and its unit.");
    }

    /// <summary>A total is not the sum of its parts.</summary>
    public static RowProblem TotalMismatch(int line, string column, string value, decimal sum, decimal tolerance, IReadOnlyList<string> parts) => Warn(
        ProblemCodes.TotalMismatch, line, column, value,
        Text($"'{value.Trim()}' is niet de som van {string.Join(", ", parts)}: die is {sum} (afgesproken speling {tolerance})."),
        Text($"'{value.Trim()}' is not the sum of {string.Join(", ", parts)}: that is {sum} (agreed tolerance {tolerance})."),
        "Controleer het totaal en de delen.", "Check the total and its parts.");

    /// <summary>A municipality's value is not the sum over its areas.</summary>
    public static RowProblem AreaTotalMismatch(int line, string column, string municipality, string indicator, decimal whole, decimal sum, bool ofDistricts) => Warn(
        ProblemCodes.TotalMismatch, line, column, Text($"{whole}"),
        Text($"{indicator} van {municipality} is {whole}, maar de {(ofDistricts ? "wijken" : "buurten")} in het bestand tellen op tot {sum}."),
        Text($"{indicator} of {municipality} is {whole}, but the {(ofDistricts ? "districts" : "neighbourhoods")} in the file add up to {sum}."),
        "Controleer of gebieden ontbreken of dubbel tellen.", "Check whether areas are missing or count twice.");

    /// <summary>A value is far from the previous one.</summary>
    public static RowProblem ValueJump(int line, string column, string area, string indicator, decimal now, EarlierValue previous) => Warn(
        ProblemCodes.ValueJump, line, column, Text($"{now}"),
        Text($"{indicator} van {area} springt van {previous.Number} in {previous.Period.Label.Nl} naar {now}."),
        Text($"{indicator} of {area} jumps from {previous.Number} in {previous.Period.Label.En} to {now}."),
        "Controleer de waarde; klopt zij, dan hoeft u niets te doen of bevestigt u de levering.", "Check the value; where it is right, do nothing or confirm the delivery.");

    /// <summary>The file holds fewer rows than the previous delivery.</summary>
    public static RowProblem CoverageDropped(int rows, int previousRows) => Warn(
        ProblemCodes.CoverageDropped, null, null, Text($"{rows}"),
        Text($"Het bestand heeft {rows} rijen; de vorige levering had er {previousRows}."), Text($"The file has {rows} rows; the previous delivery had {previousRows}."),
        "Controleer of het bestand volledig is.", "Check whether the file is complete.");

    /// <summary>A column's name says that it holds data about persons.</summary>
    public static RowProblem PersonalColumn(int line, string column) => Error(
        ProblemCodes.PersonalData, line, column, null,
        $"De kolom '{column}' lijkt persoonsgegevens te bevatten.", $"The column '{column}' seems to hold personal data.",
        "Verwijder de kolom; lever alleen cijfers per gebied.", "Remove the column; deliver figures by area only.");

    /// <summary>Values look like data about persons. They are not repeated here.</summary>
    public static RowProblem PersonalData(int line, string column, BilingualText kind, int count) => Error(
        ProblemCodes.PersonalData, line, column, null,
        Text($"Dit lijkt op {kind.Nl}; in deze kolom {count} keer, hier voor het eerst."), Text($"This looks like {kind.En}; {count} times in this column, here first."),
        "Verwijder de persoonsgegevens; lever alleen cijfers per gebied.", "Remove the personal data; deliver figures by area only.");

    /// <summary>Two rows about the same thing.</summary>
    public static RowProblem KeyDuplicate(int line, string column, string key, int firstLine) => Error(
        ProblemCodes.KeyDuplicate, line, column, key,
        Text($"{key} stond al op regel {firstLine}."), Text($"{key} stood on line {firstLine} already."),
        "Laat één van de regels staan.", "Keep one of the lines.");

    /// <summary>A required field is empty.</summary>
    public static RowProblem ValueMissing(int line, string column) => Error(
        ProblemCodes.ValueMissing, line, column, "",
        $"'{column}' is leeg.", $"'{column}' is empty.",
        "Vul het veld in.", "Fill the field in.");

    /// <summary>A date is malformed.</summary>
    public static RowProblem DateInvalid(int line, string column, string value) => Error(
        ProblemCodes.DateInvalid, line, column, value,
        $"'{value}' is geen datum.", $"'{value}' is not a date.",
        "Schrijf een datum als jaar-maand-dag, zoals 2017-03-29.", "Write a date as year-month-day, such as 2017-03-29.");

    /// <summary>A text cannot be kept as it is.</summary>
    public static RowProblem TextInvalid(int line, string column, string value, int most) => Error(
        ProblemCodes.TextInvalid, line, column, value,
        Text($"Dit veld mag hoogstens {most} tekens hebben, geen regeleinden of stuurtekens en, als het een kenmerk is, geen /, \\, # of ?."), Text($"This field may have {most} characters at most, no line breaks or control characters and, as a reference, no /, \\, # or ?."),
        "Kort de tekst in of vervang het teken.", "Shorten the text or replace the character.");

    /// <summary>A value is none of those that may be chosen.</summary>
    public static RowProblem ChoiceInvalid(int line, string column, string value, IEnumerable<string> known) => Error(
        ProblemCodes.ChoiceInvalid, line, column, value,
        $"'{value}' is hier geen keuze.", $"'{value}' is not a choice here.",
        $"Gebruik een van: {string.Join(", ", known)}.", $"Use one of: {string.Join(", ", known)}.");

    /// <summary>There are more records with the same values than may be.</summary>
    public static RowProblem LimitExceeded(int line, string column, string value, int most) => Error(
        ProblemCodes.LimitExceeded, line, column, value,
        Text($"Van '{value}' mogen er hoogstens {most} regels zijn; dit is er een te veel."), Text($"There may be {most} rows of '{value}' at most; this is one too many."),
        "Haal de regels weg die te veel zijn.", "Take out the rows that are too many.");

    /// <summary>A contract is not known.</summary>
    public static RowProblem ContractUnknown(int line, string column, string contract) => Error(
        ProblemCodes.ContractUnknown, line, column, contract,
        $"Er is geen contract '{contract}'.", $"There is no contract '{contract}'.",
        "Controleer het kenmerk, of lever eerst het contract aan in de map 'contracts'.", "Check the id, or deliver the contract in the folder 'contracts' first.");

    /// <summary>A contract's field is missing or wrong.</summary>
    public static RowProblem ContractInvalid(int? line, string field, string? value, BilingualText message, BilingualText remedy) =>
        new(ProblemCodes.ContractInvalid, ProblemSeverity.Error, line, Cut(field), Cut(value), Cut(message), Cut(remedy));

    /// <summary>An entry does not fit its contract.</summary>
    public static RowProblem EntryInvalid(int line, string column, string? value, BilingualText message, BilingualText remedy) =>
        new(ProblemCodes.EntryInvalid, ProblemSeverity.Error, line, column, Cut(value), Cut(message), Cut(remedy));

    /// <summary>An entry was booked before, in another form.</summary>
    /// <param name="line">The line; null where it is about the whole file.</param>
    /// <param name="reference">Its reference.</param>
    /// <param name="delivery">The delivery that it was booked with.</param>
    /// <param name="difference">In what it differs from what is booked.</param>
    public static RowProblem EntryExists(int? line, string reference, string? delivery, BilingualText difference) => Error(
        ProblemCodes.EntryExists, line, "reference", reference,
        $"Het kenmerk '{reference}' is al anders geboekt met levering {delivery} ({difference.Nl}); wat geboekt is wordt niet gewijzigd.",
        $"Reference '{reference}' was booked in another form with delivery {delivery} already ({difference.En}); what is booked is not changed.",
        "Lever de regel zoals zij geboekt is, en zet wat er anders is in een besluit (decisions): een bevestiging, betwisting of correctie.",
        "Deliver the row as it was booked, and put what is different in a decision (decisions): a confirmation, dispute or correction.");

    /// <summary>Rows were booked before, just as they stand here; they are not booked again.</summary>
    public static RowProblem EntriesBookedBefore(int rows) => new(
        ProblemCodes.EntriesBookedBefore, ProblemSeverity.Warning, Line: null, Column: null, Value: null,
        new BilingualText(
            rows == 1 ? "1 regel was al zo geboekt en telt niet nog eens." : $"{rows} regels waren al zo geboekt en tellen niet nog eens.",
            rows == 1 ? "1 row was booked just so already and does not count again." : $"{rows} rows were booked just so already and do not count again."),
        new BilingualText("U hoeft niets te doen: regels van een eerdere levering mogen erin blijven staan.", "There is nothing to do: rows of an earlier delivery may stay in the file."));

    /// <summary>A definition of a dataset is not as it must be.</summary>
    public static RowProblem DefinitionInvalid(int? line, string? field, string fault) => Error(
        ProblemCodes.DefinitionInvalid, line, field, null,
        $"De definitie klopt niet: {fault}", $"The definition is not right: {fault}",
        "Herstel de definitie volgens het schema; tot dan blijft de vorige gelden.", "Mend the definition by its schema; until then the previous one stays in force.");

    internal static RowProblem Error(string code, int? line, string? column, string? value, string nl, string en, string remedyNl, string remedyEn) =>
        new(code, ProblemSeverity.Error, line, Cut(column), Cut(value), Cut(new BilingualText(nl, en)), Cut(new BilingualText(remedyNl, remedyEn)));

    internal static RowProblem Warn(string code, int? line, string? column, string? value, string nl, string en, string remedyNl, string remedyEn) =>
        Error(code, line, column, value, nl, en, remedyNl, remedyEn) with { Severity = Warning };

    private static BilingualText Bounds(ValueRange range) => range switch
    {
        { Min: { } min, Max: { } max } => new(Text($"{min} tot en met {max}"), Text($"{min} to {max}")),
        { Min: { } min } => new(Text($"{min} of meer"), Text($"{min} or more")),
        _ => new(Text($"{range.Max} of minder"), Text($"{range.Max} or less")),
    };

    [return: NotNullIfNotNull(nameof(value))]
    private static string? Cut(string? value, int longest = LongestValue) =>
        value?.Length > longest ? string.Concat(value.AsSpan(0, longest), "…") : value;

    // A message may quote what was read, and that can be of any length.
    private static BilingualText Cut(BilingualText text) => new(Cut(text.Nl, LongestMessage), Cut(text.En, LongestMessage));

    internal static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static BilingualText Describe(NumberForm form) => form.ThousandsSeparator is { } thousands
        ? new($"{Name(form.DecimalSeparator).Nl} voor decimalen en {Name(thousands).Nl} voor duizendtallen", $"{Name(form.DecimalSeparator).En} for decimals and {Name(thousands).En} for thousands")
        : new($"{Name(form.DecimalSeparator).Nl} voor decimalen en niets voor duizendtallen", $"{Name(form.DecimalSeparator).En} for decimals and nothing for thousands");

    private static BilingualText Name(char c) => c switch
    {
        ';' => new("een puntkomma (;)", "a semicolon (;)"),
        ',' => new("een komma (,)", "a comma (,)"),
        '.' => new("een punt (.)", "a point (.)"),
        '\t' => new("een tab", "a tab"),
        '|' => new("een verticale streep (|)", "a vertical bar (|)"),
        ' ' => new("een spatie", "a space"),
        _ => new($"'{c}'", $"'{c}'"),
    };
}
