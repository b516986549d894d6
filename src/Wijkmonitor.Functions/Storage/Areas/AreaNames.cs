using System.Text;

namespace Wijkmonitor.Functions.Storage.Areas;

/// <summary>Names of areas for searching: split and compared by words, without case, accents and punctuation.</summary>
public static class AreaNames
{
    /// <summary>Splits a name into its different words, in order: <c>'s-Gravenhage</c> is <c>s</c> and <c>gravenhage</c>.</summary>
    public static IReadOnlyList<string> SplitWords(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            var lower = char.ToLowerInvariant(character);
            text.Append(char.IsAsciiLetterOrDigit(lower) ? lower : RemoveAccent(lower));
        }

        return [.. text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether each of these words starts a word of the name.</summary>
    public static bool Matches(string name, IReadOnlyList<string> words)
    {
        var own = SplitWords(name);
        return words.All(word => AnyStartsWith(own, word));
    }

    /// <summary>Whether each word starts a word of the name or of the municipality's, and one of them of the name.</summary>
    public static bool Matches(string name, string municipality, IReadOnlyList<string> words)
    {
        var (own, around) = (SplitWords(name), SplitWords(municipality));
        return words.All(word => AnyStartsWith(own, word) || AnyStartsWith(around, word)) && words.Any(word => AnyStartsWith(own, word));
    }

    private static bool AnyStartsWith(IEnumerable<string> words, string start) => words.Any(word => word.StartsWith(start, StringComparison.Ordinal));

    // The app runs without the data of cultures, and with that without decomposition of characters: these are the letters of Dutch and
    // Frisian names and of the languages around them. What is none of them parts words.
    private static string RemoveAccent(char lower) => lower switch
    {
        'à' or 'á' or 'â' or 'ã' or 'ä' or 'å' => "a",
        'æ' => "ae",
        'ç' => "c",
        'è' or 'é' or 'ê' or 'ë' => "e",
        'ì' or 'í' or 'î' or 'ï' => "i",
        'ĳ' => "ij",
        'ñ' => "n",
        'ò' or 'ó' or 'ô' or 'õ' or 'ö' or 'ø' => "o",
        'œ' => "oe",
        'ß' => "ss",
        'ù' or 'ú' or 'û' or 'ü' => "u",
        'ý' or 'ÿ' => "y",
        >= '\u0300' and <= '\u036f' => "",
        _ => " ",
    };
}
