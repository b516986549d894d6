using System.Globalization;

namespace Wijkmonitor.Indicators.Datasets.Sources.Cells;

/// <summary>A cell of a file that has numbers as numbers, such as a workbook. Its text is what a CSV file would hold.</summary>
/// <param name="Value">Value of the cell: null, a text, a number, a day or a truth value.</param>
/// <param name="IsPercentage">Whether a number is shown as a percentage: 0.124 as 12.4%.</param>
internal readonly record struct Cell(object? Value, bool IsPercentage = false)
{
    private const double MaxPlain = 1e15;
    private const double Hundred = 100;

    /// <summary>Whether the cell is a number, and not a text that looks like one.</summary>
    public bool IsNumber => Value is double or decimal;

    /// <summary>Gets the text, with numbers as the definition declares them.</summary>
    public string ToText(char decimalSeparator) => Value switch
    {
        null => "",
        string text => text,
        double number when IsPercentage => Format(Math.Round(number * Hundred, 10), decimalSeparator) + "%",
        double number => Format(number, decimalSeparator),
        decimal number => number.ToString(CultureInfo.InvariantCulture).Replace('.', decimalSeparator),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => Value.ToString() ?? "",
    };

    // The shortest text that gives the number back; what has more digits than a number has is not written out.
    private static string Format(double number, char decimalSeparator)
    {
        var text = Math.Abs(number) < MaxPlain && (decimal)number is var plain && (double)plain == number
            ? plain.ToString("0.############################", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
        return text.Replace('.', decimalSeparator);
    }
}
