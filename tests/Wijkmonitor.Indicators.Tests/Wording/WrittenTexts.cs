using System.Text.Json;
using System.Text.RegularExpressions;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Wording;

/// <summary>All texts for people that are written in this repository: code, dashboard, terminal, vocabulary, catalogue, rules and datasets.</summary>
internal static partial class WrittenTexts
{
    private const int MinWords = 4;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WrittenText> All { get; } =
    [
        .. Enumerate("src", "*.cs").Concat(Enumerate("tools/Wijkmonitor.Cli", "*.cs")).Concat(Enumerate("tools/Wijkmonitor.Local", "*.cs"))
            .Concat(Enumerate("src/Wijkmonitor.Functions/Dashboard/src", "*.ts")).Concat(Enumerate("src/Wijkmonitor.Functions/Dashboard/src", "*.tsx"))
            .SelectMany(path => FindInSource(path, File.ReadAllText(RepositoryFolder.File(path)))),
        .. Enumerate("config/rules", "*.json").Concat(Enumerate("config/datasets", "*.json"))
            .Append("config/indicators.json").Append("src/Wijkmonitor.Indicators/Localization/vocabulary.json")
            .SelectMany(path => FindInJson(path, File.ReadAllText(RepositoryFolder.File(path)))),
    ];

    /// <summary>Finds the texts of a source file: those in two languages, and the others that are long enough to tell their language.</summary>
    public static IEnumerable<WrittenText> FindInSource(string path, string source)
    {
        var literals = SourceLiterals.Find(source, path.EndsWith(".cs", StringComparison.Ordinal)).ToList();
        for (var i = 0; i < literals.Count; i++)
        {
            var (start, end, text) = literals[i];
            var place = $"{path}:{source.AsSpan(0, start).Count('\n') + 1}";
            if (i + 1 < literals.Count && IsPair(source, literals, i))
            {
                yield return new(place, IsDutch: true, text, literals[i + 1].Text);
                yield return new(place, IsDutch: false, literals[i + 1].Text, text);
                i++;
            }
            else if (FindLanguage(text) is { } isDutch)
            {
                yield return new(place, isDutch, text);
            }
        }
    }

    /// <summary>Finds the texts of a JSON file that are in two languages.</summary>
    public static IEnumerable<WrittenText> FindInJson(string path, string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. FindInElement(path, document.RootElement)];
    }

    private static IEnumerable<WrittenText> FindInElement(string place, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().SelectMany((item, index) => FindInElement($"{place}/{index}", item));
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        return element.TryGetProperty("nl", out var nl) && element.TryGetProperty("en", out var en)
            ? [new(place, IsDutch: true, nl.GetString()!, en.GetString()), new(place, IsDutch: false, en.GetString()!, nl.GetString())]
            : element.EnumerateObject().SelectMany(property => FindInElement($"{place}/{property.Name}", property.Value));
    }

    // Two texts with only a comma between them, where a text in two languages is written, or of which each is in its language.
    private static bool IsPair(string source, List<(int Start, int End, string Text)> literals, int index)
    {
        var (first, second) = (literals[index], literals[index + 1]);
        if (!Comma().IsMatch(source[first.End..second.Start]) || !Word().IsMatch(second.Text))
        {
            return false;
        }

        var before = source[..first.Start];
        var isLast = index + 2 >= literals.Count || !Comma().IsMatch(source[second.End..literals[index + 2].Start]);
        return (isLast && Opening().IsMatch(before[Math.Max(0, before.Length - 60)..]))
            || (FindLanguage(first.Text) == true && FindLanguage(second.Text) != true)
            || (FindLanguage(first.Text) is null && FindLanguage(second.Text) == false && first.Text.Contains(' ', StringComparison.Ordinal));
    }

    // By the words of a text that only one of the languages has; null where it has too few words to tell.
    private static bool? FindLanguage(string text)
    {
        var (dutch, english) = (DutchWord().Count(text), EnglishWord().Count(text));
        return Word().Count(text) < MinWords || dutch == english || Pattern().IsMatch(text) ? null : dutch > english;
    }

    private static IEnumerable<string> Enumerate(string folder, string files) => Directory
        .EnumerateFiles(RepositoryFolder.File(folder.Split('/')), files, SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(RepositoryFolder.Root, path).Replace('\\', '/'))
        .Where(path => !path.Contains("/node_modules/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^\s*,\s*(?:en: )?$", RegexOptions.None, 1000)]
    private static partial Regex Comma();

    [GeneratedRegex(@"(?:\bnew(?: BilingualText)?\(|\bLocalize\(|\bsay\(|\bnl: |\(""[a-z0-9-]+"", )\s*$", RegexOptions.None, 1000)]
    private static partial Regex Opening();

    // A pattern or a style sheet is no text for people.
    [GeneratedRegex(@"\(\?|\[-|; \}", RegexOptions.None, 1000)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:de|het|een|van|niet|wordt|worden|zijn|met|voor|dat|die|er|op|aan|te|en|naar|bij|uit|dan|deze|dit|geen|heeft|om|hier)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DutchWord();

    [GeneratedRegex(@"\b(?:the|a|an|not|are|to|for|with|that|which|by|from|there|and|or|this|these|it|be|has|have|no|on)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EnglishWord();
}
