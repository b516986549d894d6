using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Figures;

/// <summary>The kinds of numbers that are read in a way of their own.</summary>
internal enum FigureKind
{
    /// <summary>A score, rate or mean, with the digits that its publisher gives it.</summary>
    Score,

    /// <summary>A percentage: a score that may have its sign behind it.</summary>
    Percentage,

    /// <summary>A number of things: whole.</summary>
    Count,

    /// <summary>An amount in euros and cents.</summary>
    Money,

    /// <summary>A quantity, such as of energy, that is shown without decimals, or an amount in thousands of euros.</summary>
    Quantity,
}

/// <summary>Form of the values of an indicator in a column.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Kind">Kind of number, by its unit.</param>
/// <param name="Factor">Multiplier of a number to have it in the indicator's unit; null where it is in that.</param>
/// <param name="Range">Range of the value.</param>
internal sealed partial record FigureNumberFormat(Indicator Indicator, FigureKind Kind, decimal? Factor, ValueLimits? Range)
{
    /// <summary>Gets the form of an indicator's values in a dataset.</summary>
    public static FigureNumberFormat For(Indicator indicator, DatasetDefinition definition, decimal factor = 1) =>
        new(indicator, GetKind(indicator), factor == 1 ? null : factor, definition.GetRange(indicator));

    /// <summary>Gets the form of the bounds of a value's margin: these have decimals where the value itself has none.</summary>
    public FigureNumberFormat ForBound() => this with { Kind = Kind == FigureKind.Percentage ? FigureKind.Percentage : FigureKind.Score, Range = null };

    /// <summary>Gets the form of the number that a value was asked or counted of.</summary>
    /// <remarks>It is whole: a number of people or things.</remarks>
    public FigureNumberFormat ForSampleSize() => new(Indicator, FigureKind.Count, Factor: null, new ValueLimits(Min: 0));

    private static FigureKind GetKind(Indicator indicator) => indicator switch
    {
        { IsMoney: true } => FigureKind.Money,
        { IsCount: true } => FigureKind.Count,
        { Unit: "%" } => FigureKind.Percentage,
        { Decimals: 0 } when !ScoreForm().IsMatch(indicator.Unit) => FigureKind.Quantity,
        _ when indicator.Unit.EndsWith(Indicator.Euro, StringComparison.Ordinal) => FigureKind.Quantity,
        _ => FigureKind.Score,
    };

    // Units of scores and rates: their publisher may give them any number of decimals, however few are shown. A density is a whole number all the same.
    [GeneratedRegex(
        @"score|grade|class|index|rank|signal|point|ratio|rate|share|mark|cijfer|klasse|punt|%|^per (?!km|ha\b|hectare|square)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex ScoreForm();
}
