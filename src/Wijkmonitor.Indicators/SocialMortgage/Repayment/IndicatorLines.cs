using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.SocialMortgage.Repayment;

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
        Inputs(contract, year))
    {
        Steps = year.Steps,
        Uncertainty = IndicatorUncertainty.Of(year).InWords(year),
    };

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

        IndicatorUncertainty.Of(year).AddTo(figures, (year.Rule as PricedIndicator)?.Baseline);
        return figures;
    }

    private static List<ScorecardInput> Inputs(SocialMortgageContract contract, IndicatorYear year)
    {
        List<ScorecardInput> inputs = [];
        AddObserved(inputs, "value", year.Own);
        AddObserved(inputs, "city", year.City);
        foreach (var (role, field, value) in Fields(contract, year))
        {
            if (value is { } number)
            {
                inputs.Add(new ScorecardInput(role, contract.FieldKey(field), ObservedState.Known, number, Delivery: null, Line: null));
            }
        }

        if (year.Credit is { } credit)
        {
            inputs.Add(new ScorecardInput("credited-before", credit.BeforeKey, ObservedState.Known, credit.Before, Delivery: null, Line: null));
        }

        return inputs;
    }

    private static IEnumerable<(string Role, string Field, decimal? Value)> Fields(SocialMortgageContract contract, IndicatorYear year)
    {
        var (priced, stepped, relative) = (year.Rule as PricedIndicator, year.Rule as SteppedIndicator, year.Rule as RelativeToCityIndicator);
        var path = $"indicators/{year.Rule.Code}";
        return
        [
            ("baseline", $"{path}/baseline", priced?.Baseline),
            ("city-baseline", $"{path}/cityBaseline", (year.Rule as GapIndicator)?.CityBaseline ?? relative?.CityBaseline),
            ("step", $"{path}/step", stepped?.Step),
            ("amount", $"{path}/amount", stepped?.Amount),
            ("share", $"{path}/sharePercent", relative?.SharePercent),
            ("population", "population/count", relative?.MeasuredAs == CostMeasure.PerHead ? contract.Population.Count : null),
            ("cap", $"{path}/cap/perYear", priced?.Cap?.PerYear),
            ("cap", $"{path}/cap/term", priced?.Cap?.Term),
        ];
    }

    private static void AddObserved(List<ScorecardInput> inputs, string role, Observation? observation)
    {
        if (observation is not null)
        {
            inputs.Add(ScorecardInput.Of(role, observation));
        }
    }
}
