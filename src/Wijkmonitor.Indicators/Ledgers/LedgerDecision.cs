using System.Globalization;
using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Ledgers;

/// <summary>Decision about a ledger entry.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DecisionKind>))]
public enum DecisionKind
{
    /// <summary>It took place; it counts.</summary>
    [JsonStringEnumMemberName("confirmed")]
    Confirmed,

    /// <summary>It is disputed; it does not count until it is confirmed again.</summary>
    [JsonStringEnumMemberName("disputed")]
    Disputed,

    /// <summary>Its count or amount is changed by a difference.</summary>
    [JsonStringEnumMemberName("corrected")]
    Corrected,
}

/// <summary>A decision about an entry: a ledger entry of its own, so that no entry is ever edited or deleted.</summary>
/// <remarks>The last confirmation or dispute says whether the entry counts; every correction adds to it.</remarks>
/// <param name="Contract">The contract's id.</param>
/// <param name="Reference">The decision's own reference, unique within the contract.</param>
/// <param name="Date">The day of the decision.</param>
/// <param name="Kind">Kind of decision.</param>
/// <param name="About">The entry: its channel and reference, such as <c>activities/A2017-014</c>.</param>
/// <param name="ByRole">The role that decided.</param>
/// <param name="Quantity">For a correction the difference: times held, or euros of proceeds; null for other decisions.</param>
/// <param name="Reason">Reason for it.</param>
/// <param name="Source">The delivery and line it was read from.</param>
public sealed record LedgerDecision(
    string Contract,
    string Reference,
    DateOnly Date,
    DecisionKind Kind,
    string About,
    string ByRole,
    decimal? Quantity,
    string Reason,
    SourceLine Source) : ILedgerRecord
{
    /// <summary>The decision's key: contract, <c>decisions</c> and reference with slashes between them.</summary>
    public string Key => $"{Contract}/decisions/{Reference}";

    /// <summary>The key of the entry that it is about.</summary>
    public string EntryKey => $"{Contract}/{About}";

    /// <summary>Finds the reason why the decision is invalid, or null where it is valid. The fields are named as in the file.</summary>
    /// <param name="entry">The entry that it names; null where there is none.</param>
    public ContractProblem? Validate(LedgerEntry? entry)
    {
        if (entry is null)
        {
            return new ContractProblem("about", About,
                new("Er is geen boeking met dit kenmerk.", "There is no entry with this reference."),
                new("Vul kanaal en kenmerk in, zoals activities/A2017-014.", "Enter channel and reference, such as activities/A2017-014."));
        }

        if (Date < entry.Date)
        {
            return new ContractProblem("date", Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                new("Het besluit is genomen vóór de dag waar het over gaat.", "The decision was taken before the day that it is about."),
                new("Verbeter de datum.", "Correct the date."));
        }

        return ValidateQuantity(entry);
    }

    private ContractProblem? ValidateQuantity(LedgerEntry entry)
    {
        var fits = Kind != DecisionKind.Corrected
            ? Quantity is null
            : Quantity is { } quantity && quantity != 0 && decimal.Round(quantity, entry.Channel == LedgerChannel.Activities ? 0 : 2) == quantity
                && Math.Abs(quantity) <= (entry.Channel == LedgerChannel.Activities ? LedgerLimits.MaxCount : LedgerLimits.MaxEuros);
        return fits ? null : new ContractProblem("quantity", Quantity?.ToString(CultureInfo.InvariantCulture),
            new("Een correctie noemt een verschil (een heel aantal keren, of een bedrag in hele centen); een ander besluit noemt geen getal.",
                "A correction names a difference (a whole number of times, or an amount in whole cents); another decision names no number."),
            new("Vul het verschil in (onder nul als het minder was), of laat het veld leeg.",
                "Enter the difference (below zero if it was less), or leave the field empty."));
    }
}
