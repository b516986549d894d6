using System.IO.Compression;
using System.Text;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Tests.Datasets;

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
    [InlineData("""{"odata.metadata":"x","value":[{"ID":0}]}""", "OData")]
    [InlineData("""  { "a": 1 }""", "JSON")]
    [InlineData("""[{"a":1}]""", "JSON")]
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
    [InlineData("een werkmap van Excel", "[Content_Types].xml", "xl/workbook.xml")]
    [InlineData("Word", "[Content_Types].xml", "word/document.xml")]
    [InlineData("LibreOffice", "mimetype", "content.xml")]
    [InlineData("met één bestand: 'cijfers.csv'", "cijfers.csv")]
    [InlineData("met 2 bestanden: 'a.csv', 'b.txt'", "a.csv", "b.txt")]
    [InlineData("'5', …", "1", "2", "3", "4", "5", "6")]
    public void A_zip_is_told_by_what_is_in_it(string said, params string[] names)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(new string('x', 100)));
            }
        }

        var problem = Reading.Read("ses-woa", content.ToArray()).Problem;

        Assert.Equal(ProblemCodes.FileTypeWrong, problem.Code);
        Assert.Contains(said, problem.Message.Nl);
    }

    [Fact]
    public void A_zip_larger_than_the_first_bytes_is_told_by_what_is_in_it_too()
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("cijfers.csv", CompressionLevel.NoCompression).Open();
            entry.Write(new byte[200_000]);
        }

        Assert.Contains("'cijfers.csv'", Reading.Read("ses-woa", content.ToArray()).Problem.Message.Nl);
    }

    [Fact]
    public void A_file_that_only_begins_like_one_is_read() =>
        Assert.Equal(ProblemCodes.HeaderMissing, Reading.Read("ses-woa", "PK;Naam\n1;x\n").Problem.Code);
}
