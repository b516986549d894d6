using System.Text.RegularExpressions;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Structure;

/// <summary>Words that names and comments of the code do without (CONTRIBUTING.md). The list has no exceptions.</summary>
public sealed partial class VocabularyTests
{
    private const int MaxLineLength = 160;

    [Fact]
    public void Names_and_summaries_are_plain_english() => Assert.Empty(EnumerateFiles().SelectMany(FindFaults));

    [Fact]
    public void No_line_of_the_source_is_too_long() => Assert.Empty(
        EnumerateFiles().Where(path => path.StartsWith("src", StringComparison.Ordinal)).SelectMany(path => File.ReadLines(RepositoryFolder.File(path)).Index()
            .Where(line => line.Item.Length > MaxLineLength && !IsLiteral(line.Item))
            .Select(line => $"{path}:{line.Index + 1}: {line.Item.Length} characters")));

    [Theory]
    [InlineData("    public static Crosswalk O" + "f(int year)")]
    [InlineData("    private static string KindO" + "f(Item item)")]
    [InlineData("    private const int Mos" + "tBytes = 1;")]
    [InlineData("    internal static long Leas" + "tCount<T>(T value)")]
    public void A_banned_declaration_is_found(string line) => Assert.Matches(BannedDeclaration(), line);

    [Theory]
    [InlineData("    /// <summary>" + "What a file becomes.</summary>")]
    [InlineData("    /// <summary>\n" + "    /// Whoever asks.\n    /// </summary>")]
    public void A_banned_summary_is_found(string line) => Assert.Matches(BannedSummary(), line);

    private static IEnumerable<string> EnumerateFiles() => new[] { "src", "tools", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(RepositoryFolder.File(folder), "*.cs", SearchOption.AllDirectories))
        .Where(path => !path.Contains("/node_modules/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
        .Select(path => Path.GetRelativePath(RepositoryFolder.File("."), path))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> FindFaults(string path)
    {
        var text = File.ReadAllText(RepositoryFolder.File(path));
        var code = string.Join('\n', text.Split('\n').Select(line => Comment().Replace(line, "")));
        return BannedDeclaration().Matches(code).Concat(BannedWord().Matches(code)).Concat(BannedSummary().Matches(text))
            .Select(match => $"{path}: {match.Value.Trim()}");
    }

    // A sentence for readers stays on one line.
    private static bool IsLiteral(string line) => line.Contains('"', StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*//.*$|(?<=\s)//\s.*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comment();

    // A declared member: a type or modifier, the name, and what follows a name that is declared.
    [GeneratedRegex(
        @"\b(?:public|private|internal|protected)\b[\w\s<>,?\[\]\.\(\)]*?[\s>\]\?](?:(?:Of|\w+Of)(?:<\w+>)?(?=\()|Of[A-Z]\w*(?=[ (<=;])|(?:Most|Least|Longest|Largest|Shortest|Fewest)[A-Z]\w*(?=[ (<=;]))",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BannedDeclaration();

    [GeneratedRegex(@"\b\w*(?:[N]ought|Set[A]side|Taken[I]n|Take[I]n|Give[B]ack|is[T]old|everybody[s]|[a-z][A]new)\w*\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BannedWord();

    [GeneratedRegex(@"<summary>\s*(?:///\s*)?(?:What|Who|Whom|Whose|Whoever|How|Of|That|Which|When|Where)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BannedSummary();
}
