using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;

/// <summary>An item of the works, as it was recorded last.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Value">Its value; null where it is not known.</param>
/// <param name="IsDelivered">Whether it was delivered.</param>
/// <param name="IsAccepted">Whether it was accepted, so that somebody verified it.</param>
/// <param name="IsPaid">Whether it was paid.</param>
/// <param name="Record">The record.</param>
internal sealed record WorkItem(string Code, decimal? Value, bool IsDelivered, bool IsAccepted, bool IsPaid, AreaRecord Record)
{
    /// <summary>Creates the item of a record.</summary>
    public static WorkItem From(AreaRecord record)
    {
        var state = record.GetText("state");
        return new(
            record.GetText("item")!, record.GetDecimal("value"), IsDelivered: state is "delivered" or "accepted", IsAccepted: state == "accepted",
            IsPaid: record.GetBoolean("paid") == true, record);
    }
}
