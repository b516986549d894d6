using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Tests.Datasets.Sources;

/// <summary>A file that is no CSV is called what it is, whatever its name.</summary>
public sealed class FileTypeTests
{
    [Theory]
    [InlineData("D0CF11E0A1B11AE1", ".xls")]
    [InlineData("1F8B0800", "gzip")]
    [InlineData("255044462D312E37", "PDF")]
    [InlineData("50415231", "Parquet")]
    [InlineData("377ABCAF271C", "7-Zip")]
    [InlineData("526172211A07", "RAR")]
    [InlineData("53514C69746520666F726D6174203300", "GeoPackage")]
    [InlineData("89504E470D0A1A0A", "afbeelding")]
    [InlineData("504B0304AAAA", "zip")]
    public void A_file_in_bytes_is_called_by_its_name(string hex, string name)
    {
        byte[] bytes = [.. Convert.FromHexString(hex), .. new byte[100]];

        Assert.All(["ses-woa", "area-indicators", "areas", "boundaries"], dataset =>
        {
            var problem = Reading.Read(dataset, bytes).Problem;
            Assert.Equal(ProblemCodes.FileTypeWrong, problem.Code);
            Assert.Contains(name, problem.Message.Nl);
        });
    }

    [Theory]
    [InlineData("""  { "a": 1 }""", "JSON")]
    [InlineData("""[{"a":1}]""", "JSON")]
    [InlineData("""{ "id": "odata4", "title": { "nl": "Waarnemingen van OData", "en": "OData" }, "columns": { "value": "Value", "values": ["value"] } }""", "Dit is JSON,")]
    [InlineData("""{ "about": "https://opendata.cbs.nl/ODataApi", "value": [1] }""", "Dit is JSON,")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "GeoJSON")]
    [InlineData("<!doctype html><html></html>", "HTML")]
    [InlineData("\uFEFF<html lang=\"nl\">", "HTML")]
    [InlineData("<?xml version=\"1.0\"?><a/>", "XML")]
    public void A_text_of_another_kind_is_called_by_its_name(string text, string name)
    {
        var problem = Reading.Read("ses-woa", text).Problem;

        Assert.Equal(ProblemCodes.FileTypeWrong, problem.Code);
        Assert.Contains(name, problem.Message.Nl);
    }

    [Theory]
    [InlineData("Word", "[Content_Types].xml", "word/document.xml")]
    [InlineData("LibreOffice", "mimetype", "content.xml")]
    [InlineData("met één bestand: 'plaatje.png'", "plaatje.png")]
    [InlineData("met 2 bestanden: 'a.csv', 'b.txt'", "a.csv", "b.txt")]
    [InlineData("zonder bestanden", "map/", "__MACOSX/._a.csv", ".DS_Store")]
    [InlineData("'5', …", "1", "2", "3", "4", "5", "6")]
    public void A_zip_without_one_file_to_read_is_refused_with_its_contents(string said, params string[] names)
    {
        var problem = Reading.Read("ses-woa", Zipped.Create([.. names.Select(name => (name, new byte[100]))])).Problem;

        Assert.Equal(ProblemCodes.FileTypeWrong, problem.Code);
        Assert.Contains(said, problem.Message.Nl);
    }

    [Fact]
    public void A_list_of_OData_without_columns_of_the_dataset_is_called_by_its_name()
    {
        var problem = Reading.Read("ses-woa", """{"odata.metadata":"x","value":[{"ID":0,"WijkenEnBuurten":"NL00"}]}""").Problem;

        Assert.Equal(ProblemCodes.HeaderMissing, problem.Code);
        Assert.Contains("OData", problem.Message.Nl);
        Assert.Contains("'ID', 'WijkenEnBuurten'", problem.Message.Nl);
    }

    [Fact]
    public void A_file_that_only_begins_like_one_is_read() =>
        Assert.Equal(ProblemCodes.HeaderMissing, Reading.Read("ses-woa", "PK;Naam\n1;x\n").Problem.Code);
}
