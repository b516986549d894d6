using System.Text.Json;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.SocialMortgage;

/// <summary>Counts that a contract names: nobody learns from them how few people a share stands for.</summary>
public sealed class DisclosableContractTests
{
    private const string Leavers = "early_school_leavers";
    private static readonly SuppressionRule Rule = new();

    [Theory]
    [InlineData(4, 50)] // Fewer than five pupils.
    [InlineData(12, 8.3)] // One of them left.
    [InlineData(12, 91.7)] // All but one.
    [InlineData(50, 0)] // Nobody.
    [InlineData(50, 100)] // Nobody stayed.
    public void A_number_of_pupils_that_gives_a_small_count_is_withheld(int pupils, double share)
    {
        var observed = new Observed().Value(Mortgage.Area, 2017, Leavers, (decimal)share).Value(Mortgage.City, 2017, Leavers, 4.7m);
        var contract = Contract(pupils);
        var (asAgreed, asShown) = (Line(contract, observed), Line(Withhold(contract, observed), observed));

        // The attacker divides: with the number of pupils in the statement the count comes out.
        Assert.Equal(pupils, asAgreed.Figures["population"]);
        Assert.Equal(pupils, Math.Round(100 / asAgreed.Figures["one-case"]));
        Assert.True(Rule.IsTooSmall((long)Math.Min((decimal)share * pupils / 100, pupils - ((decimal)share * pupils / 100))));

        Assert.DoesNotContain(asShown.Figures.Keys, figure => figure is "population" or "one-case" or "one-case-amount" or "deviation" or "interval-lower" or "interval-upper");
        Assert.Null(asShown.Uncertainty);
        Assert.Equal(asAgreed.Amount, asShown.Amount);
        Assert.Equal(JsonSerializer.Serialize(asAgreed.Steps), JsonSerializer.Serialize(asShown.Steps));
        Assert.Null(Withhold(contract, observed).Indicators.OfType<SteppedIndicator>().Single().Denominator!.Count);
    }

    [Fact]
    public void A_number_of_pupils_that_gives_no_small_count_is_shown()
    {
        var observed = new Observed().Value(Mortgage.Area, 2017, Leavers, 14).Value(Mortgage.City, 2017, Leavers, 4.7m);
        var contract = Contract(50);

        Assert.Same(contract, Withhold(contract, observed));
        Assert.Equal(50, Line(Withhold(contract, observed), observed).Figures["population"]);
    }

    [Fact]
    public void A_small_share_in_one_year_withholds_the_number_in_all_years()
    {
        var observed = new Observed().Value(Mortgage.Area, 2017, Leavers, 14).Value(Mortgage.Area, 2019, Leavers, 2);

        Assert.Null(Withhold(Contract(50), observed).Indicators.OfType<SteppedIndicator>().Single().Denominator!.Count);
    }

    [Fact]
    public void Another_share_over_the_same_count_withholds_the_number_too()
    {
        var assisted = Mortgage.Only("social_assistance", indicator => indicator["denominator"]!["count"] = 200);

        Assert.Same(assisted, Withhold(assisted, new Observed().Value(Mortgage.Area, 2017, "social_assistance", 14)));
        var other = Mortgage.Catalogue.All.First(indicator =>
            indicator is { Unit: "%", Code: not "social_assistance" } && Mortgage.Catalogue.FindCount(indicator) == "inhabitants").Code;
        Assert.Null(Withhold(assisted, new Observed().Value(Mortgage.Area, 2017, other, 1)).Indicators.OfType<SteppedIndicator>().Single().Denominator!.Count);
    }

    [Theory]
    [InlineData("inhabitants")]
    [InlineData("residents")]
    public void A_count_withheld_among_the_figures_is_withheld_in_the_contract(string count)
    {
        var observed = new Observed().Without(Mortgage.Area, 2016, count, ObservedState.Suppressed);
        var shown = Withhold(Mortgage.Only("social_assistance", indicator => indicator["denominator"]!["count"] = 560), observed);

        Assert.Null(shown.Indicators.OfType<SteppedIndicator>().Single().Denominator!.Count);
    }

    private static SocialMortgageContract Contract(int pupils) => Mortgage.Only(Leavers, indicator => indicator["denominator"]!["count"] = pupils);

    private static SocialMortgageContract Withhold(SocialMortgageContract contract, Observed observed)
    {
        var versions = new ContractVersions(contract);
        var shown = DisclosableContract.Withhold(versions, Mortgage.Catalogue, observed.Set, Rule);
        return ReferenceEquals(shown, versions) ? contract : shown.Latest;
    }

    private static ScorecardLine Line(SocialMortgageContract contract, Observed observed) =>
        Mortgage.Line(Mortgage.Compute(contract, observed).First(statement => statement.Period.Year == 2017), contract.Indicators[0].Code);
}
