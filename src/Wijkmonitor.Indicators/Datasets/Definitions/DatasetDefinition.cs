using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>Definition of a dataset, as data: the contract between the data team and the monitor.</summary>
/// <param name="Id">The dataset's name and the folder in the inbox: lower-case letters, digits and hyphens.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Source">Who publishes it, where, and under which licence.</param>
/// <param name="Format">How its files are laid out.</param>
/// <param name="Records">What a row is; required for, and only for, the format <c>records</c>.</param>
/// <param name="Fields">For the records <c>area-records</c>: the columns next to <c>area;reference;date</c>.</param>
/// <param name="Limits">For the records <c>area-records</c>: of what a file may have a number of records at most.</param>
/// <param name="Delimiter">The character between fields; required for CSV.</param>
/// <param name="DecimalSeparator">The character before decimals; required for CSV.</param>
/// <param name="ThousandsSeparator">The character between thousands; null where there is none.</param>
/// <param name="Comment">The character that starts a line of comment; null where comments cannot occur.</param>
/// <param name="Symbols">What stands in place of a number, by the symbol as written; the empty text is a symbol too.</param>
/// <param name="MissingAtOrBelow">
/// A number below 0: any number at or below it, before a factor, stands for an unknown value, such as -99990 for the codes -99997 and -99999999 of CBS.
/// </param>
/// <param name="BoundaryYear">The year of the area's boundaries, or <c>period</c> for the year of the figure; a file that says it itself comes first.</param>
/// <param name="RegistersAreas">Whether the file's areas and names are taken into the register; otherwise they must be in it.</param>
/// <param name="Columns">The columns that are not topics; required for statline, wide and long.</param>
/// <param name="Topics">For statline and wide: the columns whose values are accepted.</param>
/// <param name="Indicators">For long: the indicators that a file may hold.</param>
/// <param name="Visibility">Who may see the figures.</param>
/// <param name="Owner">Which organisation or team answers for the dataset.</param>
/// <param name="Encoding">How characters are written as bytes; UTF-8 unless said otherwise.</param>
/// <param name="Quoting">What may stand around a field; quotation marks unless said otherwise.</param>
/// <param name="Period">For statline and wide: where the period stands; in a column unless said otherwise.</param>
/// <param name="IgnoredColumns">
/// Columns that a file may have and that are not accepted, each with the reason; an asterisk at the end of a name stands for anything.
/// </param>
/// <param name="NameColumns">
/// Columns that a file may have and that are not taken in, which hold names of areas or of providers such as schools; an asterisk at the end
/// of a name stands for anything.
/// </param>
/// <param name="SkippedAreas">
/// How the codes start of rows that are passed over, beside those of the country, land parts, provinces and regions, which always are.
/// </param>
/// <param name="Variants">Other forms in which files come.</param>
/// <param name="Checks">What the figures are held against, beyond their form.</param>
/// <param name="Periods">
/// For figures: the kinds of periods that a file may be about; calendar years unless said otherwise. A file with others is refused; where
/// the kinds are named here, its rows about others are passed over, counted and named.
/// </param>
/// <param name="Measured">The days that the figures are about, as far as their periods do not say it.</param>
/// <param name="MeasuredOf">The same for indicators that differ, by code.</param>
/// <param name="Problems">What the dataset makes of problems, by code: severity, confirmation, how many are too many.</param>
/// <param name="Precedence">
/// By indicator that other datasets deliver too: all datasets that deliver it, the one whose figures go first in front, each with the years in which its
/// figures count. One of the definitions says it, or all alike.
/// </param>
public sealed partial record DatasetDefinition(
    string Id,
    BilingualText Title,
    string Source,
    DatasetFormat Format,
    DatasetVisibility Visibility,
    string Owner,
    RecordKind? Records = null,
    IReadOnlyList<RecordField>? Fields = null,
    IReadOnlyList<RecordLimit>? Limits = null,
    char? Delimiter = null,
    char? DecimalSeparator = null,
    char? ThousandsSeparator = null,
    char? Comment = null,
    FileEncoding Encoding = FileEncoding.Utf8,
    FieldQuoting Quoting = FieldQuoting.Double,
    IReadOnlyDictionary<string, SymbolMeaning>? Symbols = null,
    decimal? MissingAtOrBelow = null,
    string? BoundaryYear = null,
    bool RegistersAreas = false,
    DatasetColumns? Columns = null,
    DatasetPeriod? Period = null,
    IReadOnlyList<TopicColumn>? Topics = null,
    IReadOnlyList<string>? Indicators = null,
    IReadOnlyDictionary<string, string>? IgnoredColumns = null,
    IReadOnlyList<string>? NameColumns = null,
    IReadOnlyList<string>? SkippedAreas = null,
    IReadOnlyList<FileVariant>? Variants = null,
    DatasetChecks? Checks = null,
    IReadOnlyDictionary<string, ProblemRule>? Problems = null,
    IReadOnlyList<PeriodGranularity>? Periods = null,
    MeasuredPeriod? Measured = null,
    IReadOnlyDictionary<string, MeasuredPeriod>? MeasuredOf = null,
    IReadOnlyDictionary<string, IReadOnlyList<RankedDataset>>? Precedence = null)
{
    private const string BoundaryYearOfPeriod = "period";
    private const string YearMark = "{year}";

    private static readonly DatasetJson WithoutNulls =
        new(new JsonSerializerOptions(DatasetJson.Default.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull });

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The codes of all indicators that the dataset can deliver.</summary>
    [JsonIgnore]
    public IEnumerable<string> IndicatorCodes => (Topics ?? []).Select(topic => topic.Indicator).Concat(Indicators ?? []).Distinct(StringComparer.Ordinal);

    /// <summary>Format of numbers.</summary>
    [JsonIgnore]
    public NumberFormat NumberFormat => new(DecimalSeparator!.Value, ThousandsSeparator);

    /// <summary>Whether a row holds the values of several indicators.</summary>
    [JsonIgnore]
    public bool IsWide => Format is DatasetFormat.StatLine or DatasetFormat.Wide;

    /// <summary>Whether it names the fields of its rows itself.</summary>
    [JsonIgnore]
    public bool DeclaresFields => Records == RecordKind.AreaRecords;

    /// <summary>Source of the period.</summary>
    [JsonIgnore]
    public PeriodSource PeriodSource => Period?.From ?? PeriodSource.Column;

    /// <summary>The years that the file's name can mean, in order; none where the period stands elsewhere, or the name gives none.</summary>
    [JsonIgnore]
    public IReadOnlyList<Period> FilePeriods { get; private init; } = [];

    /// <summary>The year that the file's name gives; null where it gives none, or more than one.</summary>
    [JsonIgnore]
    public Period? FilePeriod => FilePeriods is [var period] ? period : null;

    /// <summary>Gets the definition as it holds for a file: with the variant and the year that its name says.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="period">The year that was chosen beside the name; null for none.</param>
    public DatasetDefinition ForFile(string name, Period? period = null)
    {
        var variant = Variants?.FirstOrDefault(v => name.Contains(v.FileName, StringComparison.OrdinalIgnoreCase));
        return (variant is null ? this : For(variant)) with
        {
            FilePeriods = PeriodSource == PeriodSource.FileName ? FileNamePeriods.Find(name, Period!.FileNames!, period) : [],
        };
    }

    /// <summary>Whether a text can be the id of a dataset.</summary>
    public static bool IsId(string text) => IdPattern().IsMatch(text);

    /// <summary>Gets this definition with the form of a variant.</summary>
    internal DatasetDefinition For(FileVariant variant) => this with
    {
        Symbols = variant.Symbols ?? Symbols,
        MissingAtOrBelow = variant.MissingAtOrBelow ?? MissingAtOrBelow,
        Delimiter = variant.Delimiter ?? Delimiter,
        DecimalSeparator = variant.DecimalSeparator ?? DecimalSeparator,
        ThousandsSeparator = variant.ThousandsSeparator ?? ThousandsSeparator,
        Comment = variant.Comment ?? Comment,
        Encoding = variant.Encoding ?? Encoding,
        Quoting = variant.Quoting ?? Quoting,
    };

    /// <summary>Reads a definition and checks it against the catalogue.</summary>
    /// <param name="json">The definition as JSON.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="catalogue">The catalogue that its indicators must be in.</param>
    /// <exception cref="ConfigurationException">It is malformed or incomplete; the message names the field.</exception>
    public static DatasetDefinition Read(Stream json, string name, IndicatorCatalogue catalogue)
    {
        var definition = ConfigurationException.Wrap(name, () =>
        {
            using var content = new MemoryStream();
            json.CopyTo(content);
            var bytes = content.GetBuffer().AsMemory(0, (int)content.Length);
            bytes = bytes.Span.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
            using var document =
                JsonDocument.Parse(bytes, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false });
            return FindNull(document.RootElement, "$") is { } path
                ? throw new ConfigurationException(name, [NullFault(path)])
                : JsonSerializer.Deserialize(bytes.Span, DatasetJson.Default.DatasetDefinition);
        });
        return new DatasetDefinitionValidator(definition, catalogue).Validate().ToList() is { Count: > 0 } errors
            ? throw new ConfigurationException(name, errors)
            : definition;
    }

    /// <summary>Reads the codes of the indicators that a definition can deliver, without checking it.</summary>
    public static IEnumerable<string> ReadIndicatorCodes(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, DatasetJson.Default.DatasetDefinition)!.IndicatorCodes;

    /// <summary>The definition as JSON that <see cref="Read"/> reads back; what a file's name adds to it (<see cref="ForFile"/>) is not in it.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, typeof(DatasetDefinition), WithoutNulls);

    /// <summary>Whether files may be about periods of this kind.</summary>
    public bool Delivers(PeriodGranularity granularity) => Periods?.Contains(granularity) ?? granularity == PeriodGranularity.Year;

    /// <summary>Gets the days that an indicator's figures are about, as far as their periods do not say it.</summary>
    public MeasuredPeriod GetMeasured(string indicator) => MeasuredOf?.GetValueOrDefault(indicator) ?? Measured ?? MeasuredPeriod.Whole;

    /// <summary>The year of an area's boundaries in a figure about this period.</summary>
    public int GetBoundaryYear(Period period) =>
        BoundaryYear == BoundaryYearOfPeriod ? period.Year : int.Parse(BoundaryYear!, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Gets the allowed range of an indicator by catalogue and dataset; null when neither limits it.</summary>
    public ValueRange? GetRange(Indicator indicator) =>
        ValueRange.Intersect(indicator.Min, indicator.Max, Checks?.Ranges?.GetValueOrDefault(indicator.Code));

    /// <summary>The name of the column that an indicator's value about a period is in.</summary>
    public string GetColumn(string indicator, Period period)
    {
        var year = period.ToString();
        var topic = Topics?.FirstOrDefault(t => t.Indicator == indicator && (t.Period is null || t.Period == year));
        return topic is null
            ? Columns!.Value ?? indicator
            : (FilePeriod is null ? topic.Column : topic.ColumnOfYear?.GetValueOrDefault(year) ?? topic.Column)
                .Replace(YearMark, year, StringComparison.Ordinal);
    }

    /// <summary>The field of the definition that names an indicator.</summary>
    internal string GetField(string indicator)
    {
        var topic = (Topics ?? []).Select(topic => topic.Indicator).ToList().IndexOf(indicator);
        return topic >= 0
            ? string.Create(CultureInfo.InvariantCulture, $"topics[{topic}].indicator")
            : string.Create(CultureInfo.InvariantCulture, $"indicators[{(Indicators ?? []).ToList().IndexOf(indicator)}]");
    }

    /// <summary>The areas that a record of this dataset names, each with its column: the one that it is about first.</summary>
    public IEnumerable<(AreaCode Area, string Column)> GetReferencedAreas(AreaRecord record)
    {
        yield return (record.Area, AreaRecordColumns.Fixed[0]);
        foreach (var field in (Fields ?? []).Where(field => field.Type == RecordFieldType.Area))
        {
            if (record.Fields.TryGetValue(field.Name, out var code))
            {
                yield return (AreaCode.Parse(code), field.Name);
            }
        }
    }

    private static ConfigurationFault NullFault(string path) => new(
        path, new BilingualText($"'{path}' is null: laat weg wat niet van toepassing is.", $"'{path}' is null: leave out what does not apply."));

    // The types say of a member whether it may be null, but not of what is in a list.
    private static string? FindNull(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Null => path,
        JsonValueKind.Object => element.EnumerateObject()
            .Select(member => FindNull(member.Value, $"{path}.{member.Name}"))
            .FirstOrDefault(found => found is not null),
        JsonValueKind.Array => element.EnumerateArray().Select((item, i) => FindNull(item, $"{path}[{i}]")).FirstOrDefault(found => found is not null),
        _ => null,
    };

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$", RegexOptions.None, 1000)]
    private static partial Regex IdPattern();
}
