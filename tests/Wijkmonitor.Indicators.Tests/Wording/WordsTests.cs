using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Golden;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Wording;

/// <summary>No text of the monitor calls people or neighbourhoods names: a neighbourhood is not its score.</summary>
public sealed class WordsTests
{
    private static readonly string[] Stigmatising =
    [
        // about neighbourhoods
        "achterstandswijk", "achterstandsbuurt", "achterstandsgebied", "probleemwijk", "probleembuurt", "prachtwijk", "krachtwijk", "vogelaarwijk", "slechte wijk",
        "slechte buurt", "zwakke wijk", "zwakke buurt", "getto", "ghetto", "sloppenwijk", "no-go", "afvoerputje", "problem neighbourhood", "problem area",
        "bad neighbourhood", "deprived", "disadvantaged", "slum", "sink estate", "slechtste", "the worst",
        // about people
        "asociaal", "asociale", "antisocial", "aso's", "tokkie", "kansarm", "kansloos", "kansloze", "onderklasse", "underclass", "onderkant van de samenleving", "probleemgezin",
        "probleemhuurder", "probleemgeval", "problem famil", "problem tenant", "overlastgever", "uitkeringstrekker", "zwakkeren", "the weak", "verwarde", "allochto", "autochto", "niet-westers",
        "non-western", "immigrant background", "migratieachtergrond", "illegale", "illegals", "junk", "zwerver", "hangjongere",
    ];

    // A method that gets a token is no word for a neighbourhood.
    private static readonly Regex AnyWord = new(
        $@"(?<!\p{{L}})(?!GetToken)({string.Join('|', Stigmatising.Select(Regex.Escape))})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

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
        using var rules = File.OpenRead(RepositoryFolder.File("config", "rules", kind, "example.json"));
        var cards = ScorecardKinds.Read(kind, rules, IndicatorCatalogueTests.Shipped()).Compute(Everything()).ToList();

        Assert.NotEmpty(cards);
        Assert.All(GetTexts(cards), text => Assert.Empty(Found(text)));
        Assert.All(GetTexts(cards), text => Assert.False(string.IsNullOrWhiteSpace(text), $"A text of {kind} is empty."));
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

    // Every text in a scorecard is Dutch and English; what is asked of the one is asked of the other.
    private static List<string> GetTexts(IReadOnlyList<Scorecard> cards) =>
    [
        .. cards.SelectMany(card => card.Lines).SelectMany(line => new[] { line.Theme, line.Label, line.Explanation }).SelectMany(Both),
        .. cards.SelectMany(card => card.Totals).SelectMany(total => Both(total.Label)),
        .. cards.SelectMany(card => card.Findings).SelectMany(finding => Both(finding.Message)),
    ];

    private static string[] Both(BilingualText text) => [text.Nl, text.En];

    private static IEnumerable<AreaRecord> GetSubjectRecords() => GoldenKind.All.SelectMany(golden => golden.Records)
        .Where(record => record.GetText("subject") is not null)
        .Select(record => record with { Area = AreaCode.Parse("GM0014") });

    // A municipality with every indicator, in years that rise and fall, so that every kind has something to say.
    private static MunicipalityFigures Everything()
    {
        var catalogue = IndicatorCatalogueTests.Shipped();
        var random = new Random(20161);
        string[] areas = ["GM0014", .. Enumerable.Range(1, 6).Select(i => $"WK00140{i}"), .. Enumerable.Range(1, 6).Select(i => $"BU0014010{i}"), .. Enumerable.Range(1, 4).Select(i => $"CU0014-complex{i}")];
        var observations =
            from area in areas
            from year in new[] { 2002, 2008, 2012, 2014, 2016, 2017, 2018 }
            from indicator in catalogue.All
            let value = Math.Round((indicator.Min ?? 0) + ((decimal)random.NextDouble() * ((indicator.Max ?? 1000) - (indicator.Min ?? 0))), 0)
            select new Observation(
                AreaCode.Parse(area), new Period(year), indicator.Code, random.Next(20) == 0 ? ObservedValue.Unknown : ObservedValue.Known(value), "d", 2016, FigureStatus.None, new SourceLine("d", 2));
        var records =
            from area in areas.Skip(1)
            from record in GoldenKind.All.SelectMany(golden => golden.Records).Where(record => record.GetText("subject") is null)
            select record with { Area = AreaCode.Parse(area), Reference = $"{record.Reference}-{area}" };
        return new MunicipalityFigures(
            AreaCode.Parse("GM0014"), catalogue, [.. areas.Select(area => new Area(AreaCode.Parse(area), area, 2016))], new ObservationSet(observations), [.. records, .. GetSubjectRecords()]);
    }
}
