using System.Globalization;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
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
    private readonly int longestSymbol;
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
        longestSymbol = known.Keys.Select(symbol => symbol.Length).DefaultIfEmpty(-1).Max();
    }

    // The form with the other decimal separator, to say what a number is that does not fit.
    private NumberFormat Other => new(numbers.DecimalSeparator == '.' ? ',' : '.', ThousandsSeparator: null);

    /// <summary>Reads a value: a number with or without a mark behind it, or one of the declared symbols.</summary>
    /// <returns>Null for what does not fit, which is added to the log.</returns>
    public ReadFigure? Read(int column, FigureNumberFormat form)
    {
        var trimmed = NumberFormat.Trim(rows[column]);
        if (TryReadSymbol(trimmed, out var value))
        {
            return new ReadFigure(value);
        }

        if (marks.TryTake(ref trimmed, out var status) && TryReadSymbol(trimmed, out value))
        {
            return new ReadFigure(value, status);
        }

        return ReadNumber(column, form, trimmed) is { } number ? new ReadFigure(number, status) : null;
    }

    private bool TryReadSymbol(ReadOnlySpan<char> text, out ObservedValue value)
    {
        if (text.Length <= longestSymbol && symbols.TryGetValue(text, out var symbol))
        {
            symbol.Count.Increment();
            value = symbol.Value;
            return true;
        }

        value = default;
        return false;
    }

    private ObservedValue? ReadNumber(int column, FigureNumberFormat form, ReadOnlySpan<char> trimmed)
    {
        if (form.Kind == FigureKind.Percentage && trimmed.EndsWith('%'))
        {
            // The sign says that the number is a percentage already, so that a share is not made one once more.
            if (form.Factor is not (1 or Hundred))
            {
                _ = Refuse(column, form, NumberParseError.NotANumber);
                return null;
            }

            trimmed = trimmed[..^1];
            form = form with { Factor = 1 };
        }

        var isScore = form.Kind is FigureKind.Score or FigureKind.Percentage;
        var fault = isScore ? numbers.ReadScore(trimmed, out var number) : numbers.Parse(trimmed, out number);
        if (missing is not null && IsMissing(trimmed, fault, number))
        {
            return ObservedValue.Unknown;
        }

        if ((fault == NumberParseError.None ? ConvertToUnit(column, form, number) : Refuse(column, form, fault)) is not { } value)
        {
            return null;
        }

        if (form.Range?.Contains(value) == false)
        {
            log.Add(RowProblems.ValueOutOfRange(rows.GetLine(column), rows.GetName(column), rows[column], form.Range));
        }

        return ObservedValue.Known(value);
    }

    /// <summary>Reads a value whose state is in a column next to it. What does not fit goes to the log, and null is given.</summary>
    public ReadFigure? Read(int column, FigureNumberFormat form, int stateColumn)
    {
        var state = NumberFormat.Trim(rows[stateColumn]);
        if (!states.TryGetValue(state, out var meaning))
        {
            log.Add(RowProblems.StateUnknown(rows.Line, rows.GetName(stateColumn), rows[stateColumn], definition.States?.Keys ?? []));
            return null;
        }

        if (meaning.Value is not { } none)
        {
            return Read(column, form) is { } figure ? figure with { Status = figure.Status | meaning.Status } : null;
        }

        if (numbers.ReadScore(NumberFormat.Trim(rows[column]), out _) == NumberParseError.None)
        {
            log.Add(RowProblems.StateContradicts(rows.Line, rows.GetName(column), rows[column], state.ToString()));
            return null;
        }

        meaning.Count.Increment();
        return new ReadFigure(none);
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

    private decimal? ConvertToUnit(int column, FigureNumberFormat form, decimal number) => form.Kind switch
    {
        FigureKind.Count => Count(column, form, number),
        FigureKind.Money => CheckMoney(column, form, number),
        _ => Score(column, form, number),
    };

    // The product is kept as a number that is read: as the double nearest to it.
    private decimal? Score(int column, FigureNumberFormat form, decimal number) =>
        form.Factor == 1 ? number
        : TryMultiply(number, form.Factor, out var product) ? DoubleConverter.ToDecimal(DoubleConverter.ToDouble(product))
        : Refuse(column, form, NumberParseError.TooPrecise);

    // 159.960 can be meant as thousands: three decimals are never taken for a count, also when all are zeros, and whatever the column is multiplied
    // by. 160000.0 is how some programs write 160000.
    private decimal? Count(int column, FigureNumberFormat form, decimal number)
    {
        if (IsAmbiguous(number))
        {
            return RefuseCount(column, number);
        }

        if (form.Factor != 1 && !TryMultiply(number, form.Factor, out number))
        {
            return Refuse(column, form, NumberParseError.TooPrecise);
        }

        if (number.Scale == 0)
        {
            return number;
        }

        var whole = decimal.Truncate(number);
        return whole == number ? whole : RefuseCount(column, number);
    }

    private decimal? CheckMoney(int column, FigureNumberFormat form, decimal number)
    {
        // 1.500 can be meant as one thousand five hundred: three decimals are never taken for money, also when the last is a zero, and whatever the
        // column is multiplied by.
        if (IsAmbiguous(number))
        {
            log.Add(NumberProblems.EitherSeparator(rows.GetLine(column), rows.GetName(column), rows[column], numbers.DecimalSeparator));
            return null;
        }

        if (form.Factor != 1 && !TryMultiply(number, form.Factor, out number))
        {
            return Refuse(column, form, NumberParseError.TooPrecise);
        }

        // What is written in thousands may have more decimals; the amount has cents all the same.
        var isWholeCents = decimal.Round(number, Cents) == number;
        if (number.Scale <= Cents || (form.Factor != 1 && isWholeCents))
        {
            return number;
        }

        if (isWholeCents)
        {
            return Refuse(column, form, NumberParseError.Separator);
        }

        log.Add(RowProblems.PartOfCent(rows.GetLine(column), rows.GetName(column), rows[column]));
        return null;
    }

    // Where the definition says which character is between thousands, the other one is not.
    private bool IsAmbiguous(decimal number) => numbers.ThousandsSeparator is null && NumberProblems.CanBeThousands(number);

    private static bool TryMultiply(decimal number, decimal factor, out decimal product)
    {
        var fits = Math.Abs(number) <= MaxProduct / Math.Abs(factor);
        product = fits ? number * factor : 0;
        return fits;
    }

    private decimal? RefuseCount(int column, decimal number)
    {
        log.Add(NumberProblems.CountNotWhole(rows.GetLine(column), rows.GetName(column), rows[column], number, numbers.DecimalSeparator));
        return null;
    }

    private decimal? Refuse(int column, FigureNumberFormat form, NumberParseError fault)
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
        else if (text.AsSpan().TrimEnd().EndsWith('%') && (form.Kind != FigureKind.Percentage || form.Factor is not (1 or Hundred)))
        {
            log.Add(form.Kind != FigureKind.Percentage
                ? NumberProblems.PercentSign(rows.GetLine(column), rows.GetName(column), text, form.Indicator.Unit)
                : NumberProblems.PercentSignWithFactor(rows.GetLine(column), rows.GetName(column), text, form.Factor));
        }
        else
        {
            log.Add(RowProblems.NumberInvalid(rows.GetLine(column), rows.GetName(column), text, fault, numbers));
        }

        return null;
    }

    private sealed record Symbol(ObservedValue Value, SymbolCount Count);

    private sealed record State(ObservedValue? Value, FigureStatus Status, SymbolCount Count);
}
