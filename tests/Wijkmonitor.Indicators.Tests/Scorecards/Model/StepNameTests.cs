using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Model;

/// <summary>The steps of calculations in words.</summary>
public sealed partial class StepNameTests
{
    // Names that are given by a variable, as they come out.
    private static readonly string[] Composed =
    [
        "load", "capacity", "gap", "contribution", "sum-off", "then", "now", "low", "high", "low-share", "high-percent", "share-low", "share-high-part", "share-low-percent", "one-in-low-unrounded",
        "one-in-high", "z-score-distance", "z-score-unrounded", "favourable-distance", "favourable-unrounded", "opening-balance", "cash", "non-cash", "repaid", "pending", "disputed", "next-module",
    ];

    public static TheoryData<string> NamesInTheCode()
    {
        var names = new[] { "Scorecards", "SocialMortgage" }
            .SelectMany(folder => Directory.EnumerateFiles(RepositoryFolder.File("src", "Wijkmonitor.Indicators", folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => Path.GetFileName(file) != "Calculation.cs")
            .SelectMany(file => Named().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value)
            .Select(name => name.Replace("{figure.Period}", "2019", StringComparison.Ordinal).Replace("{part.Name}", "outside", StringComparison.Ordinal))
            .Select(name => name.StartsWith("sum-{name}", StringComparison.Ordinal) ? name.Replace("{name}", "then", StringComparison.Ordinal) : name.Replace("{name}", "share", StringComparison.Ordinal));
        return [.. names.Concat(Composed).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    [Theory]
    [MemberData(nameof(NamesInTheCode))]
    public void Every_calculation_step_has_a_label_in_both_languages(string name)
    {
        var words = StepText.Find(name);

        Assert.NotNull(words);
        Assert.NotEmpty(words.Nl);
        Assert.NotEmpty(words.En);
        Assert.DoesNotContain("{", words.Nl + words.En);
    }

    [Fact]
    public void The_code_names_more_than_a_hundred_steps() => Assert.True(NamesInTheCode().Count > 100);

    [Theory]
    [InlineData("gap", "verschil", "gap")]
    [InlineData("distance-2019", "afstand tot het gemiddelde jaar: 2019", "distance to the mean year: 2019")]
    [InlineData("z-score-unrounded", "z-score: niet afgerond", "z-score: unrounded")]
    [InlineData("share-low-part", "aandeel, ten minste: deel", "share, at least: part")]
    [InlineData("weighted-outside", "één deel maal zijn gewicht", "one part times its weight")]
    [InlineData("never-heard-of", "never heard of", "never heard of")]
    public void A_step_has_a_label(string name, string nl, string en)
    {
        var label = new CalculationStep(name, Arithmetic.Add, [], 0).Label;

        Assert.Equal((nl, en), (label.Nl, label.En));
    }

    // A method that writes a step takes its name first.
    [GeneratedRegex("""(?<!figures)\.(?:Add|Subtract|Multiply|Divide|Minimum|Maximum|Absolute|Truncate|Round|Gap)\(\s*\$?"(?<name>[^"]+)",""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
