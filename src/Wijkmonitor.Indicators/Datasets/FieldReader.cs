using System.Buffers;
using System.Globalization;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets;

/// <summary>Reads fields of the current row. What does not fit goes to the log, and null is given.</summary>
internal sealed class FieldReader(DatasetDefinition definition, CsvRows rows, ProblemLog log)
{
    private const int LongestText = 200;
    private const int Cents = 2;

    private static readonly char[] ControlCharacters = [.. Enumerable.Range(0, 0xA0).Select(i => (char)i).Where(char.IsControl)];
    private static readonly SearchValues<char> NotInTexts = SearchValues.Create(ControlCharacters);

    // References become parts of keys, which cannot have these.
    private static readonly SearchValues<char> NotInKeys = SearchValues.Create([.. ControlCharacters, '/', '\\', '#', '?']);
    private readonly NumberForm numbers = definition.Numbers;
    private readonly IReadOnlyDictionary<string, SymbolMeaning> symbols = definition.Symbols ?? new Dictionary<string, SymbolMeaning>(StringComparer.Ordinal);

    public AreaCode? Area(int column)
    {
        if (AreaCode.TryParse(rows[column], out var code))
        {
            return code;
        }

        log.Add(RowProblems.AreaCodeInvalid(rows.Line, rows.NameOf(column), rows[column]));
        return null;
    }

    /// <summary>A year; CBS puts asterisks behind one whose figures are provisional.</summary>
    public (Period Year, bool Provisional)? Period(int column)
    {
        var text = rows[column].AsSpan().Trim(' ');
        var year = text.TrimEnd('*');
        if (Observations.Period.TryParse(year.ToString(), out var period))
        {
            return (period, year.Length < text.Length);
        }

        log.Add(RowProblems.PeriodInvalid(rows.Line, rows.NameOf(column), rows[column]));
        return null;
    }

    /// <summary>An indicator's value: a number, or one of the declared symbols.</summary>
    public ObservedValue? Value(int column, Indicator indicator)
    {
        var text = rows[column];
        if (symbols.TryGetValue(text.Trim(' '), out var meaning))
        {
            return meaning switch
            {
                SymbolMeaning.Zero => ObservedValue.Known(0),
                SymbolMeaning.Suppressed => ObservedValue.Suppressed,
                SymbolMeaning.NotApplicable => ObservedValue.NotApplicable,
                _ => ObservedValue.Unknown,
            };
        }

        return (indicator.IsMoney ? Money(column) : Number(column)) is { } number ? ObservedValue.Known(number) : null;
    }

    /// <summary>A number in the declared form.</summary>
    public decimal? Number(int column)
    {
        var text = rows[column];
        var fault = numbers.Read(text, out var number);
        if (fault == NumberFault.None)
        {
            return number;
        }

        log.Add(string.IsNullOrWhiteSpace(text)
            ? RowProblems.ValueMissing(rows.Line, rows.NameOf(column))
            : RowProblems.Number(rows.Line, rows.NameOf(column), text, fault, numbers));
        return null;
    }

    /// <summary>An amount in whole cents.</summary>
    public decimal? Money(int column)
    {
        if (Number(column) is not { } amount)
        {
            return null;
        }

        if (amount.Scale <= Cents)
        {
            return amount;
        }

        // 1.500 can be meant as one thousand five hundred: three decimals are never taken for money, also when the last is a nought.
        log.Add(decimal.Round(amount, Cents) == amount
            ? RowProblems.Number(rows.Line, rows.NameOf(column), rows[column], NumberFault.Separator, numbers)
            : RowProblems.PartOfCent(rows.Line, rows.NameOf(column), rows[column]));
        return null;
    }

    /// <summary>A text that must be there.</summary>
    public string? Text(int column) => Text(column, NotInTexts);

    /// <summary>A text that must be there and can be part of a key.</summary>
    public string? KeyText(int column) => Text(column, NotInKeys);

    /// <summary>A day as year-month-day.</summary>
    public DateOnly? Date(int column)
    {
        if (DateOnly.TryParseExact(rows[column].Trim(' '), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        log.Add(RowProblems.DateInvalid(rows.Line, rows.NameOf(column), rows[column]));
        return null;
    }
    private string? Text(int column, SearchValues<char> refused)
    {
        var text = rows[column].Trim(' ');
        if (text.Length == 0)
        {
            log.Add(RowProblems.ValueMissing(rows.Line, rows.NameOf(column)));
            return null;
        }

        if (text.Length > LongestText || text.AsSpan().ContainsAny(refused))
        {
            log.Add(RowProblems.TextInvalid(rows.Line, rows.NameOf(column), text, LongestText));
            return null;
        }

        return text;
    }
}
