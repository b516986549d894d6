using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Datasets;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.FourAngle;

/// <summary>The samples by the example rules, as the demo shows them.</summary>
public sealed class SampleTests
{
    private static readonly string[] Labels =
    [
        "probleem", "achterstandsw", "achterstandsb", "aandachtswijk", "krachtwijk", "kansarm", "zwak", "slecht", "asociaal", "verpauper", "getto", "vogelaar",
        "problem", "deprived", "disadvantaged", "weak", "worst", "bad ", "ghetto", "slum",
    ];

    private static readonly IReadOnlyList<Scorecard> Cards = Compute();

    [Fact]
    public void The_four_complexes_have_a_score_in_2021_and_missing_figures_are_named()
    {
        var cards = Cards.Where(card => card.Period.Year == 2021 && card.Area.Level == AreaLevel.Custom).ToDictionary(card => card.Area.Value);

        Assert.Equal(
            ["CU0153-beukenhof Green", "CU0153-kade Yellow", "CU0153-lindenplein Red", "CU0153-molenveld Yellow"],
            cards.Values.Select(card => $"{card.Area} {card.Line("score").Signal}"));
        Assert.Equal(["angle-staff-signals"], cards["CU0153-molenveld"].Finding("missing-angle")!.Lines);
        Assert.Equal(LineState.Suppressed, cards["CU0153-molenveld"].Line("housing_fraud_cases").State);
        Assert.NotNull(cards["CU0153-kade"].Finding("attribution"));
        Assert.NotNull(cards["CU0153-lindenplein"].Finding("story-needed"));
        Assert.NotNull(cards["CU0153-lindenplein"].Finding("improving-with-support"));
        Assert.Equal(3, cards["CU0153-lindenplein"].Line("pins-maintenance").Value);
    }

    [Fact]
    public void The_budget_of_the_municipality_is_split_to_the_cent()
    {
        var card = Cards.Single(card => card.Period.Year == 2021 && card.Area.Level == AreaLevel.Municipality);

        Assert.Equal(100_000m, card.Total("budget"));
        Assert.Equal(100_000m, card.Lines.Sum(line => line.Amount ?? 0));
    }

    [Fact]
    public void No_text_labels_a_neighbourhood() => Assert.All(Texts(), text => Assert.DoesNotContain(Labels, label => text.Contains(label, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void Every_line_explains_itself_in_both_languages() => Assert.All(
        Cards.SelectMany(card => card.Lines),
        line => Assert.True(line.Explanation.Nl.Length > 20 && line.Explanation.En.Length > 20 && line.Explanation.Nl.EndsWith('.') && line.Explanation.En.EndsWith('.'), line.Explanation.Nl));

    [Fact]
    public void The_line_codes_of_a_scorecard_are_unique() => Assert.All(Cards, card => Assert.Equal(card.Lines.Count, card.Lines.DistinctBy(line => line.Code).Count()));

    private static IEnumerable<string> Texts() => Cards
        .SelectMany(card => card.Lines.SelectMany(line => new[] { line.Explanation, line.Label, line.Theme }).Concat(card.Findings.Select(finding => finding.Message)).Concat(card.Totals.Select(total => total.Label)))
        .SelectMany(text => new[] { text.Nl, text.En });

    private static IReadOnlyList<Scorecard> Compute()
    {
        using var rules = File.OpenRead(RepositoryFolder.File("config", "rules", "four-angle", "example.json"));
        return [.. ScorecardKinds.Read("four-angle", rules, Monitor.Catalogue).Compute(SampleDeliveries.All.Figures)];
    }
}
