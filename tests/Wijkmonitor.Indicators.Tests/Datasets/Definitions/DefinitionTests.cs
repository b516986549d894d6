using System.Text;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Datasets.Definitions;

public sealed class DefinitionTests
{
    public static TheoryData<string> Shipped =>
        [.. Directory.EnumerateFiles(RepositoryFolder.File("config", "datasets")).Select(path => Path.GetFileNameWithoutExtension(path)!)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Every_shipped_definition_can_be_read_and_is_named_after_its_file(string dataset) =>
        Assert.Equal(dataset, Reading.Definition(dataset).Id);

    [Theory]
    [InlineData("\"delimiter\": \";\",", "", "'delimiter'")]
    [InlineData("\"symbols\"", "\"simbols\"", "simbols")]
    [InlineData("\"boundaryYear\": \"period\"", "\"boundaryYear\": \"sometimes\"", "'boundaryYear'")]
    [InlineData("\"burglaries\",", "\"burglars\",", "'burglars'")]
    [InlineData("\"title\"", "\"titel\"", "titel")]
    [InlineData("\"delimiter\": \";\",", "\"delimiter\": \",\", \"delimiter\": \";\",", "delimiter")]
    [InlineData("\"delimiter\": \";\",", "\"Delimiter\": \",\", \"delimiter\": \";\",", "delimiter")]
    [InlineData("\"area-indicators\"", "\"Area Indicators\"", "'id'")]
    public void An_invalid_definition_is_refused_by_field_name(string from, string to, string named)
    {
        var json = File.ReadAllText(RepositoryFolder.File("config", "datasets", "area-indicators.json")).Replace(from, to);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));

        var exception = Assert.Throws<ConfigurationException>(() => DatasetDefinition.Read(stream, "area-indicators.json", Reading.Catalogue));

        Assert.Contains("area-indicators.json", exception.Message);
        Assert.Contains(named, exception.Message);
    }

    [Theory]
    [InlineData("kwb", "\"owner\": \"Statistics Netherlands (CBS)\"", "\"owner\": \" \"", "'owner'")]
    [InlineData("kwb", "\"visibility\": \"public\",", "", "visibility")]
    [InlineData("kwb", "\"visibility\": \"public\"", "\"visibility\": \"everybody\"", "visibility")]
    [InlineData("kwb", "\"unit\": \"x 1 000 euro\", \"factor\"", "\"factor\"", "'unit'")]
    [InlineData("kwb", ", \"factor\": 1000", "", "'factor'")]
    [InlineData("kwb", "\"85318NED\": \"2022\"", "\"85318NED\": \"{year}\"", "{year}")]
    [InlineData("kwb", "\"columns\": {", "\"columns\": { \"period\": \"Perioden\",", "'columns.period'")]
    [InlineData("kwb", "\"Koopwoningen_*\",", "\"Koopwoningen_*\", \"columnOfYear\": { \"soon\": \"Koopwoningen_47\" },", "'soon'")]
    [InlineData("kwb", "\"Koopwoningen_*\",", "\"Koopwoningen_*\", \"columnOfYear\": { \"2024\": \"Koopwoningen_1\", \"2024\": \"Koopwoningen_47\" },", "2024")]
    [InlineData("kwb", "\"Koopwoningen_*\",", "\"Koopwoningen_*\", \"occurrence\": 0,", "'occurrence'")]
    [InlineData("kwb", "\"Koopwoningen_*\",", "\"Koopwoningen\", \"occurrence\": 1,", "'occurrence'")]
    [InlineData("kwb", "\"format\": \"long\"", "\"format\": \"records\"", "OData v4': 'format'")]
    [InlineData("kwb", "\"states\": { \"None\": \"known\", \"Impossible\": \"not-applicable\", \"Confidential\": \"suppressed\", \"Unknown\": \"unknown\", \"Missing\": \"unknown\" }", "\"partial\": true", "'states'")]
    [InlineData("kwb", "\"state\": \"ValueAttribute\"", "\"areaPrefix\": \"PV\"", "'columns.areaPrefix'")]
    [InlineData("kwb", "\"area\": \"WijkenEnBuurten\", \"indicator\"", "\"area\": \"WijkenEnBuurten\", \"period\": \"Perioden\", \"indicator\"", "'columns.period'")]
    [InlineData("kwb", "\"*\"", "\"*NED\"", "'*NED'")]
    [InlineData("leefbaarometer-2-classes", "\"indicator\": \"liveability_class\", \"period\": \"2002\"", "\"indicator\": \"liveability_class\"", "'KL02'")]
    [InlineData("ses-woa", "\"period\": \"Perioden\",", "", "'columns.period'")]
    [InlineData("ses-woa", "\"format\": \"statline\"", "\"format\": \"long\"", "'indicator'")]
    public void An_invalid_definition_of_a_wide_file_is_refused_by_field_name(string dataset, string from, string to, string named)
    {
        var exception = Assert.Throws<ConfigurationException>(() => Reading.Definition(dataset, (from, to)));

        Assert.Contains(exception.Errors, fault => fault.Message.En.Contains(named) && fault.Message.Nl.Contains(named));
    }
}
