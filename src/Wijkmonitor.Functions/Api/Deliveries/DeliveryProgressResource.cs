using Wijkmonitor.Functions.Storage.Deliveries;

namespace Wijkmonitor.Functions.Api.Deliveries;

/// <summary>Current work on a delivery.</summary>
/// <param name="Stage">checking, comparing, storing, restoring or scoring.</param>
/// <param name="Done">Number of rows of the stage that are done; while scoring, of municipalities.</param>
/// <param name="Total">Number to do; while checking, the lines of the file.</param>
/// <param name="At">Time of this report: where it is long ago, the run was broken off and the next one goes on.</param>
public sealed record DeliveryProgressResource(string Stage, int Done, int Total, DateTimeOffset At)
{
    /// <summary>Creates the resource of a delivery's progress.</summary>
    public static DeliveryProgressResource From(DeliveryProgress progress) =>
        new(progress.Stage.ToString().ToLowerInvariant(), progress.Done, progress.Total, progress.At);
}
