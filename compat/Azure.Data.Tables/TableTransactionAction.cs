#nullable disable annotations // The official package is not annotated for nullable references.

namespace Azure.Data.Tables;

/// <summary>One action of a transaction.</summary>
public class TableTransactionAction
{
    /// <summary>An action that does not depend on the version of the stored entity.</summary>
    /// <param name="actionType">What to do.</param>
    /// <param name="entity">The entity to do it with.</param>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default)
    {
    }

    /// <summary>An action that may depend on the version of the stored entity.</summary>
    /// <param name="actionType">What to do.</param>
    /// <param name="entity">The entity to do it with.</param>
    /// <param name="etag">The version that an update or a delete expects; not given: any. Additions and upserts ignore it.</param>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ActionType = actionType;
        Entity = entity;
        ETag = etag;
    }

    /// <summary>What to do.</summary>
    public TableTransactionActionType ActionType { get; }

    /// <summary>The entity to do it with.</summary>
    public ITableEntity Entity { get; }

    /// <summary>The version that an update or a delete expects.</summary>
    public ETag ETag { get; }
}
