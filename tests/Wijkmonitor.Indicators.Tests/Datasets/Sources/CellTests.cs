using System.Text;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Tests.Datasets.Sources;

/// <summary>Cells of workbooks that are not what they seem, and files in zips.</summary>
public sealed class CellTests
{
    private const string List = """
        {"odata.metadata":"https://opendata.example/85318NED","value":[
        {"ID":1,"WijkenEnBuurten":"GM0153    ","AantalInwoners_5":160000,"HuishoudensTotaal_28":77000,"GemiddeldeWOZWaardeVanWoningen_35":240,"Koopwoningen_40":52,"InBezitWoningcorporatie_42":33,"GemiddeldInkomenPerInwoner_72":26.1}
        ]}
        """;

    private static readonly object?[] Header = ["area", "period", "indicator", "value"];

    [Fact]
    public void A_number_of_a_list_has_no_separator_that_can_be_meant_otherwise()
    {
        var reading = Reading.Read(
            Reading.Definition("kwb").ForFile("85318NED.json"), List.Replace("\"GemiddeldeWOZWaardeVanWoningen_35\":240", "\"GemiddeldeWOZWaardeVanWoningen_35\":240.125"));
        var text = Reading.Read(
            Reading.Definition("kwb").ForFile("85318NED.json"), List.Replace("\"GemiddeldeWOZWaardeVanWoningen_35\":240", "\"GemiddeldeWOZWaardeVanWoningen_35\":\"240.125\""));

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(240_125, Assert.Single(reading.Observations).Values.Single(value => value.Indicator == "woz_value").Value.Number);
        Assert.Equal(ProblemCodes.NumberSeparator, text.Problem.Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_sheet_that_is_not_read_with_service_numbers_of_citizens_is_refused(bool isText)
    {
        var numbers = FindBsns(60);
        object?[][] hidden = [["nummer"], .. numbers.Select(number => new object?[] { isText ? number : double.Parse(number, System.Globalization.CultureInfo.InvariantCulture) })];

        var problem = ReadNamed(("Cijfers", [Header, ["GM0153", 2017, "inhabitants", 5]]), ("~Blad2", hidden)).Problem;

        Assert.Equal((ProblemCodes.PersonalData, 2), (problem.Code, problem.Line));
        Assert.DoesNotContain(numbers[0], problem.Message.En);
    }

    [Fact]
    public void A_sheet_that_is_not_read_with_other_numbers_of_nine_digits_is_not()
    {
        object?[][] other = [["bedrag"], .. Enumerable.Range(0, 60).Select(i => new object?[] { 123_456_700 + (i * 7) })];

        Assert.Empty(ReadNamed(("Cijfers", [Header, ["GM0153", 2017, "inhabitants", 5]]), ("Blad2", other)).Log.Kept);
    }

    [Theory]
    [InlineData("<c r=\"D2\"><f>1+1</f></c>")]
    [InlineData("<c r=\"D2\"><f>1+1</f><v></v></c>")]
    [InlineData("<c r=\"D2\"><f>1+1</f><v/></c>")]
    public void A_formula_that_was_not_computed_is_refused_with_its_place(string cell)
    {
        var problem = Reading.Read("area-indicators", WithCell(cell)).Problem;

        Assert.Equal((ProblemCodes.FileTypeWrong, 2), (problem.Code, problem.Line));
        Assert.Contains("Cel D2", problem.Message.Nl);
        Assert.Contains("LibreOffice", problem.Remedy.En);
    }

    [Fact]
    public void A_formula_that_was_computed_is_its_result() =>
        Assert.Equal(2, Assert.Single(Reading.Read("area-indicators", WithCell("<c r=\"D2\"><f>1+1</f><v>2</v></c>")).Observations).Values[0].Value.Number);

    [Fact]
    public void A_text_that_the_workbook_does_not_have_is_no_figure() =>
        Assert.Contains("niet te lezen", Reading.Read("area-indicators", WithCell("<c r=\"D2\" t=\"s\"><v>99</v></c>")).Problem.Message.Nl);

    [Theory]
    [InlineData("average_income", 26.099999999999998, 26.1)]
    [InlineData("inhabitants", 159960.0000000001, 159960)]
    [InlineData("inhabitants", 159959.99999999997, 159960)]
    public void The_noise_of_doubles_in_amounts_and_counts_is_rounded_as_Excel_shows_it(string indicator, double number, double expected)
    {
        var reading = Reading.Read("area-indicators", Zipped.CreateWorkbook(("Blad1", [Header, ["GM0153", 2017, indicator, number]])));

        Assert.Empty(reading.Log.Kept);
        Assert.Equal((decimal)expected, Assert.Single(reading.Observations).Values[0].Value.Number);
    }

    [Fact]
    public void In_CSV_such_a_number_is_still_refused() => Assert.Equal(
        ProblemCodes.NumberTooPrecise, Reading.Read("area-indicators", "area;period;indicator;value\nGM0153;2017;inhabitants;159960.0000000001\n").Problem.Code);

    [Fact]
    public void A_zip_with_one_list_of_OData_is_read()
    {
        using var content = new MemoryStream(Zipped.Create(("85318NED.json", Encoding.UTF8.GetBytes(List)), ("leesmij.pdf", [0])));

        Assert.Equal(160000, Assert.Single(Reading.Read(Reading.Definition("kwb").ForFile("85318NED.zip"), content).Observations).Values[0].Value.Number);
    }

    [Fact]
    public void A_description_as_JSON_next_to_a_table_does_not_make_two_of_it()
    {
        var zip = Zipped.Create(("cijfers.csv", "area;period;indicator;value\nGM0153;2017;inhabitants;5\n"u8.ToArray()), ("datapackage.json", "{}"u8.ToArray()));

        Assert.Single(Reading.Read("area-indicators", zip).Observations);
    }

    [Theory]
    [InlineData(12, "bzip2")]
    [InlineData(14, "LZMA")]
    public void A_zip_packed_otherwise_is_named_in_its_problem(int method, string name)
    {
        var zip = Zipped.Create("cijfers.csv", "area;period;indicator;value\nGM0153;2017;inhabitants;5\n");
        BitConverter.TryWriteBytes(zip.AsSpan(8, 2), (ushort)method);
        BitConverter.TryWriteBytes(zip.AsSpan(zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 10, 2), (ushort)method);

        var problem = Reading.Read("area-indicators", zip).Problem;

        Assert.Contains(name, problem.Message.Nl);
        Assert.Contains("Deflate", problem.Remedy.En);
    }

    [Theory]
    [InlineData("<table><tr><td>Gebied</td></tr></table>")]
    [InlineData("<head><title>x</title></head>")]
    public void A_web_page_without_its_first_element_is_one(string text) =>
        Assert.Contains("webpagina", Reading.Read("area-indicators", text).Problem.Message.Nl);

    private static Reading ReadNamed(params (string Name, object?[][] Rows)[] sheets)
    {
        using var content = new MemoryStream(Zipped.CreateWorkbook(sheets));
        return Reading.Read(Reading.Definition("area-indicators") with { Sheet = "cijfers" }, content);
    }

    // The workbook of one figure, with another cell in its place.
    private static byte[] WithCell(string cell) => Zipped.Replace(
        Zipped.CreateWorkbook(("Blad1", [Header, ["GM0153", 2017, "inhabitants", 5]])), "xl/worksheets/sheet1.xml", "<c r=\"D2\"><v>5</v></c>", cell);

    private static List<string> FindBsns(int count) =>
    [
        .. Enumerable.Range(111_222_300, 5_000).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Where(digits => (digits.Take(8).Select((c, i) => (9 - i) * (c - '0')).Sum() - (digits[8] - '0')) % 11 == 0).Take(count),
    ];
}
