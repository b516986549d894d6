using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Wijkmonitor.Indicators.Datasets.Problems;

/// <summary>Text from elsewhere that is safe to show in a terminal, a log or a report.</summary>
public static class Printable
{
    /// <summary>The characters that steer a terminal or the direction of text in place of being shown.</summary>
    internal static readonly IReadOnlyList<char> Controls =
    [
        .. Enumerable.Range(0, 0xA0).Select(i => (char)i).Where(char.IsControl),
        '\u061C', '\u200E', '\u200F', '\u2028', '\u2029',
        .. Enumerable.Range(0x202A, 5).Select(i => (char)i),
        .. Enumerable.Range(0x2066, 4).Select(i => (char)i),
    ];

    private static readonly SearchValues<char> Unsafe = SearchValues.Create([.. Controls]);

    /// <summary>Gets the text with each control character written as its code, such as <c>\u001B</c>.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Escape(string? text)
    {
        if (text is null || !text.AsSpan().ContainsAny(Unsafe))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = Unsafe.Contains(c) ? escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>Whether the text holds a control character.</summary>
    public static bool HasControls(string text) => text.AsSpan().ContainsAny(Unsafe);
}
