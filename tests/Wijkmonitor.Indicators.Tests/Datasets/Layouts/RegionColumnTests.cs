using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Tests.Datasets.Layouts;

/// <summary>Tables with a column for each region, in the ways in which StatLine writes their labels. All figures here are invented.</summary>
public sealed class RegionColumnTests
{
    [Fact]
    public void A_label_with_its_unit_behind_it_is_the_topic_below_its_heading()
    {
        var reading = Read(
            """
            "Kerncijfers wijken en buurten 2022"
            "Onderwerp";"";"Enschede";"Almelo"
            "Wijken en buurten";"";"Enschede";"Almelo"
            "Regioaanduiding";"Codering (code)";"GM0153";"GM0141"
            "Bevolking";"Aantal inwoners (aantal)";159960;10105
            "";"Particuliere huishoudens/Huishoudens totaal (aantal)";76980;5000
            "Inkomen";"Inkomen van personen/Gemiddeld inkomen per inwoner (x 1 000 euro)";26,1;27,3

            """);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal([159960, 76980, 26100], reading.Observations[0].Values.Select(value => value.Value.Number!.Value));
        Assert.Equal([10105, 5000, 27300], reading.Observations[1].Values.Select(value => value.Value.Number!.Value));
    }

    [Fact]
    public void Codes_below_the_names_of_regions_are_no_header_of_a_table_in_rows()
    {
        var reading = Read(
            """
            "Kerncijfers wijken en buurten 2022"
            "";"Wijken en buurten";"Nederland";"Enschede";"Almelo"
            "Regioaanduiding/Codering (code)";"";"NL00";"GM0153";"GM0141"
            "Bevolking/Aantal inwoners";"aantal";17590672;159960;10105
            "Inkomen/Inkomen van personen/Gemiddeld inkomen per inwoner";"x 1 000 euro";30,1;26,1;
            "Bron: CBS"

            """);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal([("GM0153", 159960m), ("GM0141", 10105m)], reading.Observations.Select(row => (row.Area.Value, row.Values[0].Value.Number!.Value)));
    }

    [Theory]
    [InlineData("\"Onderwerp\";\"Eenheid\"", "\"Regioaanduiding/Codering (code)\";\"\"")]
    [InlineData("\"Wijken en buurten\";\"Eenheid\"", "\"Regioaanduiding/Codering (code)\";\"\"")]
    [InlineData("\"\";\"\"", "\"Regioaanduiding/Codering (code)\";\"\"")]
    [InlineData("\"\";\"\"", "\"\";\"\"")]
    [InlineData("\"Onderwerp\";\"Eenheid\"", "\"Onderwerp\";\"Eenheid\"")]
    public void The_row_above_the_codes_names_the_areas_where_it_has_no_label_of_its_own(string corner, string codes)
    {
        var reading = Read(
            $"""
            "Kerncijfers wijken en buurten 2022"
            {corner};"Enschede";"Almelo"
            {codes};"GM0153";"GM0141"
            "Bevolking/Aantal inwoners (aantal)";"aantal";"159960";"10105"
            "Inkomen/Inkomen van personen/Gemiddeld inkomen per inwoner (x 1 000 euro)";"x 1 000 euro";"26,1";"27,3"

            """);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal([159960, 26100], reading.Observations[0].Values.Select(value => value.Value.Number!.Value));
        Assert.Equal([10105, 27300], reading.Observations[1].Values.Select(value => value.Value.Number!.Value));
        Assert.Equal(["Enschede", "Almelo"], reading.Items.OfType<AreaItem>().Select(item => item.Area.Name));
    }

    [Fact]
    public void Figures_of_areas_without_names_are_never_named_as_columns()
    {
        var problem = Read("\"Onderwerp\";\"GM0153\";\"GM0141\"\n\"Bevolking/Aantal inwoners (aantal)\";\"159960\";\"10105\"\n").Problem;

        Assert.Equal(ProblemCodes.ColumnMissing, problem.Code);
        Assert.DoesNotContain("159960", problem.Message.Nl);
    }

    [Fact]
    public void A_topic_that_is_empty_for_all_areas_is_unknown_and_no_note()
    {
        var reading = Read(
            """
            "Wijken en buurten";"Enschede";"Almelo"
            "Regioaanduiding/Codering (code)";"GM0153";"GM0141"
            "Bevolking/Aantal inwoners (aantal)";"159960";"10105"
            "Inkomen/Inkomen van personen/Gemiddeld inkomen per inwoner (x 1 000 euro)";"";""

            """);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal([(true, 159960m), (false, 0)], reading.Observations[0].Values.Select(value => (value.Value.Number is not null, value.Value.Number ?? 0)));
        Assert.DoesNotContain(reading.Log.Tally.ToSummary().Skipped, skipped => skipped.Kind == SkippedKinds.Footer);
    }

    [Theory]
    [InlineData("GM0153\u00A0")]
    [InlineData("\u00A0GM0153")]
    [InlineData("GM0153\u202F")]
    [InlineData("\tGM0153")]
    public void A_code_may_have_any_white_space_around_it(string code)
    {
        var reading = Reading.Read("area-indicators", $"area;period;indicator;value\n{code};2017\u00A0;burglaries\u00A0;5\n\u00A0NL00\u00A0;2017;burglaries;5\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal("GM0153", Assert.Single(reading.Observations).Area.Value);
        Assert.Equal(SkippedKinds.LargerArea, Assert.Single(reading.Log.Tally.ToSummary().Skipped).Kind);
    }

    private static Reading Read(string text) => Reading.Read(Reading.Definition("kwb").ForFile("tabel 2022.csv"), text);
}
