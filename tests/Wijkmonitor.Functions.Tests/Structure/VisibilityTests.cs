using System.Text.RegularExpressions;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Structure;

/// <summary>Visibilities are compared in two folders only (docs/decisions/0004-who-sees-what.md). Constants leave no trace in compiled code, so the text is read.</summary>
public sealed partial class VisibilityTests
{
    private static readonly string[] Deciding = ["src/Wijkmonitor.Indicators/Access/", "src/Wijkmonitor.Functions/Security/"];

    [Fact]
    public void Only_access_and_security_compare_visibilities()
    {
        var found = Find().ToLookup(line => Array.Exists(Deciding, folder => line.StartsWith(folder, StringComparison.Ordinal)));

        Assert.Empty(found[false]);
        Assert.All(Deciding, folder => Assert.Contains(found[true], line => line.StartsWith(folder, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("if (definition.Visibility == DatasetVisibility.Public)")]
    [InlineData("definition.Visibility is not DatasetVisibility.Public")]
    [InlineData("Visibility is DatasetVisibility.Partners or DatasetVisibility.Owner,")]
    [InlineData("    DatasetVisibility.Partners => caller.IsPartnerIn(area),")]
    [InlineData("        case DatasetVisibility.Owner:")]
    [InlineData("card.Visibility > kind.Visibility")]
    [InlineData("definition.Visibility switch")]
    public void A_comparison_is_found(string line) => Assert.Matches(Comparison(), line);

    [Theory]
    [InlineData("scope == SubjectScope.Region ? DatasetVisibility.Owner")]
    [InlineData("subject.Visibility ?? DatasetVisibility.Public")]
    [InlineData("DatasetVisibility? Visibility = null)")]
    [InlineData("public DatasetVisibility? Visibility => rules.Visibility;")]
    public void A_declaration_is_no_comparison(string line) => Assert.DoesNotMatch(Comparison(), line);

    private static IEnumerable<string> Find() =>
        from path in VocabularyTests.EnumerateFiles("src")
        from line in File.ReadLines(RepositoryFolder.File(path))
        where Comparison().IsMatch(VocabularyTests.RemoveComment(line))
        select $"{path.Replace('\\', '/')}: {line.Trim()}";

    [GeneratedRegex(
        @"(?:[=!<>]=|[<>]|\bis(?: not)?|\bor(?: not)?|\bcase) DatasetVisibility\.|DatasetVisibility\.\w+ (?:=>|or\b|[=!<>]=)|(?<!Dataset)Visibility (?:[=!<>]=|[<>]|switch\b)",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comparison();
}
