using System.Text.RegularExpressions;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Structure;

/// <summary>Words that names and comments of the code do without (CONTRIBUTING.md). The list has no exceptions.</summary>
public sealed partial class VocabularyTests
{
    private const int MaxLineLength = 160;
    private const int MinLiteralLength = 80;
    private const int MaxSentenceWords = 20;
    private const int MaxNameWords = 18;
    private static readonly string[] Sources = ["src", "tools"];

    // Verbs that summaries of methods begin with. Followed by a preposition, such as "of" in "Checks of a file", the word is the plural of a noun.
    private static HashSet<string> Verbs { get; } =
    [
        .. Sources.SelectMany(EnumerateFiles).SelectMany(path => ReadSummaries(File.ReadAllLines(RepositoryFolder.File(path))))
            .Where(summary => summary.IsMethod && !NoVerb().IsMatch(summary.Text))
            .Select(summary => Verb().Match(summary.Text).Value),
    ];

    [Fact]
    public void Names_and_summaries_are_plain_english() => Assert.Empty(EnumerateFiles().SelectMany(FindFaults));

    [Fact]
    public void No_line_of_the_source_is_too_long() => Assert.Empty(
        FindInFiles([.. Sources, "tests/Shared", "tests/Wijkmonitor.DevHost.Tests", "tests/Wijkmonitor.DevHost.Tests.App"],
            lines => lines.Index()
                .Where(line => line.Item.Length > MaxLineLength && !IsLiteral(line.Item))
                .Select(line => (line.Index + 1, $"{line.Item.Length} characters"))));

    [Fact]
    public void Summaries_of_methods_begin_with_a_verb() => Assert.Empty(FindInSource(FindWithoutVerb));

    [Fact]
    public void Summaries_of_types_are_noun_phrases() => Assert.Empty(FindInSource(FindTypesWithoutNoun));

    [Fact]
    public void First_sentences_of_summaries_are_short() => Assert.Empty(FindInSource(FindLongSentences));

    [Fact]
    public void Comments_do_without_dropped_words() => Assert.Empty(FindInFiles([.. Sources, "tests"], FindDroppedWords));

    [Fact]
    public void Names_of_tests_do_without_dropped_words() => Assert.Empty(FindInFiles(["tests"], FindDroppedNames));

    [Fact]
    public void Pages_do_without_dropped_words() => Assert.Empty(EnumeratePages().SelectMany(page => File.ReadAllLines(page).Index()
        .Where(line => DroppedWord().IsMatch(line.Item))
        .Select(line => $"{Path.GetFileName(page)}:{line.Index + 1}: {DroppedWord().Match(line.Item).Value}")));

    [Fact]
    public void Methods_with_a_summary_are_recognised() =>
        Assert.InRange(FindInSource(lines => ReadSummaries(lines).Where(summary => summary.IsMethod).Select(summary => (summary.Line, summary.Text))).Count(),
            900, 5000);

    [Theory]
    [InlineData("/// <summary>The row of an area.</summary>", "public static string GetRow(AreaCode area) => area.Value;")]
    [InlineData("/// <summary>As JSON.</summary>", "[Function(\"Get\")]", "public async Task<IReadOnlyList<(int Line, string Text)>> GetAsync<T>(")]
    [InlineData("/// <summary>", "/// Values of the areas.", "/// </summary>", "[Obsolete(", "    \"x\")]", "IReadOnlyList<decimal> GetValues();")]
    [InlineData("/// <summary>Notes an error.</summary>", "public (int Line, int Column) Add(string text)")]
    public void A_method_summary_without_a_verb_is_found(params string[] lines) => Assert.Single(FindWithoutVerb(lines));

    [Theory]
    [InlineData("/// <summary>Gets the row of an area.</summary>", "public static string GetRow(AreaCode area) => area.Value;")]
    [InlineData("/// <summary>Whether it is known.</summary>", "public bool IsKnown(string code) => true;")]
    [InlineData("/// <summary>The rows.</summary>", "public IReadOnlyList<string> Rows { get; } = Read(1);")]
    [InlineData("/// <summary>The rows.</summary>", "public IReadOnlyList<string> Rows => Read(1);")]
    [InlineData("/// <summary>The row of an area.</summary>", "public sealed record Row(AreaCode Area);")]
    [InlineData("/// <summary>The row of an area.</summary>", "public Row(AreaCode area)")]
    public void Other_summaries_may_be_nouns(params string[] lines) => Assert.Empty(FindWithoutVerb(lines));

    [Theory]
    [InlineData("/// <summary>Writes a file.</summary>", "public sealed class Writer(Stream content)")]
    [InlineData("/// <summary>Whether it is known.</summary>", "[JsonConverter(typeof(Known))]", "public enum Known")]
    [InlineData("/// <summary>", "/// Checks that a row is whole.", "/// </summary>", "internal readonly record struct Check(int Line);")]
    public void A_type_summary_without_a_noun_is_found(params string[] lines) => Assert.Single(FindTypesWithoutNoun(lines));

    [Fact]
    public void Verbs_are_those_of_the_methods_of_the_code()
    {
        Assert.Superset(new HashSet<string> { "Checks", "Computes", "Counts", "Keeps", "Reads", "Runs", "Shows", "Writes" }, Verbs.ToHashSet());
        Assert.DoesNotContain("Rows", Verbs);
    }

    [Theory]
    [InlineData("/// <summary>Writer of a file.</summary>", "public sealed class Writer(Stream content)")]
    [InlineData("/// <summary>Rows of a file.</summary>", "public sealed record Rows(int Count)")]
    [InlineData("/// <summary>Checks of a file.</summary>", "public sealed record Checks(int Count)")]
    [InlineData("/// <summary>Writes a file.</summary>", "public void Write(Stream content)")]
    public void A_type_summary_with_a_noun_is_not_found(params string[] lines) => Assert.Empty(FindTypesWithoutNoun(lines));

    [Theory]
    [InlineData("    public void A_year_that_" + "stands_before_an_area_is_ignored()", 1)]
    [InlineData("    public async Task Everybody_is_" + "told(string text)", 1)]
    [InlineData("    public void PM_stands_for_pro_memorie()", 0)]
    [InlineData("    public void What_" + "is_left()", 1)]
    [InlineData("    public void Two_principals_are_" + "nobody()", 1)]
    [InlineData("    public void Figures_are_for_those_" + "whom_they_are_about()", 1)]
    [InlineData("    public void A_small_number_is_withheld_and_so_is_" + "what_it_lacks()", 1)]
    [InlineData("    public void One_two_three_four_five_six_seven_eight_nine_ten_one_two_three_four_five_six_seven_eight_" + "nine()", 1)]
    [InlineData("    public void When_nobody_moved_the_change_is_due_to_stayers()", 0)]
    [InlineData("    public async Task Of_" + "24_areas_18_are_known()", 1)]
    [InlineData("    public void Official_figures_are_shown()", 0)]
    public void A_dropped_word_is_found_in_names_of_tests(string line, int found) => Assert.Equal(found, FindDroppedNames([line]).Count());

    [Theory]
    [InlineData("one two three four five six seven eight nine ten one two three four five six seven eight nine ten eleven. Short.", 1)]
    [InlineData("one <see cref=\"Two\"/> three four five six seven eight nine ten one two three four five six seven eight nine <c>ten</c>. And more.", 0)]
    public void A_long_first_sentence_is_found(string summary, int found) =>
        Assert.Equal(found, FindLongSentences([$"/// <summary>{summary}</summary>", "public int Count { get; }"]).Count());

    [Theory]
    [InlineData("    /" + "/ What stands in the file.", 1)]
    [InlineData("    /// <summary>" + "Whoever asks is told.</summary>", 1)]
    [InlineData("    var row = 1; /" + "/ It looks at the row beside it.", 1)]
    [InlineData("    /" + "/ The key lies in the archive.", 1)]
    [InlineData("    /" + "/ The rows stand in one transaction.", 1)]
    [InlineData("    // A value that lies outside its limits, or lies 1.3 above the mean, may stand in the way of others.", 0)]
    [InlineData("    // PM stands for pro memorie; what stands out is shown, and its version stands in for a hash.", 0)]
    [InlineData("    var text = \"What stands in the file.\";", 0)]
    public void A_dropped_word_is_found_in_comments(string line, int found) => Assert.Equal(found, FindDroppedWords([line]).Count());

    [Fact]
    public void Only_a_long_text_excuses_a_long_line()
    {
        var text = new string('x', MinLiteralLength + 1);
        Assert.True(IsLiteral($"    Say(\"{text}\");"));
        Assert.True(IsLiteral($"    Say($\"{{Join(\", \", names.Select(name => $\"{{name}}\"))}}{text}\");"));
        Assert.False(IsLiteral($"    Say(\"{text[2..]}\", \"{text[2..]}\");"));
        Assert.False(IsLiteral($"    // As in \"{text}\"."));
    }

    [Theory]
    [InlineData("    public static Crosswalk O" + "f(int year)")]
    [InlineData("    private static string KindO" + "f(Item item)")]
    [InlineData("    private const int Mos" + "tBytes = 1;")]
    [InlineData("    internal static long Leas" + "tCount<T>(T value)")]
    [InlineData("    private const int Leas" + "t = 5;")]
    [InlineData("    private decimal? Mos" + "t { get; init; }")]
    public void A_banned_declaration_is_found(string line) => Assert.Matches(BannedDeclaration(), line);

    [Theory]
    [InlineData("    int Leas" + "tRounds,", 1)]
    [InlineData("public sealed record Share(decimal Part, decimal? O" + "f);", 1)]
    [InlineData("    string Result, IReadOnlyList<string> Operands, IReadOnlyList<string>? OrO" + "f = null)", 1)]
    [InlineData("public sealed record Leading(BilingualText Label, [property: JsonPropertyName(\"ofLabel\")] BilingualText? O" + "fLabel)", 1)]
    [InlineData("public sealed record Rounds(int MinRounds, decimal AtMost, decimal? PartOf = null);", 0)]
    [InlineData("        new(\"All Of, Most, Least\", value)", 0)]
    public void A_banned_parameter_of_a_record_is_found(string line, int found) => Assert.Equal(found, FindParameters(line).Count());

    [Theory]
    [InlineData("    /// <summary>" + "What a file becomes.</summary>")]
    [InlineData("    /// <summary>\n" + "    /// Whoever asks.\n    /// </summary>")]
    [InlineData("    /// <summary>" + "Why it failed.</summary>")]
    [InlineData("    /// <param name=\"count\">" + "How many there are.</param>")]
    [InlineData("    /// <returns>" + "What is left.</returns>")]
    public void A_banned_summary_is_found(string line) => Assert.Matches(BannedSummary(), line);

    internal static IEnumerable<string> EnumerateFiles(string folder) =>
        Directory.EnumerateFiles(RepositoryFolder.File(folder), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/node_modules/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
        .Select(path => Path.GetRelativePath(RepositoryFolder.File("."), path))
        .Order(StringComparer.Ordinal);

    internal static string RemoveComment(string line) => Comment().Replace(line, "");

    internal static string RemoveTexts(string line) => Literal().Replace(line, "\"\"");

    private static IEnumerable<string> EnumerateFiles() => Sources.Append("tests").SelectMany(EnumerateFiles);

    private static IEnumerable<string> EnumeratePages() => Directory.EnumerateFiles(RepositoryFolder.File("docs"), "*.md", SearchOption.AllDirectories)
        .Concat(Directory.EnumerateFiles(RepositoryFolder.Root, "*.md"))
        .Concat(Directory.EnumerateFiles(RepositoryFolder.File("src", "Wijkmonitor.Functions", "Api", "OpenApi", "Document"), "*.yaml"))
        .Concat(new[] { "*.md", "*.bicep" }.SelectMany(kind => Directory.EnumerateFiles(RepositoryFolder.File("infra"), kind, SearchOption.AllDirectories)));

    private static IEnumerable<string> FindFaults(string path)
    {
        var text = File.ReadAllText(RepositoryFolder.File(path));
        var code = string.Join('\n', text.Split('\n').Select(RemoveComment));
        return BannedDeclaration().Matches(code).Concat(FindParameters(code)).Concat(BannedWord().Matches(code)).Concat(BannedSummary().Matches(text))
            .Select(match => $"{path}: {match.Value.Trim()}");
    }

    private static IEnumerable<Match> FindParameters(string code) => code.Split('\n').SelectMany(line => BannedParameter().Matches(RemoveTexts(line)));

    private static IEnumerable<string> FindInSource(Func<string[], IEnumerable<(int Line, string Text)>> find) => FindInFiles(Sources, find);

    private static IEnumerable<string> FindInFiles(string[] folders, Func<string[], IEnumerable<(int Line, string Text)>> find) =>
        folders.SelectMany(EnumerateFiles).SelectMany(path =>
            find(File.ReadAllLines(RepositoryFolder.File(path))).Select(found => $"{path}:{found.Line}: {found.Text}"));

    private static IEnumerable<(int Line, string Text)> FindTypesWithoutNoun(string[] lines) => ReadSummaries(lines)
        .Where(summary => summary.IsType && (summary.Text.StartsWith("Whether ", StringComparison.Ordinal)
            || Verbs.Contains(FirstVerb().Match(summary.Text).Value)))
        .Select(summary => (summary.Line, summary.Text));

    private static IEnumerable<(int Line, string Text)> FindDroppedNames(string[] lines) => lines.Index()
        .Select(line => (Line: line.Index + 1, Text: TestName().Match(line.Item).Value))
        .Where(name => QuestionName().IsMatch(name.Text) || DroppedWord().IsMatch(name.Text.Replace('_', ' ')) || name.Text.Count('_') >= MaxNameWords);

    private static IEnumerable<(int Line, string Text)> FindWithoutVerb(string[] lines) => ReadSummaries(lines)
        .Where(summary => summary.IsMethod && (!Verb().IsMatch(summary.Text) || NoVerb().IsMatch(summary.Text)))
        .Select(summary => (summary.Line, summary.Text));

    private static IEnumerable<(int Line, string Text)> FindLongSentences(string[] lines) => ReadSummaries(lines)
        .Select(summary => (summary.Line, Text: SentenceEnd().Split(Tag().Replace(Reference().Replace(summary.Text, "it"), ""))[0]))
        .Where(sentence => sentence.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > MaxSentenceWords);

    private static IEnumerable<(int Line, string Text)> FindDroppedWords(string[] lines) => lines.Index()
        .Where(line => line.Item.Contains("//", StringComparison.Ordinal) && DroppedWord().IsMatch(Comment().Match(line.Item).Value))
        .Select(line => (line.Index + 1, line.Item.Trim()));

    private static IEnumerable<(int Line, string Text, bool IsMethod, bool IsType)> ReadSummaries(string[] lines)
    {
        for (var start = 0; start < lines.Length; start++)
        {
            var end = start;
            while (end < lines.Length && lines[end].TrimStart().StartsWith("///", StringComparison.Ordinal))
            {
                end++;
            }

            var text = string.Join(' ', lines[start..end].Select(line => line.TrimStart()[3..].Trim()));
            if (Summary().Match(text) is { Success: true } summary)
            {
                var declaration = ReadDeclaration(lines, end);
                yield return (start + 1, summary.Groups["text"].Value, MethodDeclaration().IsMatch(declaration), TypeDeclaration().IsMatch(declaration));
            }

            start = end;
        }
    }

    // The first line of what follows attributes.
    private static string ReadDeclaration(string[] lines, int line)
    {
        for (var isAttribute = true; line < lines.Length; line++)
        {
            var text = lines[line].Trim();
            if (isAttribute && !text.StartsWith('['))
            {
                return text;
            }

            isAttribute = text.EndsWith(']');
        }

        return "";
    }

    // A sentence for readers stays on one line.
    private static bool IsLiteral(string line) => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
        && Literal().Matches(line).Any(literal => literal.Groups["text"].Length > MinLiteralLength);

    [GeneratedRegex(@"^\s*//.*$|(?<=\s)//\s.*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comment();

    // A declared member: a type or modifier, the name, and what follows a name that is declared.
    [GeneratedRegex(
        @"\b(?:public|private|internal|protected)\b[\w\s<>,?\[\]\.\(\)]*?[\s>\]\?](?:(?:Of|\w+Of)(?:<\w+>)?(?=\()|Of[A-Z]\w*(?=[ (<=;])|(?:Most|Least|Longest|Largest|Shortest|Fewest)(?:[A-Z]\w*)?(?=[ (<=;]))",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BannedDeclaration();

    // A parameter of a positional record is a property too.
    [GeneratedRegex(
        @"(?<=[\w>?\])] )(?:Of|OrOf|Of[A-Z]\w*|(?:Most|Least|Longest|Largest|Shortest|Fewest)(?:[A-Z]\w*)?)(?= ?[,)=])",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BannedParameter();

    [GeneratedRegex(@"\b\w*(?:[N]ought|Set[A]side|Taken[I]n|Take[I]n|Give[B]ack|is[T]old|everybody[s]|[a-z][A]new)\w*\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BannedWord();

    [GeneratedRegex(@"<(?:summary|returns|param name=\x22\w+\x22)>\s*(?:///\s*)?(?:What|Who|Whom|Whose|Whoever|How|Of|That|Which|When|Where|Why)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BannedSummary();

    [GeneratedRegex(@"<summary>\s*(?<text>.*?)\s*</summary>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Summary();

    // A name with parentheses behind a type; no type, constructor, or member with a value or a body before them.
    [GeneratedRegex(
        @"^(?![^=;{(]*\b(?:class|record|struct|interface|enum|delegate)\b)[^=;{]*?(?<!\b(?:public|private|internal|protected|static))\s\w+(?:<[\w, ]+>)?\(",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MethodDeclaration();

    [GeneratedRegex(@"^[^=;{(]*\b(?:class|record|struct|interface|enum|delegate)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"^[A-Z][a-z]+(?<!s)s(?= (?!(?:of|on|for|from|by|in|below)\b))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FirstVerb();

    [GeneratedRegex(@"(?<=\b(?:void|Task)\s+)[A-Z]\w*_\w+(?=\()", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TestName();

    [GeneratedRegex(@"^(?:Whether|[A-Z][a-z]+s)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Verb();

    // A clause about something in place of its name.
    [GeneratedRegex(
        "^(?:What|Who|Whom|Whose|Whoever|How|Of)_|_(?:whom|of_which|of_ones_own)_|_what_(?:it|they)(?:_|$)|_(?:that|for)_nobody_|_(?:nobody|lies?|what_is_\\w+)$",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex QuestionName();

    // Plurals, and verbs that others replace.
    [GeneratedRegex(
        @"^(?:As|Its|This|Progress|Addresses|Areas|Cents|Codes|Columns|Entries|Fields|Figures|Files|Indicators|Lines|Names|Observations|Options|Parts|Periods|Problems|Roles|Rows|Scorecards|Statements|Summaries|Texts|Values|Words|Years|Looks|Notes|Tells|Turns)\b",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoVerb();

    [GeneratedRegex(@"(?<=[.?!])\s", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("<[^<>]+/>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex("<[^<>]+>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(
        @"\b(?:stands(?! (?:for|out|in for|still)\b)|beside|tells|told|lies?(?! (?:-?\d|outside|within|between|above|below|beyond)\b)|lay|stand(?= (?:in(?! for\b| the way\b)|on|under|before|there|as|at|next)\b)|stood|tell(?= of\b)|whoever|nought|tak(?:en|ing) in|anew|be had|goes over|takes in|takes? it in|looks at|what is full|somebody's word|goes by the clock)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    internal static partial Regex DroppedWord();

    // A text with what is interpolated in it, which can hold texts again.
    [GeneratedRegex(
        @"\$\x22(?<text>(?>[^\x22{\\]+|\\.|\{\{|\{(?>[^{}]+|\{(?<open>)|\}(?<-open>))*(?(open)(?!))\})*)\x22|\x22(?<text>(?>[^\x22\\]+|\\.)*)\x22",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Literal();
}
