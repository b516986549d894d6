using System.Collections.Frozen;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Tests.Datasets;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Target;

/// <summary>Files with progress.</summary>
public sealed class TargetRecordTests
{
    private static readonly string[] Municipalities = ["GM0014", "GM0114", "GM0153", "GM0344", "GM0637", "GM0917", "GM0935"];

    private const string Header = "area;subject;kind;segment;day;value;low;high;target_date;note\n";

    [Fact]
    public void A_row_is_named_by_its_subject_kind_segment_and_day()
    {
        var reading = Reading.Read("progress", Header + "GM0153;isolatie;measured;private;2019-12-31;30.5;;;;\n");

        Assert.Empty(reading.Log.Kept);
        var record = Assert.IsType<AreaRecordItem>(Assert.Single(reading.Items)).Record;
        Assert.Equal(("isolatie measured private 2019-12-31", new DateOnly(2019, 12, 31), 30.5m), (record.Reference, record.Date, record.GetDecimal("value")));
    }

    [Theory]
    [InlineData("isolatie;measured;;2019-12;30", "day", ProblemCodes.DateInvalid)]
    [InlineData("isolatie;measured;;2019;30", "day", ProblemCodes.DateInvalid)]
    [InlineData("isolatie;measured;;;30", "day", ProblemCodes.ValueMissing)]
    [InlineData("isolatie;measured;;9999-12-31;30", "day", ProblemCodes.DateInvalid)]
    [InlineData("isolatie;finished;;2019-12-31;30", "kind", ProblemCodes.ChoiceInvalid)]
    [InlineData("isolatie;;;2019-12-31;30", "kind", ProblemCodes.ValueMissing)]
    [InlineData("isolatie;measured;;2019-12-31;many", "value", ProblemCodes.NumberInvalid)]
    public void A_malformed_field_is_reported_by_line_and_column(string fields, string column, string code)
    {
        var problem = Reading.Read("progress", Header + $"GM0153;{fields};;;;\n").Problem;

        Assert.Equal((code, 2, column), (problem.Code, problem.Line, problem.Column));
        Assert.NotEmpty(problem.Remedy.Nl);
    }

    [Fact]
    public void Two_rows_about_the_same_are_refused()
    {
        var row = "GM0153;isolatie;measured;;2019-12-31;30;;;;\n";

        Assert.Equal((ProblemCodes.KeyDuplicate, 3), (Reading.Read("progress", Header + row + row).Problem.Code, Reading.Read("progress", Header + row + row).Problem.Line));
    }

    [Fact]
    public void The_samples_are_the_programmes_of_the_sources_and_of_an_invented_city()
    {
        var published = SampleDeliveries.All.Figures with { PublishedDatasets = new[] { TargetCards.Published }.ToFrozenSet(StringComparer.Ordinal) };
        var cards = ExampleKinds.GetRulesFiles("target").Select(file => ExampleKinds.Example("target", file: file))
            .SelectMany(kind => Municipalities.SelectMany(code => kind.Compute(published with { Municipality = AreaCode.Parse(code) })))
            .ToDictionary(card => (card.Subject!, card.Period.Year));

        Assert.Equal((17.9m, 4.75m, 36.6m), (Value("trichterveld", 2011, "done"), Value("trichterveld", 2011, "pace"), Value("trichterveld", 2011, "years-left")));
        Assert.Equal((54m, 8.8m), (Value("slim", 2017, "pace"), cards[("slim", 2017)].Line("leading").Figures["done-share"]));
        Assert.Equal((18m, 90.0m, 85.5m, 11.2m), (Value("inponden", 2017, "pace"), Value("inponden", 2017, "on-track"), Value("zonnepanelen", 2017, "leading-share"), Value("zonnepanelen", 2017, "stock-share")));
        Assert.Equal((2693m, 897m), (Value("transformatieopgave", 2017, "part-private"), Value("transformatieopgave", 2017, "part-other")));
        Assert.Equal((3.33m, 70.0m, 5.1m), (Value("emmerhout-gasvrij", 2017, "required-pace-corporation"), Value("palenstein-gasvrij", 2017, "reachable"), Value("nul-op-de-meter", 2020, "done")));
        Assert.Equal((1.43m, 73.1m), (Value("label-b-voorbeeld", 2018, "value"), Value("isolatie-voorbeeld", 2019, "on-track")));
        Assert.True(cards[("isolatie-voorbeeld", 2020)].Finds("target-revised"));

        decimal? Value(string subject, int year, string line) => cards[(subject, year)].Line(line).Value;
    }

    [Theory]
    [InlineData(-5, null)]
    [InlineData(null, -5)]
    public void A_count_below_zero_is_named_and_does_not_count(int? value, int? low)
    {
        var card = new TargetCards().Subject().Measured("2017-12-31", 40).Measured("2018-12-31", value, low).Card();

        Assert.Equal((2017, 40m, true), (card.Period.Year, card.Line("value").Value, card.Finds("negative-count")));
    }

    [Fact]
    public void A_level_of_something_else_may_be_below_zero() =>
        Assert.Equal(-5m, TargetCards.Plain().Subject().Measured("2015-01-01", -5).Card().Line("value").Value);
}
