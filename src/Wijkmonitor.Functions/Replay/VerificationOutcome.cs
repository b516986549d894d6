using Wijkmonitor.Functions.Storage.Publications;

namespace Wijkmonitor.Functions.Replay;

/// <summary>Difference between tables and archive.</summary>
public enum DifferenceKind
{
    /// <summary>The table has no record of a delivery, or another state of it than the archive.</summary>
    RecordDiffers,

    /// <summary>Rows that a delivery in force stored are gone, or are older ones.</summary>
    RowsMissing,

    /// <summary>Rows name a delivery that is not in force, or that the archive does not know.</summary>
    RowsUnknown,
}

/// <summary>Difference between what the tables and the archive say of one delivery.</summary>
/// <param name="Delivery">The delivery's id.</param>
/// <param name="Dataset">Its dataset.</param>
/// <param name="Kind">Kind of difference.</param>
/// <param name="Rows">In how many rows.</param>
public sealed record TableDifference(string Delivery, string Dataset, DifferenceKind Kind, int Rows);

/// <summary>Outcome of a comparison of tables and archive, and of what was public with its index.</summary>
/// <param name="Deliveries">Number of deliveries in the archive.</param>
/// <param name="Rows">Number of their rows that are as they must be.</param>
/// <param name="Differences">Differences; none where the tables are what the archive says.</param>
/// <param name="Publications">Differences between records of what was public and their index.</param>
public sealed record VerificationOutcome(
    int Deliveries, long Rows, IReadOnlyList<TableDifference> Differences, IReadOnlyList<PublicationDifference> Publications);
