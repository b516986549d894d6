using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;
using static Wijkmonitor.Indicators.Datasets.Messages.ProblemText;

namespace Wijkmonitor.Indicators.Datasets.Messages;

/// <summary>Problems of rows and of the values in them in words.</summary>
public static class RowProblems
{
    /// <summary>Creates the problem that an area's code is malformed.</summary>
    public static RowProblem AreaCodeInvalid(int line, string column, string value) => Error(
        ProblemCodes.AreaCodeInvalid, line, column, value,
        $"'{value}' is geen gebiedscode.", $"'{value}' is not an area code.",
        "Gebruik een CBS-code zoals GM0363, WK036300 of BU03630000, of een eigen gebied zoals CU0153-dolphia.",
        "Use a CBS code such as GM0363, WK036300 or BU03630000, or a custom area such as CU0153-dolphia.");

    /// <summary>Creates the problem that digits are not the code of an area of the kind that the definition declares.</summary>
    /// <param name="line">The line.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">The text.</param>
    /// <param name="prefix">The letters of the kind: GM, WK or BU.</param>
    public static RowProblem AreaDigitsInvalid(int line, string column, string value, string prefix)
    {
        var (nl, en, digits) = prefix switch
        {
            "GM" => ("gemeente", "municipality", "0363"),
            "WK" => ("wijk", "district", "036300"),
            _ => ("buurt", "neighbourhood", "03630000"),
        };
        return Error(
            ProblemCodes.AreaCodeInvalid, line, column, value,
            $"'{value}' is geen code van een {nl} ({prefix}).", $"'{value}' is not the code of a {en} ({prefix}).",
            prefix == "GM" ? $"Schrijf een code als {digits} of {prefix}{digits}." : $"Schrijf een code als {digits} of {prefix}{digits}; hooguit één nul vooraan mag ontbreken.",
            prefix == "GM" ? $"Write a code such as {digits} or {prefix}{digits}." : $"Write a code such as {digits} or {prefix}{digits}; at most one zero in front may be missing.");
    }

    /// <summary>Creates the problem that an area is not in the register.</summary>
    public static RowProblem AreaUnknown(int? line, string column, string area, int boundaryYear) => Error(
        ProblemCodes.AreaUnknown, line, column, area,
        Format($"Het gebied {area} staat niet in het gebiedenregister van {boundaryYear}."),
        Format($"Area {area} is not in the register of areas for {boundaryYear}."),
        "Controleer de code en het jaar van de grenzen, of lever eerst het gebied aan in de map 'areas'.",
        "Check the code and the year of the boundaries, or deliver the area in the folder 'areas' first.");

    /// <summary>Creates the problem that the area of a record is not in the register, in any year.</summary>
    public static RowProblem AreaUnknown(int line, string column, string area) => Error(
        ProblemCodes.AreaUnknown, line, column, area,
        $"Het gebied {area} staat niet in het gebiedenregister.", $"Area {area} is not in the register of areas.",
        "Controleer de code, of lever eerst het gebied aan in de map 'areas'.", "Check the code, or deliver the area in the folder 'areas' first.");

    /// <summary>Creates the problem that a year is malformed.</summary>
    public static RowProblem PeriodInvalid(int line, string column, string value) => Error(
        ProblemCodes.PeriodInvalid, line, column, value,
        $"'{value}' is geen jaar.", $"'{value}' is not a year.",
        "Schrijf een jaar met vier cijfers, zoals 2019.", "Write a year of four digits, such as 2019.");

    /// <summary>Creates the problem that an indicator is not the dataset's.</summary>
    public static RowProblem IndicatorUnknown(int line, string column, string value, IReadOnlyCollection<string> known) => Error(
        ProblemCodes.IndicatorUnknown, line, column, value,
        $"De indicator '{value}' hoort niet bij deze dataset.", $"Indicator '{value}' is not one of this dataset's.",
        $"Gebruik een van: {Quote(known)}.", $"Use one of: {Quote(known)}.");

    /// <summary>Creates the problem that rows have a publisher's code that the dataset does not take.</summary>
    public static RowProblem CodeSkipped(int line, string column, string value, int rows) => Warn(
        ProblemCodes.ColumnUnknown, line, column, value,
        Format($"De code '{value}' is niet afgesproken; de waarden ervan worden niet overgenomen ({rows} {(rows == 1 ? "rij" : "rijen")})."),
        Format($"The code '{value}' is not agreed; its values are ignored ({rows} {(rows == 1 ? "row" : "rows")})."),
        "Laat deze rijen weg, of vraag de beheerder de code toe te voegen aan de dataset.",
        "Leave these rows out, or ask the administrator to add the code to the dataset.");

    /// <summary>Creates the problem that the state of a figure is not one that the dataset declares.</summary>
    public static RowProblem StateUnknown(int line, string column, string value, IEnumerable<string> known) => Error(
        ProblemCodes.StateInvalid, line, column, value,
        $"Wat '{value}' over een cijfer zegt, is niet afgesproken.", $"It was not agreed what '{value}' says about a figure.",
        $"Afgesproken zijn: {string.Join(", ", known)}. Vraag de beheerder deze toestand aan de definitie toe te voegen ('states').",
        $"Agreed are: {string.Join(", ", known)}. Ask the administrator to add this state to the definition ('states').");

    /// <summary>Creates the problem that a figure is next to a state that says that there is none.</summary>
    public static RowProblem StateContradicts(int line, string column, string value, string state) => Error(
        ProblemCodes.StateInvalid, line, column, value,
        $"Hier staat het cijfer '{value.Trim()}', terwijl '{state}' zegt dat er geen is.",
        $"The figure '{value.Trim()}' is given here, while '{state}' says that there is none.",
        "Controleer welke van de twee klopt.", "Check which of the two is right.");

    /// <summary>Creates the problem that an indicator is not in the catalogue.</summary>
    public static RowProblem IndicatorNotInCatalogue(int line, string column, string value) => Error(
        ProblemCodes.IndicatorUnknown, line, column, value,
        $"De indicator '{value}' staat niet in de catalogus.", $"Indicator '{value}' is not in the catalogue.",
        "Gebruik een code uit de catalogus (/api/v1/indicators).", "Use a code of the catalogue (/api/v1/indicators).");

    /// <summary>Creates the problem that a number does not fit the declared form.</summary>
    public static RowProblem NumberInvalid(int line, string column, string value, NumberParseError error, NumberFormat format) => error switch
    {
        NumberParseError.Separator => Error(
            ProblemCodes.NumberSeparator, line, column, value,
            $"'{value.Trim()}' heeft een scheidingsteken dat hier niet kan staan; afgesproken is {Describe(format).Nl}.",
            $"'{value.Trim()}' has a separator that cannot be used here; agreed is {Describe(format).En}.",
            "Exporteer het bestand opnieuw met de afgesproken scheidingstekens.", "Export the file again with the agreed separators."),
        NumberParseError.TooPrecise => Error(
            ProblemCodes.NumberTooPrecise, line, column, value,
            $"'{value.Trim()}' heeft meer dan 15 cijfers.", $"'{value.Trim()}' has more than 15 digits.",
            "Rond het getal af.", "Round the number."),
        NumberParseError.Exponent => NumberProblems.DigitsLost(line, column, value),
        NumberParseError.TooLarge => NumberProblems.TooLarge(line, column, value),
        _ => Error(
            ProblemCodes.NumberInvalid, line, column, value,
            $"'{value.Trim()}' is geen getal.", $"'{value.Trim()}' is not a number.",
            "Schrijf een getal, of een van de afgesproken tekens voor een ontbrekende waarde.",
            "Write a number, or one of the agreed symbols for a missing value."),
    };

    /// <summary>Creates the problem that money with parts of a cent.</summary>
    public static RowProblem PartOfCent(int line, string column, string value) => Error(
        ProblemCodes.NumberTooPrecise, line, column, value,
        $"'{value.Trim()}' heeft delen van een cent.", $"'{value.Trim()}' has parts of a cent.",
        "Rond het bedrag af op de cent.", "Round the amount to the cent.");

    /// <summary>Creates the problem that a value is less or more than it can be.</summary>
    public static RowProblem ValueOutOfRange(int line, string column, string value, ValueLimits range)
    {
        var bounds = DescribeBounds(range);
        return Error(
            ProblemCodes.ValueOutOfRange, line, column, value,
            $"'{value.Trim()}' kan niet: de waarde moet {bounds.Nl} zijn.", $"'{value.Trim()}' is not possible: the value must be {bounds.En}.",
            "Controleer de waarde en haar eenheid.", "Check the value and its unit.");
    }

    /// <summary>Creates the problem that a total is not the sum of its parts.</summary>
    public static RowProblem TotalMismatch(int line, string column, string value, decimal sum, decimal tolerance, IReadOnlyList<string> parts) => Warn(
        ProblemCodes.TotalMismatch, line, column, value,
        Format($"'{value.Trim()}' is niet de som van {string.Join(", ", parts)}: die is {sum} (afgesproken speling {tolerance})."),
        Format($"'{value.Trim()}' is not the sum of {string.Join(", ", parts)}: that is {sum} (agreed tolerance {tolerance})."),
        "Controleer het totaal en de delen.", "Check the total and its parts.");

    /// <summary>Creates the problem that a municipality's value is not the sum over its areas.</summary>
    public static RowProblem AreaTotalMismatch(int line, string column, string municipality, string indicator, decimal whole, decimal sum,
        bool ofDistricts) => Warn(
        ProblemCodes.TotalMismatch, line, column, Format($"{whole}"),
        Format($"{indicator} van {municipality} is {whole}, maar de {(ofDistricts ? "wijken" : "buurten")} in het bestand tellen op tot {sum}."),
        Format($"{indicator} of {municipality} is {whole}, but the {(ofDistricts ? "districts" : "neighbourhoods")} in the file add up to {sum}."),
        "Controleer of gebieden ontbreken of dubbel tellen.", "Check whether areas are missing or count twice.");

    /// <summary>Creates the problem that a value is far from the previous one.</summary>
    public static RowProblem ValueJump(int line, string column, string area, string indicator, decimal now, EarlierValue previous) => Warn(
        ProblemCodes.ValueJump, line, column, Format($"{now}"),
        Format($"{indicator} van {area} springt van {previous.Number} in {previous.Period.Label.Nl} naar {now}."),
        Format($"{indicator} of {area} jumps from {previous.Number} in {previous.Period.Label.En} to {now}."),
        "Controleer de waarde. Klopt zij, dan hoeft u niets te doen, of bevestig de levering.",
        "Check the value. If it is right, do nothing or confirm the delivery.");

    /// <summary>Creates the problem that values look like data about persons. They are not repeated here.</summary>
    public static RowProblem PersonalData(int line, string column, BilingualText kind, int count) => Error(
        ProblemCodes.PersonalData, line, column, null,
        Format($"Dit lijkt op {kind.Nl}; in deze kolom {count} keer, hier voor het eerst."),
        Format($"This looks like {kind.En}; {count} times in this column, here first."),
        "Verwijder de persoonsgegevens; lever alleen cijfers per gebied.", "Remove the personal data; deliver figures by area only.");

    /// <summary>Creates the problem that two rows are about the same thing.</summary>
    /// <param name="line">The line of the second.</param>
    /// <param name="column">The column.</param>
    /// <param name="key">The thing.</param>
    /// <param name="firstLine">The line of the first.</param>
    /// <param name="isOfFigures">Whether they hold figures, which may be about different groups.</param>
    public static RowProblem KeyDuplicate(int line, string column, string key, int firstLine, bool isOfFigures) => Error(
        ProblemCodes.KeyDuplicate, line, column, key,
        Format($"{key} stond al op regel {firstLine}."), Format($"{key} was already on line {firstLine}."),
        isOfFigures
            ? "Zijn zij hetzelfde, laat er dan één staan. Gaan zij over verschillende groepen, zoals leeftijden, dan moet de definitie van de dataset er een kiezen ('dimensions'). Gaan zij over delen van een jaar, lever dan de cijfers over het hele jaar."
            : "Laat één van beide staan.",
        isOfFigures
            ? "If they are the same, keep one of the two. If they are about different groups, such as ages, the dataset's definition must choose one ('dimensions'). If they are about parts of a year, deliver the figures of the whole year."
            : "Keep one of the two.");

    /// <summary>Creates the problem that a required field is empty.</summary>
    public static RowProblem ValueMissing(int line, string column) => Error(
        ProblemCodes.ValueMissing, line, column, "",
        $"'{column}' is leeg.", $"'{column}' is empty.",
        "Vul het veld in.", "Fill in the field.");

    /// <summary>Creates the problem that a date is malformed.</summary>
    public static RowProblem DateInvalid(int line, string column, string value) => Error(
        ProblemCodes.DateInvalid, line, column, value,
        $"'{value}' is geen datum.", $"'{value}' is not a date.",
        "Schrijf een datum als jaar-maand-dag, zoals 2017-03-29.", "Write a date as year-month-day, such as 2017-03-29.");

    /// <summary>Creates the problem that a text cannot be kept as it is.</summary>
    public static RowProblem TextInvalid(int line, string column, string value, int max) => Error(
        ProblemCodes.TextInvalid, line, column, value,
        Format($"Dit veld mag hoogstens {max} tekens hebben, geen regeleinden of stuurtekens en, als het een kenmerk is, geen /, \\, # of ?."),
        Format($"This field may have {max} characters at most, no line breaks or control characters and, as a reference, no /, \\, # or ?."),
        "Kort de tekst in of vervang het teken.", "Shorten the text or replace the character.");

    /// <summary>Creates the problem that a value is none of those that may be chosen.</summary>
    public static RowProblem ChoiceInvalid(int line, string column, string value, IEnumerable<string> known) => Error(
        ProblemCodes.ChoiceInvalid, line, column, value,
        $"'{value}' is hier geen keuze.", $"'{value}' is not a choice here.",
        $"Gebruik een van: {string.Join(", ", known)}.", $"Use one of: {string.Join(", ", known)}.");

    /// <summary>Creates the problem that a text is no code, such as rules and other records name.</summary>
    public static RowProblem CodeInvalid(int line, string column, string value) => Error(
        ProblemCodes.CodeInvalid, line, column, value,
        $"'{value}' is geen code.", $"'{value}' is not a code.",
        "Schrijf een code met kleine letters, cijfers en koppeltekens, beginnend met een letter, hooguit 40 tekens.",
        "Write a code of lower-case letters, digits and hyphens, starting with a letter, 40 characters at most.");

    /// <summary>Creates the problem that there are more records with the same values than may be.</summary>
    public static RowProblem LimitExceeded(int line, string column, string value, int max) => Error(
        ProblemCodes.LimitExceeded, line, column, value,
        Format($"Van '{value}' mogen er hoogstens {max} regels zijn; dit is er een te veel."),
        Format($"There may be {max} rows of '{value}' at most; this is one too many."),
        "Haal de regels weg die te veel zijn.", "Remove the rows that are too many.");

    private static BilingualText DescribeBounds(ValueLimits range) => range switch
    {
        { Min: { } min, Max: { } max } => new(Format($"{min} tot en met {max}"), Format($"{min} to {max}")),
        { Min: { } min } => new(Format($"{min} of meer"), Format($"{min} or more")),
        _ => new(Format($"{range.Max} of minder"), Format($"{range.Max} or less")),
    };

    private static BilingualText Describe(NumberFormat format) => format.ThousandsSeparator is { } thousands
        ? new($"{GetName(format.DecimalSeparator).Nl} voor decimalen en {GetName(thousands).Nl} voor duizendtallen",
            $"{GetName(format.DecimalSeparator).En} for decimals and {GetName(thousands).En} for thousands")
        : new($"{GetName(format.DecimalSeparator).Nl} voor decimalen en niets voor duizendtallen",
            $"{GetName(format.DecimalSeparator).En} for decimals and nothing for thousands");
}
