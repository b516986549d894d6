using System.Security.Cryptography;
using System.Text;
using Wijkmonitor.Functions.Storage.Deliveries;

namespace Wijkmonitor.Functions.Ingest.Deliveries;

/// <summary>Key of one drop of a file, for a file that its content does not identify.</summary>
internal static class DropKey
{
    /// <summary>Creates the key of a file in the inbox.</summary>
    public static string From(InboxFile file) => From(file.Path, file.ETag);

    /// <summary>Creates the key of a drop from the file's path and version in the inbox.</summary>
    public static string From(string path, string version) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{path}\n{version}")));
}
