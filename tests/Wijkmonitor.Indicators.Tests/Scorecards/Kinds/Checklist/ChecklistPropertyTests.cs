using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Checklist;

/// <summary>Laws that hold for any answers, choices and measurements.</summary>
public sealed class ChecklistPropertyTests
{
    private static readonly string[] Items =
    [
        "concept-done-before", "contractor-reserves", "subcontractor-grip", "one-contact", "formal-collective", "few-choices", "risk-analysis", "fallback", "stop-moment", "estimate-checked",
        "budget-covers-offer", "grant-giver-apart", "one-overview", "pay-on-acceptance", "results-fed-back", "maintenance-cycle",
    ];

    private static readonly string[] Blocking = ["concept-done-before", "risk-analysis", "stop-moment", "estimate-checked", "budget-covers-offer"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Counts_of_conditions_add_up_and_unknown_is_never_no(int seed)
    {
        var random = new Random(seed);
        string?[] answers = [.. Items.Select(_ => random.GetItems<string?>(["yes", "no", "partly", "not-applicable", null], 1)[0])];
        var cards = new ChecklistCards("pilot-readiness.json").Subject().Answer(Items[0], "yes", "2019-01-31");
        foreach (var (item, answer) in Items.Zip(answers).Where(pair => pair.Second is not null))
        {
            cards.Answer(item, answer!);
        }

        var card = cards.Answer("one-contact", answers[3] ?? "no", "2020-01-31").Card(2020);
        answers[0] ??= "yes";
        answers[3] ??= "no";
        decimal Count(string? answer) => answers.Count(given => given == answer);
        Assert.Equal([Count("yes"), Count("partly"), Count("no"), Count(null), 16 - Count("not-applicable")], card.Totals("met", "partly", "not-met", "unknown", "applicable"));
        Assert.Equal(card.Total("applicable").Value, card.Totals("met", "partly", "not-met", "unknown").Sum());
        Assert.Equal(Items.Zip(answers).Where(pair => Blocking.Contains(pair.First) && pair.Second is not ("yes" or "not-applicable")).Select(pair => pair.First), GetOpen(card));
        Assert.Equal(Items.Zip(answers).Select(pair => pair.Second ?? "missing"), Items.Select(item => card.Line(item).Outcome?.Code ?? (card.Line(item).State == LineState.MissingInput ? "missing" : "")));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_range_holds_where_all_of_it_does_and_fails_where_none_of_it_does(int seed)
    {
        var random = new Random(seed);
        var low = random.Next(0, 60);
        var high = low + random.Next(0, 30);
        var holding = Enumerable.Range(low, high - low + 1).Count(value => value is >= 10 and <= 40);
        var expected = holding == high - low + 1 ? "holds" : holding == 0 ? "fails" : "depends";

        Assert.Equal(expected, new ChecklistCards().Subject().Measured("green-share", low: low, high: high).Card().Line("green-share").Outcome!.Code);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Each_aspect_is_in_one_total_or_named_as_left_out(int seed)
    {
        var random = new Random(seed);
        var cards = new ChecklistCards("building-blocks.json").Subject();
        foreach (var aspect in new[] { "director", "structure", "heat-company-builds", "installer-joins", "installers", "survey", "survey-times", "procurement", "communication" })
        {
            if (random.GetItems<string?>(
                ["central", "shared", "corporation", "project-team", "informal", "everything", "later", "several", "one-party-sample", "once", "framework", "dispersed", "iets anders", null], 1)[0] is { } text)
            {
                cards.Choice(aspect, text);
            }
        }

        var card = cards.Choice("scale", "klein net").Card();
        var leftOut = card.Total("advised").LeavesOut.Sum(omitted => omitted.Codes.Count);

        Assert.Equal(9, (card.Totals("advised", "acceptable", "to-improve").Sum() ?? 0) + leftOut);
        Assert.Equal(leftOut, card.Line("choices").State == LineState.Valued ? card.Line("choices").Figures["not-rated"] : 9);
        Assert.All(card.Lines, line => Assert.Equal(Signal.None, line.Signal));
    }

    private static IEnumerable<string> GetOpen(Scorecard card) => card.Findings.SingleOrDefault(finding => finding.Code == "not-ready")?.Lines ?? [];
}
