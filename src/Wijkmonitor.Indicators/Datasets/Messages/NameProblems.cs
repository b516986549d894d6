using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;
using static Wijkmonitor.Indicators.Datasets.Messages.ProblemText;

namespace Wijkmonitor.Indicators.Datasets.Messages;

/// <summary>Problems of names of areas and providers, in words.</summary>
public static class NameProblems
{
    /// <summary>Creates the problem that names look as if their characters were encoded twice.</summary>
    public static RowProblem EncodedTwice(int line, string column, string value, string meant, int count) => Ask(Warn(
        ProblemCodes.EncodedTwice, line, column, value,
        Format($"'{value}' lijkt twee keer gecodeerd; waarschijnlijk staat hier '{meant}'. Aantal in deze kolom: {count}, hier voor het eerst."),
        Format($"'{value}' seems to be encoded twice; probably '{meant}' is meant. Number in this column: {count}, here first."),
        "Lever het bestand opnieuw als UTF-8, zonder het eerst als Windows-tekst te openen. Klopt het zo, bevestig de levering dan.",
        "Deliver the file again as UTF-8, without opening it as Windows text first. If it is right as it is, confirm the delivery."));

    /// <summary>Creates the problem that one name among thousands looks like data about a person. Only the person who delivered it sees it.</summary>
    public static RowProblem NameToConfirm(int line, string column, string value, BilingualText kind, int names) => Ask(Warn(
        ProblemCodes.PersonalData, line, column, value,
        Format($"'{value}' lijkt op {kind.Nl}; het is de enige van {names} namen in deze kolom."),
        Format($"'{value}' looks like {kind.En}; it is the only one of {names} names in this column."),
        "Is dit een naam van een gebied of voorziening, bevestig de levering dan. Haal hem anders weg en lever opnieuw.",
        "If this is the name of an area or facility, confirm the delivery. Otherwise take it out and deliver again."));

    /// <summary>Creates the problem that a title or note looks like data about a person, or about the publisher.</summary>
    public static RowProblem NoteToConfirm(int line, string value, BilingualText kind) => Ask(Warn(
        ProblemCodes.PersonalData, line, null, value,
        Format($"In deze titel of noot lijkt {kind.Nl} te staan."), Format($"This title or note seems to have {kind.En}."),
        "Gaat het over niemand, of is het van de organisatie die de cijfers uitgeeft? Bevestig de levering dan. Haal het anders weg en lever opnieuw.",
        "Is it about nobody, or that of the organisation that publishes the figures? Then confirm the delivery. Otherwise take it out and deliver again."));

    private static RowProblem Ask(RowProblem warning) => warning with { NeedsConfirmation = true };
}
