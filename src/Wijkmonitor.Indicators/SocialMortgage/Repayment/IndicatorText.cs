using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.SocialMortgage.Repayment;

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
        var city = year.Rule is OwnValueIndicator || year.City?.Value.State == ObservedState.Known;
        return (own, city) switch
        {
            (true, false) => OneMissing("de stad", "the city", year),
            (false, true) => OneMissing("de buurt", "the neighbourhood", year),
            _ => new BilingualText(
                $"De cijfers van de buurt en de stad over {year.Period} ontbreken. Er wordt nu niets bijgeschreven.",
                $"The figures of the neighbourhood and the city for {year.Period} are missing. Nothing is credited now."),
        };
    }

    private static BilingualText OneMissing(string nl, string en, IndicatorYear year) => new(
        $"Het cijfer van {nl} over {year.Period} ontbreekt. Er wordt nu niets bijgeschreven.", $"The figure of {en} for {year.Period} is missing. Nothing is credited now.");

    private static string Sum(IndicatorYear year, FigureText text) => year.Rule switch
    {
        GapIndicator rule => Steps(GapMove(year, text), rule, year, text),
        OwnValueIndicator rule => Steps(OwnMove(rule, year, text), rule, year, text),
        RelativeToCityIndicator rule => CostText.Of(rule, year, text),
        _ => throw new ArgumentOutOfRangeException(nameof(year), year.Rule, "There is no text for this rule."),
    };

    private static string GapMove(IndicatorYear year, FigureText text)
    {
        var (from, to) = (year.Worth!["gap-baseline"], year.Worth["gap"]);
        if (from >= 0 && to >= 0)
        {
            var shown = text.Difference(to, year.Indicator.Unit, year.Indicator.Decimals);
            return $"{text.Choose("De achterstand op de stad", "The gap with the city")} {Move(from, to, year.Indicator, text, shown)}";
        }

        return text.Choose(
            $"De buurt stond bij de nulmeting {Standing(from, year.Indicator, text)} de stad en staat nu {Standing(to, year.Indicator, text)} de stad",
            $"The neighbourhood stood {Standing(from, year.Indicator, text)} the city at the baseline and stands {Standing(to, year.Indicator, text)} the city now");
    }

    private static string Standing(decimal gap, Indicator indicator, FigureText text)
    {
        var size = text.Difference(Math.Abs(gap), indicator.Unit, indicator.Decimals);
        return gap == 0 ? text.Choose("gelijk met", "level with")
            : gap < 0 ? text.Choose($"{size} gunstiger dan", $"{size} better than") : text.Choose($"{size} ongunstiger dan", $"{size} worse than");
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

    private static string Steps(string move, SteppedIndicator rule, IndicatorYear year, FigureText text)
    {
        var (steps, improvement, worth) = (year.Worth!["steps"], year.Worth["improvement"], year.Worth.Euros.Value);
        var size = rule.StepUnit == StepUnit.Relative
            ? $"{text.Short(rule.Step)} {text.Choose("procent van de nulmeting", "percent of the baseline")}"
            : text.Step(rule.Step, year.Indicator.Unit);
        var count = Math.Abs(steps);
        var counted = $"{text.Short(count, 2)} {(count == 1 ? text.Choose("stap", "step") : text.Choose("stappen", "steps"))} {text.Choose("van", "of")} {size}";
        var sum = $"{counted} x {text.Euro(rule.Amount)} = {text.Euro(Math.Abs(worth))}";
        return (steps, improvement) switch
        {
            (0, 0) => text.Choose($"{move}. Dat is geen verbetering en geen verslechtering.", $"{move}. That is neither better nor worse."),
            (0, > 0) => text.Choose($"{move}. Dat is beter, maar nog geen hele stap van {size}.", $"{move}. That is better, but not a whole step of {size} yet."),
            (0, < 0) => text.Choose($"{move}. Dat is slechter, maar geen hele stap van {size}.", $"{move}. That is worse, but not a whole step of {size}."),
            ( > 0, _) => $"{move}: {sum}.",
            _ when rule.Worsening == WorseningRule.FloorAtZero => text.Choose($"{move}. Dat is een verslechtering van {counted}.", $"{move}. That is a worsening of {counted}."),
            _ => text.Choose($"{move}. Dat is een verslechtering: {sum} in mindering.", $"{move}. That is a worsening: {sum} to be deducted."),
        };
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
            yield return credit.Before > 0
                ? text.Choose($"Eerder bijgeschreven: {text.Euro(credit.Before)}.", $"Credited before: {text.Euro(credit.Before)}.")
                : text.Choose($"Eerder per saldo in mindering gebracht: {text.Euro(-credit.Before)}.", $"Deducted before, on balance: {text.Euro(-credit.Before)}.");
        }

        if (worth < 0 && rule.Worsening == WorseningRule.FloorAtZero)
        {
            yield return text.Choose("Een verslechtering wordt niet afgetrokken.", "A worsening is not deducted.");
        }

        if (credit.Euros != credit.Uncapped)
        {
            yield return text.Choose("Het afgesproken maximum is bereikt.", "The agreed cap is reached.");
        }

        if (year.Amount is { } amount && (amount != worth || worth < 0))
        {
            yield return amount switch
            {
                0 => text.Choose("Dit jaar wordt niets bijgeschreven.", "Nothing is credited this year."),
                < 0 => text.Choose($"Dit jaar in mindering gebracht: {text.Euro(-amount)}.", $"Deducted this year: {text.Euro(-amount)}."),
                _ => text.Choose($"Dit jaar bijgeschreven: {text.Euro(amount)}.", $"Credited this year: {text.Euro(amount)}."),
            };
        }
    }

    private static string Join(string first, string? second) => string.IsNullOrEmpty(second) ? first : $"{first} {second}";
}
