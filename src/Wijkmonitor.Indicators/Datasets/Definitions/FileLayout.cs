using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>Another layout in which files of a dataset come; what it does not say is as in the definition.</summary>
/// <remarks>
/// Which layout a file has is read from the file: the one whose columns it has, and of several with these columns the one that reads its
/// first figures. A name that holds <paramref name="FileName"/> decides before that.
/// </remarks>
/// <param name="Title">Its name for people.</param>
/// <param name="FileName">A text that the names of such files hold, capitals or not; a file with another name can have the layout all the same.</param>
/// <param name="IsPadded">Whether figures are filled up with spaces to one width, where that distinguishes the layout from another one.</param>
/// <param name="Sheet">The name of the sheet with the rows, where a workbook has several.</param>
/// <param name="IsPartial">Whether a file may hold some of the topics only; it then replaces only the values that it holds.</param>
/// <param name="ComesInReleases">Whether a file of one year is published several times, each time with more topics filled.</param>
/// <param name="Format">Layout of such files.</param>
/// <param name="Delimiter">The character between fields.</param>
/// <param name="DecimalSeparator">The character before decimals.</param>
/// <param name="ThousandsSeparator">The character between thousands.</param>
/// <param name="Comment">The character that starts a line of comment.</param>
/// <param name="Encoding">Character encoding.</param>
/// <param name="Quoting">Quotation of fields.</param>
/// <param name="Symbols">Meaning of symbols that replace a number.</param>
/// <param name="States">In a long file: what each value of the column <c>columns.state</c> says of the figure next to it.</param>
/// <param name="MissingAtOrBelow">A number below 0: any number at or below it stands for an unknown value.</param>
/// <param name="BoundaryYear">The year of the area's boundaries, or <c>period</c> for the year of the figure.</param>
/// <param name="RegistersAreas">Whether the file's areas and names are taken into the register.</param>
/// <param name="Columns">The columns that are not topics.</param>
/// <param name="RecordColumns">For records: how the columns of their kind are found in the file.</param>
/// <param name="Period">Source of the period.</param>
/// <param name="Topics">The topics whose values are accepted.</param>
/// <param name="Indicators">For long: the indicators that a file may hold.</param>
/// <param name="IgnoredColumns">Columns that a file may have and that are not accepted, each with the reason.</param>
/// <param name="NameColumns">Columns that a file may have and that are not accepted, which hold names of areas or of providers.</param>
/// <param name="Dimensions">By column with another dimension than area and period: the codes of the rows that are taken.</param>
/// <param name="Margins">The margins that the source gives, and how they were computed.</param>
/// <param name="Marks">Meaning of marks behind a number.</param>
public sealed record FileLayout(
    BilingualText Title,
    string? FileName = null,
    [property: JsonPropertyName("padded")] bool? IsPadded = null,
    string? Sheet = null,
    [property: JsonPropertyName("partial")] bool? IsPartial = null,
    bool? ComesInReleases = null,
    DatasetFormat? Format = null,
    char? Delimiter = null,
    char? DecimalSeparator = null,
    char? ThousandsSeparator = null,
    char? Comment = null,
    FileEncoding? Encoding = null,
    FieldQuoting? Quoting = null,
    IReadOnlyDictionary<string, SymbolMeaning>? Symbols = null,
    IReadOnlyDictionary<string, StateMeaning>? States = null,
    decimal? MissingAtOrBelow = null,
    string? BoundaryYear = null,
    bool? RegistersAreas = null,
    DatasetColumns? Columns = null,
    IReadOnlyDictionary<string, RecordColumn>? RecordColumns = null,
    DatasetPeriod? Period = null,
    IReadOnlyList<TopicColumn>? Topics = null,
    IReadOnlyList<string>? Indicators = null,
    IReadOnlyDictionary<string, string>? IgnoredColumns = null,
    IReadOnlyList<string>? NameColumns = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Dimensions = null,
    DatasetMargins? Margins = null,
    IReadOnlyDictionary<string, IReadOnlyList<FigureStatus>>? Marks = null)
{
    /// <summary>Gets a definition with this layout in place of its own.</summary>
    internal DatasetDefinition ApplyTo(DatasetDefinition definition) => definition with
    {
        Layout = Title,
        Layouts = null,
        IsPadded = IsPadded ?? definition.IsPadded,
        Sheet = Sheet ?? definition.Sheet,
        IsPartial = IsPartial ?? definition.IsPartial,
        ComesInReleases = ComesInReleases ?? definition.ComesInReleases,
        Format = Format ?? definition.Format,
        Delimiter = Delimiter ?? definition.Delimiter,
        DecimalSeparator = DecimalSeparator ?? definition.DecimalSeparator,
        ThousandsSeparator = ThousandsSeparator ?? definition.ThousandsSeparator,
        Comment = Comment ?? definition.Comment,
        Encoding = Encoding ?? definition.Encoding,
        Quoting = Quoting ?? definition.Quoting,
        Symbols = Symbols ?? definition.Symbols,
        States = States ?? definition.States,
        MissingAtOrBelow = MissingAtOrBelow ?? definition.MissingAtOrBelow,
        BoundaryYear = BoundaryYear ?? definition.BoundaryYear,
        RegistersAreas = RegistersAreas ?? definition.RegistersAreas,
        Columns = Columns ?? definition.Columns,
        RecordColumns = RecordColumns ?? definition.RecordColumns,
        Period = Period ?? definition.Period,
        Topics = Topics ?? (Indicators is null ? definition.Topics : null),
        Indicators = Indicators ?? (Topics is null ? definition.Indicators : null),
        IgnoredColumns = IgnoredColumns ?? definition.IgnoredColumns,
        NameColumns = NameColumns ?? definition.NameColumns,
        Dimensions = Dimensions ?? definition.Dimensions,
        Margins = Margins ?? definition.Margins,
        Marks = Marks ?? definition.Marks,
    };
}
