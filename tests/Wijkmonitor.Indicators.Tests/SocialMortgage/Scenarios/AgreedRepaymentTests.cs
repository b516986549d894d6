using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Scenarios;
using Wijkmonitor.Indicators.SocialMortgage.Statements;

namespace Wijkmonitor.Indicators.Tests.SocialMortgage.Scenarios;

/// <summary>The most that the agreed changes of a contract repay.</summary>
public sealed class AgreedRepaymentTests
{
    private const string Leavers = "early_school_leavers";

    [Fact]
    public void The_one_agreed_change_of_Dolphia_repays_6000_of_200000()
    {
        var agreed = Compute(Mortgage.Contract());

        Assert.Equal((6000m, 3.0m), (agreed.Amount, agreed.PercentOfPrincipal));
        Assert.Equal([new AgreedRepaymentLine(Leavers, 4, 6000)], agreed.Lines);
        Assert.Equal(
            ["social_assistance", "average_income", "care_spending", "elderly_loneliness", "youth_sports_club", "public_space_reports", "public_space_grade", "burglaries", "alcohol_drugs_nuisance"],
            agreed.WithoutAgreedChange);
    }

    [Theory]
    [InlineData("once", 6000)]
    [InlineData("annual", 33_000)]
    public void A_drop_of_0_4_a_year_over_ten_years_repays_by_the_basis(string basis, decimal euros) =>
        Assert.Equal(euros, Compute(Mortgage.Only(Leavers, json => (json["basis"], json["rounding"]) = (basis, "pro-rata"))).Amount);

    [Fact]
    public void The_cap_of_the_channel_counts()
    {
        var agreed = Compute(Mortgage.Contract(json => json["caps"] = new JsonObject { ["indicators"] = new JsonObject { ["term"] = 5000 } }));

        Assert.Equal((5000m, 2.5m), (agreed.Amount, agreed.PercentOfPrincipal));
    }

    [Fact]
    public void Without_agreed_changes_nothing_is_agreed()
    {
        var agreed = Compute(Mortgage.Contract(json => Mortgage.Indicator(json, Leavers).Remove("agreedChange")));

        Assert.Equal(0, agreed.Amount);
        Assert.Empty(agreed.Lines);
        Assert.Contains(Leavers, agreed.WithoutAgreedChange);
    }

    [Fact]
    public void Shares_of_channels_are_shares_of_the_repayment()
    {
        Assert.Equal(new ChannelShares(70.6m, 17.6m, 11.8m), ChannelShares.Compute(12_000, 3000, 2000));
        Assert.Null(ChannelShares.Compute(0, 0, 0));
        Assert.Null(ChannelShares.Compute(1000, -200, 0));
    }

    private static AgreedRepayment Compute(SocialMortgageContract contract) => AgreedRepayment.Compute(new ContractVersions(contract), Mortgage.Catalogue);
}
