using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Functions.Storage.Deliveries;

/// <summary>State of a delivery.</summary>
public enum DeliveryState
{
    /// <summary>It is being checked, and that takes a while, or it waits for something that it needs.</summary>
    Checking,

    /// <summary>It has no errors, but a warning needs confirmation; nothing of it is stored.</summary>
    Pending,

    /// <summary>It was confirmed; the next run accepts it.</summary>
    Confirmed,

    /// <summary>Its rows are being stored.</summary>
    Storing,

    /// <summary>All is stored; the scorecards that it touches are still to be computed.</summary>
    Scoring,

    /// <summary>All is stored and computed.</summary>
    Served,

    /// <summary>It was refused as a whole; nothing of it is stored.</summary>
    Refused,

    /// <summary>It was withdrawn; the next run brings back what was there before.</summary>
    Withdrawing,

    /// <summary>It was withdrawn or quarantined, and what was there before is back. The scorecards that it affected are still to be computed.</summary>
    Restored,

    /// <summary>It was withdrawn; what is stored is as if it had never been accepted.</summary>
    Withdrawn,
}

/// <summary>Decision about a delivery. A decision is added and never changed.</summary>
/// <param name="Kind">Kind of decision.</param>
/// <param name="At">Time of the decision.</param>
/// <param name="ByRole">The role that decided; a role, no name of a person.</param>
/// <param name="Reason">Reason of the decision; null where none was given.</param>
public sealed record DeliveryDecision(DeliveryDecisionKind Kind, DateTimeOffset At, string ByRole, string? Reason)
{
    /// <summary>The state of a delivery that this was decided about.</summary>
    [JsonIgnore]
    public DeliveryState State => Kind == DeliveryDecisionKind.Confirmation ? DeliveryState.Confirmed : DeliveryState.Withdrawing;
}

/// <summary>Kind of decision about a delivery.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliveryDecisionKind>))]
public enum DeliveryDecisionKind
{
    /// <summary>Accept it in spite of its warnings.</summary>
    [JsonStringEnumMemberName("confirmation")]
    Confirmation,

    /// <summary>Do not accept it, or undo that.</summary>
    [JsonStringEnumMemberName("withdrawal")]
    Withdrawal,
}

/// <summary>A file that a data team delivered, and what came of it.</summary>
/// <param name="Id">The dataset and a hash of dataset and content: the same file has the same id.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="File">The file's name below the dataset's folder.</param>
/// <param name="State">Stage or outcome of the delivery.</param>
/// <param name="ReceivedAt">Time at which it was dropped in the inbox.</param>
/// <param name="StoredAt">Time at which its rows were stored: of two deliveries about the same, the one stored last counts. Null before that.</param>
/// <param name="CompletedAt">Time at which its state became final; null before that.</param>
/// <param name="Sha256">The checksum of its content.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Rows">Number of rows that were read.</param>
/// <param name="Values">Number of values in them.</param>
/// <param name="Errors">Number of errors.</param>
/// <param name="Warnings">Number of warnings.</param>
/// <param name="ProblemCounts">Number of problems by code, those included that are not kept.</param>
/// <param name="Path">Path of the file now: in the archive, or with the refused files.</param>
/// <param name="InboxVersion">The version of the inbox file that it was read from.</param>
/// <param name="Municipalities">The municipalities whose scorecards it touches.</param>
/// <param name="RepeatedAt">Time at which the same file was dropped again without effect; null where it never was.</param>
public sealed record Delivery(
    string Id,
    string Dataset,
    string File,
    DeliveryState State,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? StoredAt,
    DateTimeOffset? CompletedAt,
    string Sha256,
    long Bytes,
    int Rows,
    int Values,
    int Errors,
    int Warnings,
    IReadOnlyDictionary<string, int> ProblemCounts,
    string Path,
    string InboxVersion,
    IReadOnlyList<string> Municipalities,
    DateTimeOffset? RepeatedAt)
{
    /// <summary>Time at which processing started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Time at which its check ended.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>The years that its figures are about, in order.</summary>
    public IReadOnlyList<int> Periods { get; init; } = [];

    /// <summary>The number of periods that its figures are about, where some are no calendar years; null where all are.</summary>
    public int? FinePeriods { get; init; }

    /// <summary>The indicators that a release fills, in order; null where the file is no release.</summary>
    public IReadOnlyList<string>? Filled { get; init; }

    /// <summary>The contents that were read; null where it was not read, or before this was kept.</summary>
    public ReadSummary? Read { get; init; }

    /// <summary>The deliveries whose figures it took the place of, by id, as it was when it was stored.</summary>
    public IReadOnlyList<string> Supersedes { get; init; } = [];

    /// <summary>Numbers of changed values; null until known.</summary>
    public ChangeCounts? Changes { get; init; }

    /// <summary>Decisions about the delivery, in order.</summary>
    public IReadOnlyList<DeliveryDecision> Decisions { get; init; } = [];

    /// <summary>Whether it is refused because the monitor itself failed on it three times.</summary>
    [JsonIgnore]
    public bool IsQuarantined => State == DeliveryState.Refused && ProblemCounts.ContainsKey(ProblemCodes.ProcessingFailed);

    /// <summary>The key of its definition in the archive: it is always read as it was when it was delivered. Null for a file that was refused unread.</summary>
    public string? Definition { get; init; }

    /// <summary>Number of entities that each row of figures is divided over; decided when it is stored.</summary>
    public int Parts { get => Math.Max(field, 1); init; }

    /// <summary>The delivery as it was in force, while its file is stored once more; null otherwise.</summary>
    /// <remarks>Should storing it again fail for good, this one counts.</remarks>
    public Delivery? Before { get; init; }

    /// <summary>Whether a file with the same content waited for confirmation when this one was dropped; known while it is accepted.</summary>
    [JsonIgnore]
    public bool WasPending { get; init; }

    /// <summary>Whether its rows are what the tables hold, or are on their way out of them.</summary>
    [JsonIgnore]
    public bool IsStored => StoredAt is not null && (IsInForce || State == DeliveryState.Withdrawing);

    /// <summary>Whether what it says counts: stored, and not withdrawn.</summary>
    [JsonIgnore]
    public bool IsInForce => State is DeliveryState.Scoring or DeliveryState.Served;

    /// <summary>Creates a copy with somebody's decision about the delivery.</summary>
    /// <exception cref="InvalidOperationException">It cannot be decided in the state that it is in (<see cref="DeliveryTransitions"/>).</exception>
    public Delivery WithDecision(DeliveryDecision decision) => WithState(decision.State).WithRecordedDecision(decision);

    /// <summary>Creates a copy with a decision that was recorded.</summary>
    /// <remarks>The record in the archive can be older than the state that was decided about.</remarks>
    internal Delivery WithRecordedDecision(DeliveryDecision decision) => this with
    {
        State = decision.State,
        Decisions = [.. Decisions, decision],
        CompletedAt = null,
    };

    /// <summary>Creates a copy in another state.</summary>
    /// <exception cref="InvalidOperationException">It cannot go there from where it is (<see cref="DeliveryTransitions"/>).</exception>
    public Delivery WithState(DeliveryState state) => DeliveryTransitions.IsAllowed(State, state)
        ? this with { State = state }
        : throw new InvalidOperationException($"Delivery {Id} cannot go from {State} to {state}.");

    /// <summary>The version of the record that this was read from: it is kept only where nothing else changed it since. Null for a new one.</summary>
    [JsonIgnore]
    public string? Version { get; init; }
}

/// <summary>
/// Numbers of values that a delivery added, changed, withdrew and left unchanged, compared with what was in force before.
/// </summary>
/// <param name="Added">Values where there were none.</param>
/// <param name="Changed">Other values, or other states, than before.</param>
/// <param name="Withdrawn">Values that are no longer there: a wide row says all that its dataset says of an area and period.</param>
/// <param name="Unchanged">The same values again.</param>
public sealed record ChangeCounts(int Added, int Changed, int Withdrawn, int Unchanged);
