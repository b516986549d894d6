namespace Azure.Data.Tables;

/// <summary>What one action of a transaction does with its entity.</summary>
public enum TableTransactionActionType
{
    /// <summary>Inserts the entity; fails if it exists.</summary>
    Add = 0,

    /// <summary>Merges the entity into the stored one.</summary>
    UpdateMerge = 1,

    /// <summary>Replaces the stored entity.</summary>
    UpdateReplace = 2,

    /// <summary>Deletes the entity; fails if it does not exist.</summary>
    Delete = 3,

    /// <summary>Inserts the entity, or merges it into the stored one.</summary>
    UpsertMerge = 4,

    /// <summary>Inserts the entity, or replaces the stored one.</summary>
    UpsertReplace = 5,
}
