using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Progress;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target;

/// <summary>The findings of a target.</summary>
internal static class TargetFindings
{
    private const int MaxNamed = 30;

    /// <summary>Adds the findings.</summary>
    public static void Add(TargetCard card, TargetRecords records)
    {
        card.Builder.AsOf = card.AsOf;
        var (nl, en) = (NumberFormatter.Nl.FormatDay(card.AsOf), NumberFormatter.En.FormatDay(card.AsOf));
        card.Builder.AddFinding(new Finding(
            "as-of", FindingSeverity.Information, [], new($"{card.Title}: stand op {nl}.", $"{card.Title}: as of {en}.")));
        AddMeasured(card);
        AddPace(card);
        AddTargets(card);
        AddLeading(card);
        card.Builder.AddFinding("suppressed", FindingSeverity.Information, line => line.State == LineState.Suppressed,
            "Deze cijfers worden niet getoond: ze gaan over te weinig mensen of woningen, of zulke aantallen volgen eruit.",
            "These figures are not shown: they are about too few people or homes, or such numbers follow from them.");
        AddRecords(card, records);
    }

    private static void AddMeasured(TargetCard card)
    {
        if (card.Measured is { IsBaseline: true })
        {
            card.Builder.AddFinding("baseline-only", FindingSeverity.Information, ["value"],
                "Sinds het begin is nog niets geteld: dit is de stand van het begin.",
                "Nothing was counted since the start yet: this is the value of the start.");
        }

        card.Builder.AddFinding("lower-bound", FindingSeverity.Information, line => line.Uncertainty == TargetText.AtLeast,
            "Van deze cijfers is alleen een ondergrens bekend.", "Of these figures only a lower limit is known.");
        card.Builder.AddFinding("upper-bound", FindingSeverity.Information, line => line.Uncertainty == TargetText.AtMost,
            "Van deze cijfers is alleen een bovengrens bekend.", "Of these figures only an upper limit is known.");
        if (card.FindShown(card.Measured) is not null && card.Measured?.Record?.GetText("note") is { } note)
        {
            card.Builder.AddFinding(
                "note", FindingSeverity.Information, ["value"], $"Bij deze stand is vermeld: {note}", $"Noted with this value: {note}");
        }
    }

    private static void AddPace(TargetCard card)
    {
        if (card.Months is > 0 and < Duration.MonthsPerYear)
        {
            var months = card.Months.Value;
            card.Builder.AddFinding("short-period", FindingSeverity.Warning,
                line => line is { Code: "pace" or "years-left" or "years-left-last", State: LineState.Valued },
                $"Het tempo is over {TargetText.FormatDuration(NumberFormatter.Nl, months)} gemeten en naar een jaar omgerekend. Zo'n korte tijd zegt weinig over een jaar.",
                $"The pace was measured over {TargetText.FormatDuration(NumberFormatter.En, months)} and converted to a year. Such a short time says little about a year.");
        }

        card.Builder.AddFinding("no-finish", FindingSeverity.Warning, line => line.Explanation == TargetText.NoFinish,
            "In dit tempo komt het doel niet dichterbij.", "At this pace the target does not come closer.");
    }

    private static void AddTargets(TargetCard card)
    {
        if (card.Goals.Count > 1)
        {
            var (first, last, revisions) = (card.Goals[0], card.Goals[^1], card.Goals.Count - 1);
            var lines = card.Builder.Lines.Where(line => line.Theme == TargetText.LastTarget).Select(line => line.Code);
            card.Builder.AddFinding(new Finding("target-revised", FindingSeverity.Warning, [.. lines], BothLanguages.Write(text =>
            {
                var times = revisions == 1
                    ? text.Localize("één keer", "once")
                    : text.Localize($"{text.Format(revisions)} keer", $"{text.Format(revisions)} times");
                return text.Localize(
                    $"Het doel is {times} gewijzigd. Eerst: {Describe(text, first, card)}. Nu: {Describe(text, last, card)}. Het eerste doel blijft de maatstaf; beide staan op de kaart.",
                    $"The target was revised {times}. First: {Describe(text, first, card)}. Now: {Describe(text, last, card)}. The first target stays the yardstick; both are on the card.");
            })));
        }

        card.Builder.AddFinding("behind", FindingSeverity.Warning, line => line is { Code: "on-track" or "on-track-last", Signal: Signal.Red },
            "Het loopt achter bij wat was verwacht, volgens de grens in de regels.",
            "It is behind what was expected, by the limit in the rules.");
    }

    private static void AddLeading(TargetCard card)
    {
        if (card.FindShown(card.Leading, isLeading: true) is not null && card.Measured?.Value is null)
        {
            card.Builder.AddFinding("committed-only", FindingSeverity.Warning, ["leading"],
                "Alleen wat in voorbereiding is, is bekend. Wat klaar is, is niet bekend: het een is niet het ander.",
                "Only what is in preparation is known. What is done is not known: the one is not the other.");
        }
    }

    // A record that does not count gives no scorecard of its own: the last one names it too.
    private static void AddRecords(TargetCard card, TargetRecords records)
    {
        bool IsNamed(AreaRecord record) => record.Date.Year <= card.Year || card.Year == records.Years[^1];
        foreach (var (finding, record) in records.Problems.Where(problem => IsNamed(problem.Record)).Take(MaxNamed))
        {
            var (nl, en) = DescribeProblem(finding, record, card);
            var source = record.Source;
            card.Builder.AddFinding(new Finding(finding, FindingSeverity.Warning, [], new(
                $"Regel {source.Line} van levering {source.Delivery}: {nl}", $"Line {source.Line} of delivery {source.Delivery}: {en}")));
        }

        foreach (var (counted, other) in records.Differing.Where(pair => IsNamed(pair.Counted)).Take(MaxNamed))
        {
            var (first, second) = (counted.Source, other.Source);
            card.Builder.AddFinding(new Finding("source-differs", FindingSeverity.Warning, [], new(
                $"Twee bronnen verschillen over dezelfde dag: regel {first.Line} van levering {first.Delivery} telt, regel {second.Line} van levering {second.Delivery} niet. Laat één van beide verbeteren.",
                $"Two sources differ about the same day: line {first.Line} of delivery {first.Delivery} counts, line {second.Line} of delivery {second.Delivery} does not. Have one of them corrected.")));
        }
    }

    private static (string Nl, string En) DescribeProblem(string finding, AreaRecord record, TargetCard card)
    {
        var known = string.Join(", ", card.Rules.Segments.Select(segment => segment.Code));
        var remedy = known.Length == 0
            ? new BilingualText("Laat de kolom 'segment' leeg.", "Leave the column 'segment' empty.")
            : new BilingualText($"Gebruik een van: {known}; alleen bij een gemeten stand.", $"Use one of: {known}; for a measured value only.");
        return finding switch
        {
            "segment-unknown" => (
                $"'{record.GetText("segment")}' is hier geen groep en telt niet mee. {remedy.Nl}",
                $"'{record.GetText("segment")}' is no segment here and does not count. {remedy.En}"),
            "target-incomplete" => (
                "een gewijzigd doel zonder waarde, of met een onmogelijke datum, telt niet mee. Kijk de kolommen 'value' en 'target_date' na.",
                "a revised target without a value, or with an impossible date, does not count. Check the columns 'value' and 'target_date'."),
            "negative-count" => (
                "een aantal kan niet onder nul zijn; de regel telt niet mee. Kijk de kolommen 'value', 'low' en 'high' na.",
                "a number cannot be below zero; the row does not count. Check the columns 'value', 'low' and 'high'."),
            "leading-unknown" => (
                "deze regels kennen niets dat in voorbereiding is; de regel telt niet mee. Kijk de kolom 'kind' na.",
                "these rules have nothing that is in preparation; the row does not count. Check the column 'kind'."),
            "range-reversed" => (
                "'low' is hoger dan 'high'; de regel telt niet mee. Wissel beide om.", "'low' is above 'high'; the row does not count. Swap both."),
            "measured-elsewhere" => (
                $"de stand komt uit de indicator '{card.Rules.Indicator}'; deze regel telt niet mee.",
                $"the value comes from the indicator '{card.Rules.Indicator}'; this row does not count."),
            "before-baseline" => (
                "deze dag ligt voor het begin dat de regels kiezen; de regel telt niet mee.",
                "this day is before the start that the rules choose; the row does not count."),
            _ => (
                "er is een waarde en een ondergrens of bovengrens. De grenzen tellen, want van een bereik wordt geen midden genomen. Laat 'value' of de grenzen leeg.",
                "there is a value and a lower or upper limit. The limits count, as no middle is taken of a range. Leave 'value' or the limits empty."),
        };
    }

    private static string Describe(NumberFormatter text, Goal goal, TargetCard card)
    {
        var value = text.FormatQuantity(goal.Value, card.Rules.Unit);
        return goal.Date is { } date
            ? text.Localize($"{value} op {text.FormatDay(date)}", $"{value} by {text.FormatDay(date)}")
            : text.Localize($"{value}, zonder datum", $"{value}, without a date");
    }
}
