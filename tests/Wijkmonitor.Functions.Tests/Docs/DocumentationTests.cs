using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Observability;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Docs;

public sealed class DocumentationTests
{
    public static TheoryData<string> Codes => [.. ProblemCodes.All];

    public static TheoryData<string> Datasets => [.. Stores.Config.Datasets.All.Select(definition => definition.Id)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_problem_code_is_explained_to_data_suppliers(string code) => Assert.Contains($"| `{code}` |", SupplierPage.Text);

    [Theory]
    [MemberData(nameof(Datasets))]
    public void Every_dataset_is_explained_to_data_suppliers(string dataset) => Assert.Contains($"### `{dataset}`", SupplierPage.Text);

    [Theory]
    [MemberData(nameof(Datasets))]
    public void The_example_of_a_dataset_is_a_file_without_errors_that_has_all_its_columns(string dataset)
    {
        if (Stores.Definition(dataset).Format == DatasetFormat.Contract)
        {
            Assert.Contains("samples/inbox/contracts/dolphia.json", SupplierPage.Section(dataset));
            return;
        }

        var (definition, example) = SupplierPage.Example(dataset);
        var log = new ProblemLog();
        var items = DatasetReader.Read(definition, Stores.Config.Catalogue, new MemoryStream(Encoding.UTF8.GetBytes(example)), log).ToList();

        Assert.Empty(log.Kept.Select(problem => $"{problem.Line} {problem.Column} {problem.Value}: {problem.Message.En}"));
        Assert.NotEmpty(items);
        Assert.All(definition.Topics ?? [], topic => Assert.Contains(topic.Column.TrimEnd('*'), example));
        Assert.All(definition.Fields ?? [], field => Assert.Contains(field.Name, example));
    }

    [Fact]
    public void The_documented_precedence_is_that_of_the_definitions()
    {
        Assert.Empty(Stores.Config.Datasets.Faulty);
        Assert.All(
            Stores.Config.Datasets.All.SelectMany(definition => definition.IndicatorCodes.Select(code => (code, definition.Id))),
            pair => Assert.Contains(Stores.Config.Datasets.Precedence.GetDatasets(pair.code), dataset => dataset.Dataset == pair.Id));
        Assert.All(
            Stores.Config.Catalogue.All,
            indicator => Assert.Equal(Stores.Config.Datasets.Precedence.GetDatasets(indicator.Code).Select(dataset => dataset.Dataset).FirstOrDefault(),
                indicator.Dataset));
    }

    [Fact]
    public void The_order_of_datasets_in_the_documentation_can_be_declared_and_counts_as_it_says()
    {
        var example = Regex.Match(SupplierPage.Text, "^\"precedence\": .*$", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Value;
        var shipped = File.ReadAllText(RepositoryFolder.File("config", "datasets", "area-indicators.json"));
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(
            shipped.Replace("\"id\": \"area-indicators\",", "\"id\": \"rivm-health-65\", " + example + ",")));

        var added = DatasetDefinition.Read(json, "rivm-health-65.json", Stores.Config.Catalogue) with { Indicators = ["elderly_loneliness"] };
        var definitions = new DatasetDefinitions([.. Stores.Config.Datasets.All, added]);

        Assert.Empty(definitions.Faulty);
        string? Counting(int year) => definitions.Precedence.FindCounting("elderly_loneliness", new Period(year), "rivm-health-65", "area-indicators");
        Assert.Equal(("area-indicators", "rivm-health-65"), (Counting(2019), Counting(2020)));
        Assert.Null(definitions.Precedence.FindCounting("elderly_loneliness", new Period(2019), "rivm-health-65"));
    }

    [Fact]
    public void Every_rule_of_precedence_is_in_the_documentation() => Assert.All(
        Enum.GetValues<PrecedenceRule>(),
        rule => Assert.Contains($"| `{JsonSerializer.Serialize(rule).Trim('"')}` |", File.ReadAllText(RepositoryFolder.File("docs", "api.md"))));

    [Fact]
    public void The_list_of_codes_is_complete()
    {
        var constants = typeof(ProblemCodes).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(constants.Order(), ProblemCodes.All.Order());
    }

    [Fact]
    public void Every_path_that_is_served_is_in_the_documentation_and_no_other()
    {
        var page = File.ReadAllText(RepositoryFolder.File("docs", "api.md"));
        var served = typeof(BuiltInConfiguration).Assembly.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>().Select(trigger => $"/{trigger.Route}")
            .Where(path => !path.Contains("{*", StringComparison.Ordinal));

        var documented = page.Split('\n').Where(line => line.StartsWith("| `/api/") || line.StartsWith("| `/.well-known/")).Select(line => line.Split('`')[1]);

        Assert.Equal(served.Distinct().Order(), documented.Order());
    }

    [Fact]
    public void Every_event_that_is_logged_is_in_the_documentation()
    {
        var operations = File.ReadAllText(RepositoryFolder.File("docs", "operations.md"));
        var events = typeof(BuiltInConfiguration).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.NonPublic))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>().ToList();

        // An alert finds an event by its number alone.
        Assert.Empty(events.GroupBy(logged => logged.EventId).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.All(events, logged => Assert.Contains($"| {logged.EventId} | {logged.Level.ToString().ToLowerInvariant()} |", operations));
    }

    [Fact]
    public void Every_instrument_is_in_the_documentation_and_no_other()
    {
        var names = new List<string>();
        using var instruments = new WijkmonitorMetrics();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            names.Add(instrument.Meter.Name == WijkmonitorMetrics.Name ? instrument.Name : "")
        };
        listener.Start();

        var documented = File.ReadAllText(RepositoryFolder.File("docs", "operations.md")).Split('\n')
            .Where(line => line.StartsWith("| `wijkmonitor.", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);

        Assert.Equal(names.Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }
}
