namespace Wijkmonitor.Functions.Storage;

/// <summary>How far a delivery has come.</summary>
public enum DeliveryState
{
    /// <summary>Its rows are being stored.</summary>
    Storing,

    /// <summary>All is stored; the scorecards that it touches are still to be computed.</summary>
    Scoring,

    /// <summary>All is stored and computed.</summary>
    Served,

    /// <summary>It was refused as a whole; nothing of it is stored.</summary>
    Refused,
}

/// <summary>A file that a data team delivered, and what came of it.</summary>
/// <param name="Id">The dataset and a hash of dataset and content: the same file has the same id.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="File">The file's name below the dataset's folder.</param>
/// <param name="State">How far it has come.</param>
/// <param name="ReceivedAt">When it was dropped in the inbox.</param>
/// <param name="StoredAt">When its rows were stored: of two deliveries about the same, the one stored last counts. Null before that.</param>
/// <param name="CompletedAt">When its state became final; null before that.</param>
/// <param name="Sha256">The checksum of its content.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Rows">How many rows were read.</param>
/// <param name="Values">How many values they hold.</param>
/// <param name="Errors">How many errors it has.</param>
/// <param name="Warnings">How many warnings it has.</param>
/// <param name="ProblemCounts">How many problems it has of each code, those included that are not kept.</param>
/// <param name="Path">Where the file lies now: in the archive, or with the refused files.</param>
/// <param name="InboxVersion">The version of the inbox file that it was read from.</param>
/// <param name="Municipalities">The municipalities whose scorecards it touches.</param>
/// <param name="RepeatedAt">When the same file was dropped again without effect; null where it never was.</param>
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
    DateTimeOffset? RepeatedAt);
