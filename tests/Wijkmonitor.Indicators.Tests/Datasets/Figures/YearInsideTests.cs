using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Tests.Datasets.Figures;

/// <summary>A year inside a file comes before the one in its name.</summary>
public sealed class YearInsideTests
{
    private const string Export = "{0};Wijken en buurten;Regioaanduiding/Codering (code);Bevolking/Aantal inwoners (aantal);Bevolking/Particuliere huishoudens/Huishoudens totaal (aantal)\n";
    private const string Bulk =
        "ID;WijkenEnBuurten;{0};AantalInwoners_5;HuishoudensTotaal_28;GemiddeldeWOZWaardeVanWoningen_35;Koopwoningen_40;InBezitWoningcorporatie_42;GemiddeldInkomenPerInwoner_72\n";

    [Theory]
    [InlineData("multi2022b.csv", "Perioden", "2021")]
    [InlineData("multi2022b.csv", "jaar", "2021")]
    [InlineData("multi.csv", "Perioden", "2021")]
    [InlineData("85318NED.csv", "Perioden", "2021JJ00")]
    [InlineData("85318NED.csv", "jaartal", "2021")]
    [InlineData("85318NED.csv", "Kalenderjaar", "2021")]
    [InlineData("85318NED.csv", "Perioden (code)", "2021JJ00")]
    [InlineData("85318NED.csv", "Perioden_1", "2021JJ00")]
    [InlineData("85318NED.csv", "Jaar 1", "2021")]
    [InlineData("85318NED.csv", "Peildatum", "2021")]
    [InlineData("85318NED.csv", "StandPer", "2021JJ00")]
    public void The_period_in_a_row_of_an_export_counts(string file, string column, string period)
    {
        var reading = Kwb(file, Export.Replace("{0}", column) + $"{period};Enschede;GM0153;159960;76980\n");

        Assert.Empty(reading.Log.Kept);
        var row = Assert.Single(reading.Observations);
        Assert.Equal((new Period(2021), 2021), (row.Period, row.BoundaryYear));
        Assert.DoesNotContain(column, reading.Log.Tally.ToSummary().IgnoredColumns);
    }

    [Theory]
    [InlineData("Vak", "2019JJ00", ProblemSeverity.Error)]
    [InlineData("Vak", "2022KW01", ProblemSeverity.Error)]
    [InlineData("Vak", "2019", ProblemSeverity.Warning)]
    [InlineData("Standjaar", "2019", ProblemSeverity.Warning)]
    [InlineData("Peildatum", "2024-01-01", ProblemSeverity.Warning)]
    [InlineData("Peildatum", "31-12-2020", ProblemSeverity.Warning)]
    public void A_column_of_nothing_but_another_period_is_never_passed_over(string column, string period, ProblemSeverity severity)
    {
        var row = $"{period};Enschede;GM0153;159960;76980\n";

        var problem = Kwb("85318NED.csv", Export.Replace("{0}", column) + row + row.Replace("GM0153", "GM0141")).Problem;

        Assert.Equal((ProblemCodes.PeriodAmbiguous, severity, column, period), (problem.Code, problem.Severity, problem.Column, problem.Value));
        Assert.Equal(severity == ProblemSeverity.Warning, problem.NeedsConfirmation);
        Assert.Contains("2022", problem.Message.Nl);
    }

    [Theory]
    [InlineData("Vak", "2022", "2022")]
    [InlineData("Vak", "2022JJ00", "2022JJ00")]
    [InlineData("Peildatum", "2022-01-01", "1-1-2022")]
    [InlineData("Bouwjaar", "1990", "1990")]
    [InlineData("Gemeentecode", "1979", "1979")]
    [InlineData("Vak", "1990", "2005")]
    [InlineData("Vak", "2019", "oud")]
    [InlineData("Vak", "", "")]
    public void A_column_of_the_same_year_or_of_something_else_is_of_no_account(string column, string one, string other) => Assert.Empty(
        Kwb("85318NED.csv", Export.Replace("{0}", column) + $"{one};Enschede;GM0153;159960;76980\n{other};Almelo;GM0141;72000;33000\n").Log.Kept);

    [Fact]
    public void Two_years_of_an_area_in_an_export_are_two_rows() => Assert.Equal(
        [new Period(2020), new Period(2021)],
        Kwb("kwb 2022.csv", Export.Replace("{0}", "Perioden") + "2020;Enschede;GM0153;159960;76980\n2021;Enschede;GM0153;160000;77000\n").Observations.Select(row => row.Period));

    [Fact]
    public void The_period_in_a_row_of_a_bulk_file_counts()
    {
        var reading = Kwb("85318NED_per.csv", Bulk.Replace("{0}", "Perioden") + "1;GM0153    ;2021JJ00;500;250;240;50;33;26.1\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(new Period(2021), Assert.Single(reading.Observations).Period);
    }

    [Fact]
    public void Two_years_in_a_release_are_refused_with_both()
    {
        const string Text = "Id;Measure;ValueAttribute;Value;WijkenEnBuurten;Perioden\n1;T001036;None;5;GM0153;2020JJ00\n2;T001036;None;6;GM0153;2021JJ00\n";

        var problem = Kwb("85039NED_Obs2.csv", Text).Problem;
        var one = Kwb("85039NED_Obs2.csv", Text.Replace("2021JJ00", "2020JJ00").Replace("6;GM0153", "6;GM0141"));

        Assert.Equal((ProblemCodes.PeriodAmbiguous, 3, "Perioden"), (problem.Code, problem.Line, problem.Column));
        Assert.Contains("2020", problem.Message.Nl);
        Assert.Contains("2021", problem.Message.Nl);
        Assert.Contains("elk jaar", problem.Remedy.Nl);
        Assert.DoesNotContain("dimensions", problem.Remedy.Nl);
        Assert.Empty(one.Log.Kept);
        Assert.All(one.Observations, row => Assert.Equal(new Period(2020), row.Period));
    }

    [Fact]
    public void A_year_that_was_chosen_against_the_rows_is_refused_with_both()
    {
        var problem = Reading.Read(
            Reading.Definition("kwb").ForFile("kwb.csv", new Period(2022)), Export.Replace("{0}", "Perioden") + "2021;Enschede;GM0153;159960;76980\n").Problem;

        Assert.Equal(ProblemCodes.PeriodAmbiguous, problem.Code);
        Assert.Contains("'2021'", problem.Message.Nl);
        Assert.Contains("2022", problem.Message.Nl);
    }

    [Fact]
    public void A_period_that_the_dataset_does_not_take_is_refused_in_such_a_column_too() => Assert.Equal(
        ProblemCodes.PeriodUndeclared, Kwb("kwb 2022.csv", Export.Replace("{0}", "Perioden") + "2021KW01;Enschede;GM0153;159960;76980\n").Problem.Code);

    [Fact]
    public void A_topic_of_some_years_follows_the_year_in_the_rows()
    {
        var definition = Own.WithColumns("""
            "format": "wide", "decimalSeparator": ".", "columns": { "area": "code" }, "period": { "from": "file-name", "fileNames": { "{year}": "{year}" } },
            "topics": [{ "column": "v", "indicator": "homes", "lastYear": 2020 }, { "column": "w", "indicator": "homes", "firstYear": 2021 }]
            """);

        var reading = Reading.Read(definition.ForFile("2020.csv"), "code;Jaar;v;w\nGM0153;2021;5;6\n");

        Assert.Equal(6, Assert.Single(Assert.Single(reading.Observations).Values).Value.Number);
    }

    [Theory]
    [InlineData("wijken_2023.csv", "wijkcode2021;wijknaam2021\nWK036300;Burgwallen\n", 2021)]
    [InlineData("buurten2022.csv", "buurtcode2021;buurtnaam2021\nBU03630000;Kop Zeedijk\n", 2021)]
    [InlineData("gemeenten 2023.csv", "Gemeentecode;Gemeentenaam;jaar\n363;Amsterdam;2021\n", 2021)]
    [InlineData("gemeenten.csv", "Gemeentecode;Gemeentenaam;Perioden\n363;Amsterdam;2021JJ00\n", 2021)]
    [InlineData("gebieden 2023.csv", "statcode;statnaam;jrstatcode\nGM0363;Amsterdam;2021GM0363\n", 2021)]
    [InlineData("gebieden 2023.csv", "statcode;statnaam;jaar\nGM0363;Amsterdam;2021\n", 2021)]
    [InlineData("gemeenten_2021_15-01-2024.csv", "Gemeentecode;Gemeentenaam\n363;Amsterdam\n", 2021)]
    [InlineData("gemeenten 2023.csv", "Gemeentecode;Gemeentenaam;Jaartal\n363;Amsterdam;2021\n", 2021)]
    public void The_year_in_the_header_or_in_a_column_of_a_list_of_areas_counts(string file, string text, int year)
    {
        var reading = Reading.Read(Reading.Definition("areas").ForFile(file), text);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(year, Assert.Single(reading.Items.OfType<AreaItem>()).Area.BoundaryYear);
    }

    [Theory]
    [InlineData("wijkcode2021;wijknaam2022\nWK036300;Burgwallen\n")]
    [InlineData("wijkcode2021;wijkcode2022;wijknaam2021\nWK036300;WK036300;Burgwallen\n")]
    public void Two_years_in_the_header_of_a_list_of_areas_are_refused_with_both(string text)
    {
        var problem = Reading.Read(Reading.Definition("areas").ForFile("wijken.csv"), text).Problem;

        Assert.Equal(ProblemCodes.PeriodAmbiguous, problem.Code);
        Assert.Contains("2021 en 2022", problem.Message.Nl);
        Assert.Contains("'wijkcode2021'", problem.Message.En);
    }

    [Theory]
    [InlineData("\"jaar\":2021", 2021)]
    [InlineData("\"jaar\":\"2021\"", 2021)]
    [InlineData("\"jaar\":null", 2022)]
    [InlineData("\"jaar\":2021,\"jrstatcode\":\"2021BU01530000\"", 2021)]
    public void The_year_of_a_shape_counts(string properties, int year) =>
        Assert.Equal(year, Assert.Single(Shape(properties).Items.OfType<BoundaryItem>()).Boundary.BoundaryYear);

    [Fact]
    public void Two_years_of_a_shape_are_refused_with_both()
    {
        var problem = Shape("\"jaar\":2021,\"jrstatcode\":\"2023BU01530000\"").Problem;

        Assert.Equal(ProblemCodes.PeriodAmbiguous, problem.Code);
        Assert.Contains("2021 en 2023", problem.Message.Nl);
        Assert.Contains("'jaar', 'jrstatcode'", problem.Message.Nl);
    }

    [Fact]
    public void A_code_behind_the_year_that_is_of_another_area_is_named()
    {
        var problem = Shape("\"jrstatcode\":\"2021BU01530001\"").Problem;

        Assert.Contains("BU01530000", problem.Message.Nl);
        Assert.DoesNotContain("vier cijfers", problem.Remedy.Nl);
    }

    [Fact]
    public void A_shape_that_is_there_twice_has_a_remedy_about_shapes()
    {
        var problem = Shape("\"jaar\":2021", copies: 2).Problem;

        Assert.Equal(ProblemCodes.KeyDuplicate, problem.Code);
        Assert.DoesNotContain("dimensions", problem.Remedy.Nl + problem.Remedy.En);
    }

    [Theory]
    [InlineData("Kerncijfers per wijk, gemeentelijke indeling van 2023", "2023")]
    [InlineData("Postbus 2024, Den Haag", "2024")]
    [InlineData("Kerncijfers per 1 januari 2021", "2021")]
    [InlineData("Kerncijfers wijken, prijspeil 2020", "2020")]
    [InlineData("Agenda 2030", "2030")]
    [InlineData("Kerncijfers 2020-2022", "2020 en 2022")]
    public void A_title_without_the_year_of_the_figures_is_named_and_ignored(string title, string candidates)
    {
        var problem = Kwb("ti9.csv", $"{title}\n" + Bulk.Replace("{0}", "x") + "1;GM0153    ;;500;250;240;50;33;26.1\n").Log.Kept.Single(p => p.Severity == ProblemSeverity.Error);

        Assert.Equal(ProblemCodes.PeriodNotInName, problem.Code);
        Assert.Contains($" {candidates} in een titel, maar", problem.Message.Nl);
        Assert.Contains("--period", problem.Remedy.Nl);
    }

    [Theory]
    [InlineData("Kerncijfers per wijk 2021, gemeentelijke indeling van 2023")]
    [InlineData("Kerncijfers wijken en buurten; 2021")]
    [InlineData("Kerncijfers 2021 (grenzen 2023)")]
    [InlineData("Kerncijfers 2021, 2500 EV Den Haag")]
    public void The_year_of_the_boundaries_does_not_keep_a_title_from_saying_the_year(string title) => Assert.Equal(
        new Period(2021), Assert.Single(Kwb("tabel.csv", $"{title}\n" + Bulk.Replace("{0}", "x") + "1;GM0153    ;;500;250;240;50;33;26.1\n").Observations).Period);

    [Theory]
    [InlineData("85318NED periode-2021.csv", null)]
    [InlineData("85318NED.csv", 2021)]
    public void A_choice_against_the_number_of_a_table_has_no_circular_remedy(string file, int? chosen)
    {
        var definition = Reading.Definition("kwb").ForFile(file, chosen is { } year ? new Period(year) : null);

        var problem = Reading.Read(definition, Bulk.Replace("{0}", "x") + "1;GM0153    ;;500;250;240;50;33;26.1\n").Log.Kept.Single(p => p.Severity == ProblemSeverity.Error);

        Assert.Equal(ProblemCodes.PeriodAmbiguous, problem.Code);
        Assert.Contains("2021 gekozen", problem.Message.Nl);
        Assert.DoesNotContain("allebei", problem.Message.Nl);
        Assert.Contains("haal de keuze dan weg", problem.Remedy.Nl);
    }

    private static Reading Kwb(string file, string text) => Reading.Read(Reading.Definition("kwb").ForFile(file), text);

    private static Reading Shape(string properties, int copies = 1)
    {
        var feature = $$$"""{"type":"Feature","properties":{"statcode":"BU01530000",{{{properties}}}},"geometry":{"type":"Polygon","coordinates":[[[6.88,52.21],[6.89,52.21],[6.89,52.22],[6.88,52.21]]]}}""";
        return Reading.Read(
            Reading.Definition("boundaries").ForFile("buurten2022.geojson"),
            $$"""{"type":"FeatureCollection","features":[{{string.Join(',', Enumerable.Repeat(feature, copies))}}]}""");
    }
}
