using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.SocialMortgage;

/// <summary>The lines of a statement for the contract's indicators.</summary>
internal static class IndicatorLines
{
    /// <summary>The line of one indicator in one year.</summary>
    public static ScorecardLine Of(SocialMortgageContract contract, IndicatorYear year) => new(
        year.Indicator.Code,
        year.Indicator.Theme,
        year.Indicator.Label,
        year.State,
        year.Own?.Value.Number,
        year.Indicator.Unit,
        (year.Rule as PricedIndicator)?.Baseline,
        year.City?.Value.Number,
        year.Agreed,
        Signal.None,
        year.Amount,
        Figures(year),
        IndicatorText.Explain(year),
        Inputs(contract, year));

    private static SortedDictionary<string, decimal> Figures(IndicatorYear year)
    {
        var figures = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (name, figure) in year.Worth?.Figures ?? [])
        {
            figures.Add(name, figure);
        }

        if (year.Credit is { } credit)
        {
            figures.Add("credited-before", credit.Before);
            figures.Add("credit-uncapped", credit.Uncapped);
            figures.Add("credit", credit.Euros);
        }

        if (year.Settled is { } settled)
        {
            figures.Add("settled", settled);
        }

        if (year.Correction != 0)
        {
            figures.Add("correction", year.Correction);
        }

        AddSmallPopulation(figures, year);
        return figures;
    }

    private static void AddSmallPopulation(SortedDictionary<string, decimal> figures, IndicatorYear year)
    {
        if (year.Population is not { } population || year.Rule is not SteppedIndicator rule)
        {
            return;
        }

        figures.Add("population", population.Count);
        figures.Add("one-case", population.OneCase);
        if (rule.StepUnit == StepUnit.Points)
        {
            figures.Add("one-case-amount", Math.Round(population.OneCase / rule.Step * rule.Amount, 2, MidpointRounding.AwayFromZero));
        }

        if (population.StandardDeviation(rule.Baseline) is { } deviation)
        {
            figures.Add("deviation", deviation);
        }
    }

    private static List<ScorecardInput> Inputs(SocialMortgageContract contract, IndicatorYear year)
    {
        List<ScorecardInput> inputs = [];
        AddObserved(inputs, "value", year.Own);
        AddObserved(inputs, "city", year.City);
        void Add(string role, string field, decimal? value)
        {
            if (value is { } number)
            {
                var key = contract.FieldKey($"indicators/{year.Rule.Code}/{field}");
                inputs.Add(new ScorecardInput(role, key, ObservedState.Known, number, Delivery: null, Line: null));
            }
        }

        Add("baseline", "baseline", (year.Rule as PricedIndicator)?.Baseline);
        Add("city-baseline", "cityBaseline", (year.Rule as GapIndicator)?.CityBaseline ?? (year.Rule as RelativeToCityIndicator)?.CityBaseline);
        Add("step", "step", (year.Rule as SteppedIndicator)?.Step);
        Add("amount", "amount", (year.Rule as SteppedIndicator)?.Amount);
        Add("share", "sharePercent", (year.Rule as RelativeToCityIndicator)?.SharePercent);
        return inputs;
    }

    private static void AddObserved(List<ScorecardInput> inputs, string role, Observation? observation)
    {
        if (observation is not null)
        {
            inputs.Add(ScorecardInput.Of(role, observation));
        }
    }
}
