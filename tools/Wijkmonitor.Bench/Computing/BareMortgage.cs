using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Bench.Computing;

/// <summary>The arithmetic of a mortgage and nothing else.</summary>
/// <remarks>
/// It computes the same sums in the same decimals over plain arrays, without a line, a step, a sentence or a source. It knows the terms of the sample
/// contract only (basis once or annual, a floor at zero, whole steps, no caps, no schedule).
/// </remarks>
internal sealed class BareMortgage
{
    private readonly (decimal Sign, bool IsGap, bool IsCost, bool IsOnce, decimal Baseline, decimal City, decimal Step, decimal Amount)[] rules;

    public BareMortgage(IndicatorCatalogue catalogue) => rules =
    [
        .. InventedMortgage.Indicators.Select(rule => (
            catalogue.Find(rule.Code)!.Polarity == Polarity.LowerIsBetter ? 1m : -1m,
            rule is GapIndicator,
            rule is RelativeToCityIndicator,
            rule.Basis == PaymentBasis.Once,
            rule.Baseline,
            rule.FrozenCity() ?? 0,
            (rule as SteppedIndicator)?.Step ?? 0,
            (rule as SteppedIndicator)?.Amount ?? ((RelativeToCityIndicator)rule).SharePercent)),
    ];

    /// <summary>Computes the balance at the end of the term.</summary>
    public decimal Balance(InventedMortgage mortgage)
    {
        var contract = mortgage.Contract;
        var (balance, repaid, onTrack) = (contract.Principal, 0m, 0m);
        Span<decimal> credited = stackalloc decimal[rules.Length];
        for (var year = 0; year < InventedMortgage.Years; year++)
        {
            var interest = Math.Round(Math.Max(0, balance) * contract.InterestPercent / 100, 2, MidpointRounding.AwayFromZero);
            var credits = SumEntries(mortgage, contract.FirstYear + year);
            for (var i = 0; i < rules.Length; i++)
            {
                var worth = ComputeWorth(i, mortgage.Own[year][i], mortgage.City[year][i]);
                var credit = Math.Max(0, rules[i].IsOnce ? worth - credited[i] : worth);
                credited[i] += credit;
                credits += credit;
            }

            balance += interest - credits;
            repaid += credits;
            onTrack = Math.Round(100 * repaid / (contract.Principal * (year + 1) / contract.TermYears), 1, MidpointRounding.AwayFromZero);
        }

        return onTrack >= 0 ? balance : decimal.MinValue;
    }

    private static decimal SumEntries(InventedMortgage mortgage, int year)
    {
        var sum = 0m;
        foreach (var entry in mortgage.Entries)
        {
            if (entry.Date.Year == year)
            {
                sum += entry.Amount ?? (entry.Count!.Value * mortgage.Contract.FindTariff(entry.Item)!.Amount);
            }
        }

        return sum;
    }

    private decimal ComputeWorth(int i, decimal value, decimal city)
    {
        var (sign, isGap, isCost, _, baseline, cityBaseline, step, amount) = rules[i];
        var exact = isCost
            ? ((baseline * city / cityBaseline) - value) * amount / 100
            : decimal.Truncate((isGap ? (sign * (baseline - cityBaseline)) - (sign * (value - city)) : sign * (baseline - value)) / step) * amount;
        return Math.Round(exact, 2, MidpointRounding.AwayFromZero);
    }
}

/// <summary>Common members of the rules, which have no common type for them.</summary>
internal static class Frozen
{
    /// <summary>Gets the city's value at the baseline, or null for a rule that does not use the city.</summary>
    public static decimal? FrozenCity(this PricedIndicator rule) => rule switch
    {
        GapIndicator gap => gap.CityBaseline,
        RelativeToCityIndicator relative => relative.CityBaseline,
        _ => null,
    };
}
