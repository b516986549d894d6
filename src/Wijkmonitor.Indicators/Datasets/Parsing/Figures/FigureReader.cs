using System.Globalization;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.PersonalData;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Figures;

/// <summary>
/// Reader of the values of indicators in the current row. Numbers follow the unit of the indicator, symbols the dataset's declaration.
/// </summary>
internal sealed class FigureReader
{
    private const int Cents = 2;
    private const decimal Hundred = 100;
    private const decimal MaxProduct = 999_999_999_999_999m;
    private readonly DatasetDefinition definition;
    private readonly CsvRowReader rows;
    private readonly ProblemLog log;
    private readonly NumberFormat numbers;
    private readonly decimal? missing;
    private readonly Dictionary<string, Symbol>.AlternateLookup<ReadOnlySpan<char>> symbols;
    private readonly Dictionary<string, State>.AlternateLookup<ReadOnlySpan<char>> states;
    private readonly int maxSymbolLength;
    private readonly StatusMarks marks;

    public FigureReader(DatasetDefinition definition, CsvRowReader rows, ProblemLog log)
    {
        this.definition = definition;
        this.rows = rows;
        this.log = log;
        numbers = rows.Numbers;
        missing = definition.MissingAtOrBelow;
        var known = (definition.Symbols ?? new Dictionary<string, SymbolMeaning>(StringComparer.Ordinal))
            .ToDictionary(pair => pair.Key, pair => new Symbol(ToValue(pair.Value), log.Tally.GetCount(pair.Key)), StringComparer.Ordinal);
        symbols = known.GetAlternateLookup<ReadOnlySpan<char>>();
        states = (definition.States ?? new Dictionary<string, StateMeaning>(StringComparer.Ordinal))
            .ToDictionary(pair => pair.Key, pair => new State(ToValue(pair.Value), GetStatus(pair.Value), log.Tally.GetCount(pair.Key)), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        marks = new StatusMarks(definition.Marks);
        maxSymbolLength = known.Keys.Select(symbol => symbol.Length).DefaultIfEmpty(-1).Max();
    }

    // The form with the other decimal separator, to say what a number is that does not fit.
    private NumberFormat Other => new(numbers.DecimalSeparator == '.' ? ',' : '.', ThousandsSeparator: null);

    /// <summary>Reads a value: a number with or without a mark behind it, or one of the declared symbols.</summary>
    /// <param name="column">The column that it is in.</param>
    /// <param name="form">Form of its number.</param>
    /// <param name="value">The value.</param>
    /// <param name="status">Status by the mark behind it.</param>
    /// <returns>False for what does not fit, which is added to the log.</returns>
    public bool TryRead(int column, FigureNumberFormat form, out ObservedValue value, out FigureStatus status)
    {
        status = FigureStatus.None;
        var trimmed = NumberFormat.Trim(rows[column]);
        if (TryReadSymbol(trimmed, out value))
        {
            return true;
        }

        if (marks.Find(trimmed) is not { } mark)
        {
            return TryReadNumber(column, form, trimmed, out value);
        }

        status = mark.Status;
        var unmarked = NumberFormat.Trim(trimmed[..^mark.Text.Length]);
        return TryReadSymbol(unmarked, out value) || TryReadNumber(column, form, unmarked, out value);
    }

    private bool TryReadSymbol(ReadOnlySpan<char> text, out ObservedValue value)
    {
        if (text.Length <= maxSymbolLength && symbols.TryGetValue(text, out var symbol))
        {
            symbol.Count.Increment();
            value = symbol.Value;
            return true;
        }

        value = default;
        return false;
    }

    private bool TryReadNumber(int column, FigureNumberFormat form, ReadOnlySpan<char> text, out ObservedValue value)
    {
        if (form.Kind != FigureKind.Percentage || !text.EndsWith('%'))
        {
            return TryReadBareNumber(column, form, text, out value);
        }

        // The sign says that the number is a percentage already, so that a share is not made one once more.
        value = default;
        return form.Factor is null or Hundred
            ? TryReadBareNumber(column, form with { Factor = null }, text[..^1], out value)
            : Refuse(column, form, NumberParseError.NotANumber);
    }

    private bool TryReadBareNumber(int column, FigureNumberFormat form, ReadOnlySpan<char> text, out ObservedValue value)
    {
        value = default;
        var isScore = form.Kind is not (FigureKind.Count or FigureKind.Money);
        var fault = isScore ? numbers.ReadScore(text, out var number) : numbers.Parse(text, out number);
        if (missing is not null && IsMissing(text, fault, number))
        {
            value = ObservedValue.Unknown;
            return true;
        }

        if (!(fault == NumberParseError.None ? TryConvert(column, form, ref number) : Refuse(column, form, fault)))
        {
            return false;
        }

        if (form.Range?.Contains(number) == false)
        {
            log.Add(RowProblems.ValueOutOfRange(rows.GetLine(column), rows.GetName(column), rows[column], form.Range));
        }

        value = ObservedValue.Known(number);
        return true;
    }

    /// <summary>Reads a value whose state is in a column next to it.</summary>
    /// <param name="column">The column that it is in.</param>
    /// <param name="form">Form of its number.</param>
    /// <param name="stateColumn">The column with its state.</param>
    /// <param name="value">The value.</param>
    /// <param name="status">Status by its state and the mark behind it.</param>
    /// <returns>False for what does not fit, which is added to the log.</returns>
    public bool TryRead(int column, FigureNumberFormat form, int stateColumn, out ObservedValue value, out FigureStatus status)
    {
        (value, status) = (default, FigureStatus.None);
        var state = NumberFormat.Trim(rows[stateColumn]);
        if (!states.TryGetValue(state, out var meaning))
        {
            log.Add(RowProblems.StateUnknown(rows.Line, rows.GetName(stateColumn), rows[stateColumn], definition.States?.Keys ?? []));
            return false;
        }

        if (meaning.Value is not { } none)
        {
            var isRead = TryRead(column, form, out value, out status);
            status |= meaning.Status;
            return isRead;
        }

        if (numbers.ReadScore(NumberFormat.Trim(rows[column]), out _) == NumberParseError.None)
        {
            log.Add(RowProblems.StateContradicts(rows.Line, rows.GetName(column), rows[column], state.ToString()));
            return false;
        }

        meaning.Count.Increment();
        value = none;
        return true;
    }

    private static ObservedValue? ToValue(StateMeaning meaning) => meaning switch
    {
        StateMeaning.Unknown => ObservedValue.Unknown,
        StateMeaning.Suppressed => ObservedValue.Suppressed,
        StateMeaning.NotApplicable => ObservedValue.NotApplicable,
        _ => null,
    };

    private static FigureStatus GetStatus(StateMeaning meaning) => meaning switch
    {
        StateMeaning.Provisional => FigureStatus.Provisional,
        StateMeaning.Revised => FigureStatus.Revised,
        StateMeaning.Estimated => FigureStatus.Estimated,
        StateMeaning.Modelled => FigureStatus.Modelled,
        _ => FigureStatus.None,
    };

    private static ObservedValue ToValue(SymbolMeaning meaning) => meaning switch
    {
        SymbolMeaning.Zero => ObservedValue.Known(0),
        SymbolMeaning.Suppressed => ObservedValue.Suppressed,
        SymbolMeaning.NotApplicable => ObservedValue.NotApplicable,
        _ => ObservedValue.Unknown,
    };

    // A program that made the number its own may have written it with decimals or an exponent.
    private bool IsMissing(ReadOnlySpan<char> text, NumberParseError fault, decimal number)
    {
        if (fault != NumberParseError.None
            && numbers.ReadScore(text, out number) != NumberParseError.None
            && Other.ReadScore(text, out number) != NumberParseError.None)
        {
            return false;
        }

        if (number > missing)
        {
            return false;
        }

        log.Tally.GetCount(decimal.Truncate(number).ToString(CultureInfo.InvariantCulture)).Increment();
        return true;
    }

    private bool TryConvert(int column, FigureNumberFormat form, ref decimal number) => form.Kind switch
    {
        FigureKind.Count => TryConvertCount(column, form, ref number),
        FigureKind.Money or FigureKind.Quantity when IsAmbiguous(column, number) => RefuseAmbiguous(column),
        FigureKind.Money => TryConvertMoney(column, form, ref number),
        _ => form.Factor is null || TryConvertScore(column, form, ref number),
    };

    // The product is kept as a number that is read: as the double nearest to it.
    private bool TryConvertScore(int column, FigureNumberFormat form, ref decimal number)
    {
        if (!TryMultiply(column, form, ref number))
        {
            return false;
        }

        number = DoubleConverter.ToDecimal(DoubleConverter.ToDouble(number));
        return true;
    }

    // 159.960 can be meant as thousands: three decimals are never taken for a count, also when all are zeros, and whatever the column is multiplied
    // by. 160000.0 is how some programs write 160000.
    private bool TryConvertCount(int column, FigureNumberFormat form, ref decimal number)
    {
        if (IsAmbiguous(column, number))
        {
            return RefuseCount(column, number);
        }

        if (!TryMultiply(column, form, ref number))
        {
            return false;
        }

        if (number.Scale == 0)
        {
            return true;
        }

        var whole = decimal.Truncate(number);
        if (whole != number)
        {
            return RefuseCount(column, number);
        }

        number = whole;
        return true;
    }

    private bool TryConvertMoney(int column, FigureNumberFormat form, ref decimal number)
    {
        if (!TryMultiply(column, form, ref number))
        {
            return false;
        }

        // What is written in thousands may have more decimals; the amount has cents all the same.
        var isWholeCents = decimal.Round(number, Cents) == number;
        if (number.Scale <= Cents || (form.Factor is not null && isWholeCents))
        {
            return true;
        }

        if (isWholeCents)
        {
            return Refuse(column, form, NumberParseError.Separator);
        }

        log.Add(RowProblems.PartOfCent(rows.GetLine(column), rows.GetName(column), rows[column]));
        return false;
    }

    // Where the definition says which character is between thousands, the other one is not; nor is one in a cell that is a number.
    private bool IsAmbiguous(int column, decimal number) =>
        numbers.ThousandsSeparator is null && NumberProblems.CanBeThousands(number) && !rows.IsNumber(column);

    private bool TryMultiply(int column, FigureNumberFormat form, ref decimal number)
    {
        if (form.Factor is not { } factor)
        {
            return true;
        }

        if (Math.Abs(number) > MaxProduct / Math.Abs(factor))
        {
            return Refuse(column, form, NumberParseError.TooPrecise);
        }

        number *= factor;
        return true;
    }

    // 1.500 can be meant as one thousand five hundred: three decimals are never taken for money, also when the last is a zero, and whatever the
    // column is multiplied by.
    private bool RefuseAmbiguous(int column)
    {
        log.Add(NumberProblems.EitherSeparator(rows.GetLine(column), rows.GetName(column), rows[column], numbers.DecimalSeparator));
        return false;
    }

    private bool RefuseCount(int column, decimal number)
    {
        log.Add(NumberProblems.CountNotWhole(
            rows.GetLine(column), rows.GetName(column), rows[column], number, numbers.DecimalSeparator, isNumber: rows.IsNumber(column)));
        return false;
    }

    private bool Refuse(int column, FigureNumberFormat form, NumberParseError fault)
    {
        var text = rows[column];
        var isShortened = fault == NumberParseError.Separator && form.Kind is FigureKind.Count or FigureKind.Money
            && Other.Parse(text, out _) == NumberParseError.Exponent;
        fault = isShortened ? NumberParseError.Exponent : fault;
        if (PersonalDataDetector.Find(text) is { } kind)
        {
            rows.Guard.Add(column, kind);
        }
        else if (string.IsNullOrWhiteSpace(text))
        {
            log.Add(RowProblems.ValueMissing(rows.GetLine(column), rows.GetName(column)));
        }
        else if (text.AsSpan().TrimEnd().EndsWith('%') && (form.Kind != FigureKind.Percentage || form.Factor is not (null or Hundred)))
        {
            log.Add(form.Kind != FigureKind.Percentage
                ? NumberProblems.PercentSign(rows.GetLine(column), rows.GetName(column), text, form.Indicator.Unit)
                : NumberProblems.PercentSignWithFactor(rows.GetLine(column), rows.GetName(column), text, form.Factor ?? 1));
        }
        else
        {
            log.Add(RowProblems.NumberInvalid(rows.GetLine(column), rows.GetName(column), text, fault, numbers));
        }

        return false;
    }

    private sealed record Symbol(ObservedValue Value, SymbolCount Count);

    private sealed record State(ObservedValue? Value, FigureStatus Status, SymbolCount Count);
}
