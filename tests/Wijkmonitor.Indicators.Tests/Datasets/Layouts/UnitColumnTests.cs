using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Tests.Datasets.Layouts;

/// <summary>Columns in which rows state the unit of their figures. All figures here are invented.</summary>
public sealed class UnitColumnTests
{
    [Theory]
    [InlineData("eenheid", "x 1 000", "inhabitants")]
    [InlineData("Unit", "thousands", "inhabitants")]
    [InlineData("Maateenheid", "1000 inwoners", "inhabitants")]
    [InlineData("eenheid", "%", "inhabitants")]
    [InlineData("eenheid", "mln", "burglaries")]
    public void A_row_with_another_unit_than_its_figure_is_read_in_refuses_the_file(string column, string unit, string indicator)
    {
        var problem = Reading.Read("area-indicators", $"area;period;indicator;value;{column}\nGM0153;2017;{indicator};160;{unit}\nGM0153;2018;{indicator};161;{unit}\n").Problem;

        Assert.Equal((ProblemCodes.UnitWrong, ProblemSeverity.Error, 2, column, unit), (problem.Code, problem.Severity, problem.Line, problem.Column, problem.Value));
        Assert.Contains($"'{indicator}'", problem.Message.Nl);
        Assert.DoesNotContain("Laat haar weg", problem.Remedy.Nl);
    }

    [Theory]
    [InlineData("k€", "average_income")]
    [InlineData("keuro", "average_income")]
    [InlineData("K EUR", "average_income")]
    [InlineData("EUR k", "average_income")]
    [InlineData("tsd euro", "average_income")]
    [InlineData("m€", "average_income")]
    [InlineData("honderden", "average_income")]
    [InlineData("x 100", "average_income")]
    [InlineData("x 10 000", "average_income")]
    [InlineData("x 100 euro", "average_income")]
    [InlineData("eurocent", "average_income")]
    [InlineData("promille", "social_assistance")]
    [InlineData("\u2030", "social_assistance")]
    [InlineData("fractie", "social_assistance")]
    [InlineData("aantal", "social_assistance")]
    [InlineData("per 1000", "social_assistance")]
    [InlineData("per 100", "burglaries")]
    [InlineData("%", "burglaries")]
    [InlineData("per 10.000", "burglaries")]
    [InlineData("per 100.000 inwoners", "burglaries")]
    [InlineData("aantal", "burglaries")]
    [InlineData("per 1 000 inwoners", "inhabitants")]
    public void A_rate_or_multiple_that_an_indicator_is_not_read_in_refuses_the_file(string unit, string indicator)
    {
        var problem = Reading.Read("area-indicators", $"area;period;indicator;value;eenheid\nGM0153;2017;{indicator};6;{unit}\n").Problem;

        Assert.Equal((ProblemCodes.UnitWrong, ProblemSeverity.Error, unit), (problem.Code, problem.Severity, problem.Value));
        Assert.Contains($"'{unit}'", problem.Message.En);
    }

    [Theory]
    [InlineData("euro", "average_income")]
    [InlineData("EUR", "average_income")]
    [InlineData("%", "social_assistance")]
    [InlineData("procent", "social_assistance")]
    [InlineData("% van de huishoudens", "social_assistance")]
    [InlineData("huishoudens", "social_assistance")]
    [InlineData("per 1.000", "burglaries")]
    [InlineData("per duizend inwoners", "burglaries")]
    [InlineData("aantal per 1000", "burglaries")]
    [InlineData("cijfer", "public_space_grade")]
    public void A_rate_or_amount_that_an_indicator_is_read_in_is_no_problem(string unit, string indicator)
    {
        var reading = Reading.Read("area-indicators", $"area;period;indicator;value;eenheid\nGM0153;2017;{indicator};6;{unit}\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(6, Assert.Single(Assert.Single(reading.Observations).Values).Value.Number);
    }

    [Theory]
    [InlineData("aantal", "inhabitants")]
    [InlineData("personen", "inhabitants")]
    [InlineData("per 1 000 inwoners", "burglaries")]
    [InlineData("", "inhabitants")]
    [InlineData("Eenheid Oost-Nederland", "inhabitants")]
    public void A_unit_that_fits_is_no_problem_and_named_as_not_accepted(string unit, string indicator)
    {
        var reading = Reading.Read("area-indicators", $"area;period;indicator;value;eenheid\nGM0153;2017;{indicator};160;{unit}\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Single(reading.Observations);
        Assert.Contains("eenheid", reading.Log.Tally.ToSummary().IgnoredColumns);
    }

    [Theory]
    [InlineData("x 1 000", 1)]
    [InlineData("x 1 000 euro", 0)]
    [InlineData("euro", 1)]
    [InlineData("aantal", 0)]
    public void A_unit_of_the_rows_of_a_table_is_compared_with_the_figures_that_it_can_be_about(string unit, int errors)
    {
        var reading = Reading.Read(
            Reading.Definition("kwb").ForFile("kwb2022.csv"),
            "\"Wijken en buurten\";\"Regioaanduiding/Codering (code)\";\"Bevolking/Aantal inwoners (aantal)\";\"Inkomen/Inkomen van personen/Gemiddeld inkomen per inwoner (x 1 000 euro)\";\"Eenheid\"\n"
            + $"\"Enschede\";\"GM0153\";160;26,1;\"{unit}\"\n");

        Assert.Equal(errors == 0 ? [] : [ProblemCodes.UnitWrong], reading.Log.Kept.Select(problem => problem.Code));
    }

    [Fact]
    public void A_unit_column_that_the_definition_names_is_its_own_affair() => Assert.Empty(Reading.Read(
        Own.Definition("\"decimalSeparator\": \".\", \"topics\": [{ \"column\": \"v\", \"indicator\": \"residents\" }], \"ignoredColumns\": { \"eenheid\": \"old\" }"),
        "code;jaar;v;eenheid\nGM0153;2019;5;x 1 000\n").Log.Kept);
}
