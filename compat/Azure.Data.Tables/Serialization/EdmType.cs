namespace Azure.Data.Tables.Serialization;

/// <summary>The types that a property can be annotated with.</summary>
internal enum EdmType
{
    /// <summary>No annotation: the type that the JSON shows.</summary>
    None,
    Binary,
    DateTime,
    Double,
    Guid,
    Int64,

    /// <summary>Types that JSON shows by itself and that some services annotate nevertheless.</summary>
    AsShown,
}
