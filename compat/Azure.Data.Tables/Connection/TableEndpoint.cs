namespace Azure.Data.Tables.Connection;

/// <summary>What the address of a table service says.</summary>
internal static class TableEndpoint
{
    /// <summary>The name of the account: the first label of a host name, or the first part of the path after an address.</summary>
    public static string? AccountOf(Uri endpoint) => IsPathStyle(endpoint)
        ? endpoint.Segments.ElementAtOrDefault(1)?.TrimEnd('/')
        : endpoint.Host.Split('.', 2)[0];

    /// <summary>The address of the service, if the given one may be of a table in it.</summary>
    public static Uri WithoutTable(Uri address, string tableName)
    {
        var expectedSegments = IsPathStyle(address) ? 3 : 2;
        var segments = address.Segments;
        var endsInTable = segments.Length == expectedSegments
            && string.Equals(segments[^1].TrimEnd('/'), tableName, StringComparison.OrdinalIgnoreCase);
        return endsInTable ? WithPath(address, string.Concat(segments[..^1])) : address;
    }

    /// <summary>The address of a table.</summary>
    public static Uri OfTable(Uri endpoint, string tableName) => WithPath(endpoint, endpoint.AbsolutePath.TrimEnd('/') + '/' + tableName);

    private static bool IsPathStyle(Uri endpoint) => endpoint.HostNameType != UriHostNameType.Dns || endpoint.IsLoopback;

    private static Uri WithPath(Uri address, string path) => new UriBuilder(address) { Path = path, Query = string.Empty }.Uri;
}
