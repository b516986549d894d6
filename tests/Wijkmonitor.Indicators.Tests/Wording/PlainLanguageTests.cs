using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Scorecards.Kinds;

namespace Wijkmonitor.Indicators.Tests.Wording;

/// <summary>Every text that people read is in plain language, in one language, and says a concept in one word (docs/glossary.md).</summary>
public sealed partial class PlainLanguageTests
{
    private const string Residents = "src/Wijkmonitor.Indicators/Scorecards/Kinds/X.cs";
    private const string DataTeams = "src/Wijkmonitor.Indicators/Datasets/Messages/X.cs";

    public static TheoryData<string> Kinds => [.. ScorecardKinds.Names];

    [Fact]
    public void No_text_has_words_of_the_other_language_long_sentences_ids_or_a_dropped_word()
    {
        var faults = WrittenTexts.All.SelectMany(text => PlainLanguage.FindFaults(text).Select(fault => $"{text.Place}: {fault}")).ToList();

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Both_languages_have_as_many_places_to_fill_in()
    {
        var faults = WrittenTexts.All.Where(LacksPlace).Select(text => $"{text.Place}: {text.Text} / {text.Other}").ToList();

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData("src/Wijkmonitor.Indicators/Scorecards/", 900)]
    [InlineData("src/Wijkmonitor.Indicators/Datasets/", 500)]
    [InlineData("src/Wijkmonitor.Indicators/SocialMortgage/", 500)]
    [InlineData("src/Wijkmonitor.Functions/Api/", 60)]
    [InlineData("src/Wijkmonitor.Functions/Dashboard/", 900)]
    [InlineData("src/Wijkmonitor.Indicators/Localization/vocabulary.json", 250)]
    [InlineData("tools/Wijkmonitor.Cli/", 100)]
    [InlineData("config/rules/", 700)]
    [InlineData("config/datasets/", 70)]
    [InlineData("config/indicators.json", 400)]
    public void The_texts_of_every_place_are_read(string place, int least) =>
        Assert.InRange(WrittenTexts.All.Count(text => text.Place.StartsWith(place, StringComparison.Ordinal)), least, 10_000);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_scorecard_names_areas_and_has_minus_signs(string kind)
    {
        var texts = ComputedTexts.Get(ComputedTexts.Compute(kind));

        Assert.All(texts, text => Assert.DoesNotMatch(AreaCode(), text));
        Assert.All(texts, text => Assert.Empty(PlainLanguage.FindIds(text)));
        Assert.All(texts, text => Assert.Empty(PlainLanguage.FindHyphens(text)));
    }

    [Theory]
    [InlineData(Residents, "new(\"Dit is de pending entry.\", \"This is the entry.\")", "'pending' is of the other language")]
    [InlineData(Residents, "new(\"Dit gebied.\", \"This gebied.\")", "'gebied' is of the other language")]
    [InlineData(Residents, "new(\"Kijk bij social_assistance.\", \"See social assistance.\")", "'social_assistance' is an id")]
    [InlineData(Residents, "new(\"Vul talkBelowPercent in.\", \"Fill it in.\")", "'talkBelowPercent' is an id")]
    [InlineData(Residents, "Say($\"Het verschil is -{1} of -2.\", $\"The gap is {1} or less.\")", "'-2' has no minus sign")]
    [InlineData(Residents, "new(\"Van de punaises.\", \"Of the pins.\")", "'punaise' is 'prikker' by the glossary")]
    [InlineData(Residents, "new(\"Geen oordeel.\", \"No verdict.\")", "'verdict' is 'judgement' by the glossary")]
    [InlineData("src/Wijkmonitor.Functions/Dashboard/src/x.tsx", "<p>{say(`Van ${a ? `x` : \"y\"} the rest.`, \"The rest.\")}</p>", "'the' is of the other language")]
    [InlineData(DataTeams, "Add(code, \"De rij is te lang voor het bestand and meer.\");", "'and' is of the other language")]
    public void A_planted_fault_is_found(string path, string source, string fault) =>
        Assert.Contains(fault, WrittenTexts.FindInSource(path, source).SelectMany(PlainLanguage.FindFaults));

    [Theory]
    [InlineData("new($\"Van {a} tot {b}.\", $\"From {a}.\")", 1)]
    [InlineData("new($\"{n} keer.\", $\"{n} {(n == 1 ? \"time\" : \"times\")}.\")", 0)]
    public void A_place_that_one_language_lacks_is_found(string source, int found) =>
        Assert.Equal(found, WrittenTexts.FindInSource(Residents, source).Count(LacksPlace));

    [Theory]
    [InlineData(Residents, PlainLanguage.MaxWordsForResidents)]
    [InlineData(DataTeams, PlainLanguage.MaxWords)]
    public void A_long_sentence_is_found(string path, int max)
    {
        var words = string.Join(' ', Enumerable.Repeat("de", max));

        Assert.Empty(FindIn($"Kort. {words}."));
        Assert.Single(FindIn($"Kort. {words} woord."));

        IEnumerable<string> FindIn(string text) => PlainLanguage.FindFaults(new WrittenText(path, IsDutch: true, text));
    }

    [Theory]
    [InlineData("new(\"Vul 'talkBelowPercent' in, en zie config/indicators.json.\", \"Enter 'talkBelowPercent', and see config/indicators.json.\")")]
    [InlineData("new(\"Het daalde van {a} naar −2, tussen 2016-2018.\", \"It fell from {a} to −2, in 2016-2018.\")")]
    [InlineData("var names = new[] { \"from_year\", \"to_year\" };")]
    public void Other_texts_are_not_found(string source) => Assert.Empty(WrittenTexts.FindInSource(Residents, source).SelectMany(PlainLanguage.FindFaults));

    [Fact]
    public void Texts_in_configuration_are_read() => Assert.Equal(
        [true, false], WrittenTexts.FindInJson("config/rules/x.json", """{ "notes": [{ "text": { "nl": "Dit.", "en": "This." } }] }""").Select(text => text.IsDutch));

    private static bool LacksPlace(WrittenText text) => text is { IsDutch: true, Other: not null } && Place().Count(text.Text) != Place().Count(text.Other);

    [GeneratedRegex(@"\{[^{}…]*\}", RegexOptions.None, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(?:GM|WK|BU|CU)[0-9]{4}", RegexOptions.None, 1000)]
    private static partial Regex AreaCode();
}
