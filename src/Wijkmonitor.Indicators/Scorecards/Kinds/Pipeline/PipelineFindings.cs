using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Counts;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Lines;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline;

/// <summary>The findings of a pipeline.</summary>
internal static class PipelineFindings
{
    private const int MaxNamed = 30;

    /// <summary>Adds the findings.</summary>
    public static void Add(PipelineCard card, PipelineRecords records)
    {
        card.Builder.AsOf = card.Counts.AsOf;
        var (nl, en) = (NumberFormatter.Nl.FormatDay(card.Counts.AsOf), NumberFormatter.En.FormatDay(card.Counts.AsOf));
        card.Builder.AddFinding(new Finding("as-of", FindingSeverity.Information, [], new(
            $"{card.Title}: geteld tot en met {nl}.", $"{card.Title}: counted up to and including {en}.")));
        AddOverCapacity(card);
        AddLate(card);
        AddOrder(card);
        AddPace(card);
        card.Builder.AddFinding("suppressed", FindingSeverity.Information, line => line.State == LineState.Suppressed,
            "Deze aantallen worden niet getoond: ze gaan over te weinig mensen of woningen, of zulke aantallen volgen eruit.",
            "These numbers are not shown: they are about too few people or homes, or such numbers follow from them.");
        var approximate = card.Rules.Stated.Where(stated => stated.IsApproximate).Select(stated => stated.Code);
        card.Builder.AddFinding("approximate", FindingSeverity.Information, approximate,
            "De bron noemt deze cijfers bij benadering.", "The source gives these figures approximately.");
        AddRecords(card, records);
    }

    private static void AddOverCapacity(PipelineCard card)
    {
        if (card.Rules.Capacity is { } capacity && PaceLines.GetUses(card, capacity).Where(used => used.Use > 100).ToList() is { Count: > 0 } over)
        {
            var isShown = PaceLines.CanShowUses(card, capacity);
            string Describe(string period, string use) => isShown ? $"{period} ({use}%)" : period;
            card.Builder.AddFinding(new Finding("over-capacity", FindingSeverity.Warning, ["capacity-use"], Write(
                string.Join(", ", over.Select(used => Describe(used.Period.Label.Nl, NumberFormatter.Nl.FormatFixed(used.Use, 1)))),
                string.Join(", ", over.Select(used => Describe(used.Period.Label.En, NumberFormatter.En.FormatFixed(used.Use, 1)))),
                list => $"Er kwamen meer binnen dan er plaats was: {list}.", list => $"More came in than there was room for: {list}.")));
        }
    }

    private static void AddLate(PipelineCard card)
    {
        card.Builder.AddFinding("late", FindingSeverity.Warning, line => line.Figures.TryGetValue("late", out var late) && late > 0,
            "Bij sommige is het te laat voor wat is afgesproken.", "Some are late for what was agreed.");
        if (card.Rules.Coverage is { } coverage
            && card.Counts.SplitByLately(coverage.Stage, card.Counts.AsOf.AddDays(1).AddMonths(-coverage.Months).AddDays(-1)).Others is { Count: > 0 } others)
        {
            List<BilingualText> labels = [.. others.Select(card.GetSegmentLabel).OrderBy(label => label.Nl, StringComparer.Ordinal)];
            card.Builder.AddFinding(new Finding("late", FindingSeverity.Warning, ["coverage"], Write(
                Join(labels.Select(label => label.Nl)), Join(labels.Select(label => label.En)),
                list => $"Langer geleden dan is afgesproken: {list}.", list => $"Longer ago than agreed: {list}.")));
        }
    }

    // More can be at a stage than at the one before it only where records are wrong. It is said, and nothing is corrected.
    private static void AddOrder(PipelineCard card)
    {
        foreach (var segment in card.Counts.Segments.Prepend(""))
        {
            foreach (var stage in card.Rules.AllStages.Where(stage => stage.Previous is not null))
            {
                if (card.FindShown(stage.Code, segment) is { } reached && card.FindShown(stage.Previous!, segment) is { } before && reached > before)
                {
                    AddOrder(card, stage, segment, reached, before);
                }
            }
        }
    }

    private static void AddOrder(PipelineCard card, PipelineStage stage, string segment, decimal reached, decimal before)
    {
        var previous = card.Rules.Find(stage.Previous!)!.Label;
        var place = card.Counts.Get(segment).GetRows(stage.Code).Last().Record;
        var label = card.GetSegmentLabel(segment);
        var suffix = segment.Length == 0 ? new BilingualText("", "") : new BilingualText($" ({label.Nl})", $" ({label.En})");
        card.Builder.AddFinding(new Finding("order", FindingSeverity.Warning, [stage.Code, stage.Previous!], new(
            $"Bij '{stage.Label.Nl}' zijn er {NumberFormatter.Nl.Format(reached)} en bij '{previous.Nl}', de stap ervoor, {NumberFormatter.Nl.Format(before)}{suffix.Nl}. Er is niets verbeterd. Kijk de kolom 'entered' na, tot en met {DescribePlace(place).Nl}.",
            $"There are {NumberFormatter.En.Format(reached)} at '{stage.Label.En}' and {NumberFormatter.En.Format(before)} at '{previous.En}', the stage before it{suffix.En}. Nothing was corrected. Check the column 'entered', up to {DescribePlace(place).En}.")));
    }

    private static void AddPace(PipelineCard card)
    {
        List<ScorecardLine> forecasts = [.. card.Builder.Lines.Where(line => line.Code.StartsWith("forecast-", StringComparison.Ordinal))];
        card.Builder.AddFinding("no-rate", FindingSeverity.Warning, forecasts
            .Where(line => line.Explanation == PipelineText.NoRate || line.Explanation == PipelineText.WindowIncomplete).Select(line => line.Code),
            "Er is geen tempo, en dus geen duur.", "There is no rate, and so no duration.");
        if (card.Counts.IsShort)
        {
            var (used, asked) = (card.Counts.WindowLength, card.Rules.RateOver!.Value);
            card.Builder.AddFinding("short-period", FindingSeverity.Information, forecasts.Where(line => line.Value is not null).Select(line => line.Code),
                $"Het tempo is over {used} in plaats van {asked} perioden genomen: meer zijn er nog niet.",
                $"The rate is taken over {used} instead of {asked} periods: there are no more yet.");
        }

        card.Builder.AddFinding("quota-behind", FindingSeverity.Warning, line => line.Code == "quota" && line.Value < line.Reference,
            "Het zijn er minder dan past bij het deel van het jaar dat voorbij is.", "There are fewer than would fit the part of the year that has passed.");
    }

    private static void AddRecords(PipelineCard card, PipelineRecords records)
    {
        var known = string.Join(", ", card.Rules.AllStages.Select(stage => stage.Code));
        foreach (var record in records.WithUnknownStage.Where(record => record.Date.Year <= card.Counts.Year).Take(MaxNamed))
        {
            var place = DescribePlace(record);
            card.Builder.AddFinding(new Finding("stage-unknown", FindingSeverity.Warning, [], new(
                $"'{record.GetText("stage")}' is geen stap van deze regels en telt niet mee: {place.Nl}, kolom 'stage'. Gebruik een van: {known}.",
                $"'{record.GetText("stage")}' is no stage of these rules and does not count: {place.En}, column 'stage'. Use one of: {known}.")));
        }

        var form = PeriodGranularityNames.GetForm(card.Rules.Period);
        foreach (var record in records.WithOtherPeriod.Where(record => record.Date.Year <= card.Counts.Year).Take(MaxNamed))
        {
            var place = DescribePlace(record);
            card.Builder.AddFinding(new Finding("period-differs", FindingSeverity.Warning, [], new(
                $"'{record.GetText("period")}' is een andere periode dan waarin deze regels tellen, en telt niet mee: {place.Nl}, kolom 'period'. Schrijf {form.Nl}.",
                $"'{record.GetText("period")}' is another period than these rules count in, and does not count: {place.En}, column 'period'. Write {form.En}.")));
        }

        foreach (var (counted, other) in records.Differing.Where(pair => pair.Counted.Date.Year <= card.Counts.Year).Take(MaxNamed))
        {
            var (first, second) = (DescribePlace(counted), DescribePlace(other));
            card.Builder.AddFinding(new Finding("source-differs", FindingSeverity.Warning, [counted.GetText("stage")!], new(
                $"Twee bronnen verschillen over dezelfde telling: {first.Nl} telt, {second.Nl} niet. Laat één van beide verbeteren.",
                $"Two sources differ about the same count: {first.En} counts, {second.En} does not. Have one of them corrected.")));
        }
    }

    private static BilingualText DescribePlace(AreaRecord record) =>
        new($"regel {record.Source.Line} van levering {record.Source.Delivery}", $"line {record.Source.Line} of delivery {record.Source.Delivery}");

    private static string Join(IEnumerable<string> labels) => string.Join(", ", labels);

    private static BilingualText Write(string nl, string en, Func<string, string> inDutch, Func<string, string> inEnglish) =>
        new(inDutch(nl), inEnglish(en));
}
