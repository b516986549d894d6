using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.SocialMortgage.Repayment;

/// <summary>The lines of a statement for the contract's indicators.</summary>
internal static class IndicatorLines
{
    /// <summary>Creates the line of one indicator in one year. A line that is not valued still has its value, and the amount that a settlement gave it.</summary>
    public static ScorecardLine Create(SocialMortgageContract contract, IndicatorYear year)
    {
        var (baseline, credit, uncertainty) = ((year.Rule as PricedIndicator)?.Baseline, year.Credit, IndicatorUncertainty.Of(year));
        return LineBuilder.For(year.Indicator.Code, year.Indicator.Theme, year.Indicator.Label, year.Indicator.Unit)
            .Inputs(("value", year.Own), ("city", year.City))
            .Inputs(Fields(contract, year).Where(field => field.Value is not null).Select(field => ScorecardInput.FromNumber(field.Role, contract.FieldKey(field.Field), field.Value!.Value)))
            .Input(credit is null ? null : ScorecardInput.FromNumber("credited-before", credit.BeforeKey, credit.Before))
            .State(year.State)
            .Value(year.Own).Baseline(baseline).Reference(year.City?.Value.Number).Norm(year.Agreed).Amount(year.Amount)
            .Figures([.. (year.Worth?.Figures ?? []).Select(figure => (figure.Key, (decimal?)figure.Value))])
            .Figures(("credited-before", credit?.Before), ("credit-uncapped", credit?.Uncapped), ("credit", credit?.Euros))
            .Figures([.. uncertainty.Figures(baseline)])
            .Steps(year.Steps)
            .Explain(IndicatorText.Explain(year))
            .Uncertainty(uncertainty.InWords(year))
            .Build();
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
}
