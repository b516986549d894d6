using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Tests.Datasets.Areas;

/// <summary>Figures next to the codes of smaller areas, which they may be about. All figures here are invented.</summary>
public sealed class SmallerAreaTests
{
    private const string Liveability = ",versie,jaar,lbm,afw,fys,onv,soc,vrz,won\n";
    private const string Scores = ",Leefbaarometer 3.0,2022,4.102,-0.049,-0.020,-0.095,-0.033,0.127,-0.028\n";

    [Theory]
    [InlineData("wk_code,wk_naam,buurt", "WK020213,Centrum,BU02021368", "WK020213", "BU02021368")]
    [InlineData("gm_code,gm_naam,Buurtcode", "GM0202,Arnhem,2021368", "GM0202", "BU02021368")]
    [InlineData("gm_code,gm_naam,gebied", "GM0202,Arnhem,WK020213", "GM0202", "WK020213")]
    public void Figures_of_a_wide_file_are_not_those_of_a_larger_area(string header, string row, string area, string smaller)
    {
        var problem = Reading.Read("leefbaarometer", header + Liveability + row + Scores).Log.Kept.Single(problem => problem.Severity == ProblemSeverity.Error);

        Assert.Equal((ProblemCodes.AreaCodeInvalid, 2, area), (problem.Code, problem.Line, problem.Value));
        Assert.Contains($"'{header.Split(',')[2]}' zegt {smaller}", problem.Message.Nl);
        Assert.Contains($"put that code in '{header.Split(',')[0]}'", problem.Remedy.En);
    }

    [Fact]
    public void Neighbourhoods_of_one_district_are_reported_once_and_are_no_repeated_rows()
    {
        const string Rows = "GM0202,Arnhem,BU02021368" + Scores + "GM0202,Arnhem,BU02021369" + Scores + "GM0202,Arnhem,BU02021370" + Scores;

        var problem = Reading.Read("leefbaarometer", "gm_code,gm_naam,Buurtcode" + Liveability + Rows).Log.Kept.Single(p => p.Severity == ProblemSeverity.Error);

        Assert.Equal((ProblemCodes.AreaCodeInvalid, 2), (problem.Code, problem.Line));
    }

    [Fact]
    public void Figures_of_a_long_file_are_not_those_of_a_larger_area()
    {
        var reading = Reading.Read("area-indicators", "area;period;indicator;value;buurtcode\nGM0153;2022;burglaries;5.4;BU01530000\n");

        Assert.Equal(ProblemCodes.AreaCodeInvalid, reading.Log.Kept.Single(problem => problem.Severity == ProblemSeverity.Error).Code);
        Assert.Empty(reading.Observations);
    }

    [Theory]
    [InlineData("gm_code", "GM0202")]
    [InlineData("gemeente", "GM0202")]
    [InlineData("wijk", "WK020213")]
    [InlineData("buurt", "BU02021368")]
    [InlineData("naast", "BU03630000")]
    [InlineData("wijkinkomen", "2021369")]
    [InlineData("buurtcode", "")]
    public void A_larger_area_or_the_same_or_one_elsewhere_is_no_contradiction(string column, string value)
    {
        var reading = Reading.Read("area-indicators", $"area;period;indicator;value;{column}\nBU02021368;2022;burglaries;5.4;{value}\n");

        Assert.Equal(0, reading.Log.Errors);
        Assert.Equal(5.4m, Assert.Single(reading.Observations).Values[0].Value.Number);
    }

    [Fact]
    public void Figures_in_a_column_named_after_districts_are_no_codes()
    {
        var reading = Reading.Read("area-indicators", "area;period;indicator;value;wijkinkomen\nGM1234;2022;burglaries;5.4;123401\n");

        Assert.Equal(0, reading.Log.Errors);
        Assert.Single(reading.Observations);
    }

    [Theory]
    [InlineData("0.00", "0.00", 0)]
    [InlineData("4102", "-0.049", 1)]
    [InlineData("4.102", "-49", 1)]
    public void A_score_that_lost_its_decimal_point_is_refused(string score, string deviation, int errors)
    {
        var reading = Reading.Read("leefbaarometer", "gm_code,gm_naam" + Liveability + $"GM0202,Arnhem,Leefbaarometer 3.0,2022,{score},{deviation},0,0,0,0,0\n");

        Assert.Equal(errors, reading.Log.Errors);
        Assert.All(reading.Log.Kept.Where(problem => problem.Severity == ProblemSeverity.Error), problem => Assert.Equal((ProblemCodes.ValueOutOfRange, 2), (problem.Code, problem.Line)));
    }
}
