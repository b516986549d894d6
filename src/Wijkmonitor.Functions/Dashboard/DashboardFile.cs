namespace Wijkmonitor.Functions.Dashboard;

/// <summary>A file of the dashboard, as it is built.</summary>
/// <param name="Path">Its path below the dashboard's folder, with slashes.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Version">A hash of its content.</param>
/// <param name="Content">Its content.</param>
/// <param name="Brotli">The same compressed by Brotli; null where the build made none.</param>
/// <param name="Gzip">The same compressed by gzip; null where the build made none.</param>
public sealed record DashboardFile(string Path, string MediaType, string Version, byte[] Content, byte[]? Brotli, byte[]? Gzip)
{
    /// <summary>Whether its name holds a hash of its content, so that it never changes under that name.</summary>
    public bool IsImmutable => Path.StartsWith(DashboardFiles.Assets + "/", StringComparison.Ordinal);
}
