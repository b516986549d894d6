using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Wording;

/// <summary>No text of the monitor calls people or neighbourhoods names: a neighbourhood is not its score.</summary>
public sealed class WordsTests
{
    private static readonly string[] Stigmatising =
    [
        // about neighbourhoods
        "achterstandswijk", "achterstandsbuurt", "achterstandsgebied", "probleemwijk", "probleembuurt", "prachtwijk", "krachtwijk", "vogelaarwijk", "slechte wijk",
        "slechte buurt", "zwakke wijk", "zwakke buurt", "getto", "ghetto", "sloppenwijk", "afvoerputje", "problem neighbourhood", "problem area",
        "no-go area", "no-go zone", "no-go-area", "no-go-zone", "no-go-gebied", "no-go-buurt", "no-go-wijk", // a decision may be a no-go
        "bad neighbourhood", "deprived", "disadvantaged", "slum", "sink estate", "slechtste", "the worst",
        // about people
        "asociaal", "asociale", "antisocial", "aso's", "tokkie", "kansarm", "kansloos", "kansloze", "onderklasse", "underclass", "onderkant van de samenleving", "probleemgezin",
        "probleemhuurder", "probleemgeval", "problem famil", "problem tenant", "overlastgever", "uitkeringstrekker", "zwakkeren", "the weak", "verwarde", "allochto", "autochto", "niet-westers",
        "non-western", "immigrant background", "migratieachtergrond", "illegale", "illegals", "junk", "zwerver", "hangjongere",
    ];

    // A method that gets a token or topics is no word for a neighbourhood.
    private static readonly Regex AnyWord = new(
        $@"(?<!\p{{L}})(?!(?-i:GetTo[a-z]))({string.Join('|', Stigmatising.Select(Regex.Escape))})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    public static TheoryData<string> Kinds => [.. ScorecardKinds.Names];

    public static TheoryData<string> Texts =>
    [
        .. new[] { "docs", "samples", Path.Combine("config", "rules"), Path.Combine("config", "datasets"), Path.Combine("config", "indicators.json"), "src" }
            .Select(path => RepositoryFolder.File(path))
            .SelectMany(path => File.Exists(path) ? [path] : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
            .Where(path => !path.Contains("node_modules", StringComparison.Ordinal))
            .Where(path => Path.GetExtension(path) is ".md" or ".json" or ".csv" or ".cs" or ".js" or ".html")
            .Select(path => Path.GetRelativePath(RepositoryFolder.File(""), path)),
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_text_of_a_scorecard_calls_people_or_neighbourhoods_names(string kind)
    {
        var cards = ComputedTexts.Compute(kind);

        Assert.NotEmpty(cards);
        Assert.All(ComputedTexts.Get(cards), text => Assert.Empty(Found(text)));
        Assert.All(ComputedTexts.Get(cards), text => Assert.False(string.IsNullOrWhiteSpace(text), $"A text of {kind} is empty."));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void No_page_sample_configuration_or_sentence_in_the_code_calls_people_names(string path) => Assert.Empty(Found(File.ReadAllText(RepositoryFolder.File(path))));

    [Theory]
    [InlineData("Dit is een probleemwijk.", "probleemwijk")]
    [InlineData("Achterstandswijken", "achterstandswijk")]
    [InlineData("A Deprived area", "deprived")]
    public void The_list_is_case_insensitive(string text, string word) => Assert.Equal([word], Found(text));

    [Fact]
    public void A_word_within_another_does_not_count() => Assert.Empty(Found("De bezwerver staat in de spaghetto."));

    private static List<string> Found(string text) => [.. AnyWord.Matches(text).Select(match => match.Value.ToLowerInvariant()).Distinct()];
}
