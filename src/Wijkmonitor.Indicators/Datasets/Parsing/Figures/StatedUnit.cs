using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Recognition;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Figures;

/// <summary>A unit that a file states of figures somewhere else than in the head of their column.</summary>
/// <param name="Scale">Number that figures are multiplied by; null where it does not say.</param>
/// <param name="IsPercentage">Whether it is a percentage.</param>
/// <param name="IsMoney">Whether it is that of amounts.</param>
/// <param name="IsCount">Whether it is that of numbers of things.</param>
/// <param name="Base">Number that a rate is counted of, such as 100 for a percentage; null where it is no rate.</param>
internal sealed partial record StatedUnit(decimal? Scale, bool IsPercentage, bool IsMoney, bool IsCount, decimal? Base)
{
    /// <summary>Reads a unit.</summary>
    public static StatedUnit Read(string unit) => Create(unit, UnitScale.Find(unit)) with { Base = UnitScale.FindBase(unit) };

    /// <summary>Reads what a title or another sentence says of units.</summary>
    public static StatedUnit ReadTitle(string text) => Create(text, UnitScale.FindInTitle(text));

    /// <summary>Describes the unit that the numbers of an indicator are read in.</summary>
    public static string Describe(FigureNumberFormat form) =>
        form.Factor is { } factor ? FormattableString.Invariant($"x {factor} {form.Indicator.Unit}") : form.Indicator.Unit;

    /// <summary>Finds an indicator whose numbers are read in another unit; null where the unit can be theirs.</summary>
    /// <remarks>Among several indicators it can be that of some only: rates, amounts or counts.</remarks>
    public FigureNumberFormat? FindOther(IReadOnlyCollection<FigureNumberFormat> forms) =>
        Base is { } known && forms.Any(form => UnitScale.FindBase(form.Indicator.Unit) == known) ? null
            : forms.FirstOrDefault(form => IsAbout(form) && Contradicts(form));

    /// <summary>Whether it is another unit than the numbers of an indicator are read in.</summary>
    /// <remarks>Words are compared by what they say of the scale or rate only: "huishoudens" is a unit of counts.</remarks>
    public bool Contradicts(FigureNumberFormat form)
    {
        var rate = UnitScale.FindBase(form.Indicator.Unit);
        if (rate is not null && (Base is not null || IsNumber))
        {
            return Base != rate || Scale is not null;
        }

        if (Base is not null && form.Kind is FigureKind.Count or FigureKind.Money)
        {
            return true;
        }

        if (IsPercentage || form.Kind == FigureKind.Percentage)
        {
            return IsPercentage ? form.Kind is FigureKind.Count or FigureKind.Money or FigureKind.Quantity : Scale is not null;
        }

        var expected = (form.Factor ?? 1) * (UnitScale.Find(form.Indicator.Unit) ?? 1);
        return Scale is { } scale ? scale != expected
            : expected != 1 && ((IsMoney && IsAmount(form)) || (IsCount && form.Kind == FigureKind.Count));
    }

    // A number of things by itself.
    private bool IsNumber { get; init; }

    private bool IsAbout(FigureNumberFormat form) => (Base is not null && UnitScale.FindBase(form.Indicator.Unit) is not null)
        || form.Kind is not (FigureKind.Percentage or FigureKind.Score) && (IsMoney ? IsAmount(form) : !IsCount || form.Kind == FigureKind.Count);

    private static StatedUnit Create(string text, decimal? scale) =>
        new(scale, PercentageForm().IsMatch(text), MoneyForm().IsMatch(text), CountForm().IsMatch(text), Base: null)
        {
            IsNumber = NumberForm().IsMatch(text),
        };

    private static bool IsAmount(FigureNumberFormat form) => form.Indicator.Unit.Contains(Indicator.Euro, StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(%|procent|percent|percentage|pct)\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex PercentageForm();

    [GeneratedRegex(@"^\s*(aantal(len)?|absoluut|numbers?|counts?)\s*\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex NumberForm();

    [GeneratedRegex(
        @"€|(?<!\p{L})([km]?euros?|[km]?eur|(euro)?cent(en|s)?|bedrag(en)?|amounts?)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex MoneyForm();

    [GeneratedRegex(
        @"(?<!\p{L})(aantal(len)?|personen|inwoners|huishoudens|woningen|number|counts?|persons|inhabitants|households|homes)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex CountForm();
}
