using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Ledgers;

/// <summary>The channels of repayment (aflossing) that are booked as entries; the third, indicators, is computed from observations.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LedgerChannel>))]
public enum LedgerChannel
{
    /// <summary>An activity that was held: agreed value, no money moves.</summary>
    [JsonStringEnumMemberName("activities")]
    Activities,

    /// <summary>Proceeds of the house (exploitatie): cash.</summary>
    [JsonStringEnumMemberName("operation")]
    Operation,
}

/// <summary>A delivered row about repayment on a contract: an activity held, or proceeds of operation.</summary>
/// <param name="Contract">The contract's id.</param>
/// <param name="Channel">The channel it repays through.</param>
/// <param name="Reference">The supplier's own reference, unique within contract and channel.</param>
/// <param name="Date">The day it happened.</param>
/// <param name="Item">For an activity its kind in the contract's tariff list; for operation what was earned.</param>
/// <param name="Count">For an activity how many times it was held; null for operation.</param>
/// <param name="Amount">For operation the proceeds in euros; null for an activity, whose value the contract's tariff gives.</param>
/// <param name="ConfirmedBy">The role that confirmed an activity; null while it is unconfirmed. Operation needs no confirmation.</param>
/// <param name="Source">The delivery and line it was read from.</param>
public sealed record LedgerEntry(
    string Contract,
    LedgerChannel Channel,
    string Reference,
    DateOnly Date,
    string Item,
    decimal? Count,
    decimal? Amount,
    string? ConfirmedBy,
    SourceLine Source) : ILedgerRecord
{
    /// <summary>The entry's key: contract, channel and reference with slashes between them.</summary>
    public string Key => $"{Contract}/{(Channel == LedgerChannel.Activities ? "activities" : "operation")}/{Reference}";
}
