using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Tests.Datasets.Layouts;

/// <summary>Tables with a dimension besides area and period, such as an age.</summary>
public sealed class DimensionTests
{
    private const string Fixed = "\"dimensions\": { \"Leeftijd\": [\"80200\", \"65 jaar of ouder\"], \"Marges\": [\"MW00000\"] }";
    private const string Spread = "{ \"column\": \"Eenzaam_28\", \"indicator\": \"elderly_loneliness\", \"dimensions\": { \"Leeftijd\": [\"80200\"] } }";

    [Fact]
    public void Rows_about_other_groups_are_passed_over_and_counted()
    {
        var reading = Reading.Read(Health.Wide(Fixed), Health.Header
            + "1;20300;MW00000;GM0153    ;2020JJ00;40.0;5.0\n2;80200;MW00000;GM0153    ;2020JJ00;50.0;6.0\n3;80200;MOG0095;GM0153    ;2020JJ00;49.0;5.5\n4;65 jaar of ouder;MW00000;WK015300  ;2020JJ00;51.0;7.0\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(
            ["GM0153 2020 elderly_loneliness 50.0 :3", "GM0153 2020 social_assistance 6.0 :3", "WK015300 2020 elderly_loneliness 51.0 :5", "WK015300 2020 social_assistance 7.0 :5"],
            Health.Figures(reading));
        Assert.Equal(new SkippedLines(SkippedKinds.Dimension, 2, 2), Assert.Single(reading.Log.Tally.ToSummary().Skipped));
    }

    [Fact]
    public void A_table_about_another_group_is_refused_with_both_groups()
    {
        var reading = Reading.Read(Health.Wide(Fixed), Health.Header + "1;20300;MW00000;GM0153;2020JJ00;40.0;5.0\n2;53105;MW00000;GM0153;2020JJ00;40.0;5.0\n");

        Assert.Empty(reading.Items);
        var problem = reading.Log.Kept[0];
        Assert.Equal((ProblemCodes.DimensionOther, ProblemSeverity.Error, 2, "Leeftijd", "20300, 53105"), (problem.Code, problem.Severity, problem.Line, problem.Column, problem.Value));
        Assert.Contains("In de kolom 'Leeftijd' staat 20300, 53105; deze dataset gaat over 80200, 65 jaar of ouder.", problem.Message.Nl);
        Assert.Contains("The column 'Leeftijd' holds 20300, 53105", problem.Message.En);
    }

    [Fact]
    public void A_table_without_the_dimension_is_refused_as_its_group_is_unknown()
    {
        var reading = Reading.Read(Health.Wide("\"dimensions\": { \"Leeftijd\": [\"80200\"] }"), "WijkenEnBuurten;Perioden;Eenzaam_28;Bijstand_4\nGM0153;2020JJ00;40.0;5.0\n");

        Assert.Equal((ProblemCodes.ColumnMissing, "Leeftijd"), (reading.Problem.Code, reading.Problem.Column));
    }

    [Theory]
    [InlineData("versie,wk_code,jaar,lbm,afw,fys,onv,soc,vrz,won", "3.0,", "2.0,", 2020)]
    [InlineData("versie,wk_code,jaar,lbm,afw,fys,onv,soc,vrz,won", "2.0,", "2.0,")]
    [InlineData("wk_code,jaar,lbm,afw,fys,onv,soc,vrz,won", "", "", 2018, 2020)]
    public void Rows_of_another_version_of_the_instrument_are_not_taken_for_this_one(string header, string first, string second, params int[] years)
    {
        var reading = Reading.Read(
            "leefbaarometer",
            $"{header}\n{first}WK015300,2020,4.102,-0.049,-0.020,-0.095,-0.033,0.127,-0.028\n{second}WK015300,2018,4.0,-0.049,-0.020,-0.095,-0.033,0.127,-0.028\n");

        Assert.Equal(years, reading.Observations.Select(row => row.Period.Year).Order());
        Assert.Equal(years.Length == 0 ? [(ProblemCodes.DimensionOther, "versie")] : [], reading.Log.Kept.Select(problem => (problem.Code, problem.Column!)));
    }

    [Fact]
    public void An_optional_dimension_that_is_no_dimension_is_a_fault_of_the_definition() =>
        Assert.Contains(
            "'optionalDimensions'",
            Assert.Throws<Indicators.Configuration.ConfigurationException>(() => Health.Wide("\"optionalDimensions\": [\"Leeftijd\"]")).Message);

    [Fact]
    public void A_column_can_hold_an_indicator_for_each_group()
    {
        var definition = Health.Wide(
            "", ("{ \"column\": \"Eenzaam_28\", \"indicator\": \"elderly_loneliness\" }", Spread),
            ("{ \"column\": \"Bijstand_4\", \"indicator\": \"social_assistance\" }", "{ \"column\": \"Eenzaam_28\", \"indicator\": \"social_assistance\", \"dimensions\": { \"Leeftijd\": [\"20300\"] } }"));

        var reading = Reading.Read(definition, "Leeftijd;WijkenEnBuurten;Perioden;Eenzaam_28\n80200;GM0153;2020JJ00;50\n80200;WK015300;2020JJ00;51\n20300;GM0153;2020JJ00;40\n10000;GM0153;2020JJ00;1\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(
            ["GM0153 2020 elderly_loneliness 50 :2", "GM0153 2020 social_assistance 40 :4", "WK015300 2020 elderly_loneliness 51 :3"],
            Health.Figures(reading));
        Assert.Equal(2, reading.Observations.Count);
        Assert.Equal(new SkippedLines(SkippedKinds.Dimension, 1, 5), Assert.Single(reading.Log.Tally.ToSummary().Skipped));
    }

    [Fact]
    public void Two_lines_about_one_group_are_a_duplicate_by_area_period_and_indicator()
    {
        var definition = Health.Wide("", ("{ \"column\": \"Eenzaam_28\", \"indicator\": \"elderly_loneliness\" }", Spread), ("\"ignoredColumns\"", "\"partial\": true, \"ignoredColumns\""));

        var reading = Reading.Read(definition, "Leeftijd;WijkenEnBuurten;Perioden;Eenzaam_28\n80200;GM0153;2020JJ00;50\n80200;GM0153;2020JJ00;51\n");

        Assert.Equal((ProblemCodes.KeyDuplicate, 3, "GM0153 2020 elderly_loneliness"), (reading.Problem.Code, reading.Problem.Line, reading.Problem.Value));
        Assert.Contains("regel 2", reading.Problem.Message.Nl);
        Assert.Empty(reading.Items);
    }

    [Fact]
    public void A_code_of_a_long_file_can_be_an_indicator_for_each_group()
    {
        var definition = Health.Long(
            "", ("{ \"column\": \"T1\", \"indicator\": \"elderly_loneliness\" }", "{ \"column\": \"T1\", \"indicator\": \"elderly_loneliness\", \"dimensions\": { \"age\": [\"65\"] } }"),
            ("{ \"column\": \"T2\", \"indicator\": \"social_assistance\" }", "{ \"column\": \"T1\", \"indicator\": \"social_assistance\", \"dimensions\": { \"age\": [\"18\"] } }"));
        const string header = "age;area;period;measure;value\n";

        var reading = Reading.Read(definition, header + "65;GM0153;2020;T1;50\n18;GM0153;2020;T1;40\n0;GM0153;2020;T1;30\n");
        var other = Reading.Read(definition, header + "0;GM0153;2020;T1;30\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(["GM0153 2020 elderly_loneliness 50 :2", "GM0153 2020 social_assistance 40 :3"], Health.Figures(reading));
        Assert.Equal((ProblemCodes.DimensionOther, "age", "0"), (other.Problem.Code, other.Problem.Column, other.Problem.Value));
        Assert.Contains("65, 18", other.Problem.Message.En);
    }

    [Fact]
    public void Two_groups_in_a_table_without_a_choice_are_refused_with_a_remedy()
    {
        var reading = Reading.Read(Health.Wide(""), "WijkenEnBuurten;Perioden;Eenzaam_28;Bijstand_4\nGM0153;2020JJ00;40;5\nGM0153;2020JJ00;50;6\n");

        Assert.Equal(ProblemCodes.KeyDuplicate, reading.Problem.Code);
        Assert.Contains("'dimensions'", reading.Problem.Remedy.Nl);
    }

    [Theory]
    [InlineData("\"dimensions\": { \"Leeftijd\": [] }", "'dimensions' of 'Leeftijd' names at least one code")]
    [InlineData("\"dimensions\": { \"Leeftijd\": [\" \"] }", "'dimensions' of 'Leeftijd' names at least one code")]
    [InlineData("\"dimensions\": { \"Marges\": [\"A\"] }, \"margins\": { \"column\": \"Marges\", \"value\": [\"A\"], \"lower\": [\"B\"] }", "'Marges' is in 'dimensions' and in 'margins'")]
    [InlineData("\"margins\": { \"column\": \"Marges\", \"value\": [\"A\"] }", "'margins.value' and at least one of")]
    [InlineData("\"margins\": { \"value\": [\"A\"] }", "'margins.value' and at least one of")]
    [InlineData("\"margins\": { \"column\": \"Marges\", \"value\": [\"A\"], \"lower\": [\"A\"] }", "'margins' names each code once")]
    [InlineData("\"margins\": { \"level\": 100 }", "'margins.level'")]
    [InlineData("\"marks\": { \"1\": [\"provisional\"] }", "'marks' has '1'")]
    [InlineData("\"marks\": { \"e\": [] }", "'marks' of 'e' names")]
    [InlineData("\"marks\": { \"x\": [\"estimated\"], \"-\": [\"estimated\"] }", "'marks' has '-'")]
    [InlineData("\"rounding\": { \"residents\": { \"base\": 5 } }", "'rounding' names indicator 'residents'")]
    [InlineData("\"rounding\": { \"*\": { \"base\": 0 } }", "'rounding' of '*': 'base' is above 0")]
    public void A_declaration_that_is_wrong_is_refused_by_the_name_of_the_field(string members, string fault)
    {
        var exception = Assert.Throws<Wijkmonitor.Indicators.Configuration.ConfigurationException>(() => Health.Wide(members));

        Assert.Contains(exception.Errors, found => found.Message.En.StartsWith(fault, StringComparison.Ordinal));
        Assert.All(exception.Errors, found => Assert.NotNull(found.Field));
    }

    [Fact]
    public void Declarations_about_figures_are_refused_for_records()
    {
        var exception = Assert.Throws<Wijkmonitor.Indicators.Configuration.ConfigurationException>(() =>
            Reading.Definition("area-notes", ("\"format\": \"records\"", "\"format\": \"records\", \"dimensions\": { \"a\": [\"b\"] }")));

        Assert.Contains(exception.Errors, found => (found.Field, found.Message.En) == ("dimensions", "'dimensions' is for figures (statline, wide, long)."));
    }
}
