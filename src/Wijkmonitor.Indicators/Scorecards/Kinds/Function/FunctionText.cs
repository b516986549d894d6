using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Function;

/// <summary>Texts of the scorecard of functions.</summary>
internal static class FunctionText
{
    /// <summary>Creates the finding that names an area's function.</summary>
    public static Finding CreateTagFinding(AreaFunction function, DateOnly since) => new("function", FindingSeverity.Information, [], new(
        $"Dit gebied heeft in de stad de functie '{function.Label.Nl}' (vastgelegd op {NumberFormatter.Nl.FormatDay(since)}). Het wordt vergeleken met andere gebieden met die functie, en met hoe het er zelf eerder was.",
        $"In its city this area has the function '{function.Label.En}' (recorded on {NumberFormatter.En.FormatDay(since)}). It is compared with other areas with that function, and with its own past."));

    /// <summary>Creates the finding that an area's function is none of the rules.</summary>
    public static Finding CreateUnknownFinding(string code) => new("function-unknown", FindingSeverity.Warning, [], new(
        $"De vastgelegde functie '{code}' staat niet in de regels; daarom is er niets vergeleken. Neem haar op in de regels of lever een andere functie aan.",
        $"The recorded function '{code}' is not in the rules, so nothing was compared. Add it to the rules or deliver another function."));

    /// <summary>Explains the line of an indicator.</summary>
    public static string Explain(NumberFormatter text, Indicator indicator, AreaFunction function, decimal value, decimal? mean, int others, Observation? first)
    {
        string FormatFigure(decimal number) => text.FormatValue(number, indicator.Unit, indicator.Decimals);
        var name = text.Localize(function.Label.Nl, function.Label.En);
        var peers = mean is { } known
            ? text.Localize(
                $"gemiddeld {FormatFigure(known)} in {others} andere gebieden met de functie '{name}'.",
                $"{FormatFigure(known)} on average in {others} other areas with the function '{name}'.")
            : text.Localize(
                $"van te weinig andere gebieden met de functie '{name}' is dit bekend ({others}).",
                $"this is known of too few other areas with the function '{name}' ({others}).");
        var past = first is null ? "" : text.Localize(
            $" In {first.Period} was het hier {FormatFigure(first.Value.Number!.Value)}.",
            $" In {first.Period} it was {FormatFigure(first.Value.Number!.Value)} here.");
        return $"{FormatFigure(value)}; {peers}{past}";
    }
}
