using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.SocialMortgage.Contracts;

/// <summary>Labels of the codes in statements of social mortgages.</summary>
internal static class StatementLabels
{
    /// <summary>The steps of calculations that no scorecard has.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Steps { get; } = StepText.CreateLabels(
    [
        ("gap-baseline", "verschil bij de nulmeting", "gap at the baseline"),
        ("gap-counted", "verschil dat telt", "gap that counts"),
        ("best-gap", "beste verschil dat telt", "best gap that counts"),
        ("improvement", "verbetering", "improvement"),
        ("improvement-hundredfold", "verbetering maal honderd", "improvement times a hundred"),
        ("baseline-size", "nulmeting zonder teken", "baseline without sign"),
        ("step-of-baseline", "stap maal de nulmeting", "step times the baseline"),
        ("improvement-by-amount", "verbetering maal het bedrag", "improvement times the amount"),
        ("steps-exact", "stappen, met decimalen", "steps, with decimals"),
        ("steps", "hele stappen", "whole steps"),
        ("baseline-by-city", "nulmeting maal de stad nu", "baseline times the city now"),
        ("cost-by-city-baseline", "kosten nu maal de nulmeting van de stad", "cost now times the city's baseline"),
        ("saving-by-city-baseline", "besparing maal de nulmeting van de stad", "saving times the city's baseline"),
        ("saving-of-residents", "besparing van alle inwoners", "saving of all residents"),
        ("saving-by-share", "besparing maal het aandeel", "saving times the share"),
        ("city-baseline-hundredfold", "nulmeting van de stad maal honderd", "the city's baseline times a hundred"),
        ("worth-exact", "waarde, niet afgerond", "worth, unrounded"),
        ("worth", "waarde", "worth"),
        ("worth-floored", "waarde, ten minste nul", "worth, at least zero"),
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
        ("repaid", "afgelost tot en met dit jaar", "repaid to date"),
        ("closing-balance", "eindsaldo", "closing balance"),
        ("pending", "nog te bevestigen", "to be confirmed"),
        ("disputed", "betwist", "disputed"),
        ("reference", "wat is afgesproken", "what was agreed"),
        ("principal-by-years", "hoofdsom maal de jaren", "principal times the years"),
        ("reference-exact", "maatstaf, niet afgerond", "reference, unrounded"),
        ("repaid-hundredfold", "afgelost maal honderd", "repaid times a hundred"),
        ("on-track-exact", "op koers, niet afgerond", "on track, unrounded"),
        ("on-track", "op koers", "on track"),
        ("next-module", "nog te gaan tot het volgende deel", "to go to the next part"),
    ]);
}
