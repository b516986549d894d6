using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>Definition of a dataset, as data: the contract between the data team and the monitor.</summary>
/// <param name="Id">The dataset's name and the folder in the inbox: lower-case letters, digits and hyphens.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Source">Publisher, address and licence.</param>
/// <param name="Format">Layout of its files.</param>
/// <param name="Records">Kind of its rows; required for, and only for, the format <c>records</c>.</param>
/// <param name="Fields">For the records <c>area-records</c>: the columns next to <c>area;reference;date</c>.</param>
/// <param name="Limits">For the records <c>area-records</c>: of what a file may have a number of records at most.</param>
/// <param name="Delimiter">The character between fields; required for CSV.</param>
/// <param name="DecimalSeparator">The character before decimals; required for CSV.</param>
/// <param name="ThousandsSeparator">The character between thousands; null where there is none.</param>
/// <param name="Comment">The character that starts a line of comment; null where comments cannot occur.</param>
/// <param name="Symbols">Meaning of symbols that replace a number, by the symbol as written; the empty text is a symbol too.</param>
/// <param name="MissingAtOrBelow">
/// A number below 0: any number at or below it, before a factor, stands for an unknown value, such as -99990 for the codes -99997 and -99999999 of CBS.
/// </param>
/// <param name="BoundaryYear">The year of the area's boundaries, or <c>period</c> for the year of the figure; a file that says it itself comes first.</param>
/// <param name="RegistersAreas">Whether the file's areas and names are taken into the register; otherwise they must be in it.</param>
/// <param name="Columns">The columns that are not topics; required for statline, wide and long.</param>
/// <param name="Topics">For statline and wide: the columns whose values are accepted.</param>
/// <param name="Indicators">For long: the indicators that a file may hold.</param>
/// <param name="Visibility">Audience that may see the figures.</param>
/// <param name="Owner">Organisation or team that answers for the dataset.</param>
/// <param name="Encoding">Character encoding; UTF-8 unless said otherwise.</param>
/// <param name="Quoting">Quotation of fields; quotation marks unless said otherwise.</param>
/// <param name="Period">For statline and wide: where the period is; in a column unless said otherwise.</param>
/// <param name="IgnoredColumns">
/// Columns that a file may have and that are not accepted, each with the reason; an asterisk at the end of a name stands for anything.
/// </param>
/// <param name="NameColumns">
/// Columns that a file may have and that are not accepted, which hold names of areas or of providers such as schools; an asterisk at the end
/// of a name stands for anything.
/// </param>
/// <param name="SkippedAreas">
/// Starts of the codes of rows that are passed over, besides those of the country, land parts, provinces and regions, which always are.
/// </param>
/// <param name="Layouts">Other layouts in which files come; which one a file has is read from the file.</param>
/// <param name="Checks">Checks of the figures, beyond their form.</param>
/// <param name="Periods">
/// For figures: the kinds of periods that a file may be about; calendar years unless said otherwise. A file with others is refused; where
/// the kinds are named here, its rows about others are passed over, counted and named.
/// </param>
/// <param name="Measured">The days that the figures are about, as far as their periods do not say it.</param>
/// <param name="MeasuredOf">The same for indicators that differ, by code.</param>
/// <param name="Problems">Treatment of problems, by code: severity, confirmation, how many are too many.</param>
/// <param name="Precedence">
/// By indicator that other datasets deliver too: all datasets that deliver it, the one whose figures go first in front, each with the years in which its
/// figures count. One of the definitions says it, or all alike.
/// </param>
/// <param name="Dimensions">
/// For figures: by column with another dimension than area and period, such as an age, the codes of the rows that are taken. Other rows are
/// passed over and counted; a file without any of these is refused.
/// </param>
/// <param name="OptionalDimensions">Those of the columns in <paramref name="Dimensions"/> that a file may lack: then all its rows are taken.</param>
/// <param name="Margins">For figures: the margins that a source gives, and how they were computed.</param>
/// <param name="Marks">Meaning of marks behind a number, such as provisional for an asterisk.</param>
/// <param name="Rounding">By indicator, or <c>*</c> for all counts: how the publisher rounds it.</param>
/// <param name="Completeness">
/// For figures: which areas and periods files have, and how much of its parts a figure over several areas needs for a verdict.
/// </param>
/// <param name="BoundaryChanges">For statline and wide: the column that says which areas changed since the year before; their figures break the series.</param>
/// <param name="IsPadded">Whether figures are filled up with spaces to one width, where that distinguishes this layout from another one.</param>
/// <param name="Sheet">The name of the sheet with the rows, where a workbook has several.</param>
/// <param name="IsPartial">For statline and wide: whether a file may hold some of the topics only; it then replaces only the values that it holds.</param>
/// <param name="ComesInReleases">
/// Whether a file of one year is published several times, each time with more topics filled. A topic without any figure then takes nothing away, and a
/// release that fills fewer topics than one that is in force comes behind it, whenever it is delivered. Not for layouts that are <c>partial</c>.
/// </param>
/// <param name="Published">
/// Place where the source has published all its figures, such as a table and its address. They are shown as published, small counts among them.
/// </param>
/// <param name="States">For long: what each value of the column <c>columns.state</c> says of the figure next to it.</param>
/// <param name="RecordColumns">
/// For records: how the columns of their kind are found in files that call them otherwise, by the name that the kind has for them.
/// </param>
/// <param name="KeyFields">
/// For the records <c>area-records</c>: the fields that name a record together. Files then have no column <c>reference</c>.
/// </param>
/// <param name="DateField">
/// For the records <c>area-records</c>: the field with the period or day that a record is about. Files then have no column <c>date</c>; it is the last day.
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
    IReadOnlyList<FileLayout>? Layouts = null,
    DatasetChecks? Checks = null,
    IReadOnlyDictionary<string, ProblemRule>? Problems = null,
    IReadOnlyList<PeriodGranularity>? Periods = null,
    MeasuredPeriod? Measured = null,
    IReadOnlyDictionary<string, MeasuredPeriod>? MeasuredOf = null,
    IReadOnlyDictionary<string, IReadOnlyList<RankedDataset>>? Precedence = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Dimensions = null,
    IReadOnlyList<string>? OptionalDimensions = null,
    DatasetMargins? Margins = null,
    IReadOnlyDictionary<string, IReadOnlyList<FigureStatus>>? Marks = null,
    IReadOnlyDictionary<string, FigureRounding>? Rounding = null,
    DatasetCompleteness? Completeness = null,
    BoundaryChanges? BoundaryChanges = null,
    [property: JsonPropertyName("padded")] bool? IsPadded = null,
    string? Sheet = null,
    [property: JsonPropertyName("partial")] bool IsPartial = false,
    bool ComesInReleases = false,
    string? Published = null,
    IReadOnlyDictionary<string, StateMeaning>? States = null,
    IReadOnlyDictionary<string, RecordColumn>? RecordColumns = null,
    IReadOnlyList<string>? KeyFields = null,
    string? DateField = null)
{
    /// <summary>Key for all counts in <see cref="Rounding"/>.</summary>
    internal const string AllCounts = "*";
    private const int MaxIdLength = 40;

    private const string BoundaryYearOfPeriod = "period";

    private static readonly DatasetJson WithoutNulls =
        new(new JsonSerializerOptions(DatasetJson.Default.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull });

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The codes of all indicators that the dataset can deliver.</summary>
    [JsonIgnore]
    public IEnumerable<string> IndicatorCodes => GetCodes(Topics, Indicators)
        .Concat((Layouts ?? []).SelectMany(layout => GetCodes(layout.Topics, layout.Indicators)))
        .Distinct(StringComparer.Ordinal);

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

    /// <summary>Whether the name of a file can say the year, in one layout at least.</summary>
    [JsonIgnore]
    public bool CanReadYearFromFileName => PeriodSource == PeriodSource.FileName || Layouts?.Any(file => file.Period?.From == PeriodSource.FileName) == true;

    /// <summary>Whether a file is about one year, which is not in its rows or columns.</summary>
    [JsonIgnore]
    public bool IsAboutOneYear => PeriodSource is PeriodSource.FileName or PeriodSource.Fixed;

    /// <summary>Whether a file replaces only the values that it holds. Otherwise it replaces all that its dataset said of an area and period.</summary>
    [JsonIgnore]
    public bool MergesValues => Format == DatasetFormat.Long || IsPartial || ComesInReleases;

    /// <summary>Whether a file is a release, known by the topics that it fills.</summary>
    [JsonIgnore]
    public bool IsRelease => ComesInReleases && !IsPartial;

    /// <summary>The indicators that a release fills; the others are as if they were not in the file. Null where the file is no release.</summary>
    [JsonIgnore]
    public IReadOnlyCollection<string>? Filled { get; init; }

    /// <summary>Whether a value can have a line, a status or a margin of its own, besides those of its row.</summary>
    [JsonIgnore]
    public bool HasValueDetails => Margins is not null || Marks is not null || (Topics ?? []).Any(topic => topic.Dimensions is not null || topic.HasMargin);

    /// <summary>The names of the columns with dimensions besides area and period.</summary>
    [JsonIgnore]
    internal IReadOnlyList<string> DimensionColumns =>
    [
        .. (Dimensions?.Keys ?? [])
            .Concat(Margins?.Column is { } column ? [column] : [])
            .Concat((Topics ?? []).SelectMany(topic => topic.Dimensions?.Keys ?? [])).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Whether a file may lack the column of a dimension.</summary>
    public bool IsOptionalDimension(string column) => OptionalDimensions?.Contains(column, StringComparer.Ordinal) == true;

    /// <summary>Whether several rows of a file together say what there is of one area and period.</summary>
    [JsonIgnore]
    public bool GathersRows => Margins?.Column is not null || (IsWide && (Topics ?? []).Any(topic => topic.Dimensions is not null));

    // Definitions in the archive have the names of their time.
    private static ReadOnlyMemory<byte> ReplaceFormerNames(byte[] json) => FormerNames.Replace(json, DatasetJson.Default.DatasetDefinition, []);

    /// <summary>Whether a text can be the id of a dataset.</summary>
    public static bool IsId(string text) => KebabCase.IsMatch(text, MaxIdLength);

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
            var bytes = ReplaceFormerNames(content.ToArray());
            bytes = bytes.Span.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
            using var document =
                JsonDocument.Parse(bytes, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false });
            return DatasetJson.FindNull(document.RootElement, "$") is { } path
                ? throw new ConfigurationException(name, [DatasetJson.NullFault(path)])
                : JsonSerializer.Deserialize(bytes.Span, DatasetJson.Default.DatasetDefinition);
        });
        return new DatasetDefinitionValidator(definition, catalogue).Validate().ToList() is { Count: > 0 } errors
            ? throw new ConfigurationException(name, errors)
            : definition;
    }

    /// <summary>Reads the codes of the indicators that a definition can deliver, without checking it.</summary>
    public static IEnumerable<string> ReadIndicatorCodes(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(ReplaceFormerNames(json.ToArray()).Span, DatasetJson.Default.DatasetDefinition)!.IndicatorCodes;

    /// <summary>Gets the definition in which each field for a kind of subjects is a choice among these kinds.</summary>
    public DatasetDefinition WithSubjectKinds(IReadOnlyList<string> kinds) => Fields?.Any(field => field.Type == RecordFieldType.SubjectKind) == true
        ? this with
        {
            Fields =
            [
                .. Fields.Select(field => field.Type == RecordFieldType.SubjectKind ? field with { Type = RecordFieldType.Choice, Values = kinds } : field),
            ],
        }
        : this;

    /// <summary>Converts to JSON that <see cref="Read"/> reads back. What a file's name adds (<see cref="ForFile"/>) is left out.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, typeof(DatasetDefinition), WithoutNulls);

    /// <summary>Whether rows about an area are passed over, by the start of its code.</summary>
    internal bool SkipsArea(string code)
    {
        if (SkippedAreas is not { } skipped)
        {
            return false;
        }

        foreach (var start in skipped)
        {
            if (code.AsSpan().TrimStart(' ').StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether files may be about periods of this kind.</summary>
    public bool AcceptsGranularity(PeriodGranularity granularity) => Periods?.Contains(granularity) ?? granularity == PeriodGranularity.Year;

    /// <summary>Gets the days that an indicator's figures are about, as far as their periods do not say it.</summary>
    public MeasuredPeriod GetMeasured(string indicator) => MeasuredOf?.GetValueOrDefault(indicator) ?? Measured ?? MeasuredPeriod.Whole;

    /// <summary>Gets how the publisher rounds an indicator in areas of a level; null where it is as counted or measured.</summary>
    public FigureRounding? GetRounding(Indicator indicator, AreaLevel level) =>
        (Rounding?.GetValueOrDefault(indicator.Code) ?? (indicator.IsCount ? Rounding?.GetValueOrDefault(AllCounts) : null)) is { } rounding
            && rounding.AppliesTo(level) ? rounding : null;

    /// <summary>Gets the boundary year of an area in a figure about this period.</summary>
    public int GetBoundaryYear(Period period) =>
        BoundaryYear == BoundaryYearOfPeriod ? period.Year : int.Parse(BoundaryYear!, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Gets the allowed range of an indicator by catalogue and dataset; null when neither limits it.</summary>
    public ValueLimits? GetRange(Indicator indicator) =>
        ValueLimits.Intersect(indicator.Min, indicator.Max, Checks?.Ranges?.GetValueOrDefault(indicator.Code));

    /// <summary>Gets the name of the field of the definition that names an indicator.</summary>
    internal string GetField(string indicator)
    {
        var topic = (Topics ?? []).Select(topic => topic.Indicator).ToList().IndexOf(indicator);
        var code = (Indicators ?? []).ToList().IndexOf(indicator);
        return topic >= 0 ? string.Create(CultureInfo.InvariantCulture, $"topics[{topic}].indicator")
            : code >= 0 ? string.Create(CultureInfo.InvariantCulture, $"indicators[{code}]")
            : "layouts";
    }

    private static IEnumerable<string> GetCodes(IReadOnlyList<TopicColumn>? topics, IReadOnlyList<string>? indicators) =>
        (topics ?? []).Select(topic => topic.Indicator).Concat(indicators ?? []);
}
