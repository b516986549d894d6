namespace Wijkmonitor.Indicators.Datasets.Problems;

/// <summary>The codes of all problems that a file can have; docs/data-suppliers.md explains each.</summary>
public static class ProblemCodes
{
    /// <summary>The file holds no rows.</summary>
    public const string FileEmpty = "file-empty";

    /// <summary>The file is larger than the monitor takes.</summary>
    public const string FileTooLarge = "file-too-large";

    /// <summary>The folder in the inbox is not that of a known dataset.</summary>
    public const string DatasetUnknown = "dataset-unknown";

    /// <summary>The file has characters that are not in the declared encoding.</summary>
    public const string EncodingInvalid = "encoding-invalid";

    /// <summary>The file is of another type than its dataset has, such as a zip or a workbook.</summary>
    public const string FileTypeWrong = "file-type-wrong";

    /// <summary>None of the first lines is a header of the dataset.</summary>
    public const string HeaderMissing = "header-missing";

    /// <summary>Two layouts of the dataset fit the file and read other figures in it.</summary>
    public const string LayoutAmbiguous = "layout-ambiguous";

    /// <summary>Each line is in quotation marks as a whole.</summary>
    public const string LinesQuoted = "lines-quoted";

    /// <summary>The columns are separated by another character than declared.</summary>
    public const string DelimiterWrong = "delimiter-wrong";

    /// <summary>A declared column is absent.</summary>
    public const string ColumnMissing = "column-missing";

    /// <summary>A column is not declared, so its values are not accepted.</summary>
    public const string ColumnUnknown = "column-unknown";

    /// <summary>A column without a name holds something.</summary>
    public const string ColumnUnnamed = "column-unnamed";

    /// <summary>The file names another unit than the definition.</summary>
    public const string UnitWrong = "unit-wrong";

    /// <summary>A column occurs twice.</summary>
    public const string ColumnRepeated = "column-repeated";

    /// <summary>A row has more or fewer fields than the header.</summary>
    public const string FieldCount = "field-count";

    /// <summary>A quotation mark is not closed or is where none can be.</summary>
    public const string QuoteUnbalanced = "quote-unbalanced";

    /// <summary>A field or line is longer than any real one.</summary>
    public const string FieldTooLong = "field-too-long";

    /// <summary>An area's code is malformed.</summary>
    public const string AreaCodeInvalid = "area-code-invalid";

    /// <summary>All rows are about areas larger than a municipality.</summary>
    public const string AreasMissing = "areas-missing";

    /// <summary>An area is not in the register for the year of the boundaries.</summary>
    public const string AreaUnknown = "area-unknown";

    /// <summary>A year is malformed.</summary>
    public const string PeriodInvalid = "period-invalid";

    /// <summary>Rows are about a kind of period that the dataset does not declare.</summary>
    public const string PeriodUndeclared = "period-undeclared";

    /// <summary>The file's name does not say what year it is about.</summary>
    public const string PeriodNotInName = "period-not-in-name";

    /// <summary>The file's name gives more than one year.</summary>
    public const string PeriodAmbiguous = "period-ambiguous";

    /// <summary>An indicator is not one of the dataset's.</summary>
    public const string IndicatorUnknown = "indicator-unknown";

    /// <summary>The state of a figure is not one that the dataset declares, or contradicts the figure.</summary>
    public const string StateInvalid = "state-invalid";

    /// <summary>A number is malformed.</summary>
    public const string NumberInvalid = "number-invalid";

    /// <summary>A number uses other separators than declared.</summary>
    public const string NumberSeparator = "number-separator";

    /// <summary>A number has more digits than can be kept.</summary>
    public const string NumberTooPrecise = "number-too-precise";

    /// <summary>A number of things has decimals.</summary>
    public const string CountNotWhole = "count-not-whole";

    /// <summary>An amount or count was shortened to E notation, so that digits may be lost.</summary>
    public const string DigitsLost = "digits-lost";

    /// <summary>A value is less or more than it can be.</summary>
    public const string ValueOutOfRange = "value-out-of-range";

    /// <summary>A total is not the sum of its parts.</summary>
    public const string TotalMismatch = "total-mismatch";

    /// <summary>A value is far from that of the previous period.</summary>
    public const string ValueJump = "value-jump";

    /// <summary>The file holds fewer rows than the previous delivery.</summary>
    public const string CoverageDropped = "coverage-dropped";

    /// <summary>More warnings of a kind than the dataset allows.</summary>
    public const string WarningsTooMany = "warnings-too-many";

    /// <summary>A column looks as if it holds data about persons.</summary>
    public const string PersonalData = "personal-data";

    /// <summary>Two rows are about the same thing.</summary>
    public const string KeyDuplicate = "key-duplicate";

    /// <summary>A required field is empty.</summary>
    public const string ValueMissing = "value-missing";

    /// <summary>A date is malformed.</summary>
    public const string DateInvalid = "date-invalid";

    /// <summary>A text is too long or has characters that it cannot have.</summary>
    public const string TextInvalid = "text-invalid";

    /// <summary>Names look as if their characters were encoded twice.</summary>
    public const string EncodedTwice = "encoded-twice";

    /// <summary>A value is not one of those that may be chosen.</summary>
    public const string ChoiceInvalid = "choice-invalid";

    /// <summary>A text is not a code that rules and other records can name.</summary>
    public const string CodeInvalid = "code-invalid";

    /// <summary>A file has more records with the same values in some fields than its dataset allows.</summary>
    public const string LimitExceeded = "limit-exceeded";

    /// <summary>A contract is not one that the monitor knows.</summary>
    public const string ContractUnknown = "contract-unknown";

    /// <summary>A contract lacks a choice or has a wrong one.</summary>
    public const string ContractInvalid = "contract-invalid";

    /// <summary>An entry does not fit its contract.</summary>
    public const string EntryInvalid = "entry-invalid";

    /// <summary>An entry with this reference was delivered before.</summary>
    public const string EntryExists = "entry-exists";

    /// <summary>Rows were booked before, just as they are in the file; they are not booked again.</summary>
    public const string EntriesBookedBefore = "entries-booked-before";

    /// <summary>Invalid statement of a crosswalk about an area.</summary>
    public const string CrosswalkInvalid = "crosswalk-invalid";

    /// <summary>The shares of an area in a crosswalk do not sum to one.</summary>
    public const string SharesTotal = "shares-total";

    /// <summary>A crosswalk leaves areas of a municipality out.</summary>
    public const string CrosswalkIncomplete = "crosswalk-incomplete";

    /// <summary>A share is not a number above 0 and of at most 1.</summary>
    public const string ShareInvalid = "share-invalid";

    /// <summary>A custom area is not made of parts as it must be.</summary>
    public const string CustomAreaInvalid = "custom-area-invalid";

    /// <summary>The file is not GeoJSON.</summary>
    public const string JsonInvalid = "json-invalid";

    /// <summary>A shape is not one that can be drawn.</summary>
    public const string GeometryInvalid = "geometry-invalid";

    /// <summary>The monitor itself failed on the file.</summary>
    public const string ProcessingFailed = "processing-failed";

    /// <summary>A definition of a dataset, configured in storage, is not as it must be.</summary>
    public const string DefinitionInvalid = "definition-invalid";

    /// <summary>The definition of the file's dataset is not in effect, because it is faulty.</summary>
    public const string DatasetFaulty = "dataset-faulty";

    /// <summary>Values differ from those that another dataset holds of the same.</summary>
    public const string ValuesDiffer = "values-differ";

    /// <summary>The file is about other groups than its dataset takes, such as another age.</summary>
    public const string DimensionOther = "dimension-other";

    /// <summary>A figure lies outside its own margin.</summary>
    public const string IntervalInvalid = "interval-invalid";

    /// <summary>Figures are no multiples of the base that they are said to be rounded to.</summary>
    public const string ValueNotRounded = "value-not-rounded";

    /// <summary>Areas that the dataset expects are not in the file.</summary>
    public const string AreasAbsent = "areas-absent";

    /// <summary>Periods that the dataset expects are not in the file.</summary>
    public const string PeriodsAbsent = "periods-absent";

    /// <summary>More rows are about no area than the dataset allows.</summary>
    public const string RowsWithoutArea = "rows-without-area";

    /// <summary>A new figure is not shown, because with what was public before it would give a small count away.</summary>
    public const string FigureHeldBack = "figure-held-back";

    /// <summary>All codes.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        FileEmpty, FileTooLarge, DatasetUnknown, EncodingInvalid, EncodedTwice, FileTypeWrong, HeaderMissing, LayoutAmbiguous, LinesQuoted,
        DelimiterWrong, ColumnMissing,
        ColumnUnknown, ColumnUnnamed, ColumnRepeated, UnitWrong, FieldCount, QuoteUnbalanced, FieldTooLong, AreaCodeInvalid, AreasMissing, AreaUnknown,
        PeriodInvalid, PeriodUndeclared, PeriodNotInName, PeriodAmbiguous, IndicatorUnknown, StateInvalid, NumberInvalid, NumberSeparator, NumberTooPrecise,
        CountNotWhole, DigitsLost, ValueOutOfRange, TotalMismatch, ValueJump, CoverageDropped, WarningsTooMany, PersonalData, KeyDuplicate,
        ValueMissing, DateInvalid, TextInvalid, ChoiceInvalid, CodeInvalid, LimitExceeded,
        ContractUnknown, ContractInvalid, EntryInvalid, EntryExists, EntriesBookedBefore,
        CrosswalkInvalid, SharesTotal, CrosswalkIncomplete, ShareInvalid, CustomAreaInvalid, JsonInvalid, GeometryInvalid, ProcessingFailed, DefinitionInvalid,
        DatasetFaulty, ValuesDiffer, DimensionOther, IntervalInvalid, ValueNotRounded, AreasAbsent, PeriodsAbsent, RowsWithoutArea,
        FigureHeldBack,
    ];

    /// <summary>The codes whose severity a dataset can set: the values that they are about can be accepted all the same.</summary>
    public static IReadOnlyList<string> Adjustable { get; } =
    [
        ColumnUnknown, ValueOutOfRange, TotalMismatch, ValueJump, CoverageDropped, ValuesDiffer, IntervalInvalid, ValueNotRounded, AreasAbsent, PeriodsAbsent,
        RowsWithoutArea,
    ];
}
