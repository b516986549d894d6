using System.Text;

namespace Wijkmonitor.Functions.Storage.Connections;

/// <summary>Names of blobs, which the storage accepts in more forms than it can be asked for.</summary>
public static class BlobNames
{
    private const int MaxLength = 1024;
    private const int MaxSegments = 240;

    /// <summary>Whether a blob of this name can be addressed, and a file of it moved to another container.</summary>
    /// <remarks>
    /// <c>.</c> and <c>..</c> in an address lead to another blob, and so does a backslash; dots at the end are lost; and a listing cannot hold control
    /// characters and what is no character.
    /// </remarks>
    public static bool IsAddressable(string name) =>
        name.Length is > 0 and <= MaxLength
        && !name.Contains('\\', StringComparison.Ordinal)
        && name.EnumerateRunes().All(IsCharacter)
        && name.Split('/') is { Length: <= MaxSegments } segments
        && !Array.Exists(segments, segment => segment.EndsWith('.'));

    // Half a surrogate pair is read as the character that stands for damage.
    private static bool IsCharacter(Rune rune) =>
        !Rune.IsControl(rune) && rune != Rune.ReplacementChar && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is < 0xFDD0 or > 0xFDEF;
}
