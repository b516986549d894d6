using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Observability;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Docs;

public sealed class DocumentationTests
{
    public static TheoryData<string> Codes => [.. ProblemCodes.All];

    public static TheoryData<string> Kinds => [.. ScorecardKinds.Names];

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
        Assert.All(definition.Topics ?? [], topic => Assert.Contains(topic.Column, example));
        Assert.All(definition.Fields ?? [], field => Assert.Contains(field.Name, example));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_scorecard_has_a_page_and_example_rules(string kind)
    {
        Assert.True(File.Exists(RepositoryFolder.File("docs", "scorecards", kind + ".md")), $"docs/scorecards/{kind}.md explains the kind.");
        Assert.True(File.Exists(RepositoryFolder.File("config", "rules", kind, "example.json")), $"config/rules/{kind}/example.json is an example of its rules.");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_page_of_a_kind_says_for_whom_it_is_how_it_is_computed_and_what_its_critics_say(string kind)
    {
        var page = File.ReadAllText(RepositoryFolder.File("docs", "scorecards", kind + ".md"));
        var headings = page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).ToList();

        Assert.Contains("**For whom**", page);
        Assert.Contains("**Source**", page);
        Assert.Contains("## Method", headings);
        Assert.Contains("## Example", headings);
        Assert.Contains(headings, heading => heading.Contains("limits", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(headings, heading => heading.Contains("criticism", StringComparison.OrdinalIgnoreCase));
        Assert.Contains($"config/rules/{kind}", page);
    }

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
        var served = typeof(ShippedConfig).Assembly.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>().Select(trigger => $"/{trigger.Route}")
            .Where(path => !path.Contains("{*", StringComparison.Ordinal));

        var documented = page.Split('\n').Where(line => line.StartsWith("| `/api/") || line.StartsWith("| `/.well-known/")).Select(line => line.Split('`')[1]);

        Assert.Equal(served.Distinct().Order(), documented.Order());
    }

    [Fact]
    public void Every_event_that_is_logged_is_in_the_documentation()
    {
        var operations = File.ReadAllText(RepositoryFolder.File("docs", "operations.md"));
        var events = typeof(ShippedConfig).Assembly.GetTypes()
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
        using var instruments = new Instruments();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => names.Add(instrument.Meter.Name == Instruments.Name ? instrument.Name : "") };
        listener.Start();

        var documented = File.ReadAllText(RepositoryFolder.File("docs", "operations.md")).Split('\n').Where(line => line.StartsWith("| `wijkmonitor.", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);

        Assert.Equal(names.Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_setting_that_the_code_reads_is_in_the_documentation()
    {
        var operations = File.ReadAllText(RepositoryFolder.File("docs", "operations.md"));
        var limits = typeof(IngestOptions).GetProperties().Select(option => $"Ingest__{option.Name}");
        var schedules = typeof(ShippedConfig).Assembly.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>()).OfType<TimerTriggerAttribute>().Select(trigger => trigger.Schedule.Trim('%'));

        Assert.All(
            ["DataStorage", "DataStorage__blobServiceUri", "DataStorage__tableServiceUri", "WEBSITE_TIME_ZONE", .. ScorecardKinds.Names.Select(ScoringRules.Setting), .. limits, .. schedules],
            setting => Assert.Contains($"`{setting}`", operations));
    }
}
