using System.Reflection;
using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.Tests.Scorecards.Kinds;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Model;

/// <summary>The steps of calculations in words.</summary>
public sealed partial class StepNameTests
{
    private static readonly IReadOnlyDictionary<string, BilingualText> None = new Dictionary<string, BilingualText>();

    // Names of steps of social mortgages that are given by a variable, as they come out. Those of kinds are found in their scorecards.
    private static readonly string[] Composed = ["opening-balance", "cash", "non-cash", "repaid", "pending", "disputed", "next-module"];

    private static readonly string[] Methods =
        [.. typeof(Calculation).GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method => method.ReturnType == typeof(Operand) && method.GetParameters() is [{ Name: "name" }, ..]).Select(method => method.Name)];

    // A method that writes a step takes its name first.
    private static readonly Regex Named = new(
        $$"""(?<!figures)\.(?<method>{{string.Join('|', Methods)}})\(\s*\$?"(?<name>[^"]+)",""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public static TheoryData<string> Kinds => [.. ScorecardKinds.Names];

    public static TheoryData<string> SocialMortgageSteps => [.. FindIn("SocialMortgage").Concat(Composed).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_step_that_the_code_of_a_kind_names_has_a_label_of_the_kind(string kind)
    {
        var labels = ExampleKinds.Example(kind).Info.Steps;

        Assert.All(FindIn("Scorecards", "Kinds", ExampleKinds.GetFolderName(kind)), name => Assert.True(IsLabelled(name, labels), $"The step '{name}' has no label."));
        Assert.All(labels.Values, AssertBothLanguages);
    }

    [Theory]
    [MemberData(nameof(SocialMortgageSteps))]
    public void Every_step_of_a_social_mortgage_has_a_label_in_both_languages(string name)
    {
        var label = StepText.Find(name, StatementLabels.Steps);

        Assert.NotNull(label);
        AssertBothLanguages(label);
    }

    [Fact]
    public void Every_method_that_writes_a_step_is_seen_in_the_code() => Assert.Equal(
        Methods.Order(StringComparer.Ordinal), Match("Scorecards").Concat(Match("SocialMortgage")).Select(match => match.Groups["method"].Value).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("gap", "verschil", "gap")]
    [InlineData("distance-2019", "afstand tot het gemiddelde jaar: 2019", "distance to the average year: 2019")]
    [InlineData("z-score-unrounded", "z-score: niet afgerond", "z-score: unrounded")]
    [InlineData("share-low-part", "aandeel, ten minste: deel", "share, at least: part")]
    [InlineData("weighted-outside", "één deel maal zijn gewicht", "one part times its weight")]
    [InlineData("never-heard-of", "never heard of", "never heard of")]
    public void A_step_has_a_label(string name, string nl, string en) => Assert.Equal((nl, en), Label(name, None));

    [Fact]
    public void A_kind_has_words_of_its_own_for_steps_and_these_go_before_shared_ones()
    {
        var labels = StepText.CreateLabels([("trees", "bomen", "trees"), ("share", "deel van het plan", "part of the plan")], "trees-unrounded", "share-low", "gap");

        Assert.Equal(["gap", "share", "share-low", "trees", "trees-unrounded"], labels.Keys);
        Assert.Equal(("bomen: niet afgerond", "trees: unrounded"), Label("trees-unrounded", labels));
        Assert.Equal(("deel van het plan, ten minste", "part of the plan, at least"), Label("share-low", labels));
        Assert.Equal(("verschil", "gap"), Label("gap", labels));
    }

    [Fact]
    public void A_step_of_a_kind_without_words_is_refused_by_name() =>
        Assert.Contains("'never-heard-of'", Assert.Throws<InvalidOperationException>(() => StepText.CreateLabels([], "never-heard-of")).Message);

    private static (string Nl, string En) Label(string name, IReadOnlyDictionary<string, BilingualText> own)
    {
        var calculation = new Calculation(own);
        calculation.Add(name);
        return (calculation.Steps[0].Label.Nl, calculation.Steps[0].Label.En);
    }

    private static void AssertBothLanguages(BilingualText label)
    {
        Assert.NotEmpty(label.Nl);
        Assert.NotEmpty(label.En);
        Assert.DoesNotContain("{", label.Nl + label.En);
    }

    // A name that has a year or a part in it begins as names of steps of all kinds may; of any other, each name that it can become is listed.
    private static bool IsLabelled(string name, IReadOnlyDictionary<string, BilingualText> labels) =>
        StepText.Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        || labels.Keys.Any(label => Regex.IsMatch(label, $"^{Placeholder().Replace(name, ".+")}$", RegexOptions.None, TimeSpan.FromSeconds(1)));

    private static IEnumerable<string> FindIn(params string[] folder) => Match(folder).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal);

    private static IEnumerable<Match> Match(params string[] folder) => Directory
        .EnumerateFiles(RepositoryFolder.File(["src", "Wijkmonitor.Indicators", .. folder]), "*.cs", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file) != "Calculation.cs")
        .SelectMany(file => Named.Matches(File.ReadAllText(file)));

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
