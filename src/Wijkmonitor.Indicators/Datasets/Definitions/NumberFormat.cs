namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>Why a text is not a number in the declared form.</summary>
public enum NumberParseError
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>It is no number in any form.</summary>
    NotANumber,

    /// <summary>It holds a separator that is not declared, or in a place where it cannot stand.</summary>
    Separator,

    /// <summary>It has more than 15 significant digits, which cannot be kept exactly.</summary>
    TooPrecise,
}

/// <summary>Number format of a file: an optional sign, digits, and only the declared separators.</summary>
/// <param name="DecimalSeparator">The character before decimals.</param>
/// <param name="ThousandsSeparator">The character between groups of three digits; null where none may occur.</param>
public readonly record struct NumberFormat(char DecimalSeparator, char? ThousandsSeparator)
{
    private const int MaxDigits = 15;

    // As many as a decimal has.
    private const int MaxDecimals = 28;

    /// <summary>Reads a number; spaces around it are left out. What does not fit the form is never guessed at.</summary>
    public NumberParseError Parse(ReadOnlySpan<char> text, out decimal number)
    {
        number = 0;
        text = text.Trim(' ');
        var isNegative = text.StartsWith('-');
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
        foreach (var c in text)
        {
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
            else if (c == ThousandsSeparator && !inDecimals && group is > 0 and <= 3 && (!grouped || group == 3))
            {
                grouped = true;
                group = 0;
            }
            else
            {
                return c is '.' or ',' or ' ' or '\u00A0' or '\'' && any ? NumberParseError.Separator : NumberParseError.NotANumber;
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
}
