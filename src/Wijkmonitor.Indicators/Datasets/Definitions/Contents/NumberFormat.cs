using System.Globalization;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Contents;

/// <summary>Reason why a text is not a number in the declared form.</summary>
public enum NumberParseError
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>It is no number in any form.</summary>
    NotANumber,

    /// <summary>It holds a separator that is not declared, or in a place where it cannot be.</summary>
    Separator,

    /// <summary>It has more than 15 significant digits, which amounts and counts never have.</summary>
    TooPrecise,

    /// <summary>It is in E notation, such as 1.6E+05, as spreadsheets shorten numbers: digits may be lost.</summary>
    Exponent,

    /// <summary>It is larger than any figure.</summary>
    TooLarge,
}

/// <summary>Form of the numbers of a file: an optional sign, digits, and only the separators that are declared.</summary>
/// <param name="DecimalSeparator">The character before decimals.</param>
/// <param name="ThousandsSeparator">The character between groups of three digits; null where none may occur.</param>
/// <remarks>
/// White space around a number is left out, a non-breaking space is a space, and U+2212 is a minus. What does not fit is never guessed at: a first
/// group of thousands does not begin with a zero, so that 0.123 is not 123.
/// </remarks>
public readonly record struct NumberFormat(char DecimalSeparator, char? ThousandsSeparator)
{
    private const int MaxDigits = 15;

    // As many as a decimal has.
    private const int MaxDecimals = 28;

    private const char Minus = '\u2212';

    // As many digits as amounts and counts have: sums and products of figures stay within a decimal.
    private const double MaxScore = 1e15;

    /// <summary>Whether amounts and counts of more than 15 digits are rounded to these, as Excel shows them.</summary>
    public bool RoundsToDigits { get; init; }

    /// <summary>Reads a number of at most 15 digits, as amounts and counts are written.</summary>
    public NumberParseError Parse(ReadOnlySpan<char> text, out decimal number)
    {
        text = Trim(text);
        var fault = ParseTrimmed(text, out number);
        return fault == NumberParseError.TooPrecise && RoundsToDigits ? Round(text, out number) : fault;
    }

    /// <summary>Reads a number with any number of digits, also in E notation, as scores are written.</summary>
    /// <remarks>
    /// A number of more than 15 digits is the double nearest to it, in its shortest form: what a program wrote of a double comes back as it was
    /// written.
    /// </remarks>
    public NumberParseError ReadScore(ReadOnlySpan<char> text, out decimal number)
    {
        text = Trim(text);
        var fault = ParseTrimmed(text, out number);
        if (fault is not (NumberParseError.TooPrecise or NumberParseError.Exponent))
        {
            return fault;
        }

        if (!double.TryParse(ToInvariant(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var score) || !(Math.Abs(score) < MaxScore))
        {
            return NumberParseError.TooLarge;
        }

        number = DoubleConverter.ToDecimal(score);
        return NumberParseError.None;
    }

    /// <summary>Trims the white space around a text, that of publishers and spreadsheets included.</summary>
    internal static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => WhiteSpace.Trim(text);

    private NumberParseError ParseTrimmed(ReadOnlySpan<char> text, out decimal number) =>
        TryParsePlain(text, out number) ? NumberParseError.None : ParseAny(text, out number);

    // Almost every number is a few digits, with at most one separator among them.
    private bool TryParsePlain(ReadOnlySpan<char> text, out decimal number)
    {
        number = 0;
        if (text.Length is 0 or > MaxDigits)
        {
            return false;
        }

        long digits = 0;
        var separator = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                digits = (digits * 10) + (c - '0');
            }
            else if (c == DecimalSeparator && separator < 0 && i > 0 && i < text.Length - 1)
            {
                separator = i;
            }
            else
            {
                return false;
            }
        }

        var decimals = separator < 0 ? 0 : text.Length - 1 - separator;
        number = new decimal((int)digits, (int)(digits >> 32), 0, isNegative: false, (byte)decimals);
        return true;
    }

    private NumberParseError ParseAny(ReadOnlySpan<char> text, out decimal number)
    {
        number = 0;
        var isNegative = text.StartsWith('-') || text.StartsWith(Minus);
        if (isNegative || text.StartsWith('+'))
        {
            text = text[1..];
        }

        long digits = 0;
        var decimals = 0;
        var significant = 0;
        var group = 0;
        var any = false;
        var grouped = false;
        var inDecimals = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                any = true;
                group++;
                decimals += inDecimals ? 1 : 0;
                significant += significant > 0 || c != '0' ? 1 : 0;
                digits = significant > MaxDigits ? digits : (digits * 10) + (c - '0');
            }
            else if (c == DecimalSeparator && !inDecimals && any && (!grouped || group == 3))
            {
                inDecimals = true;
                grouped = false;
                group = 0;
            }
            else if (IsThousands(c) && !inDecimals && group is > 0 and <= 3 && (grouped ? group == 3 : significant == group))
            {
                grouped = true;
                group = 0;
            }
            else if (c is 'E' or 'e' && group > 0 && !grouped && IsExponent(text[(i + 1)..]))
            {
                return NumberParseError.Exponent;
            }
            else
            {
                return any && (c is '.' or ',' or '\'' || IsBlank(c)) ? NumberParseError.Separator : NumberParseError.NotANumber;
            }
        }

        if (!any)
        {
            return NumberParseError.NotANumber;
        }

        if ((grouped && group != 3) || (inDecimals && group == 0))
        {
            return NumberParseError.Separator;
        }

        if (significant > MaxDigits || decimals > MaxDecimals)
        {
            return NumberParseError.TooPrecise;
        }

        number = new decimal((int)digits, (int)(digits >> 32), 0, isNegative && digits != 0, (byte)decimals);
        return NumberParseError.None;
    }

    private static bool IsExponent(ReadOnlySpan<char> text)
    {
        text = text.StartsWith('+') || text.StartsWith('-') || text.StartsWith(Minus) ? text[1..] : text;
        return text.Length is > 0 and <= 3 && !text.ContainsAnyExceptInRange('0', '9');
    }

    private static bool IsBlank(char c) => WhiteSpace.Characters.Contains(c, StringComparison.Ordinal);

    private bool IsThousands(char c) => c == ThousandsSeparator || (ThousandsSeparator == ' ' && c > '\u007F' && IsBlank(c));

    private NumberParseError Round(ReadOnlySpan<char> text, out decimal number)
    {
        var fault = ReadScore(text, out number);
        if (fault == NumberParseError.None)
        {
            var digits = DoubleConverter.ToDouble(number).ToString("G15", CultureInfo.InvariantCulture);
            number = decimal.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        return fault;
    }

    private string ToInvariant(ReadOnlySpan<char> text)
    {
        var plain = text.ToString().Replace(Minus, '-');
        plain = ThousandsSeparator switch
        {
            null => plain,
            ' ' => string.Concat(plain.Where(c => !IsBlank(c))),
            { } thousands => plain.Replace(thousands.ToString(), "", StringComparison.Ordinal),
        };
        return plain.Replace(DecimalSeparator, '.');
    }
}
