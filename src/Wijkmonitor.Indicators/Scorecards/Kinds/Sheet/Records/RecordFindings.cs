using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Records;

/// <summary>The findings about records of a sheet.</summary>
internal static class RecordFindings
{
    private const int MaxNamed = 30;

    /// <summary>Creates the findings about its records.</summary>
    public static IEnumerable<Finding> Create(SheetRecords records, SheetRules rules, string title, int year)
    {
        var asOf = records.GetReferenceDate(year);
        yield return new Finding("as-of", FindingSeverity.Information, [], new(
            $"{title}: gegevens tot en met {NumberFormatter.Nl.FormatDay(asOf)}.", $"{title}: data up to and including {NumberFormatter.En.FormatDay(asOf)}."));
        var known = string.Join(", ", rules.Inputs.Where(input => input.Table is null).Select(input => input.Code));
        foreach (var record in Select(records.WithUnknownInput, year))
        {
            yield return Create("input-unknown", record, new(
                $"'{record.GetText("input")}' is geen invoer van deze regels en telt niet mee: {{0}}, kolom 'input'. Gebruik een van: {known}.",
                $"'{record.GetText("input")}' is no input of these rules and does not count: {{0}}, column 'input'. Use one of: {known}."));
        }

        foreach (var record in Select(records.OutOfRange, year))
        {
            var input = rules.FindInput(record.GetText("input")!)!;
            yield return Create("out-of-range", record, BothLanguages.Write(text => text.Localize(
                $"'{input.Label.Nl}' moet liggen tussen {text.Format(input.Low!.Value)} en {text.Format(input.High!.Value)}, met 'low' niet boven 'high'; dit getal telt niet mee: {{0}}.",
                $"'{input.Label.En}' must be between {text.Format(input.Low!.Value)} and {text.Format(input.High!.Value)}, with 'low' not above 'high'; this number does not count: {{0}}.")));
        }

        foreach (var record in Select(records.WithValueAndRange, year))
        {
            yield return Create("value-and-range", record, new(
                "Er is een waarde en een ondergrens of bovengrens: {0}. De grenzen tellen, want van een bereik wordt geen midden genomen. Laat 'value' of de grenzen leeg.",
                "There is a value and a lower or upper limit: {0}. The limits count, as no middle is taken of a range. Leave 'value' or the limits empty."));
        }

        if (records.HasMoreReadings(year))
        {
            yield return new Finding("more-readings", FindingSeverity.Warning, [], new(
                "De invoer is op meer manieren te lezen dan er zijn uitgerekend. Kies voor elke invoer één regel.",
                "The inputs can be read in more ways than were computed. Choose one row for each input."));
        }

        foreach (var (counted, other) in records.Differing.Where(pair => pair.Counted.Date.Year <= year).Take(MaxNamed))
        {
            var (first, second) = (DescribePlace(counted), DescribePlace(other));
            yield return new Finding("source-differs", FindingSeverity.Warning, [], new(
                $"Twee bronnen verschillen over hetzelfde: {first.Nl} telt, {second.Nl} niet. Laat één van beide verbeteren.",
                $"Two sources differ about the same thing: {first.En} counts, {second.En} does not. Have one of them corrected."));
        }
    }

    private static IEnumerable<AreaRecord> Select(IEnumerable<AreaRecord> records, int year) =>
        records.Where(record => record.Date.Year <= year).Take(MaxNamed);

    private static Finding Create(string code, AreaRecord record, BilingualText sentence)
    {
        var place = DescribePlace(record);
        return new(code, FindingSeverity.Warning, [], new(
            sentence.Nl.Replace("{0}", place.Nl, StringComparison.Ordinal), sentence.En.Replace("{0}", place.En, StringComparison.Ordinal)));
    }

    private static BilingualText DescribePlace(AreaRecord record) =>
        new($"regel {record.Source.Line} van levering {record.Source.Delivery}", $"line {record.Source.Line} of delivery {record.Source.Delivery}");
}
