using Microsoft.Extensions.Logging.Abstractions;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;
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
    public void A_faulty_definition_is_named_with_its_field_and_the_others_are_in_effect(string name, string json, string? field, string named)
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
    public void A_file_that_cannot_be_opened_is_named_and_the_others_are_in_effect()
    {
        using var folder = new ConfigFolder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "datasets", "lost.json"), Path.Combine(folder.Path, "no-such-file.json"));

        var config = BuiltInConfiguration.Read(folder.Path);

        Assert.Equal(Stores.Config.Datasets.All.Select(definition => definition.Id), config.Datasets.All.Select(definition => definition.Id));
        Assert.Equal("lost.json", config.Datasets.FindFaulty("lost")!.File);
    }

    [Fact]
    public async Task A_deployment_can_resolve_a_clash_between_built_in_datasets()
    {
        using var folder = new ConfigFolder(("health.json", Health));
        var (config, stores) = (BuiltInConfiguration.Read(folder.Path), await Stores.OnAsync(emulator.NewAccount()));
        var current = new CurrentDatasets(config);
        var overrides = new DatasetOverrides(config, current, new ConfigStore(stores.Containers), NullLogger<DatasetOverrides>.Instance);
        await overrides.RefreshAsync(Token);
        Assert.NotNull(current.FindFaulty("health"));
        Assert.Equal(["health.json"], current.GetRefusedNames([]));

        var without = (await File.ReadAllTextAsync(RepositoryFolder.File("config", "datasets", "area-indicators.json"), Token))
            .Replace("    \"elderly_loneliness\",\n", "");
        await stores.Containers.Config.GetBlobClient("datasets/area-indicators.json").UploadAsync(BinaryData.FromString(without), overwrite: true, Token);
        await overrides.RefreshAsync(Token);

        Assert.NotNull(current.Find("health"));
        Assert.Empty(current.Faulty);
    }

    [Fact]
    public async Task A_faulty_dataset_refuses_files_and_other_datasets_accept_theirs()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        using var folder = new ConfigFolder(("health.json", Health));
        stores.Define([], [.. BuiltInConfiguration.Read(folder.Path).Datasets.Faulty]);

        await IngestAsync(stores, "health", "WijkenEnBuurten;Perioden;Eenzaam_28\nGM0153;2020JJ00;5\n");
        await IngestAsync(stores, "areas", "code;name;boundary_year\nGM0153;Enschede;2017\n");

        var refused = Assert.Single(await stores.Deliveries.GetByDatasetAsync("health", Token));
        var problem = Assert.Single(await stores.Deliveries.GetProblemsAsync(refused.Id, Token));
        Assert.Equal((DeliveryState.Refused, ProblemCodes.DatasetFaulty), (refused.State, problem.Code));
        Assert.Contains("health.json, 'topics[0].indicator'", problem.Message.Nl);
        Assert.Contains("De beheerder herstelt de definitie", problem.Remedy.Nl);
        Assert.Equal("a.csv", refused.File);
        Assert.Equal(DeliveryState.Scoring, Assert.Single(await stores.Deliveries.GetByDatasetAsync("areas", Token)).State);
    }

    [Fact]
    public async Task A_file_is_accepted_once_its_definition_is_fixed()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        await IngestAsync(stores, "areas", "code;name;boundary_year\nGM0153;Enschede;2020\n");
        const string file = "area;period;indicator;value;boundary_year\nGM0153;2020;burglaries;5;2020\n";
        var mended = Stores.Definition("area-indicators") with { Id = "police", Indicators = ["burglaries"], Precedence = OrderOfBurglaries() };
        stores.Define([], [new FaultyDefinition("police", "police.json", [ConfigurationFault.For("owner", "leeg", "empty")])]);
        await IngestAsync(stores, "police", file);

        stores.Define([mended]);
        await IngestAsync(stores, "police", file);

        Assert.Equal(
            [DeliveryState.Refused, DeliveryState.Scoring],
            (await stores.Deliveries.GetByDatasetAsync("police", Token)).Select(delivery => delivery.State).OrderBy(state => state == DeliveryState.Scoring));
    }

    [Fact]
    public void Figures_of_a_faulty_definition_are_for_its_data_team()
    {
        var datasets = new CurrentDatasets(Stores.Config with
        {
            Datasets = new DatasetDefinitions(Stores.Config.Datasets.All,
                [new FaultyDefinition("secret", "secret.json", [ConfigurationFault.For("owner", "leeg", "empty")])]),
        });
        var owned = Stores.Config.Datasets.All.Where(definition => definition.Visibility == DatasetVisibility.Owner).Select(definition => definition.Id)
            .ToHashSet(StringComparer.Ordinal);
        var (visibility, area) = (new VisibilityPolicy(datasets), AreaCode.Parse("GM0153"));

        var without = Deliverer(owned);
        var with = Deliverer([.. owned, "secret"]);

        Assert.Equal((Audience.Partners, Audience.Everything), (visibility.GetAudience(without, area), visibility.GetAudience(with, area)));
        Assert.Equal((false, true), (visibility.CanSee(without, "secret", area), visibility.CanSee(with, "secret", area)));
    }

    private static Caller Deliverer(HashSet<string> datasets) => new(
        IsKnown: true, Roles.DataTeam | Roles.Partner, Scope.None with { Areas = new HashSet<AreaCode> { AreaCode.Parse("GM0153") }, Datasets = datasets });

    private static Dictionary<string, IReadOnlyList<RankedDataset>> OrderOfBurglaries() => new(StringComparer.Ordinal)
    {
        ["burglaries"] = [new RankedDataset("police"), new RankedDataset("area-indicators")],
    };

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

        public ConfigFolder(params IReadOnlyList<(string Name, string Json)> added)
        {
            File.Copy(RepositoryFolder.File("config", "indicators.json"), System.IO.Path.Combine(Path, "indicators.json"));
            var datasets = folder.CreateSubdirectory("datasets").FullName;
            foreach (var file in Directory.EnumerateFiles(RepositoryFolder.File("config", "datasets")))
            {
                File.Copy(file, System.IO.Path.Combine(datasets, System.IO.Path.GetFileName(file)));
            }

            foreach (var (name, json) in added)
            {
                File.WriteAllText(System.IO.Path.Combine(datasets, name), json);
            }
        }

        public string Path => folder.FullName;

        public void Dispose() => folder.Delete(recursive: true);
    }
}
