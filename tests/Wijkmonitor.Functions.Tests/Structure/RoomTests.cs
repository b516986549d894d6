using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Structure;

/// <summary>Sizes of files and of folders of the projects (docs/architecture.md). There are no exceptions.</summary>
public sealed class RoomTests
{
    private const int MaxLines = 350;
    private const int MaxFiles = 14;
    private static readonly string[] Extensions = [".cs", ".ts", ".tsx", ".css"];
    private static readonly string[] Generated = ["node_modules", "obj", "bin"];

    private static IReadOnlyList<string> Files { get; } =
        [.. new[] { "src", "tests", "tools" }.SelectMany(folder => EnumerateFiles(RepositoryFolder.File(folder))).Order(StringComparer.Ordinal)];

    [Fact]
    public void No_code_file_exceeds_350_lines() => Assert.Empty(FindLong(Files, MaxLines));

    [Fact]
    public void No_folder_holds_more_than_about_a_dozen_files_of_code() => Assert.Empty(FindFull(Files, MaxFiles));

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
        files.Select(path => (Path: path, Lines: File.ReadLines(path).Count())).Where(file => file.Lines > max).Select(file => $"{file.Path}: {file.Lines} lines");

    private static IEnumerable<string> FindFull(IEnumerable<string> files, int max) =>
        files.CountBy(path => Path.GetDirectoryName(path)!).Where(folder => folder.Value > max).Select(folder => $"{folder.Key}: {folder.Value} files");

    private static IEnumerable<string> EnumerateFiles(string folder) =>
        Directory.EnumerateFiles(folder).Where(path => Extensions.Contains(Path.GetExtension(path)))
            .Concat(Directory.EnumerateDirectories(folder).Where(inner => !Generated.Contains(Path.GetFileName(inner))).SelectMany(EnumerateFiles));
}
