using System.Text.RegularExpressions;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Structure;

/// <summary>Sizes and names of files and of folders of the projects (docs/architecture.md). There are no exceptions.</summary>
public sealed partial class RoomTests
{
    private const int MaxLines = 350;
    private const int MaxFiles = 14;
    private const int MaxTypes = 5;
    private static readonly string[] Extensions = [".cs", ".ts", ".tsx", ".css"];
    private static readonly string[] Generated = ["node_modules", "obj", "bin"];

    private static IReadOnlyList<string> Files { get; } =
        [.. new[] { "src", "tests", "tools" }.SelectMany(folder => EnumerateFiles(RepositoryFolder.File(folder))).Order(StringComparer.Ordinal)];

    [Fact]
    public void No_code_file_exceeds_350_lines() => Assert.Empty(FindLong(Files, MaxLines));

    [Fact]
    public void No_folder_holds_more_than_about_a_dozen_files_of_code() => Assert.Empty(FindFull(Files, MaxFiles));

    [Fact]
    public void No_file_holds_more_than_five_types() => Assert.Empty(
        Files.Where(IsCode).Select(path => (Path: path, FindTypes(File.ReadAllText(path)).Count)).Where(file => file.Count > MaxTypes)
            .Select(file => $"{file.Path}: {file.Count} types"));

    [Fact]
    public void A_file_has_the_name_of_a_type_in_it() => Assert.Empty(
        Files.Where(IsCode).Where(path => FindTypes(File.ReadAllText(path)) is { Count: > 0 } types && !types.Contains(Path.GetFileName(path).Split('.')[0]))
            .Select(path => Path.GetFileName(path)));

    [Theory]
    [InlineData("public sealed record Room(int Size);\n\ninternal readonly record struct Size(int Value);", "Room", "Size")]
    [InlineData("public abstract class Room<T> : Size\n{\n    private sealed class Door;\n}\n\npublic delegate void Open(Room<int> room);", "Room", "Open")]
    [InlineData("// public class Room\nawait RunAsync();")]
    public void Types_of_a_file_are_found(string text, params string[] types) => Assert.Equal(types, FindTypes(text));

    [Fact]
    public void A_long_file_and_a_full_folder_are_found()
    {
        Assert.Equal(Files.Count, FindLong(Files, 0).Count());
        Assert.NotEmpty(FindFull(Files, 11));
        Assert.All(["src/Wijkmonitor.Functions/Program.cs", "src/Wijkmonitor.Functions/Dashboard/src/main.tsx", "tools/Wijkmonitor.Bench/Program.cs"],
            path => Assert.Contains(RepositoryFolder.File(path), Files));
        Assert.DoesNotContain(Files, path => path.Contains("/node_modules/", StringComparison.Ordinal));
    }

    private static IEnumerable<string> FindLong(IEnumerable<string> files, int max) =>
        files.Select(path => (Path: path, Lines: File.ReadLines(path).Count())).Where(file => file.Lines > max)
            .Select(file => $"{file.Path}: {file.Lines} lines");

    private static bool IsCode(string path) => Path.GetExtension(path) == ".cs";

    private static List<string> FindTypes(string text) => [.. TypeDeclaration().Matches(text).Select(match => match.Groups["name"].Value)];

    private static IEnumerable<string> FindFull(IEnumerable<string> files, int max) =>
        files.CountBy(path => Path.GetDirectoryName(path)!).Where(folder => folder.Value > max).Select(folder => $"{folder.Key}: {folder.Value} files");

    private static IEnumerable<string> EnumerateFiles(string folder) =>
        Directory.EnumerateFiles(folder).Where(path => Extensions.Contains(Path.GetExtension(path)))
            .Concat(Directory.EnumerateDirectories(folder).Where(inner => !Generated.Contains(Path.GetFileName(inner))).SelectMany(EnumerateFiles));

    // A type at the start of a line is in no other type.
    [GeneratedRegex(
        @"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly|unsafe) )*(?:class|record struct|record|struct|interface|enum|delegate [\w<>?]+) (?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TypeDeclaration();
}
