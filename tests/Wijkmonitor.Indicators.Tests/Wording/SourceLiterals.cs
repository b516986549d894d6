using System.Text;

namespace Wijkmonitor.Indicators.Tests.Wording;

/// <summary>The text literals of a C# or TypeScript file, in order; those within an interpolation are part of the one around it.</summary>
/// <remarks>What is filled in is <c>{}</c> in their texts, or <c>{…}</c> where that is words that are chosen, such as a singular or plural.</remarks>
internal static class SourceLiterals
{
    /// <summary>Finds the literals.</summary>
    public static IEnumerable<(int Start, int End, string Text)> Find(string source, bool isCSharp)
    {
        for (var i = 0; i < source.Length; i++)
        {
            if (StartsAt(source, i, "//") && (i == 0 || source[i - 1] != ':'))
            {
                i = IndexOrEnd(source, "\n", i);
            }
            else if (StartsAt(source, i, "/*"))
            {
                i = IndexOrEnd(source, "*/", i) + 1;
            }
            else if (isCSharp && source[i] == '\'')
            {
                i = source.IndexOf('\'', i + (source[i + 1] == '\\' ? 3 : 2));
            }
            else if (isCSharp && StartsAt(source, i, "\"\"\""))
            {
                var end = source.IndexOf("\"\"\"", i + 3, StringComparison.Ordinal);
                yield return (i, end + 3, source[(i + 3)..end]);
                i = end + 2;
            }
            else if (source[i] == '"' || (!isCSharp && source[i] == '`'))
            {
                var text = new StringBuilder();
                var end = ReadTo(source, i, isCSharp, text);
                yield return (FindStart(source, i), end, text.ToString());
                i = end - 1;
            }
        }
    }

    // The end of a literal that begins with its quotation mark.
    private static int ReadTo(string source, int start, bool isCSharp, StringBuilder text)
    {
        var mark = source[start];
        var prefix = isCSharp ? source[FindStart(source, start)..start] : "";
        var (isVerbatim, isFilled) = (prefix.Contains('@', StringComparison.Ordinal), isCSharp ? prefix.Contains('$', StringComparison.Ordinal) : mark == '`');
        for (var i = start + 1; i < source.Length; i++)
        {
            if (source[i] == '\\' && !isVerbatim)
            {
                text.Append(source[++i] is 'n' or 'r' or 't' ? ' ' : source[i]);
            }
            else if (source[i] == mark && !(isVerbatim && StartsAt(source, i + 1, "\"")))
            {
                return i + 1;
            }
            else if (isFilled && isCSharp && StartsAt(source, i, "{{"))
            {
                text.Append(source[i++]);
            }
            else if (isFilled && StartsAt(source, i, isCSharp ? "{" : "${"))
            {
                var end = SkipFilled(source, i + (isCSharp ? 1 : 2), isCSharp);
                text.Append(source.AsSpan(i, end - i).ContainsAny('"', '`') ? "{…}" : "{}");
                i = end - 1;
            }
            else
            {
                text.Append(source[i]);
            }
        }

        return source.Length;
    }

    private static int SkipFilled(string source, int start, bool isCSharp)
    {
        var depth = 1;
        var i = start;
        while (depth > 0)
        {
            if (source[i] == '"' || (!isCSharp && source[i] is '`' or '\''))
            {
                i = ReadTo(source, i, isCSharp, new StringBuilder());
            }
            else if (isCSharp && source[i] == '\'')
            {
                i = source.IndexOf('\'', i + (source[i + 1] == '\\' ? 3 : 2)) + 1;
            }
            else
            {
                depth += source[i] == '{' ? 1 : source[i] == '}' ? -1 : 0;
                i++;
            }
        }

        return i;
    }

    private static int FindStart(string source, int mark)
    {
        var start = mark;
        while (start > 0 && source[start - 1] is '$' or '@')
        {
            start--;
        }

        return start;
    }

    private static bool StartsAt(string source, int index, string text) => string.CompareOrdinal(source, index, text, 0, text.Length) == 0;

    private static int IndexOrEnd(string source, string text, int start) =>
        source.IndexOf(text, start, StringComparison.Ordinal) is >= 0 and var found ? found : source.Length;
}
