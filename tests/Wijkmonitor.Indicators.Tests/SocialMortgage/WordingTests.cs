using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;
using Wijkmonitor.Indicators.SocialMortgage.Statements;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.SocialMortgage;

/// <summary>The sentences of a statement in full, as a resident and a council read them.</summary>
public sealed class WordingTests
{
    private const string Leavers = "early_school_leavers";

    [Theory]
    [InlineData("15.9", "floor-at-zero", "De achterstand op de stad bleef 11,2 procentpunt. Dat is geen verbetering en geen verslechtering.")]
    [InlineData("15.4", "floor-at-zero", "De achterstand op de stad daalde van 11,2 naar 10,7 procentpunt. Dat is beter, maar nog geen hele stap van 1 procentpunt.")]
    [InlineData("16.4", "floor-at-zero", "De achterstand op de stad steeg van 11,2 naar 11,7 procentpunt. Dat is slechter, maar geen hele stap van 1 procentpunt.")]
    [InlineData("16.9", "negative", "De achterstand op de stad steeg van 11,2 naar 12,2 procentpunt. Dat is een verslechtering: 1 stap van 1 procentpunt × € 1.500 = € 1.500 eraf. Dit jaar afgetrokken: € 1.500.")]
    [InlineData("16.9", "claw-back", "De achterstand op de stad steeg van 11,2 naar 12,2 procentpunt. Dat is een verslechtering: 1 stap van 1 procentpunt × € 1.500 = € 1.500 eraf. Dit jaar wordt niets bijgeschreven.")]
    [InlineData("3.9", "floor-at-zero", "De buurt stond bij de nulmeting 11,2 procentpunt minder gunstig dan de stad en staat nu 0,8 procentpunt gunstiger dan de stad: 12 stappen van 1 procentpunt × € 1.500 = € 18.000.")]
    [InlineData("4.7", "floor-at-zero", "De achterstand op de stad daalde van 11,2 naar 0,0 procentpunt: 11 stappen van 1 procentpunt × € 1.500 = € 16.500.")]
    public void A_gap_is_described_without_a_negative_step(string value, string worsening, string expected)
    {
        var line = Mortgage.Line(Mortgage.Only(Leavers, i => i["worsening"] = worsening), decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), 4.7m);

        Assert.Equal(expected, line.Explanation.Nl);
    }

    [Fact]
    public void A_reversed_credit_is_described_as_such()
    {
        var contract = Mortgage.Only(Leavers, i => i["worsening"] = "claw-back");
        var observed = new Observed()
            .Value(Mortgage.Area, 2017, Leavers, 13.9m).Value(Mortgage.City, 2017, Leavers, 4.7m)
            .Value(Mortgage.Area, 2018, Leavers, 14.9m).Value(Mortgage.City, 2018, Leavers, 4.7m);

        var line = Mortgage.Compute(contract, observed)[1].Lines[0];

        Assert.EndsWith("1 stap van 1 procentpunt × € 1.500 = € 1.500. Eerder bijgeschreven: € 3.000. Dit jaar afgetrokken: € 1.500.", line.Explanation.Nl);
        Assert.EndsWith("Credited before: € 3,000. Deducted this year: € 1,500.", line.Explanation.En);
    }

    [Theory]
    [InlineData(420_000, 84_000_000, "In de stad stegen ze met 5%; bij dezelfde stijging zou het hier € 420.000 zijn. Het werd € 420.000: precies dat bedrag.")]
    [InlineData(390_000, 80_000_000, "In de stad bleven ze gelijk; dan zou het ook hier € 400.000 zijn. Het werd € 390.000: € 10.000 minder. 30% × € 10.000 = € 3.000.")]
    [InlineData(390_000, 76_000_000, "In de stad daalden ze met 5%; bij dezelfde daling zou het hier € 380.000 zijn. Het werd € 390.000: € 10.000 meer. Een verslechtering wordt niet afgetrokken. Dit jaar wordt niets bijgeschreven.")]
    public void A_cost_is_compared_with_the_city(int value, int city, string end) =>
        Assert.Equal("Bij de nulmeting waren de kosten € 400.000. " + end, Mortgage.Line(Mortgage.Only("care_spending"), value, city).Explanation.Nl);

    [Fact]
    public void A_cost_per_resident_states_the_number_of_residents()
    {
        var contract = Mortgage.Only("care_spending", i => (i["measuredAs"], i["baseline"], i["cityBaseline"]) = ("per-head", 1000, 500));

        Assert.EndsWith("zou het hier € 1.050 zijn. Het werd € 1.000: voor 560 inwoners samen € 28.000 minder. 30% × € 28.000 = € 8.400.", Mortgage.Line(contract, 1000, 525).Explanation.Nl);
    }

    [Fact]
    public void No_sentence_for_readers_holds_a_key_a_code_or_an_underscore()
    {
        var contract = Mortgage.Contract(json => json["caps"] = new JsonObject { ["activities"] = new JsonObject { ["perYear"] = 10 } });
        var dossier = new MortgageDossier(new ContractVersions(contract))
        {
            Entries = [Mortgage.Activity("a", 2017, "walk_in", 2), Mortgage.Activity("b", 2017, "concert", 2), Mortgage.Activity("p", 2017, "walk_in", 1, confirmedBy: null), Mortgage.Operation("o", 2017, 10), Mortgage.Operation("o", 2017, 10)],
            Decisions = [new LedgerDecision("dolphia", "d", new DateOnly(2017, 12, 1), DecisionKind.Disputed, "operation/none", "gemeente", Quantity: null, "x", new("decisions", 2))],
        };
        var figures = new Observed().Value(Mortgage.Area, 2016, Leavers, 16).Value(Mortgage.Area, 2017, Leavers, 14.9m, provisional: true).Value(Mortgage.City, 2017, Leavers, 4.7m).Set;
        var settled = dossier with { Settlements = [new Settlement("dolphia", 2017, new DateOnly(2018, 3, 1), "gemeente", SocialMortgageStatements.Compute(dossier, Mortgage.Catalogue, figures)[0])] };
        var later = new Observed().Value(Mortgage.Area, 2017, Leavers, 13.9m).Value(Mortgage.City, 2017, Leavers, 4.7m).Set;

        var statements = SocialMortgageStatements.Compute(settled with { Entries = [.. settled.Entries, Mortgage.Operation("late", 2017, 5)] }, Mortgage.Catalogue, later);

        var sentences = statements.SelectMany(s => s.Lines.Select(l => l.Explanation).Concat(s.Findings.Where(f => f.Code != "entry-refused").Select(f => f.Message))).ToList();
        Assert.Contains(sentences, s => s.Nl.StartsWith("Dit jaar is vastgesteld op 1 maart 2018", StringComparison.Ordinal));
        Assert.Contains(sentences, s => s.Nl.Contains("Het cijfer van de buurt was 14,9 en is nu 13,9", StringComparison.Ordinal));
        Assert.Contains(sentences, s => s.Nl.Contains("Boeking late kwam na de vaststelling", StringComparison.Ordinal));
        Assert.All(sentences.SelectMany(s => new[] { s.Nl, s.En }), s => Assert.DoesNotMatch(@"_|dolphia/|contract:|#", s));
    }
}
