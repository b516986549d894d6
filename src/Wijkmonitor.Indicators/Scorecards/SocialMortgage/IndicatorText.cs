using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Wording;

namespace Wijkmonitor.Indicators.Scorecards.SocialMortgage;

/// <summary>The sentences that explain an indicator's credit to residents, with the sum written out.</summary>
internal static class IndicatorText
{
    /// <summary>How the outcome of a year came about.</summary>
    public static BilingualText Explain(IndicatorYear year) => year.State switch
    {
        LineState.ToBeDetermined => ToBeDetermined((ToBeDeterminedIndicator)year.Rule),
        LineState.Unresolved => Unresolved((UnresolvedIndicator)year.Rule),
        LineState.Suppressed => new(
            "Dit cijfer wordt niet getoond, omdat het over te weinig mensen gaat. Er wordt nu niets bijgeschreven.",
            "This figure is not shown because it is about too few people. Nothing is credited now."),
        LineState.MissingInput => Missing(year),
        _ => new BilingualText(Join(Sum(year, FigureText.Nl), Booking(year, dutch: true)), Join(Sum(year, FigureText.En), Booking(year, dutch: false))),
    };

    private static BilingualText ToBeDetermined(ToBeDeterminedIndicator rule) => new(
        Join("Er is nog niet afgesproken wat een verbetering waard is (nader te bepalen).", rule.Note?.Nl),
        Join("What an improvement is worth is still to be agreed.", rule.Note?.En));

    private static BilingualText Unresolved(UnresolvedIndicator rule) => new(
        $"De regel luidt '{rule.AsWritten}'. Dat kan betekenen: {string.Join("; ", rule.Readings.Select(r => r.Nl))}. Zolang dat niet is gekozen, wordt er niets bijgeschreven.",
        $"The rule reads '{rule.AsWritten}'. That can mean: {string.Join("; ", rule.Readings.Select(r => r.En))}. Until one is chosen nothing is credited.");

    private static BilingualText Missing(IndicatorYear year)
    {
        var own = year.Own?.Value.State == ObservedState.Known;
        var (nl, en) = (own, year.Rule is OwnValueIndicator || year.City?.Value.State == ObservedState.Known) switch
        {
            (true, false) => ("de stad", "the city"),
            (false, true) => ("de buurt", "the neighbourhood"),
            _ => ("de buurt en de stad", "the neighbourhood and the city"),
        };
        return new BilingualText(
            $"Het cijfer van {nl} over {year.Period} ontbreekt. Er wordt nu niets bijgeschreven.",
            $"The figure of {en} for {year.Period} is missing. Nothing is credited now.");
    }

    private static string Sum(IndicatorYear year, FigureText text) => year.Rule switch
    {
        GapIndicator rule => $"{GapMove(year, text)}: {Steps(rule, year, text)}.",
        OwnValueIndicator rule => $"{OwnMove(rule, year, text)}: {Steps(rule, year, text)}.",
        RelativeToCityIndicator rule => Cost(rule, year, text),
        _ => throw new ArgumentOutOfRangeException(nameof(year), year.Rule, "There is no text for this rule."),
    };

    private static string GapMove(IndicatorYear year, FigureText text)
    {
        var (from, to) = (year.Worth!["gap-baseline"], year.Worth["gap"]);
        var behind = from >= 0 && to >= 0;
        var noun = text.Choose(
            behind ? "De achterstand op de stad" : "Het verschil met de stad (onder nul is gunstiger dan de stad)",
            behind ? "The gap with the city" : "The difference with the city (below zero is more favourable than the city)");
        return $"{noun} {Move(from, to, year.Indicator, text, text.Difference(to, year.Indicator.Unit, year.Indicator.Decimals))}";
    }

    private static string OwnMove(OwnValueIndicator rule, IndicatorYear year, FigureText text)
    {
        var value = year.Own!.Value.Number!.Value;
        var to = text.Value(value, year.Indicator.Unit, year.Indicator.Decimals);
        return $"{text.Choose("Het cijfer", "The figure")} {Move(rule.Baseline, value, year.Indicator, text, to)}";
    }

    private static string Move(decimal from, decimal to, Indicator indicator, FigureText text, string shownTo)
    {
        var shownFrom = indicator.IsMoney ? text.Euro(from) : text.Fixed(from, indicator.Decimals);
        return from == to ? $"{text.Choose("bleef", "stayed at")} {shownTo}"
            : $"{(to < from ? text.Choose("daalde van", "fell from") : text.Choose("steeg van", "rose from"))} {shownFrom} {text.Choose("naar", "to")} {shownTo}";
    }

    private static string Steps(SteppedIndicator rule, IndicatorYear year, FigureText text)
    {
        var steps = year.Worth!["steps"];
        var word = steps == 1 ? text.Choose("stap", "step") : text.Choose("stappen", "steps");
        var size = rule.StepUnit == StepUnit.Relative
            ? $"{text.Short(rule.Step)} {text.Choose("procent van de nulmeting", "percent of the baseline")}"
            : text.Step(rule.Step, year.Indicator.Unit);
        return $"{text.Short(steps, 2)} {word} {text.Choose("van", "of")} {size} x {text.Euro(rule.Amount)} = {text.Euro(year.Worth.Euros.Value)}";
    }

    private static string Cost(RelativeToCityIndicator rule, IndicatorYear year, FigureText text)
    {
        var worth = year.Worth!;
        var change = worth["city-change-percent"];
        var (expected, actual) = (text.Euro(worth["expected"]), text.Euro(year.Own!.Value.Number!.Value));
        var percent = $"{text.Short(Math.Abs(change), 1)} %";
        var heads = worth["heads"] == 1 ? "" : text.Choose($" (x {text.Short(worth["heads"])} inwoners)", $" (x {text.Short(worth["heads"])} residents)");
        var sum = $"{text.Short(rule.SharePercent)} % x {text.Euro(worth["saving"])}{heads} = {text.Euro(worth.Euros.Value)}";
        return text.Choose(
            $"Bij de nulmeting waren de kosten {text.Euro(rule.Baseline)}. In de stad was er {(change < 0 ? "een daling" : "een stijging")} van {percent}, daarmee zouden ze {expected} zijn. Het werd {actual}: {sum}.",
            $"At the baseline the cost was {text.Euro(rule.Baseline)}. The city saw a {(change < 0 ? "fall" : "rise")} of {percent}, which would make it {expected}. It was {actual}: {sum}.");
    }

    private static string? Booking(IndicatorYear year, bool dutch)
    {
        var text = dutch ? FigureText.Nl : FigureText.En;
        List<string> parts = [];
        if (year.Worth!.Figures.TryGetValue("gap-counted", out var counted) && counted != year.Worth["gap"])
        {
            parts.Add(text.Choose("Verbetering voorbij de stad telt niet mee.", "Improvement beyond the city does not count."));
        }

        parts.AddRange(Bookings(year, text));
        return parts.Count == 0 ? null : string.Join(' ', parts);
    }

    private static IEnumerable<string> Bookings(IndicatorYear year, FigureText text)
    {
        var (credit, worth, rule) = (year.Credit!, year.Worth!.Euros.Value, (PricedIndicator)year.Rule);
        if (rule.Basis == PaymentBasis.Once && credit.Before != 0)
        {
            yield return text.Choose($"Eerder bijgeschreven: {text.Euro(credit.Before)}.", $"Credited before: {text.Euro(credit.Before)}.");
        }

        if (worth < 0 && rule.Worsening == WorseningRule.FloorAtZero)
        {
            yield return text.Choose("Een verslechtering wordt niet afgetrokken.", "A worsening is not deducted.");
        }

        if (credit.Euros != credit.Uncapped)
        {
            yield return text.Choose("Het afgesproken maximum is bereikt.", "The agreed cap is reached.");
        }

        if (year.Amount != worth)
        {
            yield return text.Choose($"Dit jaar bijgeschreven: {text.Euro(year.Amount ?? 0)}.", $"Credited this year: {text.Euro(year.Amount ?? 0)}.");
        }
    }

    private static string Join(string first, string? second) => string.IsNullOrEmpty(second) ? first : $"{first} {second}";
}
