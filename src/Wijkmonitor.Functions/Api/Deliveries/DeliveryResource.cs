using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Functions.Api.Deliveries;

/// <summary>A delivery.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="File">The file's name.</param>
/// <param name="State">checking, pending, confirmed, storing, scoring, served, refused, withdrawing, restored or withdrawn.</param>
/// <param name="ReceivedAt">Time at which it was dropped.</param>
/// <param name="StoredAt">Time at which its rows were stored; of two deliveries about the same, the one stored last counts.</param>
/// <param name="CompletedAt">Time at which its state became final.</param>
/// <param name="RepeatedAt">Time at which the same file was dropped again without effect.</param>
/// <param name="Sha256">The checksum of its content.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Rows">Number of its rows.</param>
/// <param name="Values">Number of values in them.</param>
/// <param name="Errors">Number of errors.</param>
/// <param name="Warnings">Number of warnings.</param>
/// <param name="Municipalities">The municipalities that it is about.</param>
/// <param name="Problems">Address of its problems.</param>
public sealed record DeliveryResource(
    string Id,
    string Dataset,
    string File,
    string State,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? StoredAt,
    DateTimeOffset? CompletedAt,
    DateTimeOffset? RepeatedAt,
    string Sha256,
    long Bytes,
    int Rows,
    int Values,
    int Errors,
    int Warnings,
    IReadOnlyList<string> Municipalities,
    string Problems)
{
    /// <summary>Whether it is refused because the monitor itself failed on it three times.</summary>
    public bool Quarantined { get; init; }

    /// <summary>Time at which processing started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Time at which its check ended.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>Duration in seconds; absent before the delivery is served, withdrawn or refused.</summary>
    public DeliveryDuration? Duration { get; init; }

    /// <summary>Current work on the delivery and its progress; absent when nothing is being done, or only just.</summary>
    public DeliveryProgressResource? Progress { get; init; }

    /// <summary>The years that its figures are about.</summary>
    public IReadOnlyList<int> Periods { get; init; } = [];

    /// <summary>The contents that were read: years, areas by level, symbols and lines passed over; absent where it was not read.</summary>
    public ReadSummary? Read { get; init; }

    /// <summary>The deliveries whose values it took the place of.</summary>
    public IReadOnlyList<string> Supersedes { get; init; } = [];

    /// <summary>Numbers of values that it added, changed, withdrew and left unchanged.</summary>
    public ChangeCounts? Changes { get; init; }

    /// <summary>Decisions about the delivery, in order.</summary>
    public IReadOnlyList<DeliveryDecision> Decisions { get; init; } = [];

    /// <summary>Address of its changes; absent when they are unknown.</summary>
    public string? Diff { get; init; }

    /// <summary>Creates the resource of a delivery.</summary>
    public static DeliveryResource From(Delivery delivery) => From(delivery, progress: null);

    /// <summary>Creates the resource of a delivery, with the progress of the work on it.</summary>
    public static DeliveryResource From(Delivery delivery, DeliveryProgress? progress) => new(
        delivery.Id,
        delivery.Dataset,
        delivery.File,
        DeliveryStateNames.GetName(delivery.State),
        delivery.ReceivedAt,
        delivery.StoredAt,
        delivery.CompletedAt,
        delivery.RepeatedAt,
        delivery.Sha256,
        delivery.Bytes,
        delivery.Rows,
        delivery.Values,
        delivery.Errors,
        delivery.Warnings,
        delivery.Municipalities,
        $"/api/v1/deliveries/{delivery.Id}/problems")
    {
        Quarantined = delivery.IsQuarantined,
        StartedAt = delivery.StartedAt,
        CheckedAt = delivery.CheckedAt,
        Duration = DeliveryDuration.From(delivery),
        Progress = progress is null ? null : DeliveryProgressResource.From(progress),
        Periods = delivery.Periods,
        Read = delivery.Read,
        Supersedes = delivery.Supersedes,
        Changes = delivery.Changes,
        Decisions = delivery.Decisions,
        Diff = delivery.Changes is null ? null : $"/api/v1/deliveries/{delivery.Id}/diff",
    };
}
