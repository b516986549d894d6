using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Lines;
using Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces;

/// <summary>The findings of observed places.</summary>
internal static class PlaceFindings
{
    private const int MaxNamed = 30;

    /// <summary>Adds the findings.</summary>
    public static void Add(PlaceCard card)
    {
        card.Builder.AsOf = card.AsOf;
        var (nl, en) = (NumberFormatter.Nl.FormatDay(card.AsOf), NumberFormatter.En.FormatDay(card.AsOf));
        card.Builder.AddFinding(new Finding(
            "as-of", FindingSeverity.Information, [], new($"{card.Subject.Title}: stand op {nl}.", $"{card.Subject.Title}: as of {en}.")));
        foreach (var theme in card.Rules.Themes)
        {
            AddRounds(card, theme);
            AddPlaces(card, theme);
        }

        AddRecords(card);
    }

    private static void AddRounds(PlaceCard card, PlaceTheme theme)
    {
        var (held, due) = (RoundLines.CountHeld(card, theme), RoundLines.CountDue(card));
        if (held < due)
        {
            card.Builder.AddFinding(new Finding("rounds-missed", FindingSeverity.Warning, [theme.RoundsCode], BothLanguages.Write(text => text.Localize(
                $"{theme.Label.Nl}: volgens de planning waren er nu {PlaceText.WriteRounds(text, due)} geweest; gehouden zijn er {PlaceText.WriteNumber(text, held)}. Elke dag met een bezoek telt als ronde.",
                $"{theme.Label.En}: by plan there would have been {PlaceText.WriteRounds(text, due)} by now; {PlaceText.WriteNumber(text, held)} were held. Each day with a visit counts as a round."))));
        }
    }

    private static void AddPlaces(PlaceCard card, PlaceTheme theme)
    {
        var places = card.GetPlaces(theme);
        var minRounds = card.Rules.MinRounds;
        card.Builder.AddFinding("few-rounds", FindingSeverity.Information,
            places.Where(place => place.Visits.Count > 0 && place.Visits.Count < minRounds).Select(place => place.LineCode),
            $"Deze plekken zijn minder dan {PlaceText.WriteNumber(NumberFormatter.Nl, minRounds)} keer bezocht. Daar is nog niets van te vinden.",
            $"These places were visited in fewer than {PlaceText.WriteRounds(NumberFormatter.En, minRounds)}. They cannot be judged yet.");
        card.Builder.AddFinding("not-visited", FindingSeverity.Information, places.Where(place => place.Visits.Count == 0).Select(place => place.LineCode),
            "Deze plekken zijn dit jaar niet bezocht. Dat is iets anders dan schoon.",
            "These places were not visited this year. That is something other than clean.");
        if (card.Rules.ActFrom is { } from)
        {
            card.Builder.AddFinding("act", FindingSeverity.Warning,
                places.Where(place => place.Visits.Count >= minRounds && place.RoundedMean >= from).Select(place => place.LineCode),
                $"Op deze plekken is het gemiddeld {NumberFormatter.Nl.Format(from)} of hoger: hier moet iets gebeuren.",
                $"At these places the average is {NumberFormatter.En.Format(from)} or higher: something has to be done here.");
        }

        card.Builder.AddFinding("not-tested", FindingSeverity.Information,
            line => line.State == LineState.NotNormed && line.Code.StartsWith(theme.GetComparisonCode("", "")[..^1], StringComparison.Ordinal),
            $"Werkwijzen zijn in minder dan {PlaceText.WriteRounds(NumberFormatter.Nl, card.Rules.TestFrom)} vergeleken. Of het verschil toeval is, is niet getoetst.",
            $"Ways of working were compared in fewer than {PlaceText.WriteRounds(NumberFormatter.En, card.Rules.TestFrom)}. Whether the difference is chance was not tested.");
    }

    private static void AddRecords(PlaceCard card)
    {
        foreach (var (finding, record) in card.Records.Problems.Where(problem => IsNamed(card, problem.Record)).Take(MaxNamed))
        {
            var (source, message) = (record.Source, Describe(finding, record, card.Rules));
            card.Builder.AddFinding(new Finding(finding, FindingSeverity.Warning, [], new(
                $"Regel {source.Line} van levering {source.Delivery}: {message.Nl}", $"Line {source.Line} of delivery {source.Delivery}: {message.En}")));
        }

        foreach (var (counted, other) in card.Records.Differing.Where(pair => IsNamed(card, pair.Counted)).Take(MaxNamed))
        {
            var (first, second) = (counted.Source, other.Source);
            card.Builder.AddFinding(new Finding("source-differs", FindingSeverity.Warning, [], new(
                $"Twee bronnen zeggen iets anders over dezelfde plek en dag: regel {first.Line} van levering {first.Delivery} telt, regel {second.Line} van levering {second.Delivery} niet. Laat één van beide verbeteren.",
                $"Two sources differ about the same place and day: line {first.Line} of delivery {first.Delivery} counts, line {second.Line} of delivery {second.Delivery} does not. Have one of them corrected.")));
        }
    }

    // A record that does not count gives no scorecard of its own: the last one names it too.
    private static bool IsNamed(PlaceCard card, AreaRecord record) => record.Date.Year <= card.Year || card.Year == card.Records.Years[^1];

    private static BilingualText Describe(string finding, AreaRecord record, ObservedPlacesRules rules)
    {
        var themes = string.Join(", ", rules.Themes.Select(known => known.Code));
        var classes = string.Join(", ", rules.Scale.Select(found => NumberFormatter.En.Format(found.Class)));
        var theme = rules.Themes.FirstOrDefault(known => known.Code == record.GetText("theme"));
        var methods = string.Join(", ", theme?.Methods.Select(method => method.Code) ?? []);
        var remedy = methods.Length > 0
            ? new BilingualText($"Gebruik een van: {methods}.", $"Use one of: {methods}.")
            : new BilingualText("Laat de kolom method leeg.", "Leave the column method empty.");
        return finding switch
        {
            "theme-unknown" => new(
                $"'{record.GetText("theme")}' is hier geen thema; de regel telt niet mee. Gebruik een van: {themes}.",
                $"'{record.GetText("theme")}' is no theme here; the row does not count. Use one of: {themes}."),
            "class-unknown" => new(
                $"'{record.GetText("class")}' is hier geen klasse; de regel telt niet mee. Gebruik een van: {classes}; of laat hem leeg als de plek niet is bezocht.",
                $"'{record.GetText("class")}' is no class here; the row does not count. Use one of: {classes}; or leave it empty where the place was not visited."),
            _ => new(
                $"'{record.GetText("method")}' is hier geen werkwijze; de regel telt niet mee. {remedy.Nl}",
                $"'{record.GetText("method")}' is no way of working here; the row does not count. {remedy.En}"),
        };
    }
}
