using Azure.Data.Tables;

namespace Wijkmonitor.Functions.Storage.Core;

/// <summary>Writes rows of one kind in one table.</summary>
public interface IRowWriter
{
    /// <summary>The table.</summary>
    TableClient Table { get; }

    /// <summary>Which of two rows with the same key stands.</summary>
    RowPrecedence Precedence { get; }

    /// <summary>Adds a row, and writes what is full.</summary>
    ValueTask AddAsync(TableEntity entity, CancellationToken cancellationToken);

    /// <summary>Writes what is left.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);
}

/// <summary>Which of two rows with the same key stands.</summary>
public enum RowPrecedence
{
    /// <summary>The last, as a whole.</summary>
    LastWins,

    /// <summary>The last, for the properties that it has; the first for the others.</summary>
    LastMerges,

    /// <summary>The first: what was booked stays.</summary>
    FirstWins,
}
