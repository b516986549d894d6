using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.SocialMortgage.Repayment;

/// <summary>Uncertainty of a figure, shown next to the amount of the contract.</summary>
/// <remarks>
/// It is the value of one case, the interval (the margin that its source gives, else <see cref="WilsonInterval"/>) and the mean of three years. The
/// value of one case and our own interval are there only where the contract says what the rate is taken over, with its number.
/// </remarks>
/// <param name="Population">Population of the rate; null where none is given or the figure is no rate.</param>
/// <param name="OneCaseEuros">Worth of the steps of one case, part of a step for its part; null where a step is in percent of the baseline.</param>
/// <param name="Interval">
/// The interval around this year's value, in the indicator's unit; null where the source gives none and there is no population, or the value is no proportion.
/// </param>
/// <param name="Mean">The mean of the last three years; null where one of them is not known.</param>
internal sealed record IndicatorUncertainty(SmallPopulation? Population, decimal? OneCaseEuros, FigureBounds? Interval, ThreeYearMean? Mean)
{
    /// <summary>Creates the uncertainty of the figure of a year.</summary>
    public static IndicatorUncertainty Create(IndicatorYear year)
    {
        var (population, stepped) = (year.Population, year.Rule as SteppedIndicator);
        decimal? oneCase = population is not null && stepped is { StepUnit: StepUnit.Points }
            ? Math.Round(population.OneCase / stepped.Step * stepped.Amount, 2, MidpointRounding.AwayFromZero)
            : null;
        return new IndicatorUncertainty(population, oneCase, FindInterval(year.Own) ?? ComputeInterval(population, year.Own?.Value.Number), year.Mean);
    }

    /// <summary>Gets the figures of a line with their names.</summary>
    /// <param name="baseline">The value at the baseline; null for a rule that has none.</param>
    public IReadOnlyList<(string Name, decimal? Value)> GetFigures(decimal? baseline) =>
    [
        ("population", Population?.Count),
        ("one-case", Population?.OneCase),
        ("one-case-amount", OneCaseEuros),
        ("deviation", baseline is { } rate ? Population?.ComputeStandardDeviation(rate) : null),
        ("interval-lower", Interval?.Lower),
        ("interval-upper", Interval?.Upper),
        ("three-year-mean", Mean?.Value),
    ];

    /// <summary>Explains the uncertainty in words, or null where there is nothing to say.</summary>
    public BilingualText? Explain(IndicatorYear year) =>
        Population is null && Mean is null && Interval is null ? null : BothLanguages.Write(text => Explain(year, text));

    private static FigureBounds? FindInterval(Observation? own) => own?.Interval is { Lower: { } lower, Upper: { } upper } interval
        ? new FigureBounds(lower, upper, interval.Method?.Level ?? IntervalMethod.CommonLevel, IsOfSource: true)
        : null;

    private static FigureBounds? ComputeInterval(SmallPopulation? population, decimal? value)
    {
        if (population is null || value is not { } rate || rate < 0 || rate > population.Scale)
        {
            return null;
        }

        var interval = WilsonInterval.Compute((double)(rate / population.Scale), population.Count);
        return new FigureBounds((decimal)interval.Lower * population.Scale, (decimal)interval.Upper * population.Scale,
            IntervalMethod.CommonLevel, IsOfSource: false);
    }

    private string Explain(IndicatorYear year, NumberFormatter text)
    {
        var (unit, decimals) = (year.Indicator.Unit, year.Indicator.Decimals);
        List<string> parts = [];
        if (Population is { } population)
        {
            var denominator = ((SteppedIndicator)year.Rule).Denominator!.Description;
            var worth = OneCaseEuros is { } euros
                ? text.Localize($", bij dit tarief ongeveer {text.FormatEuro(Math.Round(euros))}",
                    $", at this rate about {text.FormatEuro(Math.Round(euros))}") : "";
            parts.Add(text.Localize(
                $"Dit gaat over {text.Format(population.Count)} {denominator.Nl}: één geval meer of minder is {text.FormatStep(Math.Round(population.OneCase, 2), unit)}{worth}.",
                $"This is about {text.Format(population.Count)} {denominator.En}: one case more or fewer is {text.FormatStep(Math.Round(population.OneCase, 2), unit)}{worth}."));
        }

        if (Interval is { } interval)
        {
            var (lower, upper) = (text.FormatFixed(interval.Lower, decimals), text.FormatValue(interval.Upper, unit, decimals));
            var level = text.Format(interval.Level);
            parts.Add(interval.IsOfSource
                ? text.Localize(
                    $"Volgens de bron ligt het cijfer met {level}% zekerheid tussen {lower} en {upper}.",
                    $"According to the source the figure is between {lower} and {upper} with {level}% certainty.")
                : text.Localize(
                    $"Met toeval meegerekend ligt het cijfer met {level}% zekerheid tussen {lower} en {upper}.",
                    $"With chance counted in, the figure is between {lower} and {upper} with {level}% certainty."));
        }

        if (Mean is { } mean)
        {
            parts.Add($"{text.Localize("Gemiddeld over", "Average of")} {text.FormatYear(mean.From)}-{text.FormatYear(mean.Through)}: {text.FormatValue(mean.Value, unit, decimals)}.");
        }

        return string.Join(' ', parts);
    }
}

/// <summary>The bounds that a figure lies between.</summary>
/// <param name="Lower">The lower bound, in the figure's unit.</param>
/// <param name="Upper">The upper bound, in the figure's unit.</param>
/// <param name="Level">Confidence level, in percent.</param>
/// <param name="IsOfSource">Whether the figure's source gives them; otherwise they were computed here.</param>
internal sealed record FigureBounds(decimal Lower, decimal Upper, decimal Level, bool IsOfSource);

/// <summary>The mean of an area's values over three years.</summary>
/// <param name="From">The first year.</param>
/// <param name="Through">The last year.</param>
/// <param name="Value">The mean, in the indicator's unit; each year counts once.</param>
internal sealed record ThreeYearMean(int From, int Through, decimal Value)
{
    private const int Years = 3;

    /// <summary>Computes the mean of the three years through a year, or null where one of them is not known.</summary>
    /// <param name="through">The last year.</param>
    /// <param name="valueOf">The value of a year.</param>
    public static ThreeYearMean? Compute(int through, Func<int, decimal?> valueOf)
    {
        var sum = 0m;
        for (var year = through; year > through - Years; year--)
        {
            if (valueOf(year) is not { } value)
            {
                return null;
            }

            sum += value;
        }

        return new ThreeYearMean(through - Years + 1, through, sum / Years);
    }
}
