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
        where Path.GetExtension(path) is ".cs" or ".ts" or ".tsx" && !Left().IsMatch(path.Replace('\\', '/'))
        from line in File.ReadLines(path)
        where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && IsNamed(kind, line)
        select $"{path}: {line.Trim()}");

    // Files of subjects choose among the kinds that are registered.
    [Fact]
    public void No_definition_of_a_dataset_names_a_kind_of_subjects() => Assert.Empty(
        from path in Directory.EnumerateFiles(RepositoryFolder.File("config", "datasets"), "*.json")
        from line in File.ReadLines(path)
        where line.Contains("\"family\"", StringComparison.Ordinal) && ScorecardKinds.SubjectNames.Any(kind => line.Contains($"\"{kind}\"", StringComparison.Ordinal))
        select $"{path}: {line.Trim()}");

    [Theory]
    [InlineData("four-angle", "if (kind == \"four-angle\")")]
    [InlineData("function", "GetAsync($\"/api/v1/areas/{area}/scorecards/function/2017\")")]
    [InlineData("load-capacity", "[\"Rules__LoadCapacity\"] = file")]
    [InlineData("compass", "File(\"rules/compass/example.json\")")]
    [InlineData("perception", "new PerceptionKind(rules)")]
    public void A_kind_that_is_named_is_found(string kind, string line)
    {
        Assert.True(IsNamed(kind, line));
        Assert.DoesNotContain(ScorecardKinds.Names, other => other != kind && IsNamed(other, line));
    }

    [Fact]
    public void The_served_word_of_a_choice_is_no_kind() => Assert.False(IsNamed("compass", "    [JsonStringEnumMemberName(\"compass\")]"));

    private static bool IsNamed(string kind, string line)
    {
        if (line.TrimStart().StartsWith("[JsonStringEnumMemberName(", StringComparison.Ordinal))
        {
            return false;
        }

        var setting = ScoringRules.GetSettingName(kind);
        var type = setting[(setting.LastIndexOf('_') + 1)..];
        string[] names = [$"scorecards/{kind}", $"rules/{kind}", setting, $"{type}Kind", $"{type}Rules", $"\"{kind}\""];
        return Array.Exists(names, name => line.Contains(name, StringComparison.Ordinal));
    }

    // A workbook has sheets of its own.
    [GeneratedRegex("/(?:Scorecards/Kinds|Datasets/Sources/Cells|obj|node_modules|dist)/", RegexOptions.None, 1000)]
    private static partial Regex Left();
}
