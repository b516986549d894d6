namespace Azure.Data.Tables;

/// <summary>What an update does with the properties that the stored entity has and the given one lacks.</summary>
public enum TableUpdateMode
{
    /// <summary>Keep them.</summary>
    Merge = 0,

    /// <summary>Remove them.</summary>
    Replace = 1,
}
