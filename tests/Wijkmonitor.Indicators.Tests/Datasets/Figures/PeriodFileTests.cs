using System.Globalization;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Tests.Datasets.Figures;

public sealed class PeriodFileTests
{
    private const string Boundaries = "\"boundaryYear\": \"period\"";
    private const string LongHeader = "area;period;indicator;value\n";
    private const string WideHeader = "area;when;burglaries;inhabitants\n";

    [Theory]
    [InlineData("2024KW01", "2024-Q1")]
    [InlineData("2024 1e kwartaal*", "2024-Q1")]
    [InlineData("2024MM03", "2024-03")]
    [InlineData("maart 2024", "2024-03")]
    [InlineData("2024-W05", "2024-W05")]
    [InlineData("2024 week 5", "2024-W05")]
    [InlineData("2023/'24", "2023-SY")]
    [InlineData("2023SJ00", "2023-SY")]
    [InlineData("2024JJ00", "2024")]
    public void Every_declared_kind_of_period_is_read_from_a_long_and_from_a_wide_file(string written, string text)
    {
        const string AllKinds = "\"periods\": [\"year\", \"school-year\", \"quarter\", \"month\", \"week\"]";
        var ofLong = Reading.Read(Long(AllKinds), $"{LongHeader}GM0153;{written};burglaries;5\n");
        var ofWide = Reading.Read(Wide(AllKinds), $"{WideHeader}GM0153;{written};5;100\n");

        Assert.Empty(ofLong.Log.Kept.Concat(ofWide.Log.Kept));
        Assert.All([ofLong, ofWide], reading =>
        {
            var row = Assert.Single(reading.Observations);
            Assert.Equal((text, written.EndsWith('*'), int.Parse(text[..4], CultureInfo.InvariantCulture)), (row.Period.ToString(), row.Status == FigureStatus.Provisional, row.BoundaryYear));
        });
    }

    [Theory]
    [InlineData("2024KW01", "kwartalen", "'quarter'")]
    [InlineData("2024MM01", "maanden", "'month'")]
    [InlineData("2024SJ00", "schooljaren", "'school-year'")]
    [InlineData("2024-W05", "weken", "'week'")]
    public void Without_declared_periods_a_file_with_other_periods_is_refused(string written, string found, string remedy)
    {
        var reading = Reading.Read("area-indicators", $"{LongHeader}GM0153;2024;burglaries;5\nWK015300;{written};burglaries;5\nWK015301;{written};burglaries;x!\n");

        Assert.Equal(
            (ProblemCodes.PeriodUndeclared, ProblemSeverity.Error, 3, "period", written),
            (reading.Problem.Code, reading.Problem.Severity, reading.Problem.Line!.Value, reading.Problem.Column, reading.Problem.Value));
        Assert.StartsWith($"2 rijen gaan over {found}; deze dataset neemt alleen jaren.", reading.Problem.Message.Nl);
        Assert.Contains(remedy, reading.Problem.Remedy.Nl);
    }

    [Fact]
    public void Undeclared_periods_are_skipped_counted_and_named()
    {
        const string Rows = "GM0153;2024JJ00;24;100\nGM0153;2024KW01;6;100\nGM0153;2024MM01;2;100\nGM0153;2024MM02;2;100\n";

        var both = Reading.Read(Wide("\"periods\": [\"year\", \"month\"]"), WideHeader + Rows);
        var year = Reading.Read(Wide("\"periods\": [\"year\"]"), WideHeader + Rows);

        Assert.Equal(["2024", "2024-01", "2024-02"], both.Observations.Select(row => row.Period.ToString()));
        Assert.Equal((ProblemCodes.PeriodUndeclared, ProblemSeverity.Warning), (both.Problem.Code, both.Problem.Severity));
        Assert.StartsWith("1 rij gaat over kwartalen; deze dataset neemt alleen jaren, maanden. Dat is niet overgenomen.", both.Problem.Message.Nl);
        Assert.Equal(["2024"], year.Observations.Select(row => row.Period.ToString()));
        Assert.Equal(["1 rij gaat over kwartalen", "2 rijen gaan over maanden"], year.Log.Kept.Select(problem => problem.Message.Nl.Split(';')[0]));
        Assert.Equal(0, year.Log.Errors);
    }

    [Fact]
    public void A_file_without_any_declared_period_is_refused()
    {
        var reading = Reading.Read(Wide("\"periods\": [\"year\"]"), WideHeader + "GM0153;2024MM01;2;100\nGM0153;2024MM02;2;100\n");

        Assert.Equal((ProblemCodes.PeriodUndeclared, ProblemSeverity.Error), (reading.Problem.Code, reading.Problem.Severity));
        Assert.Empty(reading.Items);
    }

    [Fact]
    public void Parts_of_weeks_are_passed_over_and_named()
    {
        var reading = Reading.Read(Long("\"periods\": [\"week\"]"), LongHeader + "GM0153;2019W153;burglaries;1\nGM0153;2020W101;burglaries;2\nGM0153;2020W102;burglaries;3\n");

        Assert.Equal("2020-W02", Assert.Single(reading.Observations).Period.ToString());
        Assert.Equal((ProblemSeverity.Warning, 2, "2019W153"), (reading.Problem.Severity, reading.Problem.Line!.Value, reading.Problem.Value));
        Assert.StartsWith("2 rijen gaan over delen van weken", reading.Problem.Message.Nl);
    }

    [Fact]
    public void An_invalid_period_is_refused_with_the_accepted_formats()
    {
        var reading = Reading.Read(Long("\"periods\": [\"quarter\", \"week\"]"), LongHeader + "GM0153;2019 week 53;burglaries;1\n");

        Assert.Equal((ProblemCodes.PeriodInvalid, 2, "2019 week 53"), (reading.Problem.Code, reading.Problem.Line!.Value, reading.Problem.Value));
        Assert.Contains("2019-Q1 (kwartaal), 2019-W05 (week)", reading.Problem.Remedy.Nl);
        Assert.Equal("'abc' is geen jaar.", Reading.Read("area-indicators", LongHeader + "GM0153;abc;burglaries;1\n").Problem.Message.Nl);
    }

    [Fact]
    public void Rows_are_unique_by_period_and_not_by_year()
    {
        const string Rows = "GM0153;2024-Q1;5;100\nGM0153;2024-Q2;5;100\nGM0153;2024;5;100\nCU0153-dolphia;2024-Q1;5;100\nCU0153-dolphia;2024-Q2;5;100\n";
        var definition = Wide("\"periods\": [\"year\", \"quarter\"]");

        Assert.Empty(Reading.Read(definition, WideHeader + Rows).Log.Kept);
        var twice = Reading.Read(definition, WideHeader + Rows + "GM0153;2024KW02;6;100\n").Problem;

        Assert.Equal((ProblemCodes.KeyDuplicate, 7, "GM0153 2024-Q2"), (twice.Code, twice.Line!.Value, twice.Value));
    }

    [Fact]
    public void Totals_of_areas_are_compared_with_parts_of_the_same_period()
    {
        const string Rows = "GM0153;2024-Q1;100;1\nWK015300;2024-Q1;60;1\nWK015301;2024-Q1;40;1\nGM0153;2024-Q2;100;1\nWK015300;2024-Q2;60;1\nWK015301;2024-Q2;{0};1\n";
        var definition = Wide("\"periods\": [\"quarter\"], \"checks\": { \"areaTotals\": { \"burglaries\": 0.01 } }");

        Assert.Empty(Reading.Read(definition, WideHeader + Rows.Replace("{0}", "40")).Log.Kept);
        Assert.Equal((ProblemCodes.TotalMismatch, 5), (Reading.Read(definition, WideHeader + Rows.Replace("{0}", "50")).Problem.Code, Reading.Read(definition, WideHeader + Rows.Replace("{0}", "50")).Problem.Line));
    }

    [Fact]
    public void A_column_of_the_header_can_be_about_a_quarter()
    {
        const string Topics = "{ \"column\": \"inbraken 1e kw\", \"indicator\": \"burglaries\", \"period\": \"2024-Q1\" }, { \"column\": \"inbraken 2e kw\", \"indicator\": \"burglaries\", \"period\": \"2024-Q2\" }";
        var definition = Reading.Definition(
            "area-indicators", ("\"format\": \"long\"", "\"format\": \"wide\""), ("\"area\": \"area\", \"period\": \"period\", \"indicator\": \"indicator\", \"value\": \"value\", \"boundaryYear\": \"boundary_year\"", "\"area\": \"area\""),
            (Boundaries, $"{Boundaries}, \"periods\": [\"quarter\"], \"period\": {{ \"from\": \"header\" }}, \"topics\": [{Topics}]"));

        var reading = Reading.Read(definition, "area;inbraken 1e kw;inbraken 2e kw\nGM0153;5;6\n");

        Assert.Equal([("2024-Q1", 5m), ("2024-Q2", 6m)], reading.Observations.Select(row => (row.Period.ToString(), row.Values[0].Value.Number!.Value)));
        Assert.Equal("inbraken 2e kw", reading.Log.Tally.GetColumn("burglaries", reading.Observations[1].Period));
    }

    [Theory]
    [InlineData("2024-Q3", false, "in 2e kwartaal 2024 naar 50")]
    [InlineData("2024-Q3", true, "in 3e kwartaal 2023 naar 50")]
    [InlineData("2024", false, "in 2023 naar 50")]
    [InlineData("2026-Q3", true, null)]
    public void A_jump_is_one_from_a_period_of_the_same_kind(string text, bool yearEarlier, string? expected)
    {
        var definition = Long($$"""
            "periods": ["year", "quarter"], "checks": { "jumps": { "burglaries": { "absolute": 1, "yearEarlier": {{(yearEarlier ? "true" : "false")}} } } }
            """);
        var log = new ProblemLog();
        var earlier = HistoryCheck.SelectRelevant(definition, [Known("2023", 100), Known("2023-Q3", 10), Known("2024-Q1", 20), Known("2024-Q2", 30), Known("2024-07", 40)]);

        HistoryCheck.CheckJumps(definition, Row(text, 50), earlier, log);

        Assert.Equal(expected is null ? 0 : 1, log.Total);
        Assert.All(log.Kept, problem => Assert.Contains(expected!, problem.Message.Nl));
    }

    [Theory]
    [InlineData(95, 1, 400, 4, 0)]
    [InlineData(94, 1, 400, 4, 1)]
    [InlineData(380, 4, 100, 1, 0)]
    [InlineData(376, 4, 100, 1, 1)]
    public void Rows_are_compared_with_those_of_the_last_delivery_by_period(int rows, int periods, int before, int periodsBefore, int warnings)
    {
        var log = new ProblemLog();

        HistoryCheck.CheckCoverage(Reading.Definition("kwb"), (rows, periods), (before, periodsBefore), log);

        Assert.Equal(warnings, log.Total);
    }

    [Theory]
    [InlineData("\"periods\": []", "'periods' names")]
    [InlineData("\"periods\": [\"year\", \"year\"]", "'periods' names")]
    [InlineData("\"measuredOf\": { \"residents\": { } }", "'measuredOf' names indicator 'residents'")]
    [InlineData("\"measured\": { \"coversYears\": 0 }", "'coversYears' is a number")]
    [InlineData("\"periods\": [\"quarter\"], \"measured\": { \"coversYears\": 3 }", "'coversYears' is for")]
    [InlineData("\"measured\": { \"coversYears\": 2, \"namedYear\": \"middle\" }", "'namedYear' is middle")]
    public void A_declaration_that_is_wrong_is_refused_by_the_name_of_the_field(string declaration, string fault) =>
        Assert.Contains(Assert.Throws<ConfigurationException>(() => Long(declaration)).Errors, found => found.Message.En.StartsWith(fault, StringComparison.Ordinal));

    [Fact]
    public void Checks_based_on_years_require_yearly_periods()
    {
        Assert.Contains(
            Assert.Throws<ConfigurationException>(() => Reading.Definition("kwb", (Boundaries, Boundaries + ", \"periods\": [\"quarter\"]"))).Errors,
            fault => fault.Message.En.StartsWith("'periods' lacks 'year'", StringComparison.Ordinal));
        Assert.Contains(
            Assert.Throws<ConfigurationException>(() => Reading.Definition("areas", ("\"format\": \"records\"", "\"format\": \"records\", \"periods\": [\"year\"]"))).Errors,
            fault => fault.Message.En.Contains("are for figures", StringComparison.Ordinal));
    }

    [Fact]
    public void The_day_of_a_figure_is_that_of_its_indicator_before_that_of_its_dataset()
    {
        var definition = Long("\"measured\": { \"coversYears\": 3 }, \"measuredOf\": { \"inhabitants\": { \"referenceDate\": \"start\" } }");

        Assert.Equal(new MeasuredPeriod(ReferenceDate.Start), definition.GetMeasured("inhabitants"));
        Assert.Equal(new MeasuredPeriod(CoversYears: 3), definition.GetMeasured("burglaries"));
        Assert.Equal(MeasuredPeriod.Whole, Reading.Definition("area-indicators").GetMeasured("burglaries"));
    }

    private static DatasetDefinition Long(string declaration) => Reading.Definition("area-indicators", (Boundaries, $"{Boundaries}, {declaration}"));

    private static DatasetDefinition Wide(string declaration) => Reading.Definition(
        "area-indicators", ("\"format\": \"long\"", "\"format\": \"wide\""), ("\"period\": \"period\", \"indicator\": \"indicator\", \"value\": \"value\", \"boundaryYear\": \"boundary_year\"", "\"period\": \"when\""),
        (Boundaries, $"{Boundaries}, {declaration}, \"topics\": [{{ \"column\": \"burglaries\", \"indicator\": \"burglaries\" }}, {{ \"column\": \"inhabitants\", \"indicator\": \"inhabitants\" }}]"));

    private static Observation Known(string period, int value) => new(
        AreaCode.Parse("GM0153"), Parse(period), "burglaries", ObservedValue.Known(value), "area-indicators", 2024, FigureStatus.None, new SourceLine("d", 1));

    private static AreaObservations Row(string period, int value) => new(
        AreaCode.Parse("GM0153"), Parse(period), 2024, FigureStatus.None, [new IndicatorValue("burglaries", ObservedValue.Known(value), 7)]);

    private static Period Parse(string text) => Period.TryParse(text, out var period) ? period : throw new ArgumentException(text, nameof(text));
}
