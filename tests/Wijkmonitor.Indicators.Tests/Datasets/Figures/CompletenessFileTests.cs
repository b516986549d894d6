using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Tests.Datasets.Figures;

public sealed class CompletenessFileTests
{
    private const string Boundaries = "\"boundaryYear\": \"period\"";
    private const string Header = "area;period;indicator;value\n";

    [Fact]
    public void Rows_without_an_area_are_counted_and_not_stored()
    {
        var reading = Reading.Read(Define("\"withoutArea\": { \"codes\": [\"\", \"onbekend\"], \"maxShare\": 0.5 }"), Header
            + "GM0153;2024;burglaries;5\n;2024;burglaries;1\nWK015300;2024;burglaries;4\nonbekend ;2024;burglaries;2\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(["GM0153", "WK015300"], reading.Observations.Select(row => row.Area.Value));
        Assert.Equal(new SkippedLines(SkippedKinds.WithoutArea, 2, 3), Assert.Single(reading.Log.Tally.ToSummary().Skipped));
    }

    [Fact]
    public void More_of_them_than_declared_refuse_the_file_or_ask_for_confirmation_as_declared()
    {
        const string Rows = Header + "GM0153;2024;burglaries;5\n;2024;burglaries;1\n";
        const string Without = "\"withoutArea\": { \"codes\": [\"\"], \"maxShare\": 0.49 }";

        var refused = Reading.Read(Define(Without), Rows);
        var asked = Reading.Read(Define(Without, "\"rows-without-area\": { \"severity\": \"warning\", \"needsConfirmation\": true }"), Rows);

        Assert.Equal((ProblemCodes.RowsWithoutArea, ProblemSeverity.Error, 3, "area"), (refused.Problem.Code, refused.Problem.Severity, refused.Problem.Line, refused.Problem.Column));
        Assert.Equal("1 van de 2 rijen hebben geen gebied; bij deze dataset mag dat hooguit 49% zijn.", refused.Problem.Message.Nl);
        Assert.Equal((0, 1), (asked.Log.Errors, asked.Log.ConfirmationCount));
    }

    [Fact]
    public void Without_a_declaration_a_row_without_an_area_refuses_the_file() => Assert.Equal(
        ProblemCodes.AreaCodeInvalid, Reading.Read("area-indicators", Header + "GM0153;2024;burglaries;5\n;2024;burglaries;1\n").Problem.Code);

    [Fact]
    public void Expected_municipalities_periods_and_the_rest_of_a_year_are_named_where_they_are_absent()
    {
        var definition = Define("\"municipalities\": [\"GM0153\", \"GM0363\"], \"periods\": [\"2023-Q4\"], \"wholeYears\": true", more: "\"periods\": [\"quarter\"],");

        var reading = Reading.Read(definition, Header + "GM0153;2024-Q1;burglaries;5\nGM0153;2024-Q3;burglaries;5\n");

        Assert.Equal(
            [
                (ProblemCodes.AreasAbsent, "Van 2 verwachte gebieden ontbreken er 1: 'GM0363'."),
                (ProblemCodes.PeriodsAbsent, "Van 5 verwachte perioden ontbreken er 3: '2023-Q4', '2024-Q2', '2024-Q4'."),
            ],
            reading.Log.Kept.Select(problem => (problem.Code, problem.Message.Nl)));
        Assert.Equal((0, 2), (reading.Log.Errors, reading.Observations.Count));
        Assert.Empty(Reading.Read(definition, Header
            + "GM0153;2023-Q4;burglaries;5\nGM0363;2023-Q1;burglaries;5\nGM0363;2023-Q2;burglaries;5\nGM0363;2023-Q3;burglaries;5\n").Log.Kept);
    }

    [Fact]
    public void Registered_areas_are_expected_in_the_municipalities_and_years_of_the_file()
    {
        var definition = Define("\"levels\": [\"neighbourhood\"]");
        var check = RegisteredAreasCheck.For(definition.Completeness)!;
        Assert.All(Reading.Read(definition, Header + "GM0153;2024;burglaries;5\nBU01530000;2024;burglaries;5\n").Observations, check.Add);
        var log = new ProblemLog();

        check.Report(
            [
                (AreaCode.Parse("GM0153"), 2024), (AreaCode.Parse("WK015300"), 2024), (AreaCode.Parse("BU01530000"), 2024), (AreaCode.Parse("BU01530001"), 2024),
                (AreaCode.Parse("BU01530002"), 2023), (AreaCode.Parse("BU03630000"), 2024),
            ], log);

        Assert.Equal("Van 2 verwachte gebieden ontbreken er 1: 'BU01530001'.", Assert.Single(log.Kept).Message.Nl);
        Assert.Null(RegisteredAreasCheck.For(Reading.Definition("area-indicators").Completeness));
    }

    [Theory]
    [InlineData("\"levels\": [\"buurt\"]", "completeness.levels")]
    [InlineData("\"municipalities\": [\"BU01530000\"]", "completeness.municipalities")]
    [InlineData("\"minShare\": 1.1", "completeness.minShare")]
    [InlineData("\"withoutArea\": { \"codes\": [], \"maxShare\": -1 }", "completeness.withoutArea.maxShare")]
    public void A_faulty_declaration_names_its_field(string declared, string field) =>
        Assert.Contains($"'{field}'", Assert.Throws<ConfigurationException>(() => Define(declared)).Message);

    private static DatasetDefinition Define(string completeness, string? problems = null, string more = "") => Reading.Definition("area-indicators", (
        Boundaries, $"{Boundaries}, {more} \"completeness\": {{ {completeness} }}{(problems is null ? "" : $", \"problems\": {{ {problems} }}")}"));
}
