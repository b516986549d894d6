using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Datasets.Messages;

/// <summary>Creates problems from words; what they quote of a file is cut to a length that a report can have.</summary>
internal static class ProblemText
{
    private const int MaxValueLength = 200;
    private const int MaxMessageLength = 2_000;
    private const int MaxNamesQuoted = 40;

    public static RowProblem Error(string code, int? line, string? column, string? value, string nl, string en, string remedyNl, string remedyEn) =>
        new(code, ProblemSeverity.Error, line, Cut(column), Cut(value), Cut(new BilingualText(nl, en)), Cut(new BilingualText(remedyNl, remedyEn)));

    public static RowProblem Warn(string code, int? line, string? column, string? value, string nl, string en, string remedyNl, string remedyEn) =>
        Error(code, line, column, value, nl, en, remedyNl, remedyEn) with { Severity = ProblemSeverity.Warning };

    [return: NotNullIfNotNull(nameof(value))]
    public static string? Cut(string? value, int longest = MaxValueLength) =>
        value?.Length > longest ? string.Concat(value.AsSpan(0, longest), "…") : value;

    // A message may quote what was read, and that can be of any length.
    public static BilingualText Cut(BilingualText text) => new(Cut(text.Nl, MaxMessageLength), Cut(text.En, MaxMessageLength));

    public static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Gets names as a text, not more than fit in a message.</summary>
    public static string Quote(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(MaxNamesQuoted).Select(name => $"'{name}'")) + (names.Count > MaxNamesQuoted ? ", …" : "");

    public static BilingualText Name(char c) => c switch
    {
        ';' => new("een puntkomma (;)", "a semicolon (;)"),
        ',' => new("een komma (,)", "a comma (,)"),
        '.' => new("een punt (.)", "a point (.)"),
        '\t' => new("een tab", "a tab"),
        '|' => new("een verticale streep (|)", "a vertical bar (|)"),
        ' ' => new("een spatie", "a space"),
        _ => new($"'{c}'", $"'{c}'"),
    };
}
