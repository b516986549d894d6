using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Tests.Datasets.Areas;

/// <summary>Records about areas whose fields name them and say their day.</summary>
public sealed class KeyedRecordTests
{
    private const string Header = "area;subject;segment;period;stage;entered;left;on_time;late;visits;persons\n";

    [Theory]
    [InlineData("2017", "2017-12-31")]
    [InlineData("2017-Q1", "2017-03-31")]
    [InlineData("2017-02", "2017-02-28")]
    [InlineData("2017-W05", "2017-02-05")]
    public void A_record_has_a_reference_of_its_fields_and_the_last_day_of_its_period(string period, string day)
    {
        var reading = Reading.Read("pipeline-counts", Header + $"GM0637;emma;;{period};reported;20;;;;;\n");

        Assert.Empty(reading.Log.Kept);
        var record = Assert.IsType<AreaRecordItem>(Assert.Single(reading.Items)).Record;
        Assert.Equal(($"emma {period} - reported", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), (record.Reference, record.Date));
        Assert.Equal(["entered=20", $"period={period}", "stage=reported", "subject=emma"], record.Fields.Select(field => $"{field.Key}={field.Value}"));
    }

    [Fact]
    public void A_row_about_the_same_is_reported_with_its_fields()
    {
        var problem = Reading.Read("pipeline-counts", Header + "GM0637;emma;;2017-01;reported;20;;;;;\nGM0637;emma;;2017-01;reported;21;;;;;\n").Problem;

        Assert.Equal((ProblemCodes.KeyDuplicate, 3, "subject+period+segment+stage"), (problem.Code, problem.Line, problem.Column));
    }

    [Fact]
    public void A_month_in_a_yearly_record_is_refused_by_line_and_column_with_a_remedy()
    {
        var yearly = Reading.Definition("pipeline-counts", ("[\"year\", \"quarter\", \"month\", \"week\"]", "[\"year\"]"));
        var problem = Reading.Read(yearly, Header + "GM0637;emma;;2017-01;reported;20;;;;;\n").Problem;

        Assert.Equal((ProblemCodes.PeriodUndeclared, 2, "period", "2017-01"), (problem.Code, problem.Line, problem.Column, problem.Value));
        Assert.Contains("neemt alleen jaren", problem.Message.Nl);
        Assert.Contains("'month'", problem.Remedy.En);
    }

    [Theory]
    [InlineData("emma;;january;reported", "period", ProblemCodes.PeriodInvalid)]
    [InlineData("Meldpunt EMMA;;2017-01;reported", "subject", ProblemCodes.CodeInvalid)]
    [InlineData("emma;Noord/Zuid;2017-01;reported", "segment", ProblemCodes.CodeInvalid)]
    [InlineData("emma;;2017-01;", "stage", ProblemCodes.ValueMissing)]
    public void A_malformed_field_is_reported_by_line_and_column(string fields, string column, string code)
    {
        var problem = Reading.Read("pipeline-counts", Header + $"GM0637;{fields};20;;;;;\n").Problem;

        Assert.Equal((code, 2, column), (problem.Code, problem.Line, problem.Column));
        Assert.NotEmpty(problem.Remedy.Nl);
    }

    [Theory]
    [InlineData("\"keyFields\": [\"subject\"", "\"keyFields\": [\"entered\"", "keyFields")]
    [InlineData("\"keyFields\": [\"subject\"", "\"keyFields\": [\"nothing\"", "keyFields")]
    [InlineData("\"keyFields\": [\"subject\"", "\"keyFields\": [\"stage\"", "keyFields")]
    [InlineData("\"dateField\": \"period\"", "\"dateField\": \"stage\"", "dateField")]
    [InlineData("\"name\": \"stage\", \"type\": \"code\"", "\"name\": \"stage\", \"type\": \"code\", \"periods\": [\"year\"]", "periods")]
    [InlineData("\"name\": \"stage\", \"type\": \"code\"", "\"name\": \"stage\", \"type\": \"code\", \"countsPeople\": true", "countsPeople")]
    public void A_definition_that_does_not_fit_is_refused_by_name(string from, string to, string named) =>
        Assert.Contains(named, Assert.Throws<ConfigurationException>(() => Reading.Definition("pipeline-counts", (from, to))).Message);
}
