using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Tests.Datasets.Definitions;

/// <summary>Definitions of several datasets that deliver one indicator.</summary>
public sealed class PrecedenceDefinitionTests
{
    private const string Indicator = "social_assistance";
    private static readonly DatasetDefinition First = Reading.Definition("area-indicators");

    [Fact]
    public void The_later_of_two_undeclared_datasets_is_faulty()
    {
        var definitions = new DatasetDefinitions([Like("other", Indicator, "inhabitants"), First]);

        Assert.Equal(["area-indicators"], definitions.All.Select(definition => definition.Id));
        var faulty = definitions.FindFaulty("other")!;
        Assert.Equal("other.json", faulty.File);
        Assert.Equal(["indicators[0]", "indicators[1]"], faulty.Faults.Select(fault => fault.Field));
        Assert.All([faulty.Faults[0].Message.Nl, faulty.Faults[0].Message.En], text => Assert.All([Indicator, "'area-indicators'", "'other'"], name => Assert.Contains(name, text)));
        Assert.Contains("\"precedence\": { \"social_assistance\": [", faulty.Faults[0].Remedy!.Nl);
    }

    [Theory]
    [InlineData("aaa")]
    [InlineData("zzz")]
    public void The_owner_of_an_indicator_survives_a_clash_whatever_the_other_is_called(string id)
    {
        var definitions = new DatasetDefinitions([Like(id, Indicator), First], catalogue: Reading.Catalogue);

        Assert.Equal(["area-indicators"], definitions.All.Select(definition => definition.Id));
        Assert.Equal(id, Assert.Single(definitions.Faulty).Id);
    }

    [Fact]
    public void Several_may_deliver_one_indicator_where_one_of_them_declares_the_order()
    {
        var definitions = new DatasetDefinitions([First, Like("other", Indicator), Declaring("third", "third", "other", "area-indicators")]);

        Assert.Empty(definitions.Faulty);
        Assert.Equal(["third", "other", "area-indicators"], definitions.Precedence.GetDatasets(Indicator).Select(dataset => dataset.Dataset));
        Assert.Equal(["area-indicators"], definitions.Precedence.GetDatasets("inhabitants").Select(dataset => dataset.Dataset));
    }

    [Fact]
    public void An_order_that_leaves_a_dataset_out_or_differs_from_another_is_a_clash()
    {
        var unnamed = new DatasetDefinitions([First, Declaring("other", "other")]);
        var differing = new DatasetDefinitions([First, Declaring("other", "other", "area-indicators", "third"), Declaring("third", "third", "other", "area-indicators")]);

        Assert.Contains("'area-indicators'", Assert.Single(unnamed.FindFaulty("other")!.Faults).Message.Nl);
        Assert.Contains("'third'", Assert.Single(Assert.Single(differing.Faulty).Faults).Message.Nl);
        Assert.Equal(["area-indicators", "other"], differing.All.Select(definition => definition.Id));
    }

    [Fact]
    public void Two_definitions_of_one_id_leave_the_first_in_effect()
    {
        var definitions = new DatasetDefinitions([First, First with { Owner = "somebody else" }]);

        Assert.Equal(First.Owner, definitions.Find("area-indicators")!.Owner);
        Assert.Equal("id", Assert.Single(Assert.Single(definitions.Faulty).Faults).Field);
        Assert.Null(definitions.FindFaulty("area-indicators"));
    }

    [Theory]
    [InlineData("{ \"burglaries\": [{ \"dataset\": \"kwb\" }] }", "'kwb'")]
    [InlineData("{ \"residents\": [{ \"dataset\": \"other\" }] }", "'kwb'")]
    [InlineData("{ \"residents\": [{ \"dataset\": \"kwb\", \"from\": \"2020\", \"to\": \"2019\" }] }", "'from'")]
    public void An_order_that_is_wrong_is_refused_by_the_name_of_the_field(string precedence, string named)
    {
        var exception = Assert.Throws<ConfigurationException>(() => Reading.Definition("kwb", ("\"format\": \"statline\"", $"\"precedence\": {precedence}, \"format\": \"statline\"")));

        Assert.Contains(exception.Errors, fault => fault.Field == "precedence" && (fault.Message.Nl.Contains(named) || fault.Message.Nl.Contains("burglaries")));
    }

    [Fact]
    public void A_definition_with_an_order_is_kept_as_it_is_read()
    {
        var definition = Reading.Definition("kwb", ("\"format\": \"statline\"", "\"precedence\": { \"residents\": [{ \"dataset\": \"kwb\", \"from\": \"2019\" }, { \"dataset\": \"a\" }] }, \"format\": \"statline\""));

        using var again = new MemoryStream(definition.ToJson());

        Assert.Equal(
            [new RankedDataset("kwb", new Period(2019)), new RankedDataset("a")],
            DatasetDefinition.Read(again, "kwb.json", Reading.Catalogue).Precedence!["residents"]);
    }

    private static DatasetDefinition Like(string id, params string[] indicators) => First with { Id = id, Indicators = indicators };

    private static DatasetDefinition Declaring(string id, params string[] order) => Like(id, Indicator) with
    {
        Precedence = new Dictionary<string, IReadOnlyList<RankedDataset>>(StringComparer.Ordinal) { [Indicator] = [.. order.Select(dataset => new RankedDataset(dataset))] },
    };
}
