namespace Wijkmonitor.Functions.Storage.Rows;

/// <summary>The key of an entity in one of the tables.</summary>
/// <param name="Table">The table.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Row">The row.</param>
public readonly record struct AffectedKey(string Table, string Partition, string Row);
