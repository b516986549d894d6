using System.Text.RegularExpressions;

namespace Wijkmonitor.Indicators.Tests.Wording;

/// <summary>Rules of plain language that a machine can check.</summary>
/// <remarks>One language in a text, short sentences, no ids, one sign for minus, one word for a concept.</remarks>
internal static partial class PlainLanguage
{
    /// <summary>Number of words that a sentence can have where residents read it; what is filled in counts as one.</summary>
    public const int MaxWordsForResidents = 25;

    /// <summary>Number of words that a sentence can have where data teams and administrators read it.</summary>
    public const int MaxWords = 30;

    // The word on the left is not used: the glossary has the one on the right.
    private static readonly (string Dropped, string Word)[] Dutch =
    [
        ("punaise", "prikker"), ("buurtatelier", "gebiedsatelier"), ("interval", "marge"), ("standaardafwijking", "keer de gewone spreiding"), ("uit de pas", "onder de afgesproken grens"),
        ("vooruitloop", "in voorbereiding"), ("in mindering", "afgetrokken"), ("per saldo", "min"), ("ongunstiger", "minder gunstig"), ("niet eenduidig", "onduidelijk"),
        ("gewaardeerd", "bekend"), ("fiscale", "belasting"), ("omslaan", "uitkomst verandert"), ("soort probleem", "soort melding"),
    ];

    private static readonly (string Dropped, string Word)[] English =
    [
        ("verdict", "judgement"), ("inhabitant", "resident"), ("nought", "zero"), ("stale", "out of date"), ("mends", "corrects"), ("per cent", "percent"), ("the mean", "the average"),
        ("weighted mean", "weighted average"), ("national mean", "national average"), ("mean of", "average of"), ("last cycle", "last round"), ("off track", "below the agreed limit"),
        ("runs ahead", "in preparation"), ("land part", "part of the country"), ("on balance", "minus"), ("registrations", "records"), ("exploitation", "cost and revenue"),
        ("ask attention", "need attention"), ("standard deviation", "times the usual spread"), ("nobody agreed", "it was not agreed"), ("something other than zero", "not the same as zero"),
    ];

    private static readonly Regex DroppedDutch = CreateDropped(Dutch);
    private static readonly Regex DroppedEnglish = CreateDropped(English);

    /// <summary>Finds what is wrong with a text.</summary>
    public static IEnumerable<string> FindFaults(WrittenText written)
    {
        var said = Filled().Replace(Quoted().Replace(Tag().Replace(written.Text, " "), ""), "");
        foreach (Match word in (written.IsDutch ? EnglishInDutch() : DutchInEnglish()).Matches(Name().Replace(said, "")))
        {
            yield return $"'{word.Value}' is of the other language";
        }

        var (dropped, words) = written.IsDutch ? (DroppedDutch, Dutch) : (DroppedEnglish, English);
        foreach (var word in dropped.Matches(said).Select(match => match.Groups["word"].Value))
        {
            yield return $"'{word}' is '{words.First(pair => pair.Dropped.Equals(word, StringComparison.OrdinalIgnoreCase)).Word}' by the glossary";
        }

        foreach (var fault in FindIds(said).Concat(FindHyphens(written.Text)))
        {
            yield return fault;
        }

        var max = written.IsForResidents ? MaxWordsForResidents : MaxWords;
        foreach (var sentence in SentenceEnd().Split(Tag().Replace(written.Text, " ")).Where(sentence => CountWords(sentence) > max))
        {
            yield return $"{CountWords(sentence)} words: {sentence.Trim()}";
        }
    }

    /// <summary>Finds ids of the code in a text that says something; what one has to type is between quotation marks.</summary>
    public static IEnumerable<string> FindIds(string text) => text.Contains(' ', StringComparison.Ordinal)
        ? Id().Matches(Quoted().Replace(text, "")).Select(id => $"'{id.Value}' is an id")
        : [];

    /// <summary>Finds negative numbers with a hyphen for the minus sign (U+2212).</summary>
    public static IEnumerable<string> FindHyphens(string text) => Hyphen().Matches(Quoted().Replace(text, "")).Select(number => $"'{number.Value}' has no minus sign");

    private static int CountWords(string sentence) => sentence.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length;

    // A word, or its plural or another form of it.
    private static Regex CreateDropped((string Dropped, string Word)[] words) => new(
        $@"\b(?<word>{string.Join('|', words.Select(word => Regex.Escape(word.Dropped)))})(?:s|en|t)?\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    // What one types or quotes.
    [GeneratedRegex(@"(?<!\p{L})'[^']+'(?!\p{L})|""[^""]+""|`[^`]+`|--[a-z]+ [\w-]+", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Filled();

    [GeneratedRegex("</?[a-z][^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<=[.!?])\s+", RegexOptions.None, 1000)]
    private static partial Regex SentenceEnd();

    // Words with an underscore or with a capital within, except units and file names.
    [GeneratedRegex(@"(?<![\w./\\-])(?:[a-z0-9]+(?:_[a-z0-9]+)+|[a-z]{2,}[A-Z][A-Za-z]*)(?![\w/\\]|\.\w)", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"(?<![\w.,/\-}])-[0-9]", RegexOptions.None, 1000)]
    private static partial Regex Hyphen();

    // Titles and names stay in their own language.
    [GeneratedRegex("Aan de slag in kwetsbare wijken|Kerncijfers wijken en buurten|Weer thuis in de wijk|Wijken en buurten|From Text/CSV|Unicode Text", RegexOptions.None, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"\b(?:the|and|with|from|that|this|which|these|not|for|figures?|areas?|years?|neighbourhoods?|districts?|unknown|missing|entry|entries|invented|pending|delivery|deliveries|lines?|rows?|residents?)\b",
        RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EnglishInDutch();

    [GeneratedRegex(
        @"\b(?:het|een|van|niet|wordt|worden|voor|gebied|gebieden|buurt|buurten|wijk|wijken|cijfers?|jaar|bestand|gemeente|regels?|stad|onbekend|levering|bewoners)\b",
        RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DutchInEnglish();
}
