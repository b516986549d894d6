using System.Buffers;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;

namespace Wijkmonitor.Indicators.Datasets.Sources.Csv;

/// <summary>Form of the CSV files of a dataset: characters, delimiter and quotation marks.</summary>
/// <param name="definition">The dataset.</param>
/// <param name="delimiter">The character between fields; null for the declared one.</param>
internal sealed class CsvDialect(DatasetDefinition definition, char? delimiter = null)
{
    /// <summary>Highest number of characters that a field may have.</summary>
    public const int MaxFieldLength = 10_000;

    /// <summary>The characters that can separate fields.</summary>
    public static readonly IReadOnlyList<char> Delimiters = [';', ',', '\t', '|'];

    private const int BufferSize = 64 * 1024;
    private const string LineBreaks = "\n\r";

    // The replacement character, NUL and, of Windows-1252, what its five bytes without a character are read as.
    private const string UndecodableUtf8 = "\uFFFD\0";
    private const string UndecodableWindows = "\uFFFD\0\u0081\u008D\u008F\u0090\u009D";
    private const string MarkOfUtf8InWindows = "ï»¿";
    private static readonly SearchValues<char> NotUtf8 = SearchValues.Create(UndecodableUtf8);
    private static readonly SearchValues<char> RemarkableUtf8 = SearchValues.Create(UndecodableUtf8 + LineBreaks);
    private static readonly SearchValues<char> NotWindows = SearchValues.Create(UndecodableWindows);
    private static readonly SearchValues<char> RemarkableWindows = SearchValues.Create(UndecodableWindows + LineBreaks);

    /// <summary>The character that a line of comment begins with; null where there are none.</summary>
    public char? Comment => definition.Comment;

    /// <summary>The characters that a file in the declared encoding never has.</summary>
    public SearchValues<char> Undecodable { get; } = definition.Encoding == FileEncoding.Windows1252 ? NotWindows : NotUtf8;

    /// <summary>The same, and line breaks.</summary>
    public SearchValues<char> Remarkable { get; } = definition.Encoding == FileEncoding.Windows1252 ? RemarkableWindows : RemarkableUtf8;

    /// <summary>Whether the name of a column has characters that are not in the declared encoding.</summary>
    public bool IsUndecodable(string name) =>
        name.AsSpan().ContainsAny(Undecodable)
            || (definition.Encoding == FileEncoding.Windows1252 && name.StartsWith(MarkOfUtf8InWindows, StringComparison.Ordinal));

    /// <summary>Opens a reader of characters.</summary>
    /// <remarks>With its byte order mark named, the encoding takes the mark off; nothing else is guessed from the first bytes.</remarks>
    public StreamReader OpenText(Stream content) => new(
        content,
        FileEncodings.Get(definition.Encoding),
        detectEncodingFromByteOrderMarks: false,
        BufferSize,
        leaveOpen: true);

    /// <summary>Opens a parser.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="onBadData">Receives the field in which a quotation mark is misplaced.</param>
    public CsvParser OpenParser(TextReader text, Action<string> onBadData) => new(text, new CsvConfiguration(CultureInfo.InvariantCulture)
    {
        Delimiter = (delimiter ?? definition.Delimiter!.Value).ToString(),
        AllowComments = definition.Comment is not null,
        Comment = definition.Comment ?? '#',
        Mode = definition.Quoting == FieldQuoting.None ? CsvMode.NoEscape : CsvMode.RFC4180,
        Quote = definition.Quoting == FieldQuoting.Single ? '\'' : '"',
        IgnoreBlankLines = false,
        MaxFieldSize = MaxFieldLength,
        BadDataFound = bad => onBadData(bad.Field),
        BufferSize = BufferSize,
    });
}
