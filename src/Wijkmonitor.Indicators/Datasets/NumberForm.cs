using System.Globalization;

namespace Wijkmonitor.Indicators.Datasets;

/// <summary>Why a text is not a number in the declared form.</summary>
public enum NumberFault
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

/// <summary>How a file writes numbers: an optional sign, digits, and only the separators that are declared.</summary>
/// <param name="DecimalSeparator">The character before decimals.</param>
/// <param name="ThousandsSeparator">The character between groups of three digits; null where none may occur.</param>
public readonly record struct NumberForm(char DecimalSeparator, char? ThousandsSeparator)
{
    private const int MostDigits = 15;
    private const int MostDecimals = 28;

    /// <summary>Reads a number; spaces around it are left out. What does not fit the form is never guessed at.</summary>
    public NumberFault Read(ReadOnlySpan<char> text, out decimal number)
    {
        number = 0;
        text = text.Trim(' ');
        Span<char> plain = stackalloc char[MostDigits + MostDecimals + 3];
        var fault = Normalise(text, plain, out var length);
        if (fault != NumberFault.None)
        {
            return fault;
        }

        number = decimal.Parse(plain[..length], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return NumberFault.None;
    }

    // Writes the number with a point and without thousands separators.
    private NumberFault Normalise(ReadOnlySpan<char> text, Span<char> plain, out int length)
    {
        length = 0;
        var digits = 0;
        var significant = 0;
        var group = 0;
        var grouped = false;
        var inDecimals = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (i == 0 && c is '-' or '+')
            {
                plain[length++] = c;
            }
            else if (char.IsAsciiDigit(c))
            {
                digits++;
                group++;
                significant += significant > 0 || c != '0' ? 1 : 0;
                if (significant > MostDigits || (inDecimals && group > MostDecimals))
                {
                    return NumberFault.TooPrecise;
                }

                // Zeros before the first other digit say nothing, and there can be any number of them.
                if (inDecimals || significant > 0)
                {
                    plain[length++] = c;
                }
            }
            else if (c == DecimalSeparator && !inDecimals && digits > 0 && (!grouped || group == 3))
            {
                inDecimals = true;
                grouped = false;
                group = 0;
                plain[length++] = '.';
            }
            else if (c == ThousandsSeparator && !inDecimals && group is > 0 and <= 3 && (!grouped || group == 3))
            {
                grouped = true;
                group = 0;
            }
            else
            {
                return c is '.' or ',' or ' ' or '\u00A0' or '\'' && digits > 0 ? NumberFault.Separator : NumberFault.NotANumber;
            }
        }

        if (digits == 0)
        {
            return NumberFault.NotANumber;
        }

        if ((grouped && group != 3) || (inDecimals && group == 0))
        {
            return NumberFault.Separator;
        }

        if (significant == 0 && !inDecimals)
        {
            plain[length++] = '0';
        }

        return NumberFault.None;
    }
}
