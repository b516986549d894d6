using System.Text;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Drafts;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Tests.Datasets.Figures;

public sealed class TopicYearTests
{
    private const string Income = "\"column\": \"GemiddeldInkomenPerInwoner_*\", \"indicator\": \"income_per_resident\", \"required\": false,";
    private const string Header = "WijkenEnBuurten;Codering_3;IndelingswijzigingGemeenteWijkBuurt_4;AantalInwoners_5;HuishoudensTotaal_29;GemiddeldInkomenPerInwoner_{0}\n";

    [Theory]
    [InlineData("85318NED.csv", "78", "average_income")]
    [InlineData("85984NED.csv", "83", "income_per_resident")]
    public void A_redefined_topic_maps_to_another_indicator_by_year(string name, string number, string indicator)
    {
        var definition = Define(name, (Income, Income + " \"firstYear\": 2024,"),
            ("\"topics\": [", "\"topics\": [\n    { \"column\": \"GemiddeldInkomenPerInwoner_*\", \"indicator\": \"average_income\", \"lastYear\": 2023, \"unit\": \"x 1 000 euro\", \"factor\": 1000 },"));

        var reading = Reading.Read(definition, string.Format(null, CompositeFormat.Parse(Header), number) + "GM0153    ;GM0153    ;.;   161455;    80000;    28.4\n");

        Assert.Equal(0, reading.Log.Errors);
        Assert.Equal(["residents", "private_households", indicator], Assert.Single(reading.Observations).Values.Select(value => value.Indicator).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void A_topic_of_other_years_is_not_missing()
    {
        var definition = Define("85984NED.csv", ("\"column\": \"HuishoudensTotaal_*\",", "\"column\": \"HuishoudensTotaal_*\", \"lastYear\": 2023,"));

        var reading = Reading.Read(definition, "WijkenEnBuurten;AantalInwoners_5\nGM0153    ;   161455\n");

        Assert.Equal(0, reading.Log.Errors);
        Assert.Equal(["residents"], Assert.Single(reading.Observations).Values.Select(value => value.Indicator));
    }

    [Theory]
    [InlineData("\"firstYear\": 2024, \"lastYear\": 2023,")]
    [InlineData("\"firstYear\": 24,")]
    public void Years_in_another_order_or_form_are_a_fault(string years) =>
        Assert.Contains("firstYear", Assert.Throws<ConfigurationException>(() => Reading.Definition("kwb", (Income, $"{Income} {years}"))).Message);

    [Fact]
    public void A_topic_that_need_not_be_there_is_not_missed_in_the_first_release()
    {
        var reading = Reading.Read(Define("85984NED.csv"), "WijkenEnBuurten;AantalInwoners_5;HuishoudensTotaal_29\nGM0153    ;   161455;    80000\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(2, Assert.Single(reading.Observations).Values.Count);
    }

    [Fact]
    public void Changed_areas_break_their_series_and_go_into_a_draft_crosswalk()
    {
        var reading = Reading.Read(Define("85984NED.csv"), string.Format(null, CompositeFormat.Parse(Header), "78")
            + "GM0153    ;GM0153    ;         .;   161455;    80000;    28.4\nWK015300  ;WK015300  ;         3;    1000;    500;    28.4\n"
            + "BU01530001;BU01530001;         2;    1000;    500;    28.4\nBU01530000;BU01530000;         1;    1000;    500;    28.4\n");
        var draft = new DraftCrosswalk();
        Assert.All(reading.Observations, draft.Add);
        using var written = new MemoryStream();
        draft.WriteTo(written);

        Assert.Equal([FigureStatus.None, FigureStatus.SeriesBreak, FigureStatus.SeriesBreak, FigureStatus.None], reading.Observations.Select(row => row.Status));
        Assert.Equal("from_year;from_code;to_year;to_code;share\n2023;;2024;BU01530001;\n2023;;2024;WK015300;\n", Encoding.UTF8.GetString(written.ToArray()));
        Assert.NotEqual(0, Reading.Read("crosswalks", written.ToArray()).Log.Errors);
    }

    private static DatasetDefinition Define(string name, params (string From, string To)[] changes) => Reading.Definition("kwb", changes).ForFile(name);
}
