using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;
using Wijkmonitor.Indicators.SocialMortgage.Repayment;
using Wijkmonitor.Indicators.SocialMortgage.Statements;

namespace Wijkmonitor.Indicators.SocialMortgage.Scenarios;

/// <summary>Repayment of one line when its agreed change is reached.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="AgreedChange">The improvement that was agreed for the last year, in the unit of its steps.</param>
/// <param name="Amount">The credits of the whole term, in euros.</param>
public sealed record AgreedRepaymentLine(string Indicator, decimal AgreedChange, decimal Amount);

/// <summary>The most that the agreed changes of a contract repay.</summary>
/// <remarks>
/// Each change is reached along its straight line while the city stays at its baseline.
/// Computed as statements are, with the steps, basis, overshoot and caps of each version of the contract. What lines without an agreed change repay is
/// not agreed and not in it.
/// </remarks>
/// <param name="Amount">The credits of all lines through the last year, within the cap of the channel, in euros.</param>
/// <param name="PercentOfPrincipal">The same as a percentage of the principal, to one decimal, half away from zero.</param>
/// <param name="Lines">The lines with an agreed change, in the order of the contract.</param>
/// <param name="WithoutAgreedChange">The indicators for which no change was agreed, in the order of the contract.</param>
public sealed record AgreedRepayment(
    decimal Amount, decimal PercentOfPrincipal, IReadOnlyList<AgreedRepaymentLine> Lines, IReadOnlyList<string> WithoutAgreedChange)
{
    private const string Agreed = "agreed";

    /// <summary>Computes the most that the agreed changes repay.</summary>
    /// <param name="versions">The contract.</param>
    /// <param name="catalogue">The indicators.</param>
    public static AgreedRepayment Compute(ContractVersions versions, IndicatorCatalogue catalogue)
    {
        var figures = new ObservationSet(Enumerable.Range(versions.FirstYear, versions.LastYear - versions.FirstYear + 1)
            .SelectMany(year => CreateFigures(versions.GetVersion(year), catalogue, new Period(year))));
        var statements = SocialMortgageStatements.Compute(new MortgageDossier(versions), catalogue, figures);
        var lines = statements.SelectMany(statement => statement.Lines).ToLookup(line => line.Code, line => line.Amount ?? 0, StringComparer.Ordinal);
        var amount = statements.SelectMany(statement => statement.Totals).Where(total => total.Code == "indicators").Sum(total => total.Value ?? 0);
        var contract = versions.Latest;
        return new AgreedRepayment(
            amount,
            Math.Round(100 * amount / contract.Principal, 1, MidpointRounding.AwayFromZero),
            [
                .. contract.Indicators.OfType<SteppedIndicator>().Where(rule => rule.AgreedChange is not null)
                    .Select(rule => new AgreedRepaymentLine(rule.Code, rule.AgreedChange!.Value, lines[rule.Code].Sum())),
            ],
            [.. contract.Indicators.Where(rule => rule is not SteppedIndicator { AgreedChange: not null }).Select(rule => rule.Code)]);
    }

    private static IEnumerable<Observation> CreateFigures(SocialMortgageContract contract, IndicatorCatalogue catalogue, Period period)
    {
        foreach (var rule in contract.Indicators.OfType<SteppedIndicator>())
        {
            if (IndicatorRepayment.FindAgreed(contract, rule, catalogue.Find(rule.Code)!, period) is not { } agreed)
            {
                continue;
            }

            yield return CreateFigure(contract.Area, rule.Code, period, agreed);
            if (rule.FrozenCityBaseline is { } city)
            {
                yield return CreateFigure(contract.City, rule.Code, period, city);
            }
        }
    }

    private static Observation CreateFigure(Areas.AreaCode area, string indicator, Period period, decimal value) =>
        new(area, period, indicator, ObservedValue.Known(value), Agreed, period.Year, FigureStatus.None, new SourceLine(Agreed, 1));
}
