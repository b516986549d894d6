using Azure.Data.Tables;

namespace Wijkmonitor.Functions.Storage.Core;

/// <summary>Writer of rows of one kind in one table.</summary>
public interface IRowWriter
{
    /// <summary>The table.</summary>
    TableClient Table { get; }

    /// <summary>Gets which of two rows with the same key is kept.</summary>
    RowPrecedence Precedence { get; }

    /// <summary>Adds a row, and writes the batches that are full.</summary>
    ValueTask AddAsync(TableEntity entity, CancellationToken cancellationToken);

    /// <summary>Writes the remaining rows.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);
}

/// <summary>Precedence between two rows with the same key.</summary>
public enum RowPrecedence
{
    /// <summary>The last, as a whole.</summary>
    LastWins,

    /// <summary>The last, for the properties that it has; the first for the others.</summary>
    LastMerges,

    /// <summary>The first: what was booked stays.</summary>
    FirstWins,
}
