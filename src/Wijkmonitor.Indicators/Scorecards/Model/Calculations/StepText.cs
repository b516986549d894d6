using System.Collections.Frozen;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Model.Calculations;

/// <summary>Labels of the steps of calculations. A step's name is its key within its calculation; these are for people.</summary>
public static class StepText
{
    private static readonly FrozenDictionary<string, BilingualText> Names = new (string Name, string Nl, string En)[]
    {
        // Figures next to others.
        ("gap", "verschil", "gap"),
        ("gap-baseline", "verschil bij de nulmeting", "gap at the baseline"),
        ("gap-counted", "verschil dat telt", "gap that counts"),
        ("best-gap", "beste verschil dat telt", "best gap that counts"),
        ("gap-with-lower-bound", "verschil met de ondergrens", "gap with the lower bound"),
        ("difference", "verschil", "difference"),
        ("change", "verandering", "change"),
        ("balance", "balans", "balance"),
        ("ratio", "verhouding", "ratio"),
        ("band", "marge", "band"),
        ("city-without-sign", "cijfer van de stad, zonder teken", "the city's figure, without sign"),
        ("share-of-city", "deel van het cijfer van de stad", "share of the city's figure"),
        ("sum-off", "wat de som ernaast zit", "what the sum is off by"),
        ("gain", "winst tot de top", "gain up to the top"),
        ("since-top", "sinds de top", "since the top"),
        ("what-is-left", "wat er van de winst over is", "what is left of the gain"),
        ("sum-of-dimensions", "som van de dimensies", "sum of the dimensions"),

        // Means, places and shares.
        ("sum", "som", "sum"),
        ("mean", "gemiddelde", "mean"),
        ("weighted", "gewogen som", "weighted sum"),
        ("weights", "som van de gewichten", "sum of the weights"),
        ("score", "score, afgerond", "score, rounded"),
        ("share", "aandeel", "share"),
        ("rounded", "afgerond aandeel", "rounded share"),
        ("hundred-times", "honderd keer", "hundred times"),
        ("favourable", "hoe gunstig", "how favourable"),
        ("low", "ten minste", "at least"),
        ("high", "ten hoogste", "at most"),
        ("one-in", "één op de zoveel", "one in so many"),
        ("z-score", "z-score", "z-score"),
        ("contribution", "wat dit bijdraagt", "what this contributes"),
        ("load", "draaglast", "load"),
        ("capacity", "draagkracht", "capacity"),
        ("above-the-low-end", "boven het ongunstige eind", "above the unfavourable end"),
        ("above-the-mean", "boven het gemiddelde", "above the mean"),
        ("in-hundredths", "in honderdsten", "in hundredths"),
        ("width", "breedte van de schaal", "width of the scale"),
        ("place", "plaats op de schaal", "place on the scale"),
        ("at-most", "ten hoogste het gunstige eind", "at most the favourable end"),
        ("at-least", "ten minste het ongunstige eind", "at least the unfavourable end"),
        ("behind-the-middle", "achter bij het midden", "behind the middle"),
        ("half-of-the-equals", "helft van de gelijken", "half of the equals"),
        ("rank", "rang", "rank"),

        // Trends.
        ("years", "som van de jaren", "sum of the years"),
        ("mean-year", "gemiddeld jaar", "mean year"),
        ("products", "som van de producten", "sum of the products"),
        ("squares", "som van de kwadraten", "sum of the squares"),
        ("unrounded-slope", "helling, niet afgerond", "slope, unrounded"),
        ("slope", "helling", "slope"),

        // Staff, effort and budget next to severity.
        ("below-the-best", "onder de beste score", "below the best score"),
        ("severity", "ernst", "severity"),
        ("severity-times-homes", "ernst maal woningen", "severity times homes"),
        ("staff-times-severity", "inzet maal ernst", "staff times severity"),
        ("unrounded-share", "aandeel, niet afgerond", "share, unrounded"),
        ("times-kept", "inzet maal wat blijft", "effort times what is kept"),
        ("kept", "wat blijft", "what is kept"),
        ("next-year-at-least", "volgend jaar ten minste", "next year at least"),
        ("budget-in-cents", "budget in centen", "budget in cents"),
        ("budget-times-weight", "budget maal gewicht", "budget times weight"),
        ("share-in-cents", "deel in centen", "share in cents"),
        ("whole-cents", "hele centen", "whole cents"),
        ("cents-with-remainder", "centen met de rest", "cents with the remainder"),
        ("part", "deel", "part"),

        // Who stayed and who moved.
        ("households", "huishoudens", "households"),
        ("change-of-stayers", "verandering van de blijvers", "change of the stayers"),
        ("stayers", "deel van de blijvers", "the stayers' part"),
        ("entrants-less-leavers", "nieuwkomers min vertrekkers", "entrants less leavers"),
        ("composition", "deel van de verhuizers", "the movers' part"),
        ("then", "toen", "then"),
        ("now", "nu", "now"),
        ("sum-then", "som toen", "sum then"),
        ("sum-then-stayers", "som van de blijvers toen", "sum of the stayers then"),
        ("sum-then-movers", "som van de vertrekkers toen", "sum of the leavers then"),
        ("sum-now", "som nu", "sum now"),
        ("sum-now-stayers", "som van de blijvers nu", "sum of the stayers now"),
        ("sum-now-movers", "som van de nieuwkomers nu", "sum of the entrants now"),

        // What an indicator repays.
        ("improvement", "verbetering", "improvement"),
        ("improvement-hundredfold", "verbetering maal honderd", "improvement times a hundred"),
        ("baseline-size", "nulmeting zonder teken", "baseline without sign"),
        ("step-of-baseline", "stap maal de nulmeting", "step times the baseline"),
        ("improvement-by-amount", "verbetering maal het bedrag", "improvement times the amount"),
        ("steps-exact", "stappen, niet afgekapt", "steps, not cut off"),
        ("steps", "hele stappen", "whole steps"),
        ("baseline-by-city", "nulmeting maal de stad nu", "baseline times the city now"),
        ("cost-by-city-baseline", "kosten nu maal de nulmeting van de stad", "cost now times the city's baseline"),
        ("saving-by-city-baseline", "besparing maal de nulmeting van de stad", "saving times the city's baseline"),
        ("saving-of-residents", "besparing van alle inwoners", "saving of all residents"),
        ("saving-by-share", "besparing maal het aandeel", "saving times the share"),
        ("city-baseline-hundredfold", "nulmeting van de stad maal honderd", "the city's baseline times a hundred"),
        ("worth-exact", "waarde, niet afgerond", "worth, unrounded"),
        ("worth", "waarde", "worth"),
        ("worth-floored", "waarde, ten minste nul", "worth, at least nought"),
        ("gained", "erbij gekomen", "gained"),
        ("most-to-take-back", "meeste dat terug kan", "most that can be taken back"),
        ("credit-uncapped", "bijschrijving zonder plafond", "credit without a cap"),
        ("credit-within-year", "binnen het plafond van het jaar", "within the cap of the year"),
        ("left-of-cap", "over van het plafond", "left of the cap"),
        ("taken-back", "terugname", "taken back"),
        ("room", "ruimte onder het plafond", "room under the cap"),
        ("credit-within-term", "binnen het plafond van de looptijd", "within the cap of the term"),
        ("count", "aantal", "count"),
        ("booked", "al geboekt", "booked already"),
        ("credit", "bijschrijving", "credit"),

        // The account.
        ("opening-balance", "beginsaldo", "opening balance"),
        ("owed", "verschuldigd", "owed"),
        ("interest-hundredfold", "verschuldigd maal de rente", "owed times the interest"),
        ("interest-exact", "rente, niet afgerond", "interest, unrounded"),
        ("owed-by-days", "verschuldigd maal de dagen van het jaar", "owed times the days of the year"),
        ("drawn-by-days", "opgenomen maal de dagen die het jaar dan nog heeft", "drawn times the days then left of the year"),
        ("balance-by-days", "schuld maal dagen, samen", "debt times days, together"),
        ("interest-by-days", "schuld maal dagen maal de rente", "debt times days times the interest"),
        ("days-hundredfold", "dagen van het jaar maal honderd", "days of the year times a hundred"),
        ("drawn", "opgenomen in dit jaar", "drawn in this year"),
        ("interest", "rente", "interest"),
        ("lines", "som van de regels", "sum of the lines"),
        ("credited", "afgelost in dit jaar", "repaid in this year"),
        ("cash", "waarvan in geld", "of which in cash"),
        ("non-cash", "waarvan niet in geld", "of which not in cash"),
        ("repaid", "afgelost tot en met dit jaar", "repaid through this year"),
        ("closing-balance", "eindsaldo", "closing balance"),
        ("pending", "nog te bevestigen", "to be confirmed"),
        ("disputed", "betwist", "disputed"),
        ("reference", "wat is afgesproken", "what was agreed"),
        ("principal-by-years", "hoofdsom maal de jaren", "principal times the years"),
        ("reference-exact", "maatstaf, niet afgerond", "yardstick, unrounded"),
        ("repaid-hundredfold", "afgelost maal honderd", "repaid times a hundred"),
        ("on-track-exact", "op koers, niet afgerond", "on track, unrounded"),
        ("on-track", "op koers", "on track"),
        ("next-module", "nog te gaan tot het volgende deel", "to go to the next part"),
    }.ToFrozenDictionary(name => name.Name, name => new BilingualText(name.Nl, name.En), StringComparer.Ordinal);

    // What comes before or after a name of its own: a year, a part, or the figure that a step is on the way to.
    private static readonly (string Start, string Nl, string En)[] Starts =
    [
        ("weighted-", "één deel maal zijn gewicht", "one part times its weight"),
        ("distance-", "afstand tot het gemiddelde jaar: {0}", "distance to the mean year: {0}"),
        ("product-", "afstand maal het cijfer: {0}", "distance times the figure: {0}"),
        ("square-", "kwadraat van de afstand: {0}", "square of the distance: {0}"),
    ];

    private static readonly (string End, string Nl, string En)[] Ends =
    [
        ("-distance", "{0}: afstand tot het gemiddelde", "{0}: distance to the mean"),
        ("-unrounded", "{0}: niet afgerond", "{0}: unrounded"),
        ("-share", "{0}: deel", "{0}: part"),
        ("-part", "{0}: deel", "{0}: part"),
        ("-percent", "{0}: in procenten", "{0}: in per cent"),
        ("-low", "{0}, ten minste", "{0}, at least"),
        ("-high", "{0}, ten hoogste", "{0}, at most"),
    ];

    /// <summary>Gets the label of a step. A name that there are no words for is given as it is, with spaces.</summary>
    public static BilingualText GetLabel(string name) => Find(name) ?? new BilingualText(name.Replace('-', ' '), name.Replace('-', ' '));

    /// <summary>Finds the label of a step; null when there is none.</summary>
    public static BilingualText? Find(string name)
    {
        if (Names.TryGetValue(name, out var known))
        {
            return known;
        }

        foreach (var (start, nl, en) in Starts)
        {
            if (name.StartsWith(start, StringComparison.Ordinal))
            {
                return Fill(nl, en, new BilingualText(name[start.Length..], name[start.Length..]));
            }
        }

        foreach (var (end, nl, en) in Ends)
        {
            if (name.EndsWith(end, StringComparison.Ordinal) && Find(name[..^end.Length]) is { } before)
            {
                return Fill(nl, en, before);
            }
        }

        return null;
    }

    private static BilingualText Fill(string nl, string en, BilingualText with) =>
        new(nl.Replace("{0}", with.Nl, StringComparison.Ordinal), en.Replace("{0}", with.En, StringComparison.Ordinal));
}
