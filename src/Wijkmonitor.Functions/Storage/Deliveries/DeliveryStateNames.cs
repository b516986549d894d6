namespace Wijkmonitor.Functions.Storage.Deliveries;

/// <summary>Names of the states of deliveries, as the API and messages have them.</summary>
public static class DeliveryStateNames
{
    /// <summary>Gets the name of a state.</summary>
    public static string GetName(DeliveryState state) => state.ToString().ToLowerInvariant();
}
