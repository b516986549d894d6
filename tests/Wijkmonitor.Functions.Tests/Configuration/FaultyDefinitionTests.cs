using Microsoft.Extensions.Logging.Abstractions;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Configuration;

/// <summary>A faulty definition is named, and the other datasets work.</summary>
public sealed class FaultyDefinitionTests(StorageEmulator emulator)
{
    private const string Health = """
        { "id": "health", "title": { "nl": "Gezondheid", "en": "Health" }, "source": "x", "format": "statline", "visibility": "public", "owner": "x",
          "delimiter": ";", "decimalSeparator": ".", "symbols": {}, "boundaryYear": "2020", "columns": { "area": "WijkenEnBuurten", "period": "Perioden" },
          "topics": [{ "column": "Eenzaam_28", "indicator": "elderly_loneliness" }] }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("health", Health, "topics[0].indicator", "elderly_loneliness")]
    [InlineData("health", "{ \"id\": \"health\", }", null, "JSON")]
    [InlineData("health", "", null, "JSON")]
    [InlineData("wealth", Health, "id", "health.json")]
    public void A_faulty_file_is_named_with_its_field_in_both_languages_and_the_others_are_in_effect(string name, string json, string? field, string named)
    {
        using var folder = new ConfigFolder((name + ".json", json));

        var config = BuiltInConfiguration.Read(folder.Path);

        Assert.Equal(Stores.Config.Datasets.All.Select(definition => definition.Id), config.Datasets.All.Select(definition => definition.Id));
        var faulty = config.Datasets.FindFaulty(name)!;
        Assert.Equal(name + ".json", faulty.File);
        var fault = Assert.Single(faulty.Faults);
        Assert.Equal(field, fault.Field);
        Assert.Contains(named, fault.Message.Nl);
        Assert.Contains(named, fault.Message.En);
        Assert.NotEqual(fault.Message.Nl, fault.Message.En);
    }

    [Fact]
    public async Task What_clashed_among_what_ships_is_in_effect_once_the_deployment_takes_the_indicator_out()
    {
        using var folder = new ConfigFolder(("health.json", Health));
        var (config, stores) = (BuiltInConfiguration.Read(folder.Path), await Stores.OnAsync(emulator.NewAccount()));
        var current = new CurrentDatasets(config);
        var overrides = new DatasetOverrides(config, current, new ConfigStore(stores.Containers), NullLogger<DatasetOverrides>.Instance);
        await overrides.RefreshAsync(Token);
        Assert.NotNull(current.FindFaulty("health"));
        Assert.Equal(["health.json"], current.NamesOfRefused([]));

        var without = (await File.ReadAllTextAsync(RepositoryFolder.File("config", "datasets", "area-indicators.json"), Token)).Replace("    \"elderly_loneliness\",\n", "");
        await stores.Containers.Config.GetBlobClient("datasets/area-indicators.json").UploadAsync(BinaryData.FromString(without), overwrite: true, Token);
        await overrides.RefreshAsync(Token);

        Assert.NotNull(current.Find("health"));
        Assert.Empty(current.Faulty);
    }

    [Fact]
    public async Task A_file_of_a_faulty_dataset_is_refused_with_the_reason_and_another_is_taken_in()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        using var folder = new ConfigFolder(("health.json", Health));
        stores.Define([], [.. BuiltInConfiguration.Read(folder.Path).Datasets.Faulty]);

        await IngestAsync(stores, "health", "WijkenEnBuurten;Perioden;Eenzaam_28\nGM0153;2020JJ00;5\n");
        await IngestAsync(stores, "areas", "code;name;boundary_year\nGM0153;Enschede;2017\n");

        var refused = Assert.Single(await stores.Deliveries.GetByDatasetAsync("unknown", Token));
        var problem = Assert.Single(await stores.Deliveries.GetProblemsAsync(refused.Id, Token));
        Assert.Equal((DeliveryState.Refused, ProblemCodes.DatasetFaulty), (refused.State, problem.Code));
        Assert.Contains("health.json, 'topics[0].indicator'", problem.Message.Nl);
        Assert.Contains("De beheerder herstelt de definitie", problem.Remedy.Nl);
        Assert.Equal(DeliveryState.Scoring, Assert.Single(await stores.Deliveries.GetByDatasetAsync("areas", Token)).State);
    }

    private static async Task IngestAsync(Stores stores, string dataset, string text)
    {
        var inbox = new Inbox(stores.Containers);
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        await inbox.DropAsync(dataset, "a.csv", content, Token);
        await stores.Ingest(TimeProvider.System, new IngestOptions()).IngestAsync(Assert.Single(await inbox.ListFilesAsync(Token)), Token);
    }

    private sealed class ConfigFolder : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("wijkmonitor-config");

        public ConfigFolder((string Name, string Json) added)
        {
            File.Copy(RepositoryFolder.File("config", "indicators.json"), System.IO.Path.Combine(Path, "indicators.json"));
            var datasets = folder.CreateSubdirectory("datasets").FullName;
            foreach (var file in Directory.EnumerateFiles(RepositoryFolder.File("config", "datasets")))
            {
                File.Copy(file, System.IO.Path.Combine(datasets, System.IO.Path.GetFileName(file)));
            }

            File.WriteAllText(System.IO.Path.Combine(datasets, added.Name), added.Json);
        }

        public string Path => folder.FullName;

        public void Dispose() => folder.Delete(recursive: true);
    }
}
