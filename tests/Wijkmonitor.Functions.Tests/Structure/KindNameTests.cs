using System.Text.RegularExpressions;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Structure;

/// <summary>Code outside the folder of a kind uses the list of kinds and names none of them; types of a kind are in <see cref="StructureTests"/>.</summary>
public sealed partial class KindNameTests
{
    public static TheoryData<string> Kinds => [.. ScorecardKinds.Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_code_outside_its_folder_names_a_kind(string kind) => Assert.Empty(
        from folder in new[] { "src", "tools", "tests/Shared" }
        from path in Directory.EnumerateFiles(RepositoryFolder.File(folder), "*", SearchOption.AllDirectories)
        where Path.GetExtension(path) is ".cs" or ".ts" or ".tsx" && !OtherCode().IsMatch(path.Replace('\\', '/'))
        from line in FindNames(kind, File.ReadAllLines(path))
        select $"{path}: {line}");

    // Files of subjects choose among the kinds that are registered.
    [Fact]
    public void No_definition_of_a_dataset_names_a_kind_of_subjects() => Assert.Empty(
        from path in Directory.EnumerateFiles(RepositoryFolder.File("config", "datasets"), "*.json")
        from line in File.ReadLines(path)
        where line.Contains("\"family\"", StringComparison.Ordinal) && ScorecardKinds.SubjectNames.Any(kind => line.Contains($"\"{kind}\"", StringComparison.Ordinal))
        select $"{path}: {line.Trim()}");

    [Theory]
    [InlineData("four-angle", "if (scorecard.Kind == \"four-angle\")")]
    [InlineData("function", "GetAsync($\"/api/v1/areas/{area}/scorecards/function/2017\")")]
    [InlineData("load-capacity", "[\"Rules__LoadCapacity\"] = file")]
    [InlineData("compass", "File(\"rules/compass/example.json\")")]
    [InlineData("perception", "new PerceptionKind(rules)")]
    [InlineData("compass", "import { Compass } from \"./compass\";")]
    [InlineData("crisis-tiles", "import { Tiles } from \"../views/crisis-tiles\";")]
    [InlineData("four-angle", "enum ScorecardLayout", "    FourAngle,")]
    public void A_kind_that_is_named_is_found(string kind, params string[] lines)
    {
        Assert.Single(FindNames(kind, lines));
        Assert.DoesNotContain(ScorecardKinds.Names, other => other != kind && FindNames(other, lines).Any());
    }

    // The name of a kind can be a word for something else where there are no scorecards, and the served word of a choice is another name of its member.
    [Theory]
    [InlineData("sheet", "var id = FindAttribute(zip, \"xl/workbook.xml\", \"sheet\", \"name\", sheet);")]
    [InlineData("function", "internal enum AccessLevel", "    Function,")]
    [InlineData("compass", "public enum ScorecardLayout", "    [JsonStringEnumMemberName(\"compass\")]", "    CityComparison,")]
    [InlineData("target", "Route = \"api/v1/social-mortgages/{id}/statements/{year}/target\"")]
    public void The_same_word_for_something_else_is_no_kind(string kind, params string[] lines) => Assert.Empty(FindNames(kind, lines));

    private static IEnumerable<string> FindNames(string kind, IReadOnlyCollection<string> lines)
    {
        var setting = ScoringRules.GetSettingName(kind);
        var type = setting[(setting.LastIndexOf('_') + 1)..];
        string[] names = [$"scorecards/{kind}", $"rules/{kind}", setting, $"{type}Kind", $"{type}Rules"];
        var isAboutScorecards = lines.Any(line => line.Contains("scorecard", StringComparison.OrdinalIgnoreCase));
        return lines.Select(line => line.Trim()).Where(line => !line.StartsWith("//", StringComparison.Ordinal)
            && (Array.Exists(names, name => line.Contains(name, StringComparison.Ordinal))
                || (line.StartsWith("import ", StringComparison.Ordinal) && line.Contains($"/{kind}\"", StringComparison.Ordinal))
                || (isAboutScorecards && (line == $"{type}," || ServedWord().Replace(line, "").Contains($"\"{kind}\"", StringComparison.Ordinal)))));
    }

    [GeneratedRegex("/(?:Scorecards/Kinds|obj|node_modules|dist)/", RegexOptions.None, 1000)]
    private static partial Regex OtherCode();

    [GeneratedRegex(@"^\[JsonStringEnumMemberName\([^)]*\)\]", RegexOptions.None, 1000)]
    private static partial Regex ServedWord();
}
