using System.Globalization;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Model.Calculations;

/// <summary>
/// Figures as people of a language write them. What is shown is rounded half away from zero (rekenkundig); what is stored is not.
/// </summary>
public sealed class NumberFormatter
{
    private static readonly string[] DutchMonths =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    private const string MinusSign = "\u2212";
    private const int MaxDecimals = 28;
    private static readonly string[] FixedForms =
        [.. Enumerable.Range(0, MaxDecimals + 1).Select(decimals => "N" + decimals.ToString(CultureInfo.InvariantCulture))];
    private static readonly string[] ShortForms = [.. Enumerable.Range(0, MaxDecimals + 1).Select(decimals => "#,##0." + new string('#', decimals))];
    private readonly NumberFormatInfo format;
    private readonly bool dutch;

    private NumberFormatter(bool dutch)
    {
        this.dutch = dutch;
        format = new NumberFormatInfo
        {
            NumberDecimalSeparator = dutch ? "," : ".",
            NumberGroupSeparator = dutch ? "." : ",",
            NegativeSign = MinusSign,
        };
    }

    /// <summary>Decimal comma, points between thousands.</summary>
    public static NumberFormatter Nl { get; } = new(dutch: true);

    /// <summary>Decimal point, commas between thousands.</summary>
    public static NumberFormatter En { get; } = new(dutch: false);

    /// <summary>Selects the text in this language.</summary>
    public string Localize(string nl, string en) => dutch ? nl : en;

    /// <summary>Selects the text in this language.</summary>
    public string Localize(BilingualText text) => Localize(text.Nl, text.En);

    /// <summary>Formats a number with exactly so many decimals.</summary>
    public string FormatFixed(decimal number, int decimals) =>
        Normalize(Math.Round(number, decimals, MidpointRounding.AwayFromZero)).ToString(FixedForms[decimals], format);

    /// <summary>Formats a number with at most so many decimals, without zeros at the end.</summary>
    public string Format(decimal number, int maxDecimals = 4) =>
        Normalize(Math.Round(number, maxDecimals, MidpointRounding.AwayFromZero)).ToString(ShortForms[maxDecimals], format);

    /// <summary>Formats an amount in euros, with cents only where there are any.</summary>
    public string FormatEuro(decimal amount)
    {
        var cents = Math.Round(amount, 2, MidpointRounding.AwayFromZero);
        return $"{(cents < 0 ? MinusSign : "")}€ {FormatFixed(Math.Abs(cents), cents == decimal.Truncate(cents) ? 0 : 2)}";
    }

    /// <summary>Formats a year, or a dash where there is none.</summary>
    public string FormatYear(int? year) => year?.ToString("0000", format) ?? "-";

    /// <summary>Formats a day in words, such as 1 maart 2018.</summary>
    public string FormatDay(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{day.Day} {(dutch ? DutchMonths : CultureInfo.InvariantCulture.DateTimeFormat.MonthNames)[day.Month - 1]} {day.Year}");

    /// <summary>Formats a value in a unit of the catalogue.</summary>
    public string FormatValue(decimal value, string unit, int decimals) => unit switch
    {
        "EUR" => FormatEuro(value),
        "%" => FormatFixed(value, decimals) + "%",
        "per 100" or "per 1000" => $"{FormatFixed(value, decimals)} {GetUnitName(unit)}",
        _ => FormatFixed(value, decimals),
    };

    /// <summary>Formats a value with its unit in words, with as many decimals as it has, four at most.</summary>
    public string FormatQuantity(decimal value, string unit) => unit switch
    {
        "EUR" => FormatEuro(value),
        "%" => Format(value) + "%",
        "" => Format(value),
        _ when Vocabulary.Shared.Units.TryGetValue(unit, out var term) =>
            term.OmitsUnit ? Format(value) : $"{Format(value)} {Localize(term.GetCounted(value))}",
        _ => $"{Format(value)} {unit}",
    };

    /// <summary>Formats a difference between two values in a unit of the catalogue.</summary>
    public string FormatDifference(decimal difference, string unit, int decimals) =>
        unit == "EUR" ? FormatEuro(difference) : $"{FormatFixed(difference, decimals)} {GetUnitName(unit)}";

    /// <summary>Formats a step in a unit of the catalogue.</summary>
    public string FormatStep(decimal step, string unit) => unit switch
    {
        "EUR" => FormatEuro(step),
        "%" or "per 100" or "per 1000" => $"{Format(step)} {GetUnitName(unit, step == 1)}",
        _ => $"{Format(step)} {(dutch ? "punt" : step == 1 ? "point" : "points")}",
    };

    /// <summary>Gets the word for a difference in a unit of the catalogue.</summary>
    private string GetUnitName(string unit, bool isOne = false) => unit switch
    {
        "%" => dutch ? "procentpunt" : isOne ? "percentage point" : "percentage points",
        "per 100" => "per 100",
        "per 1000" => dutch ? "per 1.000" : "per 1,000",
        _ => dutch ? "punt" : "points",
    };

    // A rounded -0.04 must not be shown as -0.0.
    private static decimal Normalize(decimal number) => number == 0 ? 0 : number;
}
