using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Progress;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Rules;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Cards;

/// <summary>The sentences that explain the lines of a target.</summary>
/// <param name="rules">The rules.</param>
internal sealed class TargetSentences(TargetRules rules)
{
    // Counted from zero upwards, so that "so many of so many" says it.
    private bool IsCountedUp => rules is { Form: MeasureForm.Cumulative, Baseline.Value: 0, Direction: TargetDirection.HigherIsBetter };

    private string Unit => rules.Unit;

    /// <summary>Explains a value.</summary>
    public string ExplainValue(NumberFormatter text, Bounds value, DateOnly day) => text.Localize(
        $"{rules.Measure.Nl}: {FormatBounds(text, value)} op {text.FormatDay(day)}.",
        $"{rules.Measure.En}: {FormatBounds(text, value)} on {text.FormatDay(day)}.");

    /// <summary>Explains the share that is done.</summary>
    public string ExplainDone(NumberFormatter text, Bounds value, decimal target, Bounds done, Bounds rest)
    {
        var (share, to) = (TargetText.FormatPercent(text, done), FormatQuantity(text, target));
        var further = rest.High == 0
            ? text.Localize("het doel is bereikt", "the target was reached")
            : text.Localize($"nog te gaan: {FormatNumber(text, rest)}", $"still to go: {FormatNumber(text, rest)}");
        return IsCountedUp
            ? text.Localize(
                $"{FormatNumber(text, value).Capitalize()} van {to}: {share}; {further}.",
                $"{FormatNumber(text, value).Capitalize()} of {to}: {share}; {further}.")
            : text.Localize(
                $"Van {FormatQuantity(text, rules.Baseline!.Value)} naar {FormatValue(text, value)}, en het doel is {to}: {share} van de weg.",
                $"From {FormatQuantity(text, rules.Baseline!.Value)} to {FormatValue(text, value)}, and the target is {to}: {share} of the way.");
    }

    /// <summary>Explains the pace.</summary>
    public string ExplainPace(NumberFormatter text, Bounds value, decimal months, Bounds pace)
    {
        var (time, perYear) = (TargetText.FormatDuration(text, months), TargetText.FormatPace(text, pace, Unit));
        var annual = months < Duration.MonthsPerYear ? text.Localize(" (omgerekend naar een jaar)", " (converted to a year)") : "";
        return text.Localize(
            $"Van {FormatQuantity(text, rules.Baseline!.Value)} naar {FormatValue(text, value)} in {time}: {perYear} per jaar{annual}.",
            $"From {FormatQuantity(text, rules.Baseline!.Value)} to {FormatValue(text, value)} in {time}: {perYear} a year{annual}.");
    }

    /// <summary>Explains the years that the rest takes.</summary>
    public string ExplainYears(NumberFormatter text, Bounds value, Goal goal, decimal months, Bounds pace, Bounds rest, Bounds years, DateOnly asOf)
    {
        var (time, perYear) = (TargetText.FormatDuration(text, months), TargetText.FormatPace(text, pace, Unit));
        var (to, takes) = (FormatQuantity(text, goal.Value), TargetText.Format(text, years, number => text.Format(number, 1)));
        var sentence = IsCountedUp
            ? text.Localize(
                $"{FormatNumber(text, value).Capitalize()} van {to} in {time}, {perYear} per jaar; de overige {FormatNumber(text, rest)} duren zo nog {takes} jaar.",
                $"{FormatNumber(text, value).Capitalize()} of {to} in {time}, {perYear} a year; at this pace the other {FormatNumber(text, rest)} take another {takes} years.")
            : text.Localize(
                $"Van {FormatQuantity(text, rules.Baseline!.Value)} naar {FormatValue(text, value)} in {time}, {perYear} per jaar; tot {to} duurt het zo nog {takes} jaar.",
                $"From {FormatQuantity(text, rules.Baseline!.Value)} to {FormatValue(text, value)} in {time}, {perYear} a year; at this pace {to} takes another {takes} years.");
        return sentence + TargetText.DescribeFinish(text, asOf, years);
    }

    /// <summary>Explains a target that was reached.</summary>
    public string ExplainReached(NumberFormatter text, decimal target) => text.Localize(
        $"Het doel van {FormatQuantity(text, target)} is bereikt.", $"The target of {FormatQuantity(text, target)} was reached.");

    /// <summary>Explains the pace that is needed.</summary>
    public string ExplainRequired(NumberFormatter text, Bounds rest, decimal monthsLeft, Bounds required, DateOnly until) => text.Localize(
        $"Nog te gaan: {FormatBounds(text, rest)} in {TargetText.FormatDuration(text, monthsLeft)}, tot {text.FormatDay(until)}. Daarvoor is {TargetText.FormatPace(text, required, Unit)} per jaar nodig.",
        $"Still to go: {FormatBounds(text, rest)} in {TargetText.FormatDuration(text, monthsLeft)}, until {text.FormatDay(until)}. That needs {TargetText.FormatPace(text, required, Unit)} a year.");

    /// <summary>Explains what was expected.</summary>
    public string ExplainExpected(NumberFormatter text, decimal expected, decimal value, DateOnly asOf, bool isAlongPath) => text.Localize(
        $"{(isAlongPath ? "Volgens de afgesproken weg" : "Bij een gelijk tempo")} was dit op {text.FormatDay(asOf)} {FormatQuantity(text, Round(value))}: {text.FormatFixed(expected, 1)}% van de weg. Dat is een maatstaf, geen afspraak.",
        $"{(isAlongPath ? "By the agreed path" : "At an even pace")} this was {FormatQuantity(text, Round(value))} on {text.FormatDay(asOf)}: {text.FormatFixed(expected, 1)}% of the way. That is a yardstick, not an agreement.");

    /// <summary>Explains whether it is on track.</summary>
    public static string ExplainOnTrack(NumberFormatter text, Bounds done, decimal expected, Bounds onTrack, DateOnly until) => text.Localize(
        $"{TargetText.FormatPercent(text, done).Capitalize()} van de weg, waar {text.FormatFixed(expected, 1)}% werd verwacht voor het doel van {text.FormatDay(until)}: {TargetText.FormatPercent(text, onTrack)} daarvan.",
        $"{TargetText.FormatPercent(text, done).Capitalize()} of the way, where {text.FormatFixed(expected, 1)}% was expected for the target of {text.FormatDay(until)}: {TargetText.FormatPercent(text, onTrack)} of that.");

    /// <summary>Explains the target as a share of the total.</summary>
    public string ExplainStock(NumberFormatter text, decimal target, decimal stock, decimal share) => text.Localize(
        $"Het doel is {text.Format(target)} van de {FormatQuantity(text, stock)}: {text.FormatFixed(share, 1)}%.",
        $"The target is {text.Format(target)} of the {FormatQuantity(text, stock)}: {text.FormatFixed(share, 1)}%.");

    /// <summary>Explains what runs ahead.</summary>
    public string ExplainLeading(NumberFormatter text, Bounds ahead, DateOnly day, decimal? both, decimal? share)
    {
        var value = text.Localize(
            $"{rules.Leading!.Label.Nl}: {FormatBounds(text, ahead)} op {text.FormatDay(day)}. Dat is nog niet klaar en telt niet mee bij wat klaar is.",
            $"{rules.Leading.Label.En}: {FormatBounds(text, ahead)} on {text.FormatDay(day)}. That is not done yet and does not count as done.");
        return both is { } all && share is { } done
            ? value + text.Localize(
                $" Van de {text.Format(all)} die klaar of in voorbereiding zijn, is {text.FormatFixed(done, 1)}% klaar.",
                $" Of the {text.Format(all)} that are done or in preparation, {text.FormatFixed(done, 1)}% is done.")
            : value;
    }

    /// <summary>Explains the share of what runs ahead.</summary>
    public string ExplainLeadingShare(NumberFormatter text, Bounds ahead, decimal denominator, Bounds share) => text.Localize(
        $"{rules.Leading!.Label.Nl}: {FormatNumber(text, ahead)} van {text.Format(denominator)} ({rules.Leading.WholeLabel!.Nl}), {TargetText.FormatPercent(text, share)}.",
        $"{rules.Leading.Label.En}: {FormatNumber(text, ahead)} of {text.Format(denominator)} ({rules.Leading.WholeLabel!.En}), {TargetText.FormatPercent(text, share)}.");

    /// <summary>Explains what was done for each effort.</summary>
    public string ExplainEffort(NumberFormatter text, Bounds change, decimal months, Bounds perEffort)
    {
        var effort = rules.Effort!;
        var (done, per) = (FormatBounds(text, change).Capitalize(), TargetText.Format(text, perEffort, number => text.Format(number, 2)));
        var (time, with) = (TargetText.FormatDuration(text, months), text.FormatQuantity(effort.Count, effort.Unit));
        return text.Localize(
            $"{done} in {time}, met {with}: {per} per {text.Localize(GetUnitName(effort.Unit))} in die tijd.",
            $"{done} in {time}, with {with}: {per} for each {text.Localize(GetUnitName(effort.Unit))} in that time.");
    }

    /// <summary>Explains the part of the target that a segment has.</summary>
    public string ExplainPart(NumberFormatter text, BilingualText segment, decimal part, decimal target, decimal share) => text.Localize(
        $"Van het doel van {FormatQuantity(text, target)} is {FormatQuantity(text, part)} voor {segment.Nl}: {text.FormatFixed(share, 1)}%.",
        $"Of the target of {FormatQuantity(text, target)} {FormatQuantity(text, part)} is for {segment.En}: {text.FormatFixed(share, 1)}%.");

    /// <summary>Explains the share that agreements can reach.</summary>
    public static string ExplainReachable(NumberFormatter text, string segments, decimal share) => text.Localize(
        $"Met afspraken met {segments} is {text.FormatFixed(share, 1)}% van het doel haalbaar.",
        $"Agreements with {segments} can reach {text.FormatFixed(share, 1)}% of the target.");

    private static BilingualText GetUnitName(string unit) => Vocabulary.Shared.Units[unit].GetCounted(1);

    private static decimal Round(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);

    private static string FormatNumber(NumberFormatter text, Bounds value) => TargetText.Format(text, value, number => text.Format(number));

    // A percentage keeps its sign; of other units the start of a sentence has the unit already.
    private string FormatValue(NumberFormatter text, Bounds value) => Unit == "%" ? FormatBounds(text, value) : FormatNumber(text, value);

    private string FormatBounds(NumberFormatter text, Bounds value) => value.IsExact || value.IsOpen
        ? TargetText.Format(text, value, number => FormatQuantity(text, number))
        : text.Localize(
            $"{text.Format(value.Low!.Value)} tot {FormatQuantity(text, value.High!.Value)}",
            $"{text.Format(value.Low!.Value)} to {FormatQuantity(text, value.High!.Value)}");

    private string FormatQuantity(NumberFormatter text, decimal value) => text.FormatQuantity(value, Unit);
}
