using System.Buffers;
using System.Globalization;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Parsing;

/// <summary>Reads fields of the current row. What does not fit goes to the log, and null is given.</summary>
internal sealed class FieldReader(DatasetDefinition definition, CsvRowReader rows, ProblemLog log)
{
    private const int MaxTextLength = RecordField.DefaultMaxLength;
    private const int Cents = 2;
    private const decimal MaxProduct = 999_999_999_999_999m;

    private static readonly char[] ControlCharacters = [.. Enumerable.Range(0, 0xA0).Select(i => (char)i).Where(char.IsControl)];
    private static readonly SearchValues<char> NotInTexts = SearchValues.Create(ControlCharacters);

    // References become parts of keys, which cannot have these.
    private static readonly SearchValues<char> NotInKeys = SearchValues.Create([.. ControlCharacters, '/', '\\', '#', '?']);
    private readonly NumberFormat numbers = definition.NumberFormat;
    private readonly Dictionary<string, SymbolMeaning>.AlternateLookup<ReadOnlySpan<char>> symbols =
        new Dictionary<string, SymbolMeaning>(definition.Symbols ?? new Dictionary<string, SymbolMeaning>(StringComparer.Ordinal), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly int longestSymbol = definition.Symbols?.Keys.Select(symbol => symbol.Length).DefaultIfEmpty(-1).Max() ?? -1;

    public AreaCode? ReadArea(int column)
    {
        if (AreaCode.TryParse(rows[column], out var code))
        {
            return code;
        }

        log.Add(RowProblems.AreaCodeInvalid(rows.Line, rows.GetName(column), rows[column]));
        return null;
    }

    /// <summary>A calendar year.</summary>
    public Period? ReadYear(int column)
    {
        if (Observations.Period.TryParseYear(rows[column].Trim(' ').TrimEnd('*'), out var year))
        {
            return year;
        }

        log.Add(RowProblems.PeriodInvalid(rows.Line, rows.GetName(column), rows[column]));
        return null;
    }

    /// <summary>An indicator's value: a number, or one of the declared symbols.</summary>
    /// <param name="column">The column.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="factor">What the number is multiplied by to have it in the indicator's unit.</param>
    /// <param name="range">What the value can be.</param>
    public ObservedValue? ReadValue(int column, Indicator indicator, decimal factor, ValueRange? range)
    {
        var text = rows[column];
        var trimmed = text.AsSpan().Trim(' ');
        if (trimmed.Length <= longestSymbol && symbols.TryGetValue(trimmed, out var meaning))
        {
            return meaning switch
            {
                SymbolMeaning.Zero => ObservedValue.Known(0),
                SymbolMeaning.Suppressed => ObservedValue.Suppressed,
                SymbolMeaning.NotApplicable => ObservedValue.NotApplicable,
                _ => ObservedValue.Unknown,
            };
        }

        if ((indicator.IsMoney ? ReadMoney(column, text, factor) : ReadNumber(column, text, factor)) is not { } number)
        {
            return null;
        }

        if (range?.Contains(number) == false)
        {
            log.Add(RowProblems.ValueOutOfRange(rows.Line, rows.GetName(column), text, range));
        }

        return ObservedValue.Known(number);
    }

    /// <summary>A number in the declared form.</summary>
    public decimal? ReadNumber(int column) => ReadNumber(column, rows[column], factor: 1);

    private decimal? ReadNumber(int column, string text, decimal factor)
    {
        var error = numbers.Parse(text, out var number);
        if (error == NumberParseError.None && (factor == 1 || TryMultiply(ref number, factor)))
        {
            return number;
        }

        error = error == NumberParseError.None ? NumberParseError.TooPrecise : error;

        if (PersonalDataDetector.Find(text) is { } kind)
        {
            rows.Guard.Add(column, kind);
            return null;
        }

        log.Add(string.IsNullOrWhiteSpace(text)
            ? RowProblems.ValueMissing(rows.Line, rows.GetName(column))
            : RowProblems.NumberInvalid(rows.Line, rows.GetName(column), text, error, numbers));
        return null;
    }

    /// <summary>An amount in whole cents.</summary>
    public decimal? ReadMoney(int column) => ReadMoney(column, rows[column], factor: 1);

    private decimal? ReadMoney(int column, string text, decimal factor)
    {
        if (ReadNumber(column, text, factor) is not { } amount)
        {
            return null;
        }

        // What is written in thousands may have more decimals; the amount has cents all the same.
        if (amount.Scale <= Cents || (factor != 1 && decimal.Round(amount, Cents) == amount))
        {
            return amount;
        }

        // 1.500 can be meant as one thousand five hundred: three decimals are never taken for money, also when the last is a zero.
        log.Add(decimal.Round(amount, Cents) == amount
            ? RowProblems.NumberInvalid(rows.Line, rows.GetName(column), rows[column], NumberParseError.Separator, numbers)
            : RowProblems.PartOfCent(rows.Line, rows.GetName(column), rows[column]));
        return null;
    }

    /// <summary>A text that must be there.</summary>
    /// <param name="column">The column.</param>
    /// <param name="max">The most characters that it may have.</param>
    public string? ReadText(int column, int max = MaxTextLength) => Guard(column, ReadText(column, NotInTexts, max), isAreaName: false);

    /// <summary>The name of an area, which must be there.</summary>
    public string? ReadAreaName(int column) => Guard(column, ReadText(column, NotInTexts), isAreaName: true);

    /// <summary>A text that may be absent.</summary>
    public string? ReadOptionalText(int column) => string.IsNullOrWhiteSpace(rows[column]) ? null : ReadText(column);

    /// <summary>A text that must be there and can be part of a key.</summary>
    public string? ReadKey(int column) => ReadText(column, NotInKeys);

    /// <summary>A text that must be there, can be part of a key and is looked at for personal data.</summary>
    public string? ReadReference(int column) => Guard(column, ReadKey(column), isAreaName: false);

    /// <summary>A day as year-month-day, in a year that figures can be about.</summary>
    public DateOnly? ReadDateOfPeriod(int column)
    {
        if (ReadDate(column) is not { } date)
        {
            return null;
        }

        if (Observations.Period.TryParseYear(date.Year.ToString("0000", CultureInfo.InvariantCulture), out _))
        {
            return date;
        }

        log.Add(RowProblems.DateInvalid(rows.Line, rows.GetName(column), rows[column]));
        return null;
    }

    /// <summary>A day as year-month-day.</summary>
    public DateOnly? ReadDate(int column)
    {
        if (DateOnly.TryParseExact(rows[column].Trim(' '), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        log.Add(RowProblems.DateInvalid(rows.Line, rows.GetName(column), rows[column]));
        return null;
    }

    /// <summary>A share above 0 and of at most 1.</summary>
    public decimal? ReadShare(int column)
    {
        if (ReadNumber(column) is not { } share)
        {
            return null;
        }

        if (share is > 0 and <= 1)
        {
            return share;
        }

        log.Add(AreaProblems.ShareInvalid(rows.Line, rows.GetName(column), rows[column]));
        return null;
    }

    private string? Guard(int column, string? text, bool isAreaName)
    {
        if (text is not null && PersonalDataDetector.Find(text, isAreaName) is { } kind)
        {
            rows.Guard.Add(column, kind);
        }

        return text;
    }

    // The product must be kept as exactly as a number that is read.
    private static bool TryMultiply(ref decimal number, decimal factor)
    {
        if (Math.Abs(number) > MaxProduct / Math.Abs(factor))
        {
            return false;
        }

        number *= factor;
        var plain = number.ToString(CultureInfo.InvariantCulture);
        return new NumberFormat('.', ThousandsSeparator: null).Parse(plain, out number) == NumberParseError.None;
    }

    private string? ReadText(int column, SearchValues<char> refused, int max = MaxTextLength)
    {
        var text = rows[column].Trim(' ');
        if (text.Length == 0)
        {
            log.Add(RowProblems.ValueMissing(rows.Line, rows.GetName(column)));
            return null;
        }

        if (text.Length > max || text.AsSpan().ContainsAny(refused))
        {
            log.Add(RowProblems.TextInvalid(rows.Line, rows.GetName(column), text, max));
            return null;
        }

        return text;
    }
}
