using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.SocialMortgage.Repayment;

/// <summary>The sentences that explain an indicator's credit to residents, with the sum written out.</summary>
internal static class IndicatorText
{
    /// <summary>Explains the outcome of a year.</summary>
    public static BilingualText Explain(IndicatorYear year) => year.State switch
    {
        LineState.ToBeDetermined => ExplainToBeDetermined((ToBeDeterminedIndicator)year.Rule),
        LineState.Unresolved => ExplainUnresolved((UnresolvedIndicator)year.Rule),
        LineState.Suppressed => new(
            "Dit cijfer wordt niet getoond, omdat het over te weinig mensen gaat. Er wordt nu niets bijgeschreven.",
            "This figure is not shown because it is about too few people. Nothing is credited now."),
        LineState.MissingInput when year.IsImplausible => new(
            $"Met de cijfers over {year.Period} komt de regel op meer dan 1 miljard euro. Het cijfer of de regel klopt niet. Er wordt nu niets bijgeschreven.",
            $"With the figures for {year.Period} the rule comes to more than 1 billion euros. The figure or the rule is wrong. Nothing is credited now."),
        LineState.MissingInput => ExplainMissing(year),
        _ => new BilingualText(Join(ExplainSum(year, NumberFormatter.Nl), DescribeBooking(year, dutch: true)),
            Join(ExplainSum(year, NumberFormatter.En), DescribeBooking(year, dutch: false))),
    };

    private static BilingualText ExplainToBeDetermined(ToBeDeterminedIndicator rule) => new(
        Join("Er is nog niet afgesproken wat een verbetering waard is (nader te bepalen).", rule.Note?.Nl),
        Join("What an improvement is worth is still to be agreed.", rule.Note?.En));

    private static BilingualText ExplainUnresolved(UnresolvedIndicator rule) => new(
        $"De regel luidt '{rule.AsWritten}'. Dat kan betekenen: {string.Join("; ", rule.Readings.Select(r => r.Nl))}. Tot daaruit is gekozen, wordt er niets bijgeschreven.",
        $"The rule reads '{rule.AsWritten}'. That can mean: {string.Join("; ", rule.Readings.Select(r => r.En))}. Until one is chosen, nothing is credited.");

    private static BilingualText ExplainMissing(IndicatorYear year)
    {
        var own = year.Own?.Value.State == ObservedState.Known;
        var city = year.Rule is OwnValueIndicator || year.City?.Value.State == ObservedState.Known;
        return (own, city) switch
        {
            (true, false) => ExplainOneMissing("de stad", "the city", year),
            (false, true) => ExplainOneMissing("de buurt", "the neighbourhood", year),
            _ => new BilingualText(
                $"De cijfers van de buurt en de stad over {year.Period} ontbreken. Er wordt nu niets bijgeschreven.",
                $"The figures of the neighbourhood and the city for {year.Period} are missing. Nothing is credited now."),
        };
    }

    private static BilingualText ExplainOneMissing(string nl, string en, IndicatorYear year) => new(
        $"Het cijfer van {nl} over {year.Period} ontbreekt. Er wordt nu niets bijgeschreven.",
        $"The figure of {en} for {year.Period} is missing. Nothing is credited now.");

    private static string ExplainSum(IndicatorYear year, NumberFormatter text) => year.Rule switch
    {
        GapIndicator rule => DescribeSteps(DescribeGapMove(year, text), rule, year, text),
        OwnValueIndicator rule => DescribeSteps(DescribeOwnMove(rule, year, text), rule, year, text),
        RelativeToCityIndicator rule => CostText.Explain(rule, year, text),
        _ => throw new ArgumentOutOfRangeException(nameof(year), year.Rule, "There is no text for this rule."),
    };

    private static string DescribeGapMove(IndicatorYear year, NumberFormatter text)
    {
        var (from, to) = (year.Valuation!["gap-baseline"], year.Valuation["gap"]);
        if (from >= 0 && to >= 0)
        {
            var shown = text.FormatDifference(to, year.Indicator.Unit, year.Indicator.Decimals);
            return $"{text.Localize("De achterstand op de stad", "The gap to the city")} {DescribeMove(from, to, year.Indicator, text, shown)}";
        }

        return text.Localize(
            $"De buurt stond bij de nulmeting {DescribeGap(from, year.Indicator, text)} de stad en staat nu {DescribeGap(to, year.Indicator, text)} de stad",
            $"The neighbourhood stood {DescribeGap(from, year.Indicator, text)} the city at the baseline and stands {DescribeGap(to, year.Indicator, text)} the city now");
    }

    private static string DescribeGap(decimal gap, Indicator indicator, NumberFormatter text)
    {
        var size = text.FormatDifference(Math.Abs(gap), indicator.Unit, indicator.Decimals);
        return gap == 0 ? text.Localize("gelijk met", "level with")
            : gap < 0 ? text.Localize($"{size} gunstiger dan", $"{size} more favourable than")
            : text.Localize($"{size} minder gunstig dan", $"{size} less favourable than");
    }

    private static string DescribeOwnMove(OwnValueIndicator rule, IndicatorYear year, NumberFormatter text)
    {
        var value = year.Own!.Value.Number!.Value;
        var to = text.FormatValue(value, year.Indicator.Unit, year.Indicator.Decimals);
        return $"{text.Localize("Het cijfer", "The figure")} {DescribeMove(rule.Baseline, value, year.Indicator, text, to)}";
    }

    private static string DescribeMove(decimal from, decimal to, Indicator indicator, NumberFormatter text, string shownTo)
    {
        var shownFrom = indicator.IsMoney ? text.FormatEuro(from) : text.FormatFixed(from, indicator.Decimals);
        return from == to ? $"{text.Localize("bleef", "stayed at")} {shownTo}"
            : $"{(to < from ? text.Localize("daalde van", "fell from") : text.Localize("steeg van", "rose from"))} {shownFrom} {text.Localize("naar", "to")} {shownTo}";
    }

    private static string DescribeSteps(string move, SteppedIndicator rule, IndicatorYear year, NumberFormatter text)
    {
        var (steps, improvement, worth) = (year.Valuation!["steps"], year.Valuation["improvement"], year.Valuation.Euros.Value);
        var size = rule.StepUnit == StepUnit.Relative
            ? $"{text.Format(rule.Step)} {text.Localize("procent van de nulmeting", "percent of the baseline")}"
            : text.FormatStep(rule.Step, year.Indicator.Unit);
        var count = Math.Abs(steps);
        var counted = $"{text.Format(count, 2)} {(count == 1 ? text.Localize("stap", "step") : text.Localize("stappen", "steps"))} {text.Localize("van", "of")} {size}";
        var sum = $"{counted} × {text.FormatEuro(rule.Amount)} = {text.FormatEuro(Math.Abs(worth))}";
        return (steps, improvement) switch
        {
            (0, 0) => text.Localize($"{move}. Dat is geen verbetering en geen verslechtering.", $"{move}. That is neither better nor worse."),
            (0, > 0) => text.Localize($"{move}. Dat is beter, maar nog geen hele stap van {size}.",
                $"{move}. That is better, but not a whole step of {size} yet."),
            (0, < 0) => text.Localize($"{move}. Dat is slechter, maar geen hele stap van {size}.", $"{move}. That is worse, but not a whole step of {size}."),
            ( > 0, _) => $"{move}: {sum}.",
            _ when rule.Worsening == WorseningRule.FloorAtZero =>
                text.Localize($"{move}. Dat is een verslechtering van {counted}.", $"{move}. That is a worsening of {counted}."),
            _ => text.Localize($"{move}. Dat is een verslechtering: {sum} eraf.", $"{move}. That is a worsening: {sum} is deducted."),
        };
    }

    private static string? DescribeBooking(IndicatorYear year, bool dutch)
    {
        var text = dutch ? NumberFormatter.Nl : NumberFormatter.En;
        List<string> parts = [];
        if (year.Valuation!.Figures.TryGetValue("gap-counted", out var counted) && counted != year.Valuation["gap"])
        {
            parts.Add(text.Localize("Verbetering voorbij de stad telt niet mee.", "Improvement beyond the city does not count."));
        }

        parts.AddRange(DescribeBookings(year, text));
        return parts.Count == 0 ? null : string.Join(' ', parts);
    }

    private static IEnumerable<string> DescribeBookings(IndicatorYear year, NumberFormatter text)
    {
        var (credit, worth, rule) = (year.Credit!, year.Valuation!.Euros.Value, (PricedIndicator)year.Rule);
        if (rule.Basis == PaymentBasis.Once && credit.Before != 0)
        {
            yield return credit.Before > 0
                ? text.Localize($"Eerder bijgeschreven: {text.FormatEuro(credit.Before)}.", $"Credited before: {text.FormatEuro(credit.Before)}.")
                : text.Localize($"Eerder afgetrokken: {text.FormatEuro(-credit.Before)}.",
                    $"Deducted before: {text.FormatEuro(-credit.Before)}.");
        }

        if (worth < 0 && rule.Worsening == WorseningRule.FloorAtZero)
        {
            yield return text.Localize("Een verslechtering wordt niet afgetrokken.", "A worsening is not deducted.");
        }

        if (credit.Euros != credit.Uncapped)
        {
            yield return text.Localize("Het afgesproken maximum is bereikt.", "The agreed maximum is reached.");
        }

        if (year.Amount is { } amount && (amount != worth || worth < 0))
        {
            yield return amount switch
            {
                0 => text.Localize("Dit jaar wordt niets bijgeschreven.", "Nothing is credited this year."),
                < 0 => text.Localize($"Dit jaar afgetrokken: {text.FormatEuro(-amount)}.", $"Deducted this year: {text.FormatEuro(-amount)}."),
                _ => text.Localize($"Dit jaar bijgeschreven: {text.FormatEuro(amount)}.", $"Credited this year: {text.FormatEuro(amount)}."),
            };
        }
    }

    private static string Join(string first, string? second) => string.IsNullOrEmpty(second) ? first : $"{first} {second}";
}
