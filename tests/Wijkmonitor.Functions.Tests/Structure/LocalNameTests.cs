using System.Text.RegularExpressions;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Structure;

/// <summary>Names of private methods, local functions and locals, which no summary describes (CONTRIBUTING.md). The list has no exceptions.</summary>
public sealed partial class LocalNameTests
{
    [Fact]
    public void Local_functions_begin_with_a_verb() => Assert.Empty(Find(FindLocalFunctions));

    [Fact]
    public void Private_methods_are_named_by_verbs() => Assert.Empty(Find(FindMethodsWithoutVerb));

    [Fact]
    public void Methods_do_without_dropped_verbs() => Assert.Empty(Find(FindDroppedMethods, "src", "tools", "tests"));

    [Fact]
    public void Locals_and_parameters_are_named_by_nouns() => Assert.Empty(Find(FindLocals));

    [Theory]
    [InlineData("        string? CountO" + "f(Indicator indicator) =>")]
    [InlineData("        async Task<IEnumerable<Observation>> OfMunicipalityAsync(AreaCode municipality, HashSet<AreaCode> wanted)")]
    [InlineData("        IEnumerable<DisclosureFamily> Taken(string code) => over[code]")]
    [InlineData("        (Audience Audience, IReadOnlyList<string> Rows)[] InOrder() => [];")]
    [InlineData("static T? Not<T>(ArgumentResult result, string why)")]
    public void A_local_function_without_a_verb_is_found(string line) => Assert.Single(FindLocalFunctions([line]));

    [Theory]
    [InlineData("        string? FindCount(Indicator indicator) =>")]
    [InlineData("        return Taken(code);")]
    [InlineData("        workload.Name, Text(delivery.Calls), Text(empty.Calls),")]
    [InlineData("        drawn, new(\"Opgenomen\", \"Drawn\"));")]
    [InlineData("    public static Total Sum(int first)")]
    [InlineData("    internal sealed record Total(int Value);")]
    public void Other_lines_are_no_local_functions(string line) => Assert.Empty(FindLocalFunctions([line]));

    [Theory]
    [InlineData("    private static string AtStart(string words) => words;")]
    [InlineData("    private static decimal Rounded(decimal value) => Math.Round(value, 1);")]
    [InlineData("    private string To(NumberFormatter text, Bounds value) => Format(text, value);")]
    [InlineData("    private static BilingualText BothWays(string nl, string en) =>")]
    [InlineData("    private async Task<(string Name, int Count)> TextAsync<T>(T number)")]
    public void A_private_method_without_a_verb_is_found(string line) => Assert.Single(FindMethodsWithoutVerb([line]));

    [Theory]
    [InlineData("    private static TableEntity ToEntity(Area area) => new(area.Code);")]
    [InlineData("    private static string FormatText(int number) => Text(number);")]
    [InlineData("    private static RowProblem Undeclared(int line) => Error(line);")]
    [InlineData("    private static partial Regex PublishedForm();")]
    [InlineData("    private sealed record UnroundedFigure(int Line);")]
    [InlineData("    private static readonly DateOnly After = Find(1);")]
    public void Other_private_members_are_not_found(string line) => Assert.Empty(FindMethodsWithoutVerb([line]));

    [Theory]
    [InlineData("        Indicator O" + "f(string code) => catalogue[code];", 1)]
    [InlineData("        await Keep" + "Async(store, cards);", 1)]
    [InlineData("        Mock.Of<ILogger>();", 0)]
    [InlineData("        Keep(line);", 0)]
    [InlineData("        var text = \"Of(all)\";", 0)]
    public void A_dropped_verb_is_found(string line, int found) => Assert.Equal(found, FindDroppedMethods([line]).Count());

    [Theory]
    [InlineData("        var left = total - count;")]
    [InlineData("        var (mine, other) = (target[cell], source[cell]);")]
    [InlineData("        if (period is { } about)")]
    [InlineData("            .Select(of => of.Key)")]
    [InlineData("    public Observation? Find(string indicator, Period of) => null;")]
    [InlineData("        foreach (var (number, left) in omitted.Index())")]
    [InlineData("    private HashSet<string> Hide(HashSet<AreaCode> some, bool isHidden)")]
    [InlineData("        var told = members.FindAll(member => member.IsKnown);")]
    [InlineData("        decimal? either = null;")]
    [InlineData("        decimal? least = null;")]
    [InlineData("    private readonly int longestSymbol;")]
    [InlineData("    public static Figure FromCount(string name, double most, string floor) =>")]
    [InlineData("        var beside = mean is { } known")]
    public void A_local_without_a_noun_is_found(string line) => Assert.NotEmpty(FindLocals([line]));

    [Theory]
    [InlineData("    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;")]
    [InlineData("        var text = $\"{count} of {total}\";")]
    [InlineData("        // Some of them are left.")]
    [InlineData("        th, td { text-align: left; }")]
    [InlineData("        var remaining = total - count;")]
    public void Other_locals_are_not_found(string line) => Assert.Empty(FindLocals([line]));

    private static IEnumerable<string> Find(Func<string[], IEnumerable<string>> find) => Find(find, "src", "tools");

    private static IEnumerable<string> Find(Func<string[], IEnumerable<string>> find, params string[] folders) => folders
        .SelectMany(folder => VocabularyTests.EnumerateFiles(folder))
        .SelectMany(path => find(File.ReadAllLines(RepositoryFolder.File(path))).Select(found => $"{path}: {found}"));

    private static IEnumerable<string> FindLocalFunctions(string[] lines) => lines
        .Select(line => LocalFunction().Match(VocabularyTests.RemoveComment(line)))
        .Where(match => match.Success && !Verb().IsMatch(match.Groups["name"].Value))
        .Select(match => match.Groups["name"].Value);

    private static IEnumerable<string> FindMethodsWithoutVerb(string[] lines) => lines
        .Select(line => NoVerb().Match(VocabularyTests.RemoveComment(line)))
        .Where(match => match.Success)
        .Select(match => match.Groups["name"].Value);

    private static IEnumerable<string> FindDroppedMethods(string[] lines) => lines
        .SelectMany(line => DroppedVerb().Matches(VocabularyTests.RemoveTexts(VocabularyTests.RemoveComment(line))))
        .Select(match => match.Value);

    // Of two operands, left and right are what everybody calls them.
    private static IEnumerable<string> FindLocals(string[] lines) => lines
        .Select(line => VocabularyTests.RemoveTexts(VocabularyTests.RemoveComment(line)))
        .SelectMany(code => Local().Matches(code)
            .Where(match => match.Value != "left" || !Right().IsMatch(code))
            .Select(match => $"{match.Value} in {code.Trim()}"));

    // A type, a name and parameters where a statement begins, without what makes it a member with an accessibility.
    [GeneratedRegex(
        @"^\s*(?:(?:static|async)\s+)*(?!(?:return|await|new|throw|yield|else|in|is|case|or|and|not|when|where|select|from|by|record|class|struct|delegate|using|namespace|public|private|internal|protected|goto|event|const|override|static|async)\b)(?:[A-Za-z_][\w.]*(?:<[^=;{}()]*(?:\([^()]*\)[^=;{}()]*)*>)?|\([^()=]*\))(?:\?|\[,*\])*\s+(?<name>(?!new\b)[A-Za-z_]\w*)(?:<\w+(?:, \w+)*>)?\(",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LocalFunction();

    [GeneratedRegex(
        @"^(?!\w*Of(?:Async)?$)(?:Add|Append|Can|Complete|Compose|Compute|Count|Create|Delete|Describe|Find|Format|Get|Has|Ingest|Is|Measure|Read|Record|Refuse|Remove|Replace|Resolve|Resume|Run|Save|Send|Stop|Try|Validate|Withhold|Write)(?![a-z])",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Verb();

    // A preposition, a participle, or a noun that methods were called by. What creates a problem or a result is called as that is.
    [GeneratedRegex(
        @"^\s*private (?!.*\b(?:partial|record|class|struct|RowProblem|IResult)\b)(?:[\w<>,?\[\].():]+ )+?(?<name>(?:Above|After|At|Before|Behind|Below|Between|Both|By|In|Of|On|Over|Under|Until|Without)(?:[A-Z]\w*)?|(?:For|To|Category|Code|Column|Figure|Key|Months|Name|Number|Quantity|Row|Rows|Text|Value|Values|Verb)(?:Async)?|(?!Embed|Exceed|Feed|Need|Speed)[A-Z][a-z]+ed(?:[A-Z]\w*)?)(?:<[\w, ]+>)?\(",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoVerb();

    [GeneratedRegex(@"(?<![\w.])(?:Of|OfAsync|Keep\w*Async|Tell\w*|Forget\w*|Demand\w*)(?:<\w+>)?\(", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DroppedVerb();

    // Behind its type, an opening parenthesis or another name, and before what follows a name that is declared.
    [GeneratedRegex(@"(?<=[\w>\])?}] |\(|, )(?:of|mine|about|some|left|told|beside|either|(?:most|least|longest|shortest|largest|fewest)(?:[A-Z]\w*)?)(?= ?(?:[,)=;]|in\b|$))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Local();

    [GeneratedRegex(@"\bright\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Right();
}
