using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Docs;

/// <summary>The pages about kinds of scorecards, against the kinds that are registered.</summary>
public sealed class KindDocumentationTests : IDisposable
{
    private const string CompletePage =
        "# Green plans\n\n**For whom** ...\n**Source** ...\n\n## Method\n\n`config/rules/green-plans`\n\n## Example\n\n## Its limits\n\n## Criticism\n";

    private const string PageOfSettings = "docs/operations.md";
    private const string StartOfSettings = "`Rules__<Kind>`: ";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("wijkmonitor-kind-");

    public static TheoryData<string> Kinds => [.. ScorecardKinds.Names];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_documented(string kind) => Assert.Empty(Missing(kind, RepositoryFolder.Root));

    [Fact]
    public void Missing_documentation_of_a_kind_is_named() =>
        Assert.Equal(
            [
                "docs/scorecards/green-plans.md", "config/rules/green-plans/example.json", "a link to docs/scorecards/green-plans.md in README.md",
                "a row about docs/scorecards/green-plans.md in docs/choices.md",
            ],
            Missing(GreenPlansKind.Details.Name, RepositoryFolder.Root));

    [Fact]
    public void A_documented_kind_misses_nothing() => Assert.Empty(Missing(GreenPlansKind.Details.Name, Document(CompletePage)));

    [Theory]
    [InlineData("**For whom**")]
    [InlineData("**Source**")]
    [InlineData("## Method")]
    [InlineData("## Example")]
    [InlineData("config/rules/green-plans")]
    public void A_missing_part_of_a_page_is_named(string part)
    {
        var root = Document(CompletePage.Replace(part, "", StringComparison.Ordinal));

        Assert.Equal([$"{part} in docs/scorecards/green-plans.md"], Missing(GreenPlansKind.Details.Name, root));
    }

    [Fact]
    public void The_readme_links_to_pages_of_kinds_that_there_are()
    {
        var linked = Read("README.md").Split("](docs/scorecards/")[1..].Select(rest => rest[..rest.IndexOf(".md", StringComparison.Ordinal)]);
        var pages = Directory.EnumerateFiles(RepositoryFolder.File("docs", "scorecards"), "*.md").Select(page => Path.GetFileNameWithoutExtension(page))
            .ToHashSet(StringComparer.Ordinal);

        // The statement of a social mortgage is no scorecard of an area.
        Assert.Equal(ScorecardKinds.Names.Append("social-mortgage").ToHashSet(StringComparer.Ordinal), pages);
        Assert.Equal(pages, linked.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void The_settings_that_name_rules_are_listed_as_the_kinds_are_registered()
    {
        var expected = StartOfSettings + string.Join(", ", ScorecardKinds.Names.Select(kind => $"`{ScoringRules.GetSettingName(kind)}`")) + ".";
        var path = RepositoryFolder.File("docs", "operations.md");
        if (Environment.GetEnvironmentVariable("WIJKMONITOR_UPDATE_DOCS") == "1")
        {
            File.WriteAllLines(path, File.ReadLines(path).Select(line => line.StartsWith(StartOfSettings, StringComparison.Ordinal) ? expected : line)
                .ToList());
        }

        Assert.Equal(expected, Assert.Single(Read(PageOfSettings).Split('\n'), line => line.StartsWith(StartOfSettings, StringComparison.Ordinal)));
    }

    [Fact]
    public void Beginnings_of_step_names_are_listed_with_the_fields_of_a_kind() =>
        Assert.Contains($"({string.Join(", ", StepText.Prefixes.Select(prefix => $"`{prefix}...`"))})", Read("docs/api.md").ReplaceLineEndings(" "),
            StringComparison.Ordinal);

    // A repository with the pages of one kind.
    private string Document(string page)
    {
        var kind = GreenPlansKind.Details.Name;
        foreach (var (path, text) in new[]
        {
            ($"docs/scorecards/{kind}.md", page),
            ($"config/rules/{kind}/example.json", "{}"),
            ("README.md", $"| [Green plans](docs/scorecards/{kind}.md) |"),
            ("docs/choices.md", $"| [Green plans](scorecards/{kind}.md) |"),
        })
        {
            var file = new FileInfo(Path.Combine(folder.FullName, path));
            file.Directory!.Create();
            File.WriteAllText(file.FullName, text);
        }

        return folder.FullName;
    }

    private static IEnumerable<string> Missing(string kind, string root)
    {
        var (page, rules) = ($"docs/scorecards/{kind}.md", $"config/rules/{kind}/example.json");
        if (File.Exists(Path.Combine(root, page)))
        {
            foreach (var absent in MissingIn(Read(page, root), kind))
            {
                yield return $"{absent} in {page}";
            }
        }
        else
        {
            yield return page;
        }

        if (!File.Exists(Path.Combine(root, rules)))
        {
            yield return rules;
        }

        if (!Read("README.md", root).Contains($"]({page})", StringComparison.Ordinal))
        {
            yield return $"a link to {page} in README.md";
        }

        if (!Read("docs/choices.md", root).Contains($"](scorecards/{kind}.md)", StringComparison.Ordinal))
        {
            yield return $"a row about {page} in docs/choices.md";
        }
    }

    // For whom it is, how it is computed, what its critics say and which rules ship.
    private static IEnumerable<string> MissingIn(string page, string kind)
    {
        var headings = page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).ToList();
        return new[]
        {
            ("**For whom**", page.Contains("**For whom**", StringComparison.Ordinal)),
            ("**Source**", page.Contains("**Source**", StringComparison.Ordinal)),
            ("## Method", headings.Contains("## Method")),
            ("## Example", headings.Contains("## Example")),
            ("a heading about limits", headings.Exists(heading => heading.Contains("limits", StringComparison.OrdinalIgnoreCase))),
            ("a heading about criticism", headings.Exists(heading => heading.Contains("criticism", StringComparison.OrdinalIgnoreCase))),
            ($"config/rules/{kind}", page.Contains($"config/rules/{kind}", StringComparison.Ordinal)),
        }.Where(asked => !asked.Item2).Select(asked => asked.Item1);
    }

    private static string Read(string path) => Read(path, RepositoryFolder.Root);

    private static string Read(string path, string root) => File.ReadAllText(Path.Combine(root, path));
}
