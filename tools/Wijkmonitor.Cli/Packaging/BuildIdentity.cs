using System.Security.Cryptography;
using System.Text;

namespace Wijkmonitor.Cli.Packaging;

/// <summary>The identity of a build, which the running app tells of itself: a checksum over all files of its package.</summary>
internal static class BuildIdentity
{
    private const string FileName = "build.txt";

    /// <summary>Writes the identity of a published folder in a file of that folder.</summary>
    /// <returns>The identity: 64 hexadecimal digits of SHA-256.</returns>
    public static string Write(DirectoryInfo folder)
    {
        var path = Path.Combine(folder.FullName, FileName);
        using var checksum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, file) in PackageFiles.List(folder).Where(file => file.Name != FileName))
        {
            using var content = file.OpenRead();
            checksum.AppendData(Encoding.UTF8.GetBytes(name + "\0"));
            checksum.AppendData(SHA256.HashData(content));
        }

        var identity = Convert.ToHexStringLower(checksum.GetHashAndReset());
        if (!File.Exists(path) || File.ReadAllText(path) != identity)
        {
            File.WriteAllText(path, identity);
        }

        return identity;
    }
}
