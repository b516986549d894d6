using System.Text.RegularExpressions;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Structure;

/// <summary>Names of local functions, parameters and locals, which no summary describes (CONTRIBUTING.md). The list has no exceptions.</summary>
public sealed partial class LocalNameTests
{
    [Fact]
    public void Local_functions_begin_with_a_verb() => Assert.Empty(Find(FindLocalFunctions));

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

    private static IEnumerable<string> Find(Func<string[], IEnumerable<string>> find) => new[] { "src", "tools" }
        .SelectMany(folder => VocabularyTests.EnumerateFiles(folder))
        .SelectMany(path => find(File.ReadAllLines(RepositoryFolder.File(path))).Select(found => $"{path}: {found}"));

    private static IEnumerable<string> FindLocalFunctions(string[] lines) => lines
        .Select(line => LocalFunction().Match(VocabularyTests.RemoveComment(line)))
        .Where(match => match.Success && !Verb().IsMatch(match.Groups["name"].Value))
        .Select(match => match.Groups["name"].Value);

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

    // Behind its type, an opening parenthesis or another name, and before what follows a name that is declared.
    [GeneratedRegex(@"(?<=[\w>\])?}] |\(|, )(?:of|mine|about|some|left|told|beside|either|(?:most|least|longest|shortest|largest|fewest)(?:[A-Z]\w*)?)(?= ?(?:[,)=;]|in\b|$))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Local();

    [GeneratedRegex(@"\bright\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Right();
}
