using System.Text;
using Wijkmonitor.Functions.Api.Datasets;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Functions.Tests.Api;

public sealed class DatasetTemplateTests
{
    public static TheoryData<string> Filled => [.. Stores.Config.Datasets.All.Where(DatasetTemplate.IsAvailable).Select(definition => definition.Id)];

    [Theory]
    [MemberData(nameof(Filled))]
    public void The_columns_of_a_template_are_those_that_its_dataset_reads(string dataset)
    {
        var definition = Stores.Config.Datasets.Find(dataset)!;
        var log = new ProblemLog(rules: definition.Problems);
        using var content = new MemoryStream(DatasetTemplate.Create(definition));

        var items = DatasetReader.Read(definition.ForFile($"{dataset}.csv"), Stores.Config.Catalogue, content, log).ToList();

        Assert.Empty(items);
        Assert.All(log.GroupByCode(), problem => Assert.Equal(ProblemCodes.FileEmpty, problem.First.Code));
    }

    [Fact]
    public void A_template_has_the_delimiter_of_its_dataset() => Assert.Equal(
        "area;period;indicator;value;boundary_year\r\n",
        Encoding.UTF8.GetString(DatasetTemplate.Create(Stores.Config.Datasets.Find("area-indicators")!))[1..]);

    [Theory]
    [InlineData("kwb")]
    [InlineData("contracts")]
    [InlineData("boundaries")]
    public void A_dataset_of_documents_or_with_changing_columns_has_no_template(string dataset) =>
        Assert.False(DatasetTemplate.IsAvailable(Stores.Config.Datasets.Find(dataset)!));

    [Theory]
    [InlineData(FileEncoding.Windows1252, "huur_in_€")]
    [InlineData(FileEncoding.Windows1252, "’s-Gravenhage; cliënten")]
    [InlineData(FileEncoding.Utf8, "huur \"kaal\" in €")]
    public void A_template_reads_back_in_the_encoding_of_its_dataset(FileEncoding encoding, string column)
    {
        var definition = WithColumn(column) with { Encoding = encoding };
        using var content = new MemoryStream([.. DatasetTemplate.Create(definition), .. Encoding.ASCII.GetBytes("GM0153;2024;1\r\n")]);

        var items = DatasetReader.Read(definition.ForFile("a.csv"), Stores.Config.Catalogue, content, new ProblemLog(rules: definition.Problems)).ToList();

        Assert.Equal("inhabitants", Assert.Single(Assert.IsType<AreaObservations>(Assert.Single(items)).Values).Indicator);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    public void A_dataset_with_a_column_that_a_spreadsheet_could_run_has_no_template(string column) =>
        Assert.False(DatasetTemplate.IsAvailable(WithColumn(column)));

    [Fact]
    public void Every_dataset_of_rows_names_its_columns() => Assert.All(
        Stores.Config.Datasets.All.Where(definition => definition.Delimiter is not null), definition => Assert.NotEmpty(DatasetColumn.GetAll(definition)));

    private static DatasetDefinition WithColumn(string column) => Stores.Definition("leefbaarometer") with
    {
        Delimiter = ';',
        BoundaryYear = "period",
        Layouts = null,
        IgnoredColumns = null,
        NameColumns = null,
        Checks = null,
        Columns = new DatasetColumns("area", "period"),
        Topics = [new TopicColumn(column, "inhabitants")],
    };
}
