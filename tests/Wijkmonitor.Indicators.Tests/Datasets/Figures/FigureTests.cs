using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Tests.Datasets.Figures;

/// <summary>A number is read by the unit of its indicator.</summary>
public sealed class FigureTests
{
    private const string LongHeader = "area;period;indicator;value\n";

    private const string KwbHeader =
        "ID;WijkenEnBuurten;AantalInwoners_5;HuishoudensTotaal_28;GemiddeldeWOZWaardeVanWoningen_35;Koopwoningen_40;InBezitWoningcorporatie_42;GemiddeldInkomenPerInwoner_72\n";

    [Theory]
    [InlineData("159.960", "159960")]
    [InlineData("1.000", "1000")]
    [InlineData("-1.500", "-1500")]
    public void A_count_with_a_thousands_point_is_refused_with_the_right_notation(string written, string meant)
    {
        var problem = Long("inhabitants", written).Problem;

        Assert.Equal((ProblemCodes.CountNotWhole, 2, "value", written), (problem.Code, problem.Line, problem.Column, problem.Value));
        Assert.Contains(meant, problem.Remedy.Nl);
        Assert.Contains(meant, problem.Remedy.En);
    }

    [Theory]
    [InlineData("12.5")]
    [InlineData("0.25")]
    [InlineData("20100.505")]
    public void A_count_with_other_decimals_is_refused_without_a_guess(string written)
    {
        var problem = Long("inhabitants", written).Problem;

        Assert.Equal(ProblemCodes.CountNotWhole, problem.Code);
        Assert.DoesNotContain(written.Replace(".", ""), problem.Remedy.Nl);
    }

    [Fact]
    public void One_wrong_count_refuses_a_file_whatever_the_others_are()
    {
        var rows = string.Concat(Enumerable.Range(2000, 20).Select(year => $"GM0153;{year};inhabitants;159960\n"));

        var reading = Reading.Read("area-indicators", LongHeader + rows + "GM0153;2020;inhabitants;159.960\n");

        Assert.Equal((1, ProblemCodes.CountNotWhole, 22), (reading.Log.Errors, reading.Problem.Code, reading.Problem.Line));
    }

    [Theory]
    [InlineData("160000.0")]
    [InlineData("160000.00")]
    [InlineData("160000.000")]
    [InlineData("\u00A0160000")]
    public void A_count_with_zero_decimals_that_cannot_be_thousands_is_whole(string written)
    {
        var value = Assert.Single(Long("inhabitants", written).Observations).Values[0].Value;

        Assert.Equal(("160000", 160_000m), (value.Number!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), value.Number.Value));
    }

    [Theory]
    [InlineData("inhabitants", "1.6E+05")]
    [InlineData("inhabitants", "1,6E+05")]
    [InlineData("average_income", "2E+04")]
    public void A_count_or_amount_that_a_spreadsheet_shortened_is_refused(string indicator, string written)
    {
        var problem = Long(indicator, written).Problem;

        Assert.Equal(ProblemCodes.DigitsLost, problem.Code);
        Assert.Empty(Long(indicator, written).Items);
    }

    [Theory]
    [InlineData("1.355")]
    [InlineData("25.900")]
    public void The_message_about_an_amount_of_three_decimals_is_about_separators_and_not_rounding(string written) =>
        Assert.Equal(ProblemCodes.NumberSeparator, Long("average_income", written).Problem.Code);

    [Theory]
    [InlineData("12.4%")]
    [InlineData("12.4 %")]
    [InlineData("12.4\u00A0%")]
    public void A_percentage_may_have_its_sign(string written) =>
        Assert.Equal(12.4m, Long("social_assistance", written).Observations[0].Values[0].Value.Number);

    [Theory]
    [InlineData("burglaries")]
    [InlineData("inhabitants")]
    public void A_percent_sign_behind_another_figure_is_named(string indicator)
    {
        var problem = Long(indicator, "12%").Problem;

        Assert.Equal(ProblemCodes.NumberInvalid, problem.Code);
        Assert.Contains("procentteken", problem.Message.Nl);
    }

    [Fact]
    public void Scores_of_seventeen_digits_and_in_E_notation_are_read_as_published()
    {
        var reading = Reading.Read(
            "leefbaarometer",
            "wk_code,jaar,lbm,afw,fys,onv,soc,vrz,won\nWK015300,2020,4.310702457253576,0.20843760610989,5.578523858732957e-04,0.0540720803249676,0.00039944073780324535,0.1881726292809184,-3.47643966196711E-02\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(
            [4.310702457253576m, 0.20843760610989m, 0.0005578523858732957m, 0.0540720803249676m, 0.00039944073780324535m, 0.1881726292809184m, -0.0347643966196711m],
            reading.Observations[0].Values.Select(v => v.Value.Number!.Value));
    }

    [Theory]
    [InlineData("-99997")]
    [InlineData("-99995")]
    [InlineData("-99999999")]
    [InlineData("-99997.0")]
    [InlineData("-99997,0")]
    [InlineData("-9.9997E+04")]
    [InlineData("\u221299997")]
    [InlineData("  -99997 ")]
    public void A_missing_code_of_CBS_is_unknown_however_it_is_written(string written)
    {
        var reading = Kwb($"1;BU01530000;{written};250;{written};52;{written};{written}\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(
            [ObservedState.Unknown, ObservedState.Known, ObservedState.Unknown, ObservedState.Known, ObservedState.Unknown, ObservedState.Unknown],
            reading.Observations[0].Values.Select(v => v.Value.State));
        Assert.Equal([4], reading.Log.Tally.ToSummary().Symbols.Values);
    }

    [Fact]
    public void A_number_above_the_missing_codes_is_a_number()
    {
        Assert.Equal(ProblemCodes.ValueOutOfRange, Kwb("1;BU01530000;-99985;250;240;52;33;20\n").Problem.Code);
        Assert.Equal(-99_989_000, Kwb("1;BU01530000;1;250;240;52;33;-99989\n").Observations[0].Values[^1].Value.Number);
    }

    [Fact]
    public void Nothing_is_missing_by_a_number_where_the_dataset_does_not_say_so() =>
        Assert.Equal(-99_997, Long("average_income", "-99997").Observations[0].Values[0].Value.Number);

    [Fact]
    public void An_empty_cell_is_unknown_in_the_typed_form_and_not_applicable_in_the_untyped_one()
    {
        const string Rows = "1;BU01530000;500;250;;;33;\n";
        var typed = Reading.Read(Reading.Definition("kwb").ForFile("85318NED_TypedDataSet_01122022_101010.csv"), KwbHeader + Rows);
        var untyped = Reading.Read(Reading.Definition("kwb").ForFile("85318NED_UntypedDataSet_01122022_101010.csv"), KwbHeader + Rows);

        Assert.Equal(ObservedState.Unknown, typed.Observations[0].Values[2].Value.State);
        Assert.Equal(ObservedState.NotApplicable, untyped.Observations[0].Values[2].Value.State);
    }

    [Fact]
    public void A_layout_can_set_every_property_of_the_form()
    {
        const string Layout =
            """
            "layouts": [{ "title": { "nl": "anders", "en": "other" }, "fileName": "andere-vorm", "symbols": { "?": "unknown" }, "delimiter": "|", "decimalSeparator": ",", "thousandsSeparator": ".", "comment": "!",
              "encoding": "windows-1252", "quoting": "single", "missingAtOrBelow": -9 }], "boundaryYear": "period",
              "columns":
            """;
        var definition = Reading.Definition("area-indicators", ("\"boundaryYear\": \"period\",\n  \"columns\":", Layout)).ForFile("Andere-Vorm.csv");

        var reading = Reading.Read(
            definition,
            "! een opmerking\narea|period|indicator|value\n'GM0153'|2017|inhabitants|1.599\nGM0153|2018|inhabitants|?\nGM0153|2019|burglaries|5,5\nGM0153|2020|burglaries|-10\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(
            [ObservedValue.Known(1599), ObservedValue.Unknown, ObservedValue.Known(5.5m), ObservedValue.Unknown],
            reading.Observations.Select(row => row.Values[0].Value));
        Assert.Equal(new BilingualText("anders", "other"), reading.Log.Tally.ToSummary().Layout);
    }

    [Fact]
    public void A_layout_that_cannot_be_is_refused_by_its_name()
    {
        var exception = Assert.Throws<Wijkmonitor.Indicators.Configuration.ConfigurationException>(() =>
            Reading.Definition("ses-woa", ("\"decimalSeparator\": \",\"", "\"decimalSeparator\": \",\", \"thousandsSeparator\": \",\"")));

        Assert.Contains(exception.Errors, fault => fault.Message.En.Contains("'web export without statistical symbols'") && fault.Message.En.Contains("'thousandsSeparator'"));
    }

    [Fact]
    public void The_units_that_count_are_those_of_every_indicator_of_persons_homes_and_households() =>
        Assert.All(Reading.Catalogue.All.Where(indicator => indicator.Unit is "inhabitants" or "households" or "homes"), indicator => Assert.True(indicator.IsCount, indicator.Code));

    private static Reading Long(string indicator, string value) => Reading.Read("area-indicators", LongHeader + $"GM0153;2017;{indicator};{value}\n");

    private static Reading Kwb(string rows) => Reading.Read(Reading.Definition("kwb").ForFile("85318NED.csv"), KwbHeader + rows);
}
