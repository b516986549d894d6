using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Datasets.Figures;

/// <summary>Checks of figures: bounds, sums, totals over areas, earlier figures, and the severity that a dataset gives to each.</summary>
public sealed class CheckTests
{
    private const string LongHeader = "area;period;indicator;value;boundary_year\n";
    private static readonly AreaCode District = AreaCode.Parse("WK015300");

    private static string Scores => File.ReadAllText(RepositoryFolder.File("samples", "formats", "leefbaarometer-3-wijken.csv"));

    private static string KeyFigures => File.ReadAllText(RepositoryFolder.File("samples", "formats", "85318NED_kerncijfers-2022.csv"));

    [Theory]
    [InlineData("burglaries;-1", "-1", "0 of meer")]
    [InlineData("social_assistance;100.1", "100.1", "0 tot en met 100")]
    public void An_impossible_value_is_an_error_at_its_line_and_column(string figure, string value, string bounds)
    {
        var reading = Reading.Read("area-indicators", LongHeader + $"GM0153;2017;{figure};2016\n");

        Assert.Equal((ProblemCodes.ValueOutOfRange, ProblemSeverity.Error, 2, "value", value),
            (reading.Problem.Code, reading.Problem.Severity, reading.Problem.Line, reading.Problem.Column, reading.Problem.Value));
        Assert.Contains(bounds, reading.Problem.Message.Nl);
    }

    [Fact]
    public void Bounds_hold_after_the_factor_and_a_dataset_can_narrow_them()
    {
        var definition = Reading.Definition("kwb", ("\"coverage\"", "\"ranges\": { \"woz_value\": { \"max\": 250000 } }, \"coverage\"")).ForFile("85318NED.csv");

        var reading = Reading.Read(definition, KeyFigures);

        Assert.Equal([(4, "      255"), (5, "      260")], reading.Log.Kept.Select(p => (p.Line!.Value, p.Value!)));
        Assert.Contains("0 tot en met 250000", reading.Log.Kept[0].Message.Nl);
    }

    [Fact]
    public void A_bound_that_is_a_warning_accepts_the_value()
    {
        var definition = Reading.Definition("area-indicators", ("\"boundaryYear\": \"period\"", "\"boundaryYear\": \"period\", \"problems\": { \"value-out-of-range\": { \"severity\": \"warning\", \"needsConfirmation\": true } }"));

        var reading = Reading.Read(definition, LongHeader + "GM0153;2017;burglaries;-1;2016\n");

        Assert.Equal((ProblemSeverity.Warning, true), (reading.Problem.Severity, reading.Problem.NeedsConfirmation));
        Assert.Equal((0, 1), (reading.Log.Errors, reading.Log.ConfirmationCount));
        Assert.Equal(-1, Assert.Single(reading.Observations).Values[0].Value.Number);
    }

    [Theory]
    [InlineData("0.039,0.010", "0.042,0.010", 0)]
    [InlineData("0.039,0.010", "0.0421,0.010", 1)]
    [InlineData("0.039,0.010", "0.5,", 0)]
    public void The_deviation_of_the_Leefbaarometer_is_the_sum_of_its_dimensions_within_rounding(string from, string to, int warnings)
    {
        var reading = Reading.Read("leefbaarometer", Scores.Replace(from, to));

        Assert.Equal(0, reading.Log.Errors);
        Assert.Equal(warnings, reading.Log.Total);
        Assert.All(reading.Log.Kept, p => Assert.Equal((ProblemCodes.TotalMismatch, 4, "afw"), (p.Code, p.Line!.Value, p.Column)));
        Assert.Equal(3, reading.Observations.Count);
    }

    [Fact]
    public void A_municipality_that_differs_from_the_sum_of_known_areas_is_a_warning()
    {
        const string Rows = "GM0153;2017;burglaries;100;2016\nWK015300;2017;burglaries;60;2016\nWK015301;2017;burglaries;{0};2016\n";
        var definition = Reading.Definition("area-indicators", ("\"boundaryYear\": \"period\"", "\"boundaryYear\": \"period\", \"checks\": { \"areaTotals\": { \"burglaries\": 0.01 } }"));

        Assert.Empty(Reading.Read(definition, LongHeader + Rows.Replace("{0}", "41")).Log.Kept);
        Assert.Empty(Reading.Read(definition, LongHeader + Rows.Replace("{0}", ".")).Log.Kept);
        var problem = Reading.Read(definition, LongHeader + Rows.Replace("{0}", "42")).Problem;

        Assert.Equal((ProblemCodes.TotalMismatch, ProblemSeverity.Warning, 2, "value"), (problem.Code, problem.Severity, problem.Line, problem.Column));
        Assert.Contains("wijken in het bestand tellen op tot 102", problem.Message.Nl);
    }

    [Theory]
    [InlineData(1000, 1249, false)]
    [InlineData(1000, 1251, true)]
    [InlineData(1000, 749, true)]
    [InlineData(100, 190, false)]
    [InlineData(0, 101, true)]
    public void A_jump_exceeds_both_bounds_since_the_latest_earlier_period(int before, int now, bool isJump)
    {
        var definition = Reading.Definition("kwb").ForFile("85984NED.csv");
        var log = new ProblemLog(rules: definition.Problems);
        var earlier = HistoryCheck.SelectRelevant(definition, [Known(2018, 999_999), Known(2022, before), Known(2024, 5), Known(2025, 5)]);

        log.Tally.SetColumn("residents", period: null, "AantalInwoners_5");
        HistoryCheck.CheckJumps(definition, Row(2024, now), earlier, log);

        Assert.Equal(isJump, log.Total == 1);
        Assert.All(log.Kept, p => Assert.Equal((ProblemCodes.ValueJump, ProblemSeverity.Warning, 7, "AantalInwoners_5"), (p.Code, p.Severity, p.Line!.Value, p.Column)));
        Assert.All(log.Kept, p => Assert.Contains($"van {before} in 2022 naar {now}", p.Message.Nl));
    }

    [Theory]
    [InlineData(2024, 7000, true)]
    [InlineData(2024, 701, false)]
    [InlineData(2022, 7000, false)]
    public void A_file_that_replaces_another_is_compared_with_its_values_of_the_same_period(int year, int now, bool isJump)
    {
        var definition = Reading.Definition("kwb").ForFile("85984NED.csv");
        var log = new ProblemLog();
        var replaced = HistoryCheck.SelectRelevant(definition, [Known(year, 700)]);

        HistoryCheck.CheckRevisions(definition, Row(2024, now), replaced, log);

        Assert.Equal(isJump ? [$"residents van {District.Value} springt van 700 in 2024 naar 7000."] : [], log.Kept.Select(problem => problem.Message.Nl));
    }

    [Theory]
    [InlineData(95, 0)]
    [InlineData(94, 1)]
    public void Fewer_rows_than_before_need_confirmation(int rows, int warnings)
    {
        var definition = Reading.Definition("kwb");
        var log = new ProblemLog(rules: definition.Problems);

        HistoryCheck.CheckCoverage(definition, rows, 100, log);

        Assert.Equal((0, warnings, warnings), (log.Errors, log.Total, log.ConfirmationCount));
    }

    [Fact]
    public void Too_many_warnings_refuse_the_file_once()
    {
        var log = new ProblemLog(rules: new Dictionary<string, ProblemRule> { [ProblemCodes.ColumnUnknown] = new(RefuseAbove: 2) });

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(i > 2 ? 1 : 0, log.Errors);
            log.Add(FileProblems.ColumnUnknown(1, $"c{i}"));
        }

        Assert.Equal((6, 1), (log.Total, log.CountByCode[ProblemCodes.WarningsTooMany]));
    }

    [Fact]
    public void Errors_are_kept_before_warnings()
    {
        var log = new ProblemLog(limit: 2);
        log.Add(FileProblems.ColumnUnknown(1, "a"));
        log.Add(FileProblems.ColumnUnknown(1, "b"));
        log.Add(RowProblems.DateInvalid(2, "date", "x"));
        log.Add(FileProblems.ColumnUnknown(1, "c"));

        Assert.Equal([ProblemCodes.ColumnUnknown, ProblemCodes.DateInvalid], log.Kept.Select(p => p.Code));
        Assert.Equal(4, log.Total);
    }

    [Theory]
    [InlineData("\"coverage\": 0.95", "\"coverage\": 95", "'checks.coverage'")]
    [InlineData("\"residents\": 0.01", "\"burglaries\": 0.01", "'burglaries'")]
    [InlineData("\"woz_value\": { \"share\": 0.4 }", "\"woz_value\": { }", "'checks.jumps'")]
    [InlineData("\"value-jump\"", "\"area-unknown\"", "'area-unknown'")]
    public void An_invalid_check_is_refused_by_field_name(string from, string to, string named) =>
        Assert.Contains(Assert.Throws<ConfigurationException>(() => Reading.Definition("kwb", (from, to))).Errors, fault => fault.Message.En.Contains(named) && fault.Message.Nl.Contains(named));

    private static Observation Known(int year, int residents) => new(
        District, new Period(year), "residents", ObservedValue.Known(residents), "kwb", year, FigureStatus.None, new SourceLine("kwb-1", 1));

    private static AreaObservations Row(int year, int residents) => new(
        District, new Period(year), year, FigureStatus.None, [new IndicatorValue("residents", ObservedValue.Known(residents), 7)]);
}
