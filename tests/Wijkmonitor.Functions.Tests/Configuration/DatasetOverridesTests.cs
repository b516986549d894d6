using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Configuration;

public sealed class DatasetOverridesTests(StorageEmulator emulator)
{
    private static readonly string Shipped = File.ReadAllText(RepositoryFolder.File("config", "datasets", "area-indicators.json"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_override_takes_effect_at_the_next_run_and_ends_when_deleted()
    {
        var (stores, current, overrides, _) = await StartAsync();
        await overrides.RefreshAsync(Token);
        Assert.Equal(';', current.Find("area-indicators")!.Delimiter);

        await PutAsync(stores, "area-indicators.json", Shipped.Replace("\"delimiter\": \";\"", "\"delimiter\": \"|\""));
        await overrides.RefreshAsync(Token);
        Assert.Equal('|', current.Find("area-indicators")!.Delimiter);
        Assert.Equal(Stores.Config.Datasets.All.Count, current.All.Count);

        await Blob(stores, "datasets/area-indicators.json").DeleteAsync(cancellationToken: Token);
        await overrides.RefreshAsync(Token);
        Assert.Equal(';', current.Find("area-indicators")!.Delimiter);
        Assert.Equal(0, await stores.Containers.Config.GetBlobsAsync(cancellationToken: Token).CountAsync(Token));
    }

    [Theory]
    [InlineData("\"delimiter\": \";\",", "\"delimeter\": \";\",", "delimeter")]
    [InlineData("\"delimiter\": \";\",", "", "'delimiter'")]
    [InlineData("\"burglaries\",", "null,", "indicators[8]")]
    [InlineData("\"burglaries\",", "\"residents\",", "'kwb'")]
    [InlineData("\"id\": \"area-indicators\"", "\"id\": \"other\"", "'id'")]
    [InlineData("\"format\"", "format", "'f' is an invalid")]
    public async Task An_invalid_definition_is_refused_and_the_last_valid_one_stays_after_a_restart(string from, string to, string fault)
    {
        var (stores, current, overrides, log) = await StartAsync();
        await PutAsync(stores, "area-indicators.json", Shipped.Replace("\"comment\": \"#\"", "\"comment\": \"%\""));
        await overrides.RefreshAsync(Token);

        await PutAsync(stores, "area-indicators.json", Shipped.Replace(from, to));
        await overrides.RefreshAsync(Token);
        var (_, afterRestart, again, _) = Start(stores);
        await again.RefreshAsync(Token);

        Assert.Equal('%', current.Find("area-indicators")!.Comment);
        Assert.Equal('%', afterRestart.Find("area-indicators")!.Comment);
        Assert.Contains(fault, await ReadAsync(stores, "datasets/area-indicators.json.problems.csv"));
        Assert.Equal(["area-indicators.json"], await new ConfigStore(stores.Containers).ListRefusedDatasetsAsync(Token));
        Assert.Contains(log.Errors, line => line.Contains("the last good one stays"));
    }

    [Fact]
    public async Task A_never_valid_definition_leaves_the_shipped_one_and_its_problems_disappear_once_fixed()
    {
        var (stores, current, overrides, log) = await StartAsync();
        await PutAsync(stores, "area-indicators.json", "{}");
        await PutAsync(stores, "zz.json", "no JSON");

        await overrides.RefreshAsync(Token);
        Assert.Equal(Stores.Config.Datasets.All, current.All);
        Assert.Equal(2, log.Errors.Count);

        await overrides.RefreshAsync(Token);
        Assert.Equal(2, log.Errors.Count);

        await PutAsync(stores, "area-indicators.json", Shipped.Replace("\"comment\": \"#\"", "\"comment\": \"%\""));
        await overrides.RefreshAsync(Token);
        Assert.Equal('%', current.Find("area-indicators")!.Comment);
        Assert.Equal(["zz.json"], await new ConfigStore(stores.Containers).ListRefusedDatasetsAsync(Token));
    }

    [Fact]
    public async Task An_indicator_can_move_from_one_definition_to_another_in_any_order()
    {
        var (stores, current, overrides, _) = await StartAsync();
        await PutAsync(stores, "a-new.json", Single("a-new", "burglaries"));
        await PutAsync(stores, "area-indicators.json", Shipped.Replace("    \"burglaries\",\n", ""));

        await overrides.RefreshAsync(Token);

        Assert.Equal(["burglaries"], current.Find("a-new")!.Indicators);
        Assert.DoesNotContain("burglaries", current.Find("area-indicators")!.Indicators!);
    }

    [Fact]
    public async Task A_new_dataset_that_clashes_is_refused_with_the_reason_and_the_others_stay()
    {
        var (stores, current, overrides, _) = await StartAsync();
        await PutAsync(stores, "a-new.json", Single("a-new", "burglaries"));

        await overrides.RefreshAsync(Token);

        Assert.Equal(Stores.Config.Datasets.All, current.All);
        Assert.Equal("indicators[0]", Assert.Single(current.FindFaulty("a-new")!.Faults).Field);
        var report = await ReadAsync(stores, "datasets/a-new.json.problems.csv");
        Assert.All(["indicators[0]", "wordt geleverd door 'area-indicators' en 'a-new'", "is delivered by 'area-indicators' and 'a-new'", "precedence"],
            text => Assert.Contains(text, report));
        Assert.Equal(["a-new.json"], current.GetRefusedNames(await new ConfigStore(stores.Containers).ListRefusedDatasetsAsync(Token)));
    }

    [Fact]
    public async Task A_new_dataset_may_deliver_an_indicator_of_another_where_it_declares_the_order()
    {
        var (stores, current, overrides, _) = await StartAsync();
        await PutAsync(stores, "a-new.json", Single("a-new", "burglaries").Replace(
            "\"format\"",
            "\"precedence\": { \"burglaries\": [{ \"dataset\": \"a-new\", \"from\": \"2020\" }, { \"dataset\": \"area-indicators\" }] }, \"format\""));

        await overrides.RefreshAsync(Token);

        Assert.Empty(current.Faulty);
        Assert.Equal(["a-new", "area-indicators"], current.Precedence.GetDatasets("burglaries").Select(dataset => dataset.Dataset));
    }

    // The shipped definition with one indicator only, under another id.
    private static string Single(string id, string indicator) =>
        Shipped[..Shipped.IndexOf("\"indicators\": [", StringComparison.Ordinal)].Replace("\"id\": \"area-indicators\"", $"\"id\": \"{id}\"")
            + $"\"indicators\": [\"{indicator}\"]\n}}";

    private static async Task PutAsync(Stores stores, string name, string json) =>
        await Blob(stores, "datasets/" + name).UploadAsync(BinaryData.FromString(json), overwrite: true, Token);

    private static async Task<string> ReadAsync(Stores stores, string path) =>
        (await Blob(stores, path).DownloadContentAsync(Token)).Value.Content.ToString();

    private static BlobClient Blob(Stores stores, string path) => stores.Containers.Config.GetBlobClient(path);

    private async Task<(Stores Stores, CurrentDatasets Current, DatasetOverrides Overrides, ErrorLog Log)> StartAsync() =>
        Start(await Stores.OnAsync(emulator.NewAccount()));

    private static (Stores Stores, CurrentDatasets Current, DatasetOverrides Overrides, ErrorLog Log) Start(Stores stores)
    {
        var current = new CurrentDatasets(Stores.Config);
        var log = new ErrorLog();
        return (stores, current, new DatasetOverrides(Stores.Config, current, new ConfigStore(stores.Containers), log), log);
    }

    private sealed class ErrorLog : ILogger<DatasetOverrides>
    {
        public List<string> Errors { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => NullLogger.Instance.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Error)
            {
                Errors.Add(formatter(state, exception));
            }
        }
    }
}
