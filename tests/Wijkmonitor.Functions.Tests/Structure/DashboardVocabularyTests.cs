using System.Text.RegularExpressions;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Structure;

/// <summary>Names and comments of the dashboard's sources (CONTRIBUTING.md). There are no exceptions.</summary>
public sealed partial class DashboardVocabularyTests
{
    private static readonly string[] Verbs =
    [
        "abort", "attempt", "build", "change", "check", "clamp", "close", "compare", "compute", "count", "create", "describe", "download", "draw", "drop", "fetch", "find",
        "follow", "forget", "format", "get",
        "group", "handle", "has", "is", "join", "keep", "lacks", "list", "load", "localize", "may", "measure", "merge", "navigate", "normalize", "note",
        "notify", "open", "parse", "post",
        "publish", "push", "put", "read", "redraw", "reject", "remember", "render", "replace", "request", "restore", "retry", "round", "save", "say", "scroll",
        "select", "send", "set",
        "shorten", "sort", "split", "stop", "summarize", "to", "toggle", "update", "use", "zoom",
    ];

    private static readonly string Sources = RepositoryFolder.File("src", "Wijkmonitor.Functions", "Dashboard", "src");

    private static IReadOnlyList<(string Name, string Text)> Files { get; } =
    [
        .. Directory.EnumerateFiles(Sources, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".ts" or ".tsx" or ".css")
            .Select(path => (Path.GetRelativePath(Sources, path).Replace('\\', '/'), File.ReadAllText(path))),
    ];

    [Fact]
    public void Functions_of_the_dashboard_begin_with_a_verb() => Assert.Empty(Find(FindWithoutVerb));

    [Fact]
    public void Names_of_the_dashboard_are_plain_english() => Assert.Empty(Find(FindBannedNames)
        .Concat(Files.SelectMany(file => FindBannedClasses(Path.GetFileNameWithoutExtension(file.Name)))));

    [Fact]
    public void Classes_of_style_sheets_are_plain_english() => Assert.Empty(
        from file in Files
        from Match names in file.Name.EndsWith(".css", StringComparison.Ordinal) ? Selector().Matches(file.Text) : ClassNames().Matches(file.Text)
        from found in FindBannedClasses(names.Groups["names"].Value)
        select $"{file.Name}: {found}");

    [Fact]
    public void Comments_of_the_dashboard_are_plain_english() => Assert.Empty(Find(FindBannedComments));

    [Fact]
    public void All_functions_are_read() => Assert.InRange(Files.SelectMany(file => Function().Matches(file.Text)).Count(), 350, 3000);

    [Theory]
    [InlineData("export function area(code: string): Area {")]
    [InlineData("const yearOf = (period: string): number => Number(period);")]
    [InlineData("  const words = async (line: Line, { unit }: Options = {}): Promise<string> => line.text;")]
    [InlineData("const tender = p => p.value;")]
    public void A_function_without_a_verb_is_found(string line) => Assert.Single(FindWithoutVerb(line));

    [Theory]
    [InlineData("export function AreaView({ code }: { code: string }) {")]
    [InlineData("export const useRoute = (): Route => readRoute();")]
    [InlineData("const isOpen = found !== undefined;")]
    [InlineData("const lines = (kind.lines ?? []).map((line) => line.code);")]
    public void Components_hooks_and_values_need_no_verb(string line) => Assert.Empty(FindWithoutVerb(line));

    [Theory]
    [InlineData("const shown = sourcesOf(lines);", 1)]
    [InlineData("interface Lack { mostShown: number }", 2)]
    [InlineData("const index = names.indexOf(name);", 0)]
    [InlineData("const day = scorecard.asOf;", 0)]
    public void A_banned_name_is_found(string line, int found) => Assert.Equal(found, FindBannedNames(line).Count());

    [Theory]
    [InlineData("// What stands here.", 1)]
    [InlineData("  /** How many there are. */", 1)]
    [InlineData("/** The number of rows. */", 0)]
    public void A_banned_comment_is_found(string line, int found) => Assert.Equal(found, FindBannedComments(line).Count());

    private static IEnumerable<string> Find(Func<string, IEnumerable<string>> find) =>
        Files.SelectMany(file => find(file.Text).Select(found => $"{file.Name}: {found}"));

    private static IEnumerable<string> FindWithoutVerb(string text) => Function().Matches(text)
        .Select(function => function.Groups["name"].Value)
        .Where(name => char.IsLower(name[0]) && !Verbs.Contains(FirstWord().Match(name).Value, StringComparer.Ordinal));

    private static IEnumerable<string> FindBannedNames(string text) => BannedName().Matches(Comment().Replace(text, "")).Select(name => name.Value);

    private static IEnumerable<string> FindBannedClasses(string names) => BannedClass().Matches(names).Select(name => name.Value);

    private static IEnumerable<string> FindBannedComments(string text) => Comment().Matches(text).Select(comment => comment.Value.Trim())
        .Where(comment => VocabularyTests.DroppedWord().IsMatch(comment) || BannedOpening().IsMatch(comment));

    [GeneratedRegex(
        @"\bfunction (?<name>\w+)|\b(?:const|let) (?<name>\w+)(?:: [^=\n]+)? = (?:async )?(?:<[^<>\n]+>)?(?:\w+|\((?>[^()]+|\((?<open>)|\)(?<-open>))*(?(open)(?!))\)(?:: [^=\n]+)?) =>",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Function();

    [GeneratedRegex("^[a-z]+", RegexOptions.None, 1000)]
    private static partial Regex FirstWord();

    [GeneratedRegex(
        @"\b(?!(?:(?:last)?indexOf|asOf)\b)(?:\w+Of|of[A-Z]\w*|(?:most|least|longest|largest|shortest|fewest)[A-Z]\w*|lacks?|Lacks?|tell[A-Z]\w*|patience|noAnswer|words[A-Z]\w*)\b",
        RegexOptions.None, 1000)]
    private static partial Regex BannedName();

    [GeneratedRegex(@"\b(?:beside|told|tells|stands|anew|nought|asks|waits|minds|unseen|apart)\b", RegexOptions.None, 1000)]
    private static partial Regex BannedClass();

    [GeneratedRegex(@"(?<names>[^{}]+)\{", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Selector();

    [GeneratedRegex(@"\bclass(?:Name)?=(?:\x22(?<names>[^\x22]*)\x22|\{(?<names>[^\n]*?)\}[ >])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClassNames();

    [GeneratedRegex(@"/\*.*?\*/|(?<=^|\s)//\s.*?$", RegexOptions.Singleline | RegexOptions.Multiline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^/\*\*[\s*]*(?:What|Who|Whom|Whose|Whoever|How|Of|That|Which|When|Where|Why)\b", RegexOptions.None, 1000)]
    private static partial Regex BannedOpening();
}
