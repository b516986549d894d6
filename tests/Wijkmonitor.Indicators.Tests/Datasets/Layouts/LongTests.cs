using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Tests.Datasets.Layouts;

public sealed class LongTests
{
    [Fact]
    public void Each_row_is_one_value_with_its_line()
    {
        var reading = Reading.Read("area-indicators", "# a comment\narea;period;indicator;value\nCU0153-dolphia;2016;early_school_leavers;15.9\nGM0153;2016;early_school_leavers;.\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(
            [new IndicatorValue("early_school_leavers", ObservedValue.Known(15.9m), 3), new IndicatorValue("early_school_leavers", ObservedValue.Unknown, 4)],
            reading.Observations.SelectMany(row => row.Values));
    }

    [Fact]
    public void A_file_can_name_its_boundary_year()
    {
        var reading = Reading.Read("area-indicators", "area;period;indicator;value;boundary_year\nGM0153;2017;burglaries;5;2016\n");

        Assert.Equal(2016, Assert.Single(reading.Observations).BoundaryYear);
    }

    [Fact]
    public void Without_a_boundary_year_the_boundaries_are_those_of_the_period()
    {
        var reading = Reading.Read("area-indicators", "area;period;indicator;value\nGM0153;2017;burglaries;5\n");

        Assert.Equal(2017, Assert.Single(reading.Observations).BoundaryYear);
    }

    [Fact]
    public void An_indicator_outside_the_dataset_is_refused_with_the_known_ones()
    {
        var reading = Reading.Read("area-indicators", "area;period;indicator;value\nGM0153;2017;inbraken;5\n");

        Assert.Equal((ProblemCodes.IndicatorUnknown, 2, "inbraken"), (reading.Problem.Code, reading.Problem.Line, reading.Problem.Value));
        Assert.Contains("burglaries", reading.Problem.Remedy.Nl);
    }

    [Fact]
    public void The_same_value_twice_is_a_duplicate_key()
    {
        var reading = Reading.Read("area-indicators", "area;period;indicator;value\nGM0153;2017;burglaries;5\nGM0153;2018;burglaries;5\nGM0153;2017;burglaries;6\n");

        Assert.Equal((ProblemCodes.KeyDuplicate, 4, "GM0153 2017 burglaries"), (reading.Problem.Code, reading.Problem.Line, reading.Problem.Value));
    }

    [Fact]
    public void Money_has_no_parts_of_a_cent()
    {
        var reading = Reading.Read("area-indicators", "area;period;indicator;value\nGM0153;2017;average_income;20100.505\n");

        Assert.Equal((ProblemCodes.NumberTooPrecise, 2), (reading.Problem.Code, reading.Problem.Line));
    }

    [Theory]
    [InlineData("1.500")]
    [InlineData("12.000")]
    public void Money_with_three_decimals_is_refused_because_it_may_mean_thousands(string amount)
    {
        var reading = Reading.Read("operation", $"contract;reference;date;description;amount\ndolphia;1;2017-01-01;rent;{amount}\n");

        Assert.Empty(reading.Items);
        Assert.Equal((ProblemCodes.NumberSeparator, 2, "amount"), (reading.Problem.Code, reading.Problem.Line, reading.Problem.Column));
    }

    [Fact]
    public void An_empty_value_is_not_a_symbol() =>
        Assert.Equal(ProblemCodes.ValueMissing, Reading.Read("area-indicators", "area;period;indicator;value\nGM0153;2017;burglaries;\n").Problem.Code);

    [Fact]
    public void Minus_one_is_a_value() =>
        Assert.Equal(-1, Reading.Read("area-indicators", "area;period;indicator;value\nGM0153;2017;burglaries;-1\n").Observations[0].Values[0].Value.Number);

    [Fact]
    public void The_first_thousand_problems_are_kept_and_all_are_counted()
    {
        var rows = string.Concat(Enumerable.Range(0, 1500).Select(i => $"GM0153;2017;no_{i};5\n"));

        var reading = Reading.Read("area-indicators", "area;period;indicator;value\n" + rows);

        Assert.Equal(1000, reading.Log.Kept.Count);
        Assert.Equal(1500, reading.Log.Errors);
        Assert.Equal(1500, reading.Log.CountByCode[ProblemCodes.IndicatorUnknown]);
    }

    [Fact]
    public void A_code_with_a_number_behind_it_is_the_topic_with_any_number()
    {
        var reading = Reading.Read(Numbered(1), "code;jaar;i;v\nGM0153;2019;V000_5;5\nGM0141;2019;V000_61;6\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal([5m, 6m], reading.Observations.Select(row => row.Values[0].Value.Number!.Value));
    }

    [Theory]
    [InlineData("V000_*")]
    [InlineData("V000")]
    [InlineData("V0000_5")]
    public void The_text_of_a_definition_is_no_code(string code) =>
        Assert.Equal(ProblemCodes.IndicatorUnknown, Reading.Read(Numbered(1), $"code;jaar;i;v\nGM0153;2019;{code};5\n").Problem.Code);

    [Fact]
    public void A_remedy_names_no_more_codes_than_can_be_read()
    {
        var problem = Reading.Read(Numbered(10), "code;jaar;i;v\nGM0153;2019;X;5\n").Problem;
        var many = RowProblems.IndicatorUnknown(1, "i", "X", [.. Enumerable.Range(0, 700).Select(i => $"V{i}")]);

        Assert.Contains("'V000_*', 'V001_*'", problem.Remedy.Nl);
        Assert.EndsWith("'V39', ….", many.Remedy.En);
    }

    private static DatasetDefinition Numbered(int topics) => Own.WithColumns(
        "\"format\": \"long\", \"decimalSeparator\": \".\", \"columns\": { \"area\": \"code\", \"period\": \"jaar\", \"indicator\": \"i\", \"value\": \"v\" }, \"topics\": ["
        + string.Join(", ", Reading.Catalogue.All.Take(topics).Select((indicator, i) => $$"""{ "column": "V00{{i}}_*", "indicator": "{{indicator.Code}}" }""")) + "]");
}
