using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.SocialMortgage.Repayment;

/// <summary>
/// Uncertainty of a figure, shown next to the amount of the contract: the value of one case, the interval (<see cref="WilsonInterval"/>)
/// and the mean of three years. The first two only where the contract says what the rate is taken over, with its number.
/// </summary>
/// <param name="Population">What the rate is taken over; null where that is not said or the figure is no rate.</param>
/// <param name="OneCaseEuros">What the steps of one case are worth, part of a step for its part; null where a step is in percent of the baseline.</param>
/// <param name="Interval">
/// The interval of 95 % around this year's value, in the indicator's unit; null without population or where the value is no proportion.
/// </param>
/// <param name="Mean">The mean of the last three years; null where one of them is not known.</param>
internal sealed record IndicatorUncertainty(SmallPopulation? Population, decimal? OneCaseEuros, (decimal Lower, decimal Upper)? Interval, ThreeYearMean? Mean)
{
    /// <summary>Creates the uncertainty of the figure of a year.</summary>
    public static IndicatorUncertainty Create(IndicatorYear year)
    {
        var (population, stepped) = (year.Population, year.Rule as SteppedIndicator);
        decimal? oneCase = population is not null && stepped is { StepUnit: StepUnit.Points }
            ? Math.Round(population.OneCase / stepped.Step * stepped.Amount, 2, MidpointRounding.AwayFromZero)
            : null;
        return new IndicatorUncertainty(population, oneCase, ComputeInterval(population, year.Own?.Value.Number), year.Mean);
    }

    /// <summary>The figures of a line.</summary>
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

    /// <summary>The same in words; null where there is nothing to say.</summary>
    public BilingualText? Explain(IndicatorYear year) =>
        Population is null && Mean is null ? null : BothLanguages.Write(text => Explain(year, text));

    private static (decimal Lower, decimal Upper)? ComputeInterval(SmallPopulation? population, decimal? value)
    {
        if (population is null || value is not { } rate || rate < 0 || rate > population.Scale)
        {
            return null;
        }

        var interval = WilsonInterval.Compute((double)(rate / population.Scale), population.Count);
        return ((decimal)interval.Lower * population.Scale, (decimal)interval.Upper * population.Scale);
    }

    private string Explain(IndicatorYear year, NumberFormatter text)
    {
        var (unit, decimals) = (year.Indicator.Unit, year.Indicator.Decimals);
        List<string> parts = [];
        if (Population is { } population)
        {
            var of = ((SteppedIndicator)year.Rule).Denominator!.Description;
            var worth = OneCaseEuros is { } euros
                ? text.Localize($", bij dit tarief ongeveer {text.FormatEuro(Math.Round(euros))}",
                    $", at this rate about {text.FormatEuro(Math.Round(euros))}") : "";
            parts.Add(text.Localize(
                $"Dit gaat over {text.Format(population.Count)} {of.Nl}: één geval meer of minder is {text.FormatStep(Math.Round(population.OneCase, 2), unit)}{worth}.",
                $"This is about {text.Format(population.Count)} {of.En}: one case more or fewer is {text.FormatStep(Math.Round(population.OneCase, 2), unit)}{worth}."));
        }

        if (Interval is { } interval)
        {
            var (lower, upper) = (text.FormatFixed(interval.Lower, decimals), text.FormatValue(interval.Upper, unit, decimals));
            parts.Add(text.Localize(
                $"Met toeval meegerekend ligt het cijfer met 95 % zekerheid tussen {lower} en {upper}.",
                $"With chance counted in, the figure lies between {lower} and {upper} with 95 % confidence."));
        }

        if (Mean is { } mean)
        {
            parts.Add($"{text.Localize("Gemiddeld over", "Mean of")} {text.FormatYear(mean.From)}-{text.FormatYear(mean.Through)}: {text.FormatValue(mean.Value, unit, decimals)}.");
        }

        return string.Join(' ', parts);
    }
}

/// <summary>The mean of an area's values over three years.</summary>
/// <param name="From">The first year.</param>
/// <param name="Through">The last year.</param>
/// <param name="Value">The mean, in the indicator's unit; each year counts once.</param>
internal sealed record ThreeYearMean(int From, int Through, decimal Value)
{
    private const int Years = 3;

    /// <summary>The mean of the three years through a year; null where one of them is not known.</summary>
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
