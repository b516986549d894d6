using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.SocialMortgage.Repayment;

/// <summary>The sentences that explain the credit of a cost that was avoided.</summary>
internal static class CostText
{
    /// <summary>What the cost was, what it would have been with the city, and the sum.</summary>
    public static string Of(RelativeToCityIndicator rule, IndicatorYear year, FigureText text)
    {
        var worth = year.Worth!;
        var (expected, actual) = (worth["expected"], year.Own!.Value.Number!.Value);
        var perHead = rule.MeasuredAs == CostMeasure.PerHead ? text.Choose(" per inwoner", " per resident") : "";
        return text.Choose(
            $"Bij de nulmeting waren de kosten {text.Euro(rule.Baseline)}{perHead}. {City(worth["city-change-percent"], text)} {text.Euro(expected)} zijn. Het werd {text.Euro(actual)}: ",
            $"At the baseline the cost was {text.Euro(rule.Baseline)}{perHead}. {City(worth["city-change-percent"], text)} {text.Euro(expected)} here. It was {text.Euro(actual)}: ")
            + Saving(rule, worth, expected - actual, text);
    }

    private static string City(decimal change, FigureText text)
    {
        var percent = $"{text.Short(Math.Abs(change), 1)} %";
        return change switch
        {
            0 => text.Choose("In de stad bleven ze gelijk; dan zou het ook hier", "In the city it stayed the same; that would make it"),
            > 0 => text.Choose($"In de stad stegen ze met {percent}; bij dezelfde stijging zou het hier", $"In the city it rose by {percent}; with the same rise it would be"),
            _ => text.Choose($"In de stad daalden ze met {percent}; bij dezelfde daling zou het hier", $"In the city it fell by {percent}; with the same fall it would be"),
        };
    }

    private static string Saving(RelativeToCityIndicator rule, IndicatorWorth worth, decimal one, FigureText text)
    {
        var (saving, euros) = (Math.Abs(worth["saving"]), worth.Euros.Value);
        var heads = rule.MeasuredAs == CostMeasure.PerHead
            ? text.Choose($"voor {text.Short(worth["heads"])} inwoners samen ", $"for {text.Short(worth["heads"])} residents together ")
            : "";
        var sum = $"{text.Short(rule.SharePercent)} % x {text.Euro(saving)} = {text.Euro(Math.Abs(euros))}";
        return one switch
        {
            0 => text.Choose("precies dat bedrag.", "just that."),
            > 0 => text.Choose($"{heads}{text.Euro(saving)} minder. {sum}.", $"{heads}{text.Euro(saving)} less. {sum}."),
            _ when rule.Worsening == WorseningRule.FloorAtZero => text.Choose($"{heads}{text.Euro(saving)} meer.", $"{heads}{text.Euro(saving)} more."),
            _ => text.Choose($"{heads}{text.Euro(saving)} meer. {sum} in mindering.", $"{heads}{text.Euro(saving)} more. {sum} to be deducted."),
        };
    }
}
