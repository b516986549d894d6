using Wijkmonitor.Indicators.Datasets;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Docs;

public sealed class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFolder.File("docs", "data-suppliers.md"));

    public static TheoryData<string> Codes => [.. ProblemCodes.All];

    public static TheoryData<string> Datasets => [.. Stores.Config.Datasets.All.Select(definition => definition.Id)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_problem_code_is_explained_to_data_suppliers(string code) => Assert.Contains($"| `{code}` |", Page);

    [Theory]
    [MemberData(nameof(Datasets))]
    public void Every_dataset_is_explained_to_data_suppliers(string dataset) => Assert.Contains($"### `{dataset}`", Page);

    [Fact]
    public void The_list_of_codes_is_complete()
    {
        var constants = typeof(ProblemCodes).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(constants.Order(), ProblemCodes.All.Order());
    }

    [Fact]
    public void Every_setting_that_the_code_reads_is_in_the_documentation()
    {
        var operations = File.ReadAllText(RepositoryFolder.File("docs", "operations.md"));

        Assert.All(
            ["DataStorage", "DataStorage__blobServiceUri", "DataStorage__tableServiceUri", "IngestSchedule", "ScoringSchedule", "Rules__Compass", "Ingest__LeaseSeconds", "Ingest__PatienceSeconds", "Ingest__MaxFileBytes", "WEBSITE_TIME_ZONE"],
            setting => Assert.Contains($"`{setting}`", operations));
    }
}
