using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Docs;

/// <summary>The pages about kinds of scorecards, against the kinds that are registered.</summary>
public sealed class KindDocumentationTests
{
    private const string PageOfSettings = "docs/operations.md";
    private const string StartOfSettings = "`Rules__<Kind>`: ";

    public static TheoryData<string> Kinds => [.. ScorecardKinds.Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_documented(string kind) => Assert.Empty(Missing(kind));

    [Fact]
    public void Missing_documentation_of_a_kind_is_named() =>
        Assert.Equal(
            [
                "docs/scorecards/green-plans.md", "config/rules/green-plans/example.json", "a link to docs/scorecards/green-plans.md in README.md",
                "a row about docs/scorecards/green-plans.md in docs/choices.md",
            ],
            Missing(GreenPlansKind.Details.Name));

    [Fact]
    public void The_readme_links_to_pages_of_kinds_that_there_are()
    {
        var linked = Read("README.md").Split("](docs/scorecards/")[1..].Select(rest => rest[..rest.IndexOf(".md", StringComparison.Ordinal)]);
        var pages = Directory.EnumerateFiles(RepositoryFolder.File("docs", "scorecards"), "*.md").Select(page => Path.GetFileNameWithoutExtension(page)).ToHashSet(StringComparer.Ordinal);

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
            File.WriteAllLines(path, File.ReadLines(path).Select(line => line.StartsWith(StartOfSettings, StringComparison.Ordinal) ? expected : line).ToList());
        }

        Assert.Equal(expected, Assert.Single(Read(PageOfSettings).Split('\n'), line => line.StartsWith(StartOfSettings, StringComparison.Ordinal)));
    }

    [Fact]
    public void Beginnings_of_step_names_are_listed_with_the_fields_of_a_kind() =>
        Assert.Contains($"({string.Join(", ", StepText.Prefixes.Select(prefix => $"`{prefix}...`"))})", Read("docs/api.md").ReplaceLineEndings(" "), StringComparison.Ordinal);

    private static IEnumerable<string> Missing(string kind)
    {
        var (page, rules) = ($"docs/scorecards/{kind}.md", $"config/rules/{kind}/example.json");
        if (File.Exists(RepositoryFolder.File(page)))
        {
            foreach (var absent in MissingIn(Read(page), kind))
            {
                yield return $"{absent} in {page}";
            }
        }
        else
        {
            yield return page;
        }

        if (!File.Exists(RepositoryFolder.File(rules)))
        {
            yield return rules;
        }

        if (!Read("README.md").Contains($"]({page})", StringComparison.Ordinal))
        {
            yield return $"a link to {page} in README.md";
        }

        if (!Read("docs/choices.md").Contains($"](scorecards/{kind}.md)", StringComparison.Ordinal))
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

    private static string Read(string path) => File.ReadAllText(RepositoryFolder.File(path));
}
