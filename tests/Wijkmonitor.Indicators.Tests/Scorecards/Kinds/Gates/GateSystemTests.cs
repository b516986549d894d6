using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Gates;

/// <summary>The systems whose rules ship, with the numbers that their sources or examples give.</summary>
public sealed class GateSystemTests
{
    private static GateCards Foundation => new GateCards("foundation.json").Subject(900);

    [Theory]
    [InlineData(11, 91.7, "11 van 12 woningen doen mee, 91,7%: scenario 2 kan hier niet. Nodig is 100%.")]
    [InlineData(12, 100, "12 van 12 woningen doen mee, 100,0%: scenario 2 kan hier. Nodig is 100%.")]
    public void Eleven_of_twelve_homes_are_91_7_percent_and_not_feasible(int joined, double share, string sentence)
    {
        var card = Foundation.By(json => json["minCount"] = 1).Block("terrace", 12, joined).Card();

        Assert.Equal(((decimal)share, 100m, Signal.None), (card.Line("block-terrace").Value, card.Line("block-terrace").Norm, card.Line("block-terrace").Signal));
        Assert.Equal(sentence, card.Line("block-terrace").Explanation.Nl);
        Assert.Equal((joined == 12 ? 1m : 0m, joined < 12), (card.Total("feasible-blocks").Value, card.Finds("not-feasible")));
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void The_density_of_1_5_is_a_point_of_view_and_has_no_colour()
    {
        var (above, at) = (Foundation.Number("2024-01-01", ("density-factor", 1.6m)).Card(), Foundation.Number("2024-01-01", ("density-factor", 1.5m)).Card());

        Assert.Equal((1.6m, 1.5m, Signal.None), (above.Line("standpoint-density").Value, above.Line("standpoint-density").Norm, above.Line("standpoint-density").Signal));
        Assert.EndsWith(
            "Het standpunt van de gemeente Dordrecht is ten hoogste 1,5 keer zo veel; dat is een standpunt en geen uitkomst van onderzoek.",
            above.Line("standpoint-density").Explanation.Nl, StringComparison.Ordinal);
        Assert.Equal((true, FindingSeverity.Information, false), (above.Finds("over-standpoint"), above.Findings.First(finding => finding.Code == "over-standpoint").Severity, at.Finds("over-standpoint")));
    }

    [Fact]
    public void The_source_of_the_foundation_approach_gives_no_limits_and_no_weights()
    {
        var card = Foundation.Number("2024-01-01", ("self-reliance", 30), ("shallow-foundation", 70), ("owner-occupied", 60), ("low-means", 40)).Answer("2024-01-01", ("sewer-due", true)).Card();

        Assert.All(new[] { "advice", "weighing", "flag-shallow-foundation" }, code => Assert.Equal(LineState.NotNormed, card.Line(code).State));
        Assert.Equal((70m, null), (card.Line("flag-shallow-foundation").Value, card.Line("flag-shallow-foundation").Norm));
        Assert.Equal("Voor deze buurt wijst geen regel naar een scenario. Van een of meer regels is de grens niet gekozen.", card.Line("advice").Explanation.Nl);
        Assert.False(card.Finds("find-out"));
    }

    [Fact]
    public void While_nothing_is_decided_scenario_1_holds()
    {
        var line = Foundation.Begun("explore", "2024-03-01").Card().Line("outcome");

        Assert.Equal((1m, "Er is nog geen scenario gekozen; zolang geldt scenario 1 (niets samen: ieder doet zijn eigen deel)."), (line.Value, line.Explanation.Nl));
    }

    [Fact]
    public void The_council_is_involved_from_phase_3_and_instruments_are_decided_on_before_it_ends()
    {
        var cards = Foundation.Begun("scenarios", "2024-01-01").Answer("2024-02-01", ("council-involved", false), ("first-refusal", false));
        var card = cards.Begun("execution", "2024-06-01").Card();

        Assert.Equal("In fase 3 niet betrokken: Gemeenteraad.", card.Findings.Single(finding => finding.Code == "not-involved").Message.Nl);
        Assert.Equal(
            "Fase 3 eindigde op 1 juni 2024 zonder besluit over: Moderniseringslocatie (Omgevingswet 4.18).",
            card.Findings.Single(finding => finding.Code == "instrument-late").Message.Nl);
        Assert.Equal(
            "Fase 4 begon op 1 juni 2024 zonder: er is nog geen besluit; niet bekend is of over het tekort iets is afgesproken; niet bekend is of de raad heeft ingestemd; niet bekend is of de bewoners zijn geraadpleegd.",
            card.Findings.Single(finding => finding.Code == "entered-without").Message.Nl);
    }

    [Fact]
    public void An_instrument_that_was_decided_not_to_be_used_is_not_late()
    {
        var card = Foundation.Begun("scenarios", "2024-01-01").Answer("2024-02-01", ("first-refusal", false), ("modernisation-site", true), ("council-involved", true))
            .Begun("execution", "2024-06-01").Card();

        Assert.Equal((false, false), (card.Finds("instrument-late"), card.Finds("not-involved")));
    }

    [Fact]
    public void Scenario_3_betters_4_of_5_complaints_and_worsens_1_of_5_good_points()
    {
        var card = TopFive().Effect("renewal", "better", "damp", "cracks", "parking", "water").Effect("renewal", "worse", "rent", "neighbours")
            .Effect("renewal", "same", "centre", "green", "homes", "shops").Card();

        Assert.Equal((80.0m, 4m, 5m), (card.Line("coverage-renewal").Value, card.Line("coverage-renewal").Figures["affected"], card.Line("coverage-renewal").Figures["topics"]));
        Assert.Equal((20.0m, 1m, 5m), (card.Line("harm-renewal").Value, card.Line("harm-renewal").Figures["affected"], card.Line("harm-renewal").Figures["topics"]));
        Assert.Equal("Van de 5 klachten die het vaakst zijn genoemd, worden er 4 minder.", card.Line("coverage-renewal").Explanation.Nl);
        Assert.Equal("Van de 5 goede punten die het vaakst zijn genoemd, worden er 1 slechter.", card.Line("harm-renewal").Explanation.Nl);
        Assert.Equal((LineState.MissingInput, LineState.MissingInput), (card.Line("coverage-nothing").State, card.Line("harm-nothing").State));
        Assert.All(card.Lines, ExampleKinds.StepsHold);
        Assert.All(card.Lines.SelectMany(line => line.Inputs).GroupBy(input => input.Key), inputs => Assert.Single(inputs.Select(input => input.Value).Distinct()));
    }

    [Fact]
    public void An_unknown_effect_makes_a_range()
    {
        var line = TopFive().Effect("repair", "better", "damp", "cracks").Effect("repair", "unknown", "rent").Effect("repair", "same", "parking", "water").Card().Line("coverage-repair");

        Assert.Equal((null, new ValueRange(40.0m, 60.0m)), (line.Value, line.Range));
        Assert.EndsWith("Van 1 is het niet bekend.", line.Explanation.Nl, StringComparison.Ordinal);
        ExampleKinds.StepsHold(line);
    }

    [Fact]
    public void A_pilot_without_an_agreement_to_stop_says_so_and_the_limits_are_not_used()
    {
        var card = new GateCards("pilot-stop.json").Subject(10, scope: "project").Begun("execution", "2017-05-22").Answer("2017-05-22", ("stop-moment-agreed", false))
            .Range("2021-06-30", "slip-factor", 11.46m, 11.92m).Number("2021-06-30", ("overdue", 800000)).Card(2021);

        Assert.Equal((LineState.ToBeDetermined, new ValueRange(11.46m, 11.92m)), (card.Line("stop-slip-factor").State, card.Line("stop-slip-factor").Range));
        Assert.Equal((LineState.ToBeDetermined, 800000m), (card.Line("stop-overdue").State, card.Line("stop-overdue").Value));
        Assert.Equal((LineState.MissingInput, true, false), (card.Line("stop-coverage-gap").State, card.Finds("no-stop-rule"), card.Finds("stop-rule")));
        Assert.Contains("er is niet afgesproken wanneer het niet doorgaat", card.Findings.Single(finding => finding.Code == "entered-without").Message.Nl);
    }

    [Fact]
    public void A_limit_that_was_agreed_and_reached_asks_parties_to_decide()
    {
        var card = new GateCards("pilot-stop.json").Subject(10, scope: "project").Answer("2019-10-01", ("stop-moment-agreed", true), ("progress-monitored", true)).Begun("execution", "2019-11-01")
            .Number("2020-12-31", ("slip-factor", 1.5m), ("coverage-gap", 75500)).Card(2020);

        Assert.Equal(["stop-coverage-gap"], card.Findings.Single(finding => finding.Code == "stop-rule").Lines);
        Assert.Equal("Kosten die niet gedekt zijn: € 75.500. Afgesproken is opnieuw te besluiten bij meer dan € 0.", card.Line("stop-coverage-gap").Explanation.Nl);
        Assert.Equal((LineState.Valued, false, false), (card.Line("stop-slip-factor").State, card.Finds("no-stop-rule"), card.Finds("entered-without")));
    }

    [Theory]
    [InlineData("2019-10-01", false)]
    [InlineData("2019-12-01", true)]
    public void An_agreement_to_stop_is_made_before_the_start(string agreed, bool isLate) => Assert.Equal(
        isLate,
        new GateCards("pilot-stop.json").Subject().Begun("execution", "2019-11-01").Answer(agreed, ("stop-moment-agreed", true), ("progress-monitored", true)).Card().Finds("stop-rule-late"));

    [Fact]
    public void Whether_a_range_passes_the_agreed_limit_depends()
    {
        var card = new GateCards("pilot-stop.json").Subject().Answer("2019-10-01", ("stop-moment-agreed", true)).Range("2020-12-31", "slip-factor", 2.5m, 3.5m).Card(2020);

        Assert.Equal((true, false), (card.Finds("depends"), card.Finds("stop-rule")));
    }

    private static GateCards TopFive() => new GateCards("top-five.json").Subject(900)
        .Named("owners", "negative", "damp", 40).Named("tenants", "negative", "damp", 32).Named("owners", "negative", "cracks", 44).Named("tenants", "negative", "cracks", 12)
        .Named("owners", "negative", "parking", 21).Named("owners", "negative", "water", 16).Named("tenants", "negative", "rent", 45).Named("tenants", "negative", "litter", 11)
        .Named("owners", "positive", "neighbours", 30).Named("owners", "positive", "centre", 38).Named("owners", "positive", "green", 24).Named("owners", "positive", "homes", 35)
        .Named("owners", "positive", "shops", 18).Named("owners", "positive", "quiet", 17);
}
