using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.SocialMortgage.Repayment;

/// <summary>The sentences that explain the credit of a cost that was avoided.</summary>
internal static class CostText
{
    /// <summary>Explains the cost, the cost had it followed the city, and the sum.</summary>
    public static string Explain(RelativeToCityIndicator rule, IndicatorYear year, NumberFormatter text)
    {
        var worth = year.Valuation!;
        var (expected, actual) = (worth["expected"], year.Own!.Value.Number!.Value);
        var perHead = rule.MeasuredAs == CostMeasure.PerHead ? text.Localize(" per inwoner", " per resident") : "";
        return text.Localize(
            $"Bij de nulmeting waren de kosten {text.FormatEuro(rule.Baseline)}{perHead}. {DescribeCity(worth["city-change-percent"], text)} {text.FormatEuro(expected)} zijn. Het werd {text.FormatEuro(actual)}: ",
            $"At the baseline the cost was {text.FormatEuro(rule.Baseline)}{perHead}. {DescribeCity(worth["city-change-percent"], text)} {text.FormatEuro(expected)} here. It was {text.FormatEuro(actual)}: ")
            + DescribeSaving(rule, worth, expected - actual, text);
    }

    private static string DescribeCity(decimal change, NumberFormatter text)
    {
        var percent = $"{text.Format(Math.Abs(change), 1)}%";
        return change switch
        {
            0 => text.Localize("In de stad bleven ze gelijk; dan zou het ook hier", "In the city it stayed the same; that would make it"),
            > 0 => text.Localize($"In de stad stegen ze met {percent}; bij dezelfde stijging zou het hier",
                $"In the city it rose by {percent}; with the same rise it would be"),
            _ => text.Localize($"In de stad daalden ze met {percent}; bij dezelfde daling zou het hier",
                $"In the city it fell by {percent}; with the same fall it would be"),
        };
    }

    private static string DescribeSaving(RelativeToCityIndicator rule, IndicatorValuation worth, decimal one, NumberFormatter text)
    {
        var (saving, euros) = (Math.Abs(worth["saving"]), worth.Euros.Value);
        var heads = rule.MeasuredAs == CostMeasure.PerHead
            ? text.Localize($"voor {text.Format(worth["heads"])} inwoners samen ", $"for {text.Format(worth["heads"])} residents together ")
            : "";
        var sum = $"{text.Format(rule.SharePercent)}% × {text.FormatEuro(saving)} = {text.FormatEuro(Math.Abs(euros))}";
        return one switch
        {
            0 => text.Localize("precies dat bedrag.", "exactly that amount."),
            > 0 => text.Localize($"{heads}{text.FormatEuro(saving)} minder. {sum}.", $"{heads}{text.FormatEuro(saving)} less. {sum}."),
            _ when rule.Worsening == WorseningRule.FloorAtZero =>
                text.Localize($"{heads}{text.FormatEuro(saving)} meer.", $"{heads}{text.FormatEuro(saving)} more."),
            _ => text.Localize($"{heads}{text.FormatEuro(saving)} meer. {sum} eraf.", $"{heads}{text.FormatEuro(saving)} more. {sum} is deducted."),
        };
    }
}
