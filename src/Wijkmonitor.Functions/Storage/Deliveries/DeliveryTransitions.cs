namespace Wijkmonitor.Functions.Storage.Deliveries;

/// <summary>The states that a delivery can go to from each state.</summary>
public static class DeliveryTransitions
{
    private static readonly Dictionary<DeliveryState, DeliveryState[]> Next = new()
    {
        [DeliveryState.Checking] = [DeliveryState.Pending, DeliveryState.Storing, DeliveryState.Refused],
        [DeliveryState.Pending] = [DeliveryState.Confirmed, DeliveryState.Withdrawing],

        // It is checked once more: other warnings may ask for confirmation by then.
        [DeliveryState.Confirmed] = [DeliveryState.Storing, DeliveryState.Pending, DeliveryState.Refused],

        // Where storing fails for good, the rows are taken out again; where the same content was in force before, only this drop of it is refused.
        [DeliveryState.Storing] = [DeliveryState.Scoring, DeliveryState.Restored, DeliveryState.Refused],
        [DeliveryState.Scoring] = [DeliveryState.Served, DeliveryState.Scoring, DeliveryState.Withdrawing],
        [DeliveryState.Served] = [DeliveryState.Scoring, DeliveryState.Withdrawing],
        [DeliveryState.Withdrawing] = [DeliveryState.Restored, DeliveryState.Withdrawn],
        [DeliveryState.Restored] = [DeliveryState.Withdrawn, DeliveryState.Refused],

        // The end; the same file dropped again begins again.
        [DeliveryState.Refused] = [],
        [DeliveryState.Withdrawn] = [],
    };

    /// <summary>Whether a delivery can go from one state to another.</summary>
    public static bool IsAllowed(DeliveryState from, DeliveryState to) => Next[from].Contains(to);
}
