using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.SocialMortgage.Repayment;

/// <summary>The lines of a statement for the contract's indicators.</summary>
internal static class IndicatorLines
{
    /// <summary>
    /// Creates the line of one indicator in one year. A line that is not valued still has its value, and the amount that a settlement gave
    /// it.
    /// </summary>
    public static ScorecardLine Create(SocialMortgageContract contract, IndicatorYear year)
    {
        var (baseline, credit, uncertainty) = ((year.Rule as PricedIndicator)?.Baseline, year.Credit, IndicatorUncertainty.Create(year));
        return LineBuilder.Create(year.Indicator.Code, year.Indicator.Theme, year.Indicator.Label, year.Indicator.Unit)
            .AddInputs(("value", year.Own), ("city", year.City))
            .AddInputs(GetFields(contract, year)
                .Where(field => field.Value is not null)
                .Select(field => ScorecardInput.FromNumber(field.Role, contract.GetFieldKey(field.Field), field.Value!.Value)))
            .AddInput(credit is null ? null : ScorecardInput.FromNumber("credited-before", credit.BeforeKey, credit.Before))
            .WithState(year.State)
            .WithValue(year.Own).WithBaseline(baseline).WithReference(year.City?.Value.Number).WithNorm(year.Agreed).WithAmount(year.Amount)
            .AddFigures([.. (year.Valuation?.Figures ?? []).Select(figure => (figure.Key, (decimal?)figure.Value))])
            .AddFigures(("credited-before", credit?.Before), ("credit-uncapped", credit?.Uncapped), ("credit", credit?.Euros))
            .AddFigures([.. uncertainty.GetFigures(baseline)])
            .WithSteps(year.Steps)
            .Explain(IndicatorText.Explain(year))
            .WithUncertainty(uncertainty.Explain(year))
            .Build();
    }

    private static IEnumerable<(string Role, string Field, decimal? Value)> GetFields(SocialMortgageContract contract, IndicatorYear year)
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
}
