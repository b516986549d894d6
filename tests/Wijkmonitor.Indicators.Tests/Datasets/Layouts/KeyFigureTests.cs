using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Tests.Datasets.Layouts;

/// <summary>Tables of key figures of districts and neighbourhoods of other years and layouts.</summary>
public sealed class KeyFigureTests
{
    [Theory]
    [InlineData("84583NED_UntypedDataSet_2019.csv", "ID;WijkenEnBuurten;AantalInwoners_5;HuishoudensTotaal_28;GemiddeldeWoningwaarde_35\n1;GM0153    ;500;250;240\n")]
    [InlineData("84286NED.csv", "Wijken en buurten;Regioaanduiding/Codering (code);Bevolking/Aantal inwoners (aantal);Bevolking/Particuliere huishoudens/Huishoudens totaal (aantal);Wonen/Gemiddelde woningwaarde (x 1 000 euro)\nEnschede;GM0153;500;250;240\n")]
    public void The_value_of_homes_is_read_by_its_older_name(string file, string text)
    {
        var reading = Reading.Read(Reading.Definition("kwb").ForFile(file), text);

        Assert.Equal(0, reading.Log.Errors);
        Assert.Equal(240_000, Assert.Single(reading.Observations).Values.Single(value => value.Indicator == "woz_value").Value.Number);
    }

    [Fact]
    public void Optional_topics_that_are_in_no_column_are_named()
    {
        var reading = Reading.Read(
            Reading.Definition("kwb").ForFile("84583NED_UntypedDataSet_2019.csv"), "ID;WijkenEnBuurten;AantalInwoners_5;HuishoudensTotaal_28;Koopwoningen_40\n1;GM0153    ;500;250;52\n");

        var summary = reading.Log.Tally.ToSummary();
        Assert.Equal(["woz_value", "corporation_homes", "income_per_resident"], summary.AbsentIndicators!);
        Assert.Contains("; niet in dit bestand: 'woz_value', 'corporation_homes', 'income_per_resident'.", ReadSummaryText.For(summary).Nl);
        Assert.Contains("; not in this file: 'woz_value', 'corporation_homes', 'income_per_resident'.", ReadSummaryText.For(summary).En);
    }

    [Fact]
    public void Observations_give_all_topics()
    {
        var reading = Reading.Read(
            Reading.Definition("kwb").ForFile("85984NED_Observations.csv"),
            "Id;Measure;ValueAttribute;Value;StringValue;WijkenEnBuurten\n0;T001036;None;159960;;GM0153\n1;1050010_2;None;76980;;GM0153\n2;M001642;None;297;;GM0153\n"
            + "3;1014800;None;43;;GM0153\n4;A047047;None;36;;GM0153\n5;M000224;None;27.6;;GM0153\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(
            [("residents", 159_960m), ("private_households", 76_980m), ("woz_value", 297_000m), ("owner_occupied_homes", 43m), ("corporation_homes", 36m), ("income_per_resident", 27_600m)],
            reading.Observations.Select(row => (row.Values[0].Indicator, row.Values[0].Value.Number!.Value)));
    }

    [Theory]
    [InlineData("\"Kerncijfers wijken en buurten 2023\"\n", "", "")]
    [InlineData("\"Kerncijfers wijken en buurten 2023\";\"\";\"\"\n", "", "")]
    [InlineData("", "Onderwerp", "")]
    [InlineData("\"Kerncijfers wijken en buurten 2023\"\n", "Onderwerp", "Onderwerp")]
    [InlineData("", "", "")]
    public void A_table_with_regions_as_columns_is_read_below_a_title(string title, string corner, string below)
    {
        var reading = Reading.Read(
            Reading.Definition("kwb").ForFile("kwb2023.csv"),
            $"{title}\"{corner}\";\"Wijken en buurten\";\"Enschede\"\n\"{below}\";\"Regioaanduiding|Codering (code)\";\"GM0153\"\n\"Bevolking|Aantal inwoners\";\"aantal\";159960\n"
            + "\"Bevolking|Particuliere huishoudens|Huishoudens totaal\";\"aantal\";76980\n\"Bron: CBS\"\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(
            [ObservedValue.Known(159_960), ObservedValue.Known(76_980)], Assert.Single(reading.Observations).Values.Select(value => value.Value));
    }

    [Fact]
    public void Another_unit_of_a_row_of_a_table_with_regions_as_columns_is_named()
    {
        var reading = Reading.Read(
            Reading.Definition("kwb").ForFile("kwb2023.csv"),
            "\"\";\"Wijken en buurten\";\"Enschede\"\n\"\";\"Regioaanduiding|Codering (code)\";\"GM0153\"\n\"Bevolking|Aantal inwoners\";\"aantal\";159960\n"
            + "\"Wonen|Gemiddelde WOZ-waarde van woningen\";\"euro\";260000\n");

        Assert.Equal((ProblemCodes.UnitWrong, "euro"), (reading.Problem.Code, reading.Problem.Value));
        Assert.Equal("residents", Assert.Single(Assert.Single(reading.Observations).Values).Indicator);
    }

    [Fact]
    public void Periods_as_columns_are_one_problem_with_the_way_to_export()
    {
        var problem = Reading.Read(
            Reading.Definition("ses-woa"),
            "\"SES-WOA\"\n\"\";\"\";\"Onderwerp\";\"Particuliere huishoudens\";\"Particuliere huishoudens\"\n\"\";\"\";\"Perioden\";\"2019\";\"2020\"\n"
            + "\"Wijken en buurten\";\"Regiocode (gemeente, wijk, buurt) (code)\";\"\";\"Aantal\";\"Aantal\"\n\"Kop Zeedijk\";\"BU03630000\";\"\";700;710\n\"Bron: CBS\"\n").Problem;

        Assert.Equal((ProblemCodes.ColumnMissing, "Perioden"), (problem.Code, problem.Column));
        Assert.Contains("in de rijen", problem.Remedy.Nl);
    }
}
