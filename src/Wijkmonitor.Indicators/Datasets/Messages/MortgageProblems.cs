using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;
using static Wijkmonitor.Indicators.Datasets.Messages.ProblemText;

namespace Wijkmonitor.Indicators.Datasets.Messages;

/// <summary>Problems of contracts, and of what is to be booked on them, in words.</summary>
public static class MortgageProblems
{
    /// <summary>Creates the problem that a contract is not known.</summary>
    public static RowProblem ContractUnknown(int line, string column, string contract) => Error(
        ProblemCodes.ContractUnknown, line, column, contract,
        $"Er is geen contract '{contract}'.", $"There is no contract '{contract}'.",
        "Controleer het kenmerk, of lever eerst het contract aan in de map 'contracts'.",
        "Check the id, or deliver the contract in the folder 'contracts' first.");

    /// <summary>Creates the problem that a contract's field is missing or wrong.</summary>
    public static RowProblem ContractInvalid(int? line, string field, string? value, BilingualText message, BilingualText remedy) =>
        new(ProblemCodes.ContractInvalid, ProblemSeverity.Error, line, Truncate(field), Truncate(value), Truncate(message), Truncate(remedy));

    /// <summary>Creates the problem that an entry does not fit its contract.</summary>
    public static RowProblem EntryInvalid(int line, string column, string? value, BilingualText message, BilingualText remedy) =>
        new(ProblemCodes.EntryInvalid, ProblemSeverity.Error, line, column, Truncate(value), Truncate(message), Truncate(remedy));

    /// <summary>Creates the problem that an entry was booked before, in another form.</summary>
    /// <param name="line">The line; null where it is about the whole file.</param>
    /// <param name="reference">Its reference.</param>
    /// <param name="delivery">The delivery that it was booked with.</param>
    /// <param name="difference">In what it differs from what is booked.</param>
    public static RowProblem EntryExists(int? line, string reference, string? delivery, BilingualText difference) => Error(
        ProblemCodes.EntryExists, line, "reference", reference,
        $"Het kenmerk '{reference}' is al anders geboekt met levering {delivery} ({difference.Nl}); wat geboekt is wordt niet gewijzigd.",
        $"Reference '{reference}' was already booked in another form with delivery {delivery} ({difference.En}); what is booked is not changed.",
        "Lever de regel zoals zij geboekt is, en zet wat er anders is in een besluit (dataset 'decisions'): een bevestiging, betwisting of correctie.",
        "Deliver the row as it was booked, and put what is different in a decision (dataset 'decisions'): a confirmation, dispute or correction.");

    /// <summary>Creates the problem that identical rows were booked before; they are not booked again.</summary>
    public static RowProblem EntriesBookedBefore(int rows) => new(
        ProblemCodes.EntriesBookedBefore, ProblemSeverity.Warning, Line: null, Column: null, Value: null,
        new BilingualText(
            rows == 1 ? "1 regel was al zo geboekt en telt niet nog eens." : $"{rows} regels waren al zo geboekt en tellen niet nog eens.",
            rows == 1 ? "1 row was already booked in this way and does not count again."
                : $"{rows} rows were already booked in this way and do not count again."),
        new BilingualText("U hoeft niets te doen: regels van een eerdere levering mogen erin blijven staan.",
            "You do not have to do anything: rows of an earlier delivery may stay in the file."));
}
