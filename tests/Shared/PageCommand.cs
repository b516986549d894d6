using System.Text.RegularExpressions;
using Wijkmonitor.Local;

namespace Wijkmonitor.Testing;

/// <summary>A command that the pages for administrators give, in a block or within a sentence.</summary>
/// <param name="Text">The command on one line, without its comment.</param>
internal sealed partial record PageCommand(string Text)
{
    private static readonly string[] Shells = ["", "bash", "sh", "shell", "console"];
    private static readonly string[] Pages = [RepositoryFolder.File("docs", "operations.md"), RepositoryFolder.File("infra", "README.md")];

    /// <summary>Gets all commands of the pages, each once.</summary>
    public static IReadOnlyList<PageCommand> All { get; } = [.. Pages.Select(File.ReadAllText).SelectMany(Find).Distinct()];

    /// <summary>Gets the command that begins in a way.</summary>
    public static PageCommand Get(string start) => Assert.Single(All, command => command.Text.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Finds the commands of a page.</summary>
    public static IEnumerable<PageCommand> Find(string page)
    {
        var blocks = Block().Matches(page).Where(block => Shells.Contains(block.Groups["language"].Value))
            .SelectMany(block => block.Groups["lines"].Value.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'));
        var spans = Span().Matches(Block().Replace(page, "")).Select(span => span.Groups["text"].Value.ReplaceLineEndings(" "))
            .Where(text => Program().IsMatch(text));
        return blocks.Where(line => !Frame().IsMatch(line)).Concat(spans)
            .Select(text => new PageCommand(Spaces().Replace(Comment().Replace(text, ""), " ").Trim())).Where(command => command.Text.Length > 0);
    }

    [GeneratedRegex("^```(?<language>\\w*)\n(?<lines>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();

    [GeneratedRegex("`(?<text>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Span();

    // How a program is called. A name alone, such as that of the smoke test, is no command.
    [GeneratedRegex(@"^(([A-Za-z_]+=\S+ )*(az|azcopy|curl|dotnet|gh|npm|\./wijkmonitor|node_modules/\S+|\.ci/\S+) \S|infra/smoke-test \S)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Program();

    // The first and last line of a loop.
    [GeneratedRegex("^(for .* do|done)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Frame();

    [GeneratedRegex("(^|\\s+)# .*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(" +", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
