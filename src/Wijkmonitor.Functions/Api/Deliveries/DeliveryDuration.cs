using Wijkmonitor.Functions.Storage.Deliveries;

namespace Wijkmonitor.Functions.Api.Deliveries;

/// <summary>Duration of a delivery, in seconds.</summary>
/// <param name="Waiting">From the drop until it was taken up.</param>
/// <param name="Checking">Until it was checked.</param>
/// <param name="Storing">Until it was stored; with it the time that it waited for confirmation. Absent for one that was refused.</param>
/// <param name="Scoring">Until its scorecards were computed. Absent for one that was refused.</param>
public sealed record DeliveryDuration(double Waiting, double Checking, double? Storing, double? Scoring)
{
    /// <summary>Creates the duration of a delivery, or null where it is unfinished or was not measured.</summary>
    public static DeliveryDuration? From(Delivery delivery) =>
        delivery is { StartedAt: { } started, CheckedAt: { } @checked, CompletedAt: { } completed, State: DeliveryState.Served or DeliveryState.Refused }
            ? new DeliveryDuration(
                GetSeconds(delivery.ReceivedAt, started),
                GetSeconds(started, @checked),
                delivery.StoredAt is { } stored ? GetSeconds(@checked, stored) : null,
                delivery.StoredAt is { } before ? GetSeconds(before, completed) : null)
            : null;

    // The storage keeps the moment of a drop to the second, and clocks differ a little.
    private static double GetSeconds(DateTimeOffset from, DateTimeOffset to) => Math.Max(0, Math.Round((to - from).TotalSeconds, 3));
}
