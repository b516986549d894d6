using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Findings;

/// <summary>The findings about records.</summary>
internal static class RecordFindings
{
    private const int MaxNamed = 30;

    /// <summary>Adds the findings.</summary>
    public static void Add(GateCard card)
    {
        var (nl, en) = (NumberFormatter.Nl.FormatDay(card.AsOf), NumberFormatter.En.FormatDay(card.AsOf));
        card.Builder.AddFinding(new Finding(
            "as-of", FindingSeverity.Information, [], new($"{card.Subject.Title}: stand op {nl}.", $"{card.Subject.Title}: as of {en}.")));
        card.Builder.AddFinding("suppressed", FindingSeverity.Information, line => line.State == LineState.Suppressed,
            "Deze cijfers worden niet getoond: ze gaan over te weinig mensen of woningen, of zulke aantallen volgen eruit.",
            "These figures are not shown: they are about too few people or homes, or such numbers follow from them.");
        foreach (var (finding, record) in card.Records.Problems.Where(problem => IsNamed(card, problem.Record)).Take(MaxNamed))
        {
            var message = Describe(finding, card.Rules);
            card.Builder.AddFinding(new Finding(finding, FindingSeverity.Warning, [], new(
                $"Regel {record.Source.Line} van levering {record.Source.Delivery}: {message.Nl}",
                $"Line {record.Source.Line} of delivery {record.Source.Delivery}: {message.En}")));
        }

        foreach (var (counted, other) in card.Records.Differing.Where(pair => IsNamed(card, pair.Counted)).Take(MaxNamed))
        {
            var (first, second) = (counted.Source, other.Source);
            card.Builder.AddFinding(new Finding("source-differs", FindingSeverity.Warning, [], new(
                $"Twee bronnen zeggen iets anders over hetzelfde: regel {first.Line} van levering {first.Delivery} telt, regel {second.Line} van levering {second.Delivery} niet. Laat één van beide verbeteren.",
                $"Two sources differ about the same: line {first.Line} of delivery {first.Delivery} counts, line {second.Line} of delivery {second.Delivery} does not. Have one of them corrected.")));
        }
    }

    // A record that does not count gives no scorecard of its own: the last one names it too.
    private static bool IsNamed(GateCard card, AreaRecord record) => record.Date.Year <= card.Year || card.Year == card.Records.Years[^1];

    private static BilingualText Describe(string finding, GatesRules rules)
    {
        string[] known =
        [
            .. rules.Phases.Select(phase => phase.Code), .. rules.Facts.Where(fact => fact.Indicator is null).Select(fact => fact.Code),
            .. rules.Scenarios.Select(scenario => scenario.Code),
        ];
        var list = string.Join(", ", known);
        return finding switch
        {
            "record-unknown" => new(
                $"een poort, feit, scenario, groep of onderwerp dat deze regels niet kennen; de regel telt niet mee. Poorten, feiten en scenario's zijn hier: {list}.",
                $"a gate, fact, scenario, group or topic that these rules do not know; the row does not count. Gates, facts and scenarios here are: {list}."),
            "decision-incomplete" => new(
                "een besluit heeft een uitkomst nodig, en iets anders mag er geen hebben; de regel telt niet mee. Kijk de kolommen event en outcome na.",
                "a decision needs an outcome, and anything else must have none; the row does not count. Check the columns event and outcome."),
            "out-of-range" => new(
                "een getal dat niet kan, zoals meer woningen die meedoen dan er zijn; de regel telt niet mee.",
                "a number that cannot be, such as more homes that join than there are; the row does not count."),
            "answer-unread" => new(
                "een ja of nee bij een getal, of een getal bij een ja of nee; dat deel telt niet mee.",
                "a yes or no with a number, or a number with a yes or no; that part does not count."),
            _ => new(
                "er is een waarde en een ondergrens of bovengrens. De grenzen tellen, want van een bereik wordt geen midden genomen. Laat value of de grenzen leeg.",
                "there is a value and a lower or upper limit. The limits count, for no middle is taken of a range. Leave value or the limits empty."),
        };
    }
}
