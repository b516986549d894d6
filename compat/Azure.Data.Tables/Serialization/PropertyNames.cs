namespace Azure.Data.Tables.Serialization;

/// <summary>The properties that every entity has, as the protocol names them.</summary>
internal static class PropertyNames
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string Timestamp = "Timestamp";
    public const string ETag = "odata.etag";
    public const string Metadata = "odata.metadata";
    public const string TypeSuffix = "@odata.type";

    /// <summary>Whether the service keeps a property by itself, so that it is not sent.</summary>
    public static bool IsKeptByService(string name) => name is Timestamp or ETag;
}
