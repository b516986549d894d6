using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Tests.Datasets.Layouts;

/// <summary>The place of the header, and the lines around the rows.</summary>
public sealed class HeaderTests
{
    private const string Header =
        "\"Perioden\";\"Wijken en buurten\";\"Regiocode (gemeente, wijk, buurt) (code)\";\"Particuliere huishoudens (Aantal)\";\"Opleidingsniveau/Laag/Waarde (%)\";" +
        "\"Opleidingsniveau/Middelbaar/Waarde (%)\";\"Opleidingsniveau/Hoog/Waarde (%)\";\"SES-WOA/Totaalscore/Gemiddelde score (Getal)\";\"Spreiding/Spreiding totaal/Waarde (Getal)\"\n";

    private const string Row = "\"2019\";\"Kop Zeedijk\";\"BU03630000\";\"     700\";\"    12.4\";\"    27.0\";\"    60.6\";\"   0.045\";\"   0.856\"\n";

    [Fact]
    public void A_column_in_another_unit_is_named_and_ignored()
    {
        var reading = Reading.Read(
            Reading.Definition("kwb").ForFile("tabel 2022.csv"),
            "\"Wijken en buurten\";\"Regioaanduiding|Codering\";\"Bevolking|Aantal inwoners\";\"Wonen|Gemiddelde WOZ-waarde van woningen\"\n"
            + "\"\";\"code\";\"aantal\";\"euro\"\n\"Enschede\";\"GM0153\";\"159960\";\"260000\"\n");

        Assert.Equal((ProblemCodes.UnitWrong, ProblemSeverity.Warning, "euro"), (reading.Problem.Code, reading.Problem.Severity, reading.Problem.Value));
        Assert.Contains("'x 1 000 euro'", reading.Problem.Message.Nl);
        Assert.Equal("residents", Assert.Single(Assert.Single(reading.Observations).Values).Indicator);
    }

    [Fact]
    public void A_header_below_titles_is_found_and_the_titles_are_counted()
    {
        var reading = Reading.Read("ses-woa", "\"SES-WOA scores\"\n\"\"\n\"\";\"Onderwerp\"\n" + Header + Row);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(5, Assert.Single(reading.Observations).Values[0].Line);
        Assert.Equal([new SkippedLines(SkippedKinds.Title, 2, 1), new SkippedLines(SkippedKinds.Blank, 1, 2)], Skipped(reading));
    }

    [Theory]
    [InlineData(19, true)]
    [InlineData(20, false)]
    public void A_header_is_found_within_the_first_twenty_lines(int titles, bool isFound)
    {
        var reading = Reading.Read("ses-woa", string.Concat(Enumerable.Repeat("een titel\n", titles)) + Header + Row);

        Assert.Equal(isFound, reading.Log.Errors == 0);
        Assert.Equal(isFound ? [] : [ProblemCodes.HeaderMissing], reading.Log.Kept.Select(p => p.Code));
    }

    [Fact]
    public void A_header_over_several_lines_is_joined_and_its_units_are_part_of_the_names()
    {
        const string Lines =
            "\"\";\"\";\"\";\"\";\"Opleidingsniveau\";\"\";\"\";\"SES-WOA\";\"Spreiding\"\n" +
            "\"\";\"\";\"\";\"\";\"Laag\";\"Middelbaar\";\"Hoog\";\"Totaalscore\";\"Spreiding totaal\"\n" +
            "\"Perioden\";\"Wijken en buurten\";\"Regiocode (gemeente, wijk, buurt) (code)\";\"Particuliere huishoudens\";\"Waarde\";\"Waarde\";\"Waarde\";\"Gemiddelde score\";\"Waarde\"\n" +
            "\"\";\"\";\"\";\"Aantal\";\"%\";\"%\";\"%\";\"Getal\";\"Getal\"\n";

        var reading = Reading.Read("ses-woa", "\"SES-WOA\"\n" + Lines + Row);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal([700m, 12.4m, 27.0m, 60.6m, 0.045m, 0.856m], Assert.Single(reading.Observations).Values.Select(v => v.Value.Number!.Value));
    }

    [Theory]
    [InlineData("x 1 000 euro", null)]
    [InlineData("x\u00A01\u00A0000 euro", null)]
    [InlineData("1 000 euro", null)]
    [InlineData("x 1.000 euro", null)]
    [InlineData("x 1000 €", null)]
    [InlineData("k€", null)]
    [InlineData("(x 1 000 euro)", null)]
    [InlineData("m€", ProblemCodes.UnitWrong)]
    [InlineData("x 100 euro", ProblemCodes.UnitWrong)]
    [InlineData("x 1 000", ProblemCodes.UnitWrong)]
    [InlineData("(euro)", ProblemCodes.UnitWrong)]
    [InlineData("euro", ProblemCodes.UnitWrong)]
    [InlineData("%", ProblemCodes.UnitWrong)]
    public void A_line_of_units_below_the_header_is_compared_with_the_definition(string unit, string? code)
    {
        var reading = Reading.Read(
            Reading.Definition("kwb").ForFile("85318NED.csv"),
            "ID;WijkenEnBuurten;AantalInwoners_5;HuishoudensTotaal_28;GemiddeldeWOZWaardeVanWoningen_35;Koopwoningen_40;InBezitWoningcorporatie_42;GemiddeldInkomenPerInwoner_72\n"
            + $";;aantal;aantal;{unit};%;%;x 1 000 euro\n1;BU01530000;500;250;240;52;33;20\n");

        Assert.Equal(code is null ? [] : [code], reading.Log.Kept.Select(p => p.Code));
        Assert.Equal(code is null ? null : "GemiddeldeWOZWaardeVanWoningen_35", reading.Log.Kept.SingleOrDefault()?.Column);
    }

    [Theory]
    [InlineData("(%)", null)]
    [InlineData("percentage", null)]
    [InlineData("aantal", ProblemCodes.UnitWrong)]
    [InlineData("(promille)", ProblemCodes.UnitWrong)]
    [InlineData("per 1000 woningen", ProblemCodes.UnitWrong)]
    public void Units_between_brackets_are_read_as_those_without(string unit, string? code)
    {
        var reading = Reading.Read(
            Reading.Definition("kwb").ForFile("85318NED.csv"),
            "ID;WijkenEnBuurten;AantalInwoners_5;HuishoudensTotaal_28;GemiddeldeWOZWaardeVanWoningen_35;Koopwoningen_40;InBezitWoningcorporatie_42;GemiddeldInkomenPerInwoner_72\n"
            + $";;(aantal);(aantal);(x 1 000 euro);{unit};(%);(x 1 000 euro)\n1;BU01530000;500;250;240;52;33;20\n");

        Assert.Equal(code is null ? [] : [code], reading.Log.Kept.Select(problem => problem.Code));
        Assert.Contains(240000, Assert.Single(reading.Observations).Values.Select(value => value.Value.Number!.Value));
    }

    [Fact]
    public void A_unit_of_a_topic_without_a_declared_unit_is_compared_with_the_indicator()
    {
        var reading = Reading.Read(
            "leefbaarometer", "wk_code,jaar,lbm,afw,fys,onv,soc,vrz,won\n,,%,score,score,score,score,score,score\nWK015300,2020,4.102,-0.049,-0.020,-0.095,-0.033,0.127,-0.028\n");

        Assert.Equal((ProblemCodes.UnitWrong, "lbm", "%"), (reading.Problem.Code, reading.Problem.Column, reading.Problem.Value));
    }

    [Fact]
    public void Without_a_header_the_nearest_line_is_named_with_its_columns()
    {
        var problem = Reading.Read("ses-woa", "Mijn tabel\nCode;Jaar;Bewoners\nBU03630000;2019;700\n").Problem;

        Assert.Equal((ProblemCodes.HeaderMissing, 2), (problem.Code, problem.Line));
        Assert.Contains("'Code', 'Jaar', 'Bewoners'", problem.Message.Nl);
        Assert.Contains("'Regiocode (gemeente, wijk, buurt) (code)'", problem.Remedy.Nl);
    }

    [Fact]
    public void Where_a_column_is_missing_the_ones_that_were_found_are_named_also_ignored_ones()
    {
        var reading = Reading.Read(Reading.Definition("kwb").ForFile("85318NED.csv"), "ID;WijkenEnBuurten;Inwoners\n1;GM0153;5\n");

        Assert.All(reading.Log.Kept, p => Assert.Equal(ProblemCodes.ColumnMissing, p.Code));
        Assert.Contains("'ID', 'Inwoners'", reading.Log.Kept[0].Message.Nl);
        Assert.DoesNotContain("weer de afgesproken naam", reading.Log.Kept[0].Remedy.Nl);
    }

    [Fact]
    public void A_problem_names_the_column_as_the_file_calls_it()
    {
        const string Score = "WK015300,2020,4.102,-0.049,-0.020,-0.095,-0.033,0.127,-0.028\n";

        Assert.Equal("wk_code", Reading.Read("leefbaarometer", "wk_code,jaar,lbm,afw,fys,onv,soc,vrz,won\n" + Score + Score).Problem.Column);
    }

    [Theory]
    [InlineData("\"Bron: CBS\"\n")]
    [InlineData("\"Bron\";\"CBS\";\"\";\"\";\"\";\"\";\"\";\"\";\"\"\n")]
    [InlineData("\"Laatst gewijzigd: 3 maart 2024\"\n")]
    [InlineData("\"Bron: CBS.\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\"\n")]
    [InlineData("© Centraal Bureau voor de Statistiek, Den Haag/Heerlen 1-12-2022\n")]
    public void A_line_that_names_the_source_is_passed_over_and_counted(string footer)
    {
        var reading = Reading.Read("ses-woa", Header + Row + footer);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal([new SkippedLines(SkippedKinds.Footer, 1, 3)], Skipped(reading));
    }

    [Fact]
    public void Another_line_that_is_too_short_is_still_an_error() =>
        Assert.Equal(ProblemCodes.FieldCount, Reading.Read("ses-woa", Header + Row + "\"Totaal\"\n").Problem.Code);

    [Fact]
    public void Blank_rows_of_a_spreadsheet_are_passed_over_and_counted()
    {
        var reading = Reading.Read("ses-woa", Header + Row + ";;;;;;;;\n; ; ;;;;;;\n   \n\n\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal([new SkippedLines(SkippedKinds.Blank, 5, 3)], Skipped(reading));
    }

    [Fact]
    public void A_first_line_that_says_the_delimiter_is_read()
    {
        var reading = Reading.Read("ses-woa", "sep=;\n" + Header + Row);

        Assert.Empty(reading.Log.Kept);
        Assert.Empty(Skipped(reading));
        Assert.Single(reading.Observations);
    }

    [Fact]
    public void A_first_line_that_says_another_delimiter_than_the_definition_is_followed()
    {
        var reading = Reading.Read("leefbaarometer", "sep=;\nwk_code;jaar;lbm;afw;fys;onv;soc;vrz;won\nWK015300;2020;4.102;-0.049;-0.020;-0.095;-0.033;0.127;-0.028\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(4.102m, Assert.Single(reading.Observations).Values[0].Value.Number);
    }

    [Fact]
    public void Lines_that_Excel_quoted_are_one_explained_problem()
    {
        static string Wrap(string line) => $"\"{line.TrimEnd().Replace("\"", "\"\"")}\"\n";

        var problem = Reading.Read("ses-woa", Wrap(Header) + Wrap(Row) + Wrap(Row)).Problem;

        Assert.Equal((ProblemCodes.LinesQuoted, 1), (problem.Code, problem.Line));
        Assert.Contains("Excel", problem.Message.Nl);
    }

    [Fact]
    public void Columns_without_a_name_are_passed_over_where_they_are_empty()
    {
        var reading = Reading.Read("ses-woa", Header.Replace("\n", ";;\n") + Row.Replace("\n", ";; \n"));

        Assert.Empty(reading.Log.Kept);
        Assert.Single(reading.Observations);
    }

    [Fact]
    public void A_column_without_a_name_that_holds_something_is_refused_once()
    {
        var problem = Reading.Read("ses-woa", Header.Replace("\n", ";;\n") + Row.Replace("\n", ";;5\n") + Row.Replace("0000", "0001").Replace("\n", ";;6\n")).Problem;

        Assert.Equal((ProblemCodes.ColumnUnnamed, 2, "5"), (problem.Code, problem.Line, problem.Value));
        Assert.Contains("Kolom 11", problem.Message.Nl);
    }

    [Theory]
    [InlineData("area-indicators", "area;period;indicator;value\n{0};2017;burglaries;5\n", "GM0153", "GM0154")]
    [InlineData("areas", "code;name;boundary_year\n{0};Naam;2022\n", "GM0153", "GM0154")]
    [InlineData("leefbaarometer", "gm_code,jaar,lbm,afw,fys,onv,soc,vrz,won\n{0},2020,4.102,-0.049,-0.020,-0.095,-0.033,0.127,-0.028\n", "GM0153", "GM0154")]
    public void Rows_about_the_country_land_parts_provinces_and_regions_are_passed_over_in_every_dataset(string dataset, string text, string first, string second)
    {
        var lines = text.Split('\n');
        var rows = string.Concat(new[] { first, "NL01      ", "LD01", "PV20", "CR12", second }.Select(code => lines[1].Replace("{0}", code) + "\n"));

        var reading = Reading.Read(dataset, lines[0] + "\n" + rows);
        var only = Reading.Read(dataset, $"{lines[0]}\n{lines[1].Replace("{0}", "PV20")}\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(2, reading.Items.Count);
        Assert.Equal([new SkippedLines(SkippedKinds.LargerArea, 4, 3)], Skipped(reading));
        Assert.Equal(ProblemCodes.AreasMissing, only.Problem.Code);
    }

    [Fact]
    public void Shapes_of_provinces_are_passed_over_too()
    {
        static string Feature(string code) => $$$"""{"type":"Feature","properties":{"statcode":"{{{code}}}"},"geometry":{"type":"Polygon","coordinates":[[[6.88,52.21],[6.89,52.21],[6.89,52.22],[6.88,52.21]]]}}""";
        var definition = Reading.Definition("boundaries").ForFile("2022.geojson");

        var both = Reading.Read(definition, $$"""{"type":"FeatureCollection","features":[{{Feature("PV20")}},{{Feature("GM0153")}}]}""");
        var only = Reading.Read(definition, $$"""{"type":"FeatureCollection","features":[{{Feature("PV20")}}]}""");

        Assert.Empty(both.Log.Kept);
        Assert.Single(both.Items);
        Assert.Equal(ProblemCodes.AreasMissing, only.Problem.Code);
    }

    [Fact]
    public void The_message_about_a_shape_without_a_code_names_its_properties()
    {
        var problem = Reading.Read(
            Reading.Definition("boundaries").ForFile("2022.geojson"),
            """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"naam":"x","gid":1},"geometry":{"type":"Polygon","coordinates":[[[6.88,52.21],[6.89,52.21],[6.89,52.22],[6.88,52.21]]]}}]}""").Problem;

        Assert.Equal(ProblemCodes.ValueMissing, problem.Code);
        Assert.Contains("'naam', 'gid'", problem.Message.Nl);
    }

    private static IReadOnlyList<SkippedLines> Skipped(Reading reading) => reading.Log.Tally.ToSummary().Skipped;

    [Theory]
    [InlineData("WijkenEnBuurten;Codering_3;AantalInwoners_5;HuishoudensTotaal_28\nGM0153;GM0363;159960;76980\n", "WijkenEnBuurten", "GM0363")]
    [InlineData("WijkenEnBuurten;AantalInwoners_5;Bevolking/Aantal inwoners (aantal);HuishoudensTotaal_28\nGM0153;5;5;2\nBU01530000;5;7;2\n", "AantalInwoners_5", "7")]
    public void Two_columns_that_mean_the_same_may_not_say_something_else(string text, string column, string other)
    {
        var problem = Reading.Read(Reading.Definition("kwb").ForFile("kwb2022.csv"), text).Problem;

        Assert.Equal((ProblemCodes.ColumnRepeated, ProblemSeverity.Error, column), (problem.Code, problem.Severity, problem.Column));
        Assert.Contains($"'{other}'", problem.Message.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_columns_that_mean_the_same_may_say_the_same() =>
        Assert.Empty(Reading.Read(
            Reading.Definition("kwb").ForFile("kwb2022.csv"),
            "WijkenEnBuurten;Codering_3;AantalInwoners_5;HuishoudensTotaal_28\nGM0153  ;GM0153;159960;76980\nGM0154;;5;2\n").Log.Kept);
}
