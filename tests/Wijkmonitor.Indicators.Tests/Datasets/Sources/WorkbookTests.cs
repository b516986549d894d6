using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Tests.Datasets.Sources;

/// <summary>Files with the rows of a CSV file in another wrapping: a workbook, a zip, a list of OData.</summary>
public sealed class WorkbookTests
{
    private const string Scores = "wk_code,jaar,lbm,afw,fys,onv,soc,vrz,won\nWK015300,2020,4.102,-0.049,-0.020,-0.095,-0.033,0.127,-0.028\n";
    private static readonly object?[] Header = ["area", "period", "indicator", "value"];

    [Fact]
    public void The_rows_of_a_sheet_are_read_as_those_of_a_CSV_file()
    {
        var reading = Read("area-indicators", Header, ["GM0153", 2017, "inhabitants", 158986], ["GM0153", 2018, "public_space_grade", 6.25], ["GM0153", "2019", "inhabitants", "x"]);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal([ObservedValue.Known(158986), ObservedValue.Known(6.25m), ObservedValue.Suppressed], reading.Observations.Select(row => row.Values[0].Value));
        Assert.Equal([2, 3, 4], reading.Observations.Select(row => row.Values[0].Line));
    }

    [Fact]
    public void Titles_blank_rows_and_footers_of_a_sheet_are_passed_over()
    {
        var reading = Read("area-indicators", ["Cijfers van de gemeente"], [null, null], Header, ["GM0153", 2017, "inhabitants", 158986], [null, null, null, null], ["Bron: CBS"]);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(4, Assert.Single(reading.Observations).Values[0].Line);
        Assert.Equal([SkippedKinds.Title, SkippedKinds.Blank, SkippedKinds.Footer], reading.Log.Tally.ToSummary().Skipped.Select(lines => lines.Kind));
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(4.270599604867483, "4.270599604867483")]
    [InlineData(0.00039944073780324535, "0.00039944073780324535")]
    public void A_number_of_a_sheet_comes_back_with_its_digits(double score, string number)
    {
        var reading = Read("area-indicators", Header, ["GM0153", 2017, "public_space_grade", score]);

        Assert.Equal(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(reading.Observations).Values[0].Value.Number);
    }

    [Fact]
    public void A_percentage_of_a_sheet_is_read_as_it_is_shown()
    {
        var reading = Read(
            "ses-woa",
            [
                "Perioden", "Wijken en buurten", "Regiocode (gemeente, wijk, buurt) (code)", "Particuliere huishoudens (Aantal)", "Opleidingsniveau/Laag/Waarde (%)", "Opleidingsniveau/Middelbaar/Waarde (%)",
                "Opleidingsniveau/Hoog/Waarde (%)", "SES-WOA/Totaalscore/Gemiddelde score (Getal)", "Spreiding/Spreiding totaal/Waarde (Getal)",
            ],
            [2019, "Kop Zeedijk", "BU03630000", 700, new Percentage(0.124), 27, 60.6, 0.045, 0.856]);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal([700, 12.4m, 27, 60.6m, 0.045m, 0.856m], Assert.Single(reading.Observations).Values.Select(value => value.Value.Number!.Value));
    }

    [Fact]
    public void A_count_with_decimals_in_a_sheet_is_refused_with_its_place()
    {
        var problem = Read("area-indicators", Header, ["GM0153", 2017, "inhabitants", 159.96]).Problem;

        Assert.Equal((ProblemCodes.CountNotWhole, 2, "value"), (problem.Code, problem.Line, problem.Column));
    }

    [Fact]
    public void A_cell_that_is_a_number_is_that_number_in_thousands_too()
    {
        object?[] names = ["WijkenEnBuurten", "AantalInwoners_5", "HuishoudensTotaal_28", "GemiddeldInkomenPerInwoner_72"];
        object?[] figures = ["GM0153", 159960, 76980, 26.125];
        object?[][] turned = [["Wijken en buurten", "Enschede"], ["Regioaanduiding/Codering (code)", "GM0153"], ["Inkomen/Inkomen van personen/Gemiddeld inkomen per inwoner (x 1 000 euro)", 26.125]];

        using var upright = Open(names, figures);
        using var transposed = Open(turned);

        foreach (var file in new[] { upright, transposed })
        {
            var reading = Reading.Read(Reading.Definition("kwb").ForFile("kwb2022.xlsx"), file);
            Assert.Empty(reading.Log.Kept);
            Assert.Equal(26_125, Assert.Single(reading.Observations).Values.Single(value => value.Indicator == "income_per_resident").Value.Number);
        }
    }

    [Fact]
    public void A_count_in_a_cell_that_is_a_number_is_not_asked_for_its_thousands()
    {
        var problem = Read("area-indicators", Header, ["GM0153", 2017, "inhabitants", 159.961]).Problem;

        Assert.Equal(ProblemCodes.CountNotWhole, problem.Code);
        Assert.DoesNotContain("159961", problem.Remedy.Nl);
    }

    [Fact]
    public void An_error_in_a_cell_is_no_figure() =>
        Assert.Equal((ProblemCodes.NumberInvalid, 2), Read("area-indicators", Header, ["GM0153", 2017, "inhabitants", "#N/A"]).Problem is var p ? (p.Code, p.Line) : default);

    [Fact]
    public void The_sheet_that_the_definition_names_is_read()
    {
        var workbook = Zipped.CreateWorkbook(("Toelichting", [["Dit is een toelichting"]]), ("Cijfers", [Header, ["GM0153", 2017, "inhabitants", 5]]), ("Leeg", []));

        var problem = Reading.Read("area-indicators", workbook).Problem;
        using var content = new MemoryStream(workbook);
        var named = Reading.Read(Reading.Definition("area-indicators") with { Sheet = "cijfers" }, content);

        Assert.Equal(ProblemCodes.FileTypeWrong, problem.Code);
        Assert.Contains("'Toelichting', 'Cijfers'.", problem.Message.Nl);
        Assert.Empty(named.Log.Kept);
        Assert.Single(named.Observations);
    }

    [Theory]
    [InlineData("Blad2", "Naam van de huurder", "mevr. De Vries", 2)]
    [InlineData("Blad2", "bsn", "x", 1)]
    [InlineData("~Blad2", "contact", "jan@voorbeeld.nl", 2)]
    public void A_sheet_that_is_not_read_is_searched_for_data_about_persons(string sheet, string header, string value, int row)
    {
        var workbook = Zipped.CreateWorkbook(("Cijfers", [Header, ["GM0153", 2017, "inhabitants", 5]]), (sheet, [[header], [value]]));
        using var content = new MemoryStream(workbook);

        var problem = Reading.Read(Reading.Definition("area-indicators") with { Sheet = "cijfers" }, content).Problem;

        Assert.Equal((ProblemCodes.PersonalData, row), (problem.Code, problem.Line));
        Assert.Contains($"'{sheet}'", problem.Message.Nl);
        Assert.DoesNotContain(value, problem.Message.En + problem.Remedy.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021", "kwb2023.xlsx", true)]
    [InlineData("kwb 2023", "kwb2023.xlsx", false)]
    [InlineData("Blad1", "kwb2023.xlsx", false)]
    public void The_name_of_a_sheet_says_a_year_as_a_title_does(string sheet, string file, bool isOther)
    {
        var workbook = Zipped.CreateWorkbook((sheet, [["WijkenEnBuurten", "AantalInwoners_5", "HuishoudensTotaal_28"], ["GM0153", 159960, 76980]]));
        using var content = new MemoryStream(workbook);

        var reading = Reading.Read(Reading.Definition("kwb").ForFile(file), content);

        Assert.Equal(isOther ? [ProblemCodes.PeriodAmbiguous] : [], reading.Log.Kept.Select(problem => problem.Code));
    }

    [Fact]
    public void A_workbook_without_rows_is_empty_and_one_that_is_cut_off_is_damaged()
    {
        var workbook = Zipped.CreateWorkbook(("Cijfers", [Header, ["GM0153", 2017, "inhabitants", 5]]));

        Assert.Equal(ProblemCodes.FileEmpty, Reading.Read("area-indicators", Zipped.CreateWorkbook(("Leeg", []))).Problem.Code);
        Assert.Contains("niet te lezen", Reading.Read("area-indicators", workbook[..^40]).Problem.Message.Nl);
        Assert.Contains("niet te lezen", Reading.Read("area-indicators", Zipped.Create(("xl/workbook.xml", "<a>"u8.ToArray()))).Problem.Message.Nl);
        Assert.Contains("Excel", Reading.Read("boundaries", workbook).Problem.Message.Nl);
    }

    [Theory]
    [InlineData("cijfers.csv")]
    [InlineData("map/CIJFERS.CSV")]
    public void A_zip_with_one_file_is_read_as_that_file(string name)
    {
        var reading = Reading.Read("leefbaarometer", Zipped.Create((name, System.Text.Encoding.UTF8.GetBytes(Scores)), ("__MACOSX/._cijfers.csv", [0]), ("leesmij.pdf", [0])));

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(2, Assert.Single(reading.Observations).Values[0].Line);
    }

    [Fact]
    public void A_description_next_to_the_table_does_not_make_two_of_it()
    {
        const string Table = "WijkenEnBuurten;AantalInwoners_5;HuishoudensTotaal_28;GemiddeldeWOZWaardeVanWoningen_35;Koopwoningen_40;InBezitWoningcorporatie_42;GemiddeldInkomenPerInwoner_72\nGM0153;  5;  2;  240;   52;   33;    25.9\n";
        var zip = Zipped.Create(("85318NED_metadata.csv", "a;b\n"u8.ToArray()), ("85318NED_UntypedDataSet_01122022_101010.csv", System.Text.Encoding.UTF8.GetBytes(Table)));

        using var content = new MemoryStream(zip);
        var reading = Reading.Read(Reading.Definition("kwb").ForFile("download.zip"), content);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(new Period(2022), Assert.Single(reading.Observations).Period);
    }

    [Fact]
    public void The_names_of_a_zip_and_of_the_file_in_it_say_one_year_together()
    {
        var zip = Zipped.Create("kwb 2021.csv", "x");
        using var content = new MemoryStream(zip);

        Assert.Equal([2021, 2022], Reading.Definition("kwb").ForFile("85318NED.zip").ForEntry("kwb 2021.csv").FilePeriods.Select(year => year.Year));
        Assert.Equal([2022], Reading.Definition("kwb").ForFile("85318NED.zip").ForEntry("85318NED_UntypedDataSet.csv").FilePeriods.Select(year => year.Year));
        Assert.Equal([2021], Reading.Definition("kwb").ForFile("tabel.zip").ForEntry("kwb 2021.csv").FilePeriods.Select(year => year.Year));
    }

    [Fact]
    public void A_zip_can_hold_a_workbook_and_no_other_zip()
    {
        var workbook = Zipped.CreateWorkbook(("Cijfers", [Header, ["GM0153", 2017, "inhabitants", 5]]));

        Assert.Single(Reading.Read("area-indicators", Zipped.Create(("cijfers.xlsx", workbook))).Observations);
        Assert.Contains("'cijfers.csv'", Reading.Read("area-indicators", Zipped.Create(("cijfers.csv", Zipped.Create("a.csv", "x")))).Problem.Message.Nl);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void A_zip_with_other_content_than_declared_is_damaged(int place)
    {
        var zip = Zipped.Create("cijfers.csv", Scores + string.Concat(Enumerable.Repeat("WK015301,2020,4.102,-0.049,-0.020,-0.095,-0.033,0.127,-0.028\n", 50)));
        // The directory at the end is what a reader goes by: here the checksum, and 8 bytes behind it the length.
        var checksum = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 16;
        BitConverter.TryWriteBytes(zip.AsSpan(place == 0 ? checksum : checksum + 8, 4), 100);

        var reading = Reading.Read("leefbaarometer", zip);

        Assert.Contains(reading.Log.Kept, problem => problem.Code == ProblemCodes.FileTypeWrong);
    }

    [Fact]
    public void Boundaries_in_a_zip_are_read()
    {
        const string Shape = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"statcode":"BU01530000"},"geometry":{"type":"Polygon","coordinates":[[[6.88,52.21],[6.89,52.21],[6.89,52.22],[6.88,52.21]]]}}]}""";
        using var content = new MemoryStream(Zipped.Create(("buurten 2022.geojson", System.Text.Encoding.UTF8.GetBytes(Shape)), ("leesmij.txt", [65])));

        var reading = Reading.Read(Reading.Definition("boundaries").ForFile("grenzen.zip"), content);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(2022, Assert.IsType<BoundaryItem>(Assert.Single(reading.Items)).Boundary.BoundaryYear);
    }

    [Fact]
    public void A_list_of_OData_is_read_as_its_table()
    {
        const string List = """
            {"odata.metadata":"https://opendata.example/85318NED","value":[
            {"ID":0,"WijkenEnBuurten":"NL00      ","AantalInwoners_5":17590672,"HuishoudensTotaal_28":8139073,"GemiddeldeWOZWaardeVanWoningen_35":317,"Koopwoningen_40":57,"InBezitWoningcorporatie_42":29,"GemiddeldInkomenPerInwoner_72":29.1},
            {"ID":1,"WijkenEnBuurten":"GM0153    ","AantalInwoners_5":160000,"HuishoudensTotaal_28":77000,"GemiddeldeWOZWaardeVanWoningen_35":240,"Koopwoningen_40":52,"InBezitWoningcorporatie_42":33,"GemiddeldInkomenPerInwoner_72":null}
            ]}
            """;

        var reading = Reading.Read(Reading.Definition("kwb").ForFile("85318NED.json"), List);

        Assert.Empty(reading.Log.Kept);
        var row = Assert.Single(reading.Observations);
        Assert.Equal([160000, 77000, 240000, 52, 33, null], row.Values.Select(value => value.Value.Number));
        Assert.Equal(ObservedState.Unknown, row.Values[5].Value.State);
        Assert.Equal(3, row.Values[0].Line);
    }

    [Fact]
    public void One_page_of_a_list_of_OData_is_refused()
    {
        var reading = Reading.Read(
            Reading.Definition("kwb").ForFile("85318NED.json"),
            """{"@odata.context":"x","value":[{"WijkenEnBuurten":"GM0153","AantalInwoners_5":1,"HuishoudensTotaal_28":1,"GemiddeldeWOZWaardeVanWoningen_35":1,"Koopwoningen_40":1,"InBezitWoningcorporatie_42":1,"GemiddeldInkomenPerInwoner_72":1}],"@odata.nextLink":"y"}""");

        Assert.Equal(ProblemCodes.FileTypeWrong, reading.Problem.Code);
        Assert.Contains("nextLink", reading.Problem.Message.Nl);
    }

    [Fact]
    public void A_list_of_OData_that_breaks_off_is_damaged() =>
        Assert.Contains("niet te lezen", Reading.Read(
            Reading.Definition("kwb").ForFile("85318NED.json"),
            """{"odata.metadata":"x","value":[{"WijkenEnBuurten":"GM0153","AantalInwoners_5":1,"HuishoudensTotaal_28":1,"GemiddeldeWOZWaardeVanWoningen_35":1,"Koopwoningen_40":1,"InBezitWoningcorporatie_42":1,"GemiddeldInkomenPerInwoner_72":1},{"Wij""").Problem.Message.Nl);

    private static Reading Read(string dataset, params object?[][] rows) => Reading.Read(dataset, Zipped.CreateWorkbook(("Blad1", rows)));

    private static MemoryStream Open(params object?[][] rows) => new(Zipped.CreateWorkbook(("Blad1", rows)));
}
