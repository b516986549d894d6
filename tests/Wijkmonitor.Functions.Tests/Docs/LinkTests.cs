using System.Text.RegularExpressions;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Docs;

/// <summary>Links between the pages of the repository lead to a file and a heading that exist.</summary>
public sealed partial class LinkTests
{
    private static readonly string[] Folders = ["docs", "infra", "samples"];

    [Fact]
    public void Every_link_between_pages_leads_to_a_file_and_a_heading()
    {
        var links = EnumeratePages().SelectMany(page => FindLinks(File.ReadAllText(page)).Select(link => (Page: page, Link: link))).ToList();

        Assert.True(links.Count > 100);
        Assert.Empty(links.Where(found => !IsAlive(found.Page, found.Link))
            .Select(found => $"{Path.GetRelativePath(RepositoryFolder.Root, found.Page)}: {found.Link}"));
    }

    [Theory]
    [InlineData("api.md", true)]
    [InlineData("api.md#responses", true)]
    [InlineData("#the-terminal", true)]
    [InlineData("../infra/README.md", true)]
    [InlineData("missing.md", false)]
    [InlineData("api.md#no-such-heading", false)]
    [InlineData("#no-such-heading", false)]
    public void A_dead_link_is_found(string link, bool isAlive) => Assert.Equal(isAlive, IsAlive(RepositoryFolder.File("docs", "terminal.md"), link));

    [Fact]
    public void Anchors_are_those_of_GitHub() => Assert.Equal(
        ["keys-and-identities", "dataset-kwb", "added", "added-1", "what-if-api", "a-page"],
        FindAnchors("# Keys and identities\n## Dataset `kwb`\n### Added\n### Added\n### What-if (API)!\n## [A page](page.md)\n```\n# no heading\n```\n"));

    [Fact]
    public void Links_in_code_and_to_other_sites_are_left_out() =>
        Assert.Equal(["a.md", "b.md#c"], FindLinks("[a](a.md), [b](b.md#c) and [site](https://example.org)\n```\n[d](d.md)\n```\n"));

    private static IEnumerable<string> EnumeratePages() => Directory.EnumerateFiles(RepositoryFolder.Root, "*.md")
        .Concat(Folders.SelectMany(folder => Directory.EnumerateFiles(RepositoryFolder.File(folder), "*.md", SearchOption.AllDirectories)));

    private static IEnumerable<string> FindLinks(string text) => Link().Matches(CodeBlock().Replace(text, "")).Select(link => link.Groups["target"].Value);

    private static bool IsAlive(string page, string link)
    {
        var (file, anchor) = link.Split('#') is [var path, var heading] ? (path, heading) : (link, "");
        var target = file.Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, file);
        return anchor.Length == 0 ? Path.Exists(target) : File.Exists(target) && FindAnchors(File.ReadAllText(target)).Contains(anchor, StringComparer.Ordinal);
    }

    private static IEnumerable<string> FindAnchors(string text) => Heading().Matches(CodeBlock().Replace(text, ""))
        .Select(heading => NoAnchor().Replace(Target().Replace(heading.Groups["text"].Value, ""), "").ToLowerInvariant().Replace(' ', '-'))
        .GroupBy(anchor => anchor, StringComparer.Ordinal)
        .SelectMany(same => same.Select((anchor, index) => index == 0 ? anchor : $"{anchor}-{index}"));

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline, 1000)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\]\((?!\w+:)(?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6} (?<text>.+?)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<=\])\([^)]*\)", RegexOptions.None, 1000)]
    private static partial Regex Target();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, 1000)]
    private static partial Regex NoAnchor();
}
