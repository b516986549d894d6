using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Datasets.Messages;

/// <summary>Factory of problems from words, whose quotations of a file are cut to a length that a report can have.</summary>
internal static class ProblemText
{
    private const int MaxValueLength = 200;
    private const int MaxMessageLength = 2_000;
    private const int MaxNamesQuoted = 40;

    public static RowProblem Error(string code, int? line, string? column, string? value, string nl, string en, string remedyNl, string remedyEn) =>
        new(
            code, ProblemSeverity.Error, line, Truncate(column), Truncate(value),
            Truncate(new BilingualText(nl, en)), Truncate(new BilingualText(remedyNl, remedyEn)));

    public static RowProblem Warn(string code, int? line, string? column, string? value, string nl, string en, string remedyNl, string remedyEn) =>
        Error(code, line, column, value, nl, en, remedyNl, remedyEn) with { Severity = ProblemSeverity.Warning };

    [return: NotNullIfNotNull(nameof(value))]
    public static string? Truncate(string? value, int maxLength = MaxValueLength) =>
        value?.Length > maxLength ? string.Concat(value.AsSpan(0, maxLength), "…") : value;

    // A message may quote what was read, and that can be of any length.
    public static BilingualText Truncate(BilingualText text) => new(Truncate(text.Nl, MaxMessageLength), Truncate(text.En, MaxMessageLength));

    public static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Gets names as a text, not more than fit in a message.</summary>
    public static string Quote(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(MaxNamesQuoted).Select(name => $"'{name}'")) + (names.Count > MaxNamesQuoted ? ", …" : "");

    public static BilingualText GetName(char c) => c switch
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
