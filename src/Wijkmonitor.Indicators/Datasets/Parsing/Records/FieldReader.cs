using System.Buffers;
using System.Globalization;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.PersonalData;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Records;

/// <summary>Reader of fields of the current row. What does not fit goes to the log, and null is given.</summary>
internal sealed class FieldReader(CsvRowReader rows, ProblemLog log)
{
    private const int MaxTextLength = RecordField.DefaultMaxLength;
    private const int Cents = 2;
    private const int DigitsOfYear = 4;

    private static readonly SearchValues<char> NotInTexts = SearchValues.Create([.. Printable.Controls]);

    // References become parts of keys, which cannot have these.
    private static readonly SearchValues<char> NotInKeys = SearchValues.Create([.. Printable.Controls, '/', '\\', '#', '?']);
    private readonly NumberFormat numbers = rows.Numbers;

    public AreaCode? ReadArea(int column)
    {
        var prefix = rows.GetAreaPrefix(column);
        if (prefix is null ? AreaCode.TryParse(rows[column], out var code) : AreaCode.TryParseDigits(rows[column], prefix, out code))
        {
            return code;
        }

        log.Add(prefix is null
            ? RowProblems.AreaCodeInvalid(rows.Line, rows.GetName(column), rows[column])
            : RowProblems.AreaDigitsInvalid(rows.Line, rows.GetName(column), rows[column], prefix));
        return null;
    }

    /// <summary>Reads a calendar year, as such, as CBS writes a period, or with the code of an area behind it.</summary>
    public Period? ReadYear(int column)
    {
        var text = WhiteSpace.Trim(rows[column]).TrimEnd('*');
        if (Observations.Periods.Period.TryParseYear(text, out var year)
            || (Observations.Periods.Period.TryParse(text, out year) && year.IsCalendarYear)
            || (text.Length > DigitsOfYear && AreaCode.TryParse(text[DigitsOfYear..], out _)
                && Observations.Periods.Period.TryParseYear(text[..DigitsOfYear], out year)))
        {
            return year;
        }

        log.Add(RowProblems.PeriodInvalid(rows.Line, rows.GetName(column), rows[column]));
        return null;
    }

    /// <summary>Reads a number in the declared form.</summary>
    public decimal? ReadNumber(int column)
    {
        var text = rows[column];
        var error = numbers.Parse(text, out var number);
        if (error == NumberParseError.None)
        {
            return number;
        }

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

    /// <summary>Reads an amount in whole cents.</summary>
    public decimal? ReadMoney(int column)
    {
        if (ReadNumber(column) is not { } amount)
        {
            return null;
        }

        if (amount.Scale <= Cents)
        {
            return amount;
        }

        // 1.500 can be meant as one thousand five hundred: three decimals are never taken for money, also when the last is a zero.
        log.Add(NumberProblems.CanBeThousands(amount) || decimal.Round(amount, Cents) == amount
            ? RowProblems.NumberInvalid(rows.Line, rows.GetName(column), rows[column], NumberParseError.Separator, numbers)
            : RowProblems.PartOfCent(rows.Line, rows.GetName(column), rows[column]));
        return null;
    }

    /// <summary>Reads a required text.</summary>
    /// <param name="column">The column.</param>
    /// <param name="max">Highest number of characters that it may have.</param>
    public string? ReadText(int column, int max = MaxTextLength) => CheckPersonalData(column, ReadText(column, NotInTexts, max));

    /// <summary>Reads the required name of an area.</summary>
    public string? ReadAreaName(int column)
    {
        if (ReadText(column, NotInTexts) is not { } name)
        {
            return null;
        }

        rows.Guard.InspectName(column, name);
        rows.Names.Inspect(column, name);
        return name;
    }

    /// <summary>Reads a text that may be absent.</summary>
    public string? ReadOptionalText(int column) => string.IsNullOrWhiteSpace(rows[column]) ? null : ReadText(column);

    /// <summary>Reads a required text that can be part of a key.</summary>
    public string? ReadKey(int column) => ReadText(column, NotInKeys);

    /// <summary>Reads a required text that can be part of a key, and checks it for personal data.</summary>
    public string? ReadReference(int column) => CheckPersonalData(column, ReadKey(column));

    /// <summary>Reads a day as year-month-day, in a year that figures can be about.</summary>
    public DateOnly? ReadDateOfPeriod(int column)
    {
        if (ReadDate(column) is not { } date)
        {
            return null;
        }

        if (Observations.Periods.Period.TryParseYear(date.Year.ToString("0000", CultureInfo.InvariantCulture), out _))
        {
            return date;
        }

        log.Add(RowProblems.DateInvalid(rows.Line, rows.GetName(column), rows[column]));
        return null;
    }

    /// <summary>Reads a day as year-month-day.</summary>
    public DateOnly? ReadDate(int column)
    {
        if (DateOnly.TryParseExact(WhiteSpace.Trim(rows[column]), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        log.Add(RowProblems.DateInvalid(rows.Line, rows.GetName(column), rows[column]));
        return null;
    }

    /// <summary>Reads a share above 0 and of at most 1.</summary>
    public decimal? ReadShare(int column)
    {
        if (ReadNumber(column) * rows.GetFactor(column) is not { } share)
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

    private string? CheckPersonalData(int column, string? text)
    {
        if (text is null)
        {
            return null;
        }

        rows.Names.Inspect(column, text);
        if (PersonalDataDetector.Find(text) is { } kind)
        {
            rows.Guard.Add(column, kind);
        }

        return text;
    }

    private string? ReadText(int column, SearchValues<char> refused, int max = MaxTextLength)
    {
        var text = WhiteSpace.Trim(rows[column]);
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
