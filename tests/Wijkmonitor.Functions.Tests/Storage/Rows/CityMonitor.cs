using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Observability;
using Wijkmonitor.Functions.Replay;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Observations;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Functions.Tests.Ingest;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Functions.Tests.Storage.Rows;

/// <summary>A monitor over an account, composed as the app composes it, with a dataset <c>city-base</c> of invented indicators.</summary>
internal sealed class CityMonitor : IAsyncDisposable
{
    public const string Dataset = "city-base";
    public const int MaxIndicators = 1000;
    private const int Neighbourhoods = 11;
    private static readonly BilingualText Text = new("verzonnen", "invented");
    private readonly ServiceProvider services;

    private CityMonitor(ServiceProvider services, EventLog log) => (this.services, Log) = (services, log);

    public static AreaCode Municipality { get; } = AreaCode.Parse("GM0999");

    public static IReadOnlyList<string> Areas { get; } =
        [Municipality.Value, .. Enumerable.Range(0, Neighbourhoods).Select(i => string.Create(CultureInfo.InvariantCulture, $"BU0999{i:0000}"))];

    public static IndicatorCatalogue Catalogue { get; } = new(
        [.. Stores.Config.Catalogue.All, .. Codes(MaxIndicators).Select(code => new Indicator(code, Text, "index", Polarity.NoJudgement, 1, Denominator: null, Text, Text))]);

    /// <summary>The numbers of the events that it logs.</summary>
    public EventLog Log { get; }

    public ObservationStore Observations => Get<ObservationStore>();

    public DeliveryStore Deliveries => Get<DeliveryStore>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static string[] Codes(int count) => [.. Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"city_{i:0000}"))];

    /// <summary>Starts a monitor whose areas are known, and whose dataset has the first so many indicators, or those from one on.</summary>
    public static async Task<CityMonitor> StartAsync(string account, DatasetFormat format, int indicators, int from = 0, bool comesInReleases = false)
    {
        var definition = Definition(format, Codes(indicators)[from..]) with { ComesInReleases = comesInReleases };
        return await StartAsync(account, [Stores.Definition("areas"), definition], new Dictionary<string, string?>(StringComparer.Ordinal));
    }

    /// <summary>Starts a monitor whose areas are known, with some datasets and settings, and kinds of scorecards.</summary>
    public static async Task<CityMonitor> StartAsync(
        string account,
        IReadOnlyCollection<DatasetDefinition> datasets,
        IReadOnlyDictionary<string, string?> others,
        params IReadOnlyList<IScorecardKind> kinds)
    {
        var definitions = new DatasetDefinitions(datasets);
        var config = new BuiltInConfiguration(Stores.Config.Folder, Catalogue, definitions);
        var log = new EventLog(_ => { });
        var settings = new Dictionary<string, string?>(others, StringComparer.Ordinal) { ["DataStorage"] = account };
        var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log))
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton<WijkmonitorMetrics>()
            .AddSingleton(TimeProvider.System)
            .AddStorage()
            .AddConfiguration(config)
            .AddFigures()
            .AddSecurity()
            .AddScoring(new ScoringRules(kinds))
            .AddIngest()
            .AddReplay();
        var monitor = new CityMonitor(services.BuildServiceProvider(), log);
        await monitor.Get<StorageSetup>().EnsureAsync(Token);
        await monitor.DeliverAsync("areas", "areas.csv", "code;name;boundary_year\n" + string.Concat(Areas.Select(area => $"{area};Gebied;2024\n")));
        return monitor;
    }

    /// <summary>The file of some indicators; each value follows from area, indicator and version.</summary>
    public static string File(DatasetFormat format, IReadOnlyList<string> codes, int version, int areas = int.MaxValue, string period = "2024") => format == DatasetFormat.Long
        ? "area;period;indicator;value\n" + string.Concat(Areas.Take(areas).SelectMany(area => codes.Select(code => $"{area};{period};{code};{ValueText(area, code, version)}\n")))
        : $"area;period;{string.Join(';', codes)}\n" + string.Concat(Areas.Take(areas).Select(area => $"{area};{period};{string.Join(';', codes.Select(code => ValueText(area, code, version)))}\n"));

    public static decimal Value(string area, string code, int version) =>
        (Areas.ToList().IndexOf(area) * 10_000) + int.Parse(code.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture) + (version / 10m);

    /// <summary>Drops a file, has a run ingest it, and finds its delivery.</summary>
    public async Task<Delivery> DeliverAsync(string dataset, string name, string content)
    {
        await DropAsync(dataset, name, content);
        await Get<IngestRun>().RunAsync(Token);
        var delivery = (await Deliveries.GetByDatasetAsync(dataset, Token)).First(found => found.File == name);
        var problems = await Deliveries.GetProblemsAsync(delivery.Id, Token);
        Assert.True(delivery.State == DeliveryState.Served, $"{delivery.State}: {string.Join('\n', problems.Take(3).Select(problem => problem.Message.En))}");
        return delivery;
    }

    public Task<Delivery> DeliverAsync(string name, string content) => DeliverAsync(Dataset, name, content);

    public Task DropAsync(string dataset, string name, string content) =>
        Get<Inbox>().DropAsync(dataset, name, new MemoryStream(Encoding.UTF8.GetBytes(content)), Token);

    public async Task WithdrawAsync(Delivery delivery)
    {
        var current = (await Deliveries.FindAsync(delivery.Id, Token))!;
        await Deliveries.SaveDecisionAsync(current.WithDecision(new DeliveryDecision(DeliveryDecisionKind.Withdrawal, DateTimeOffset.UtcNow, "beheerder", null)), Token);
        await Get<IngestRun>().RunAsync(Token);
        Assert.Equal(DeliveryState.Withdrawn, (await Deliveries.FindAsync(delivery.Id, Token))!.State);
    }

    public async Task<ChangeList> ChangesAsync(Delivery delivery) => (await Get<DeliveryArchive>().FindChangesAsync(delivery.Id, Token))!;

    public Task ReplayAsync() => Get<ArchiveReplay>().RunAsync(Token);

    /// <summary>The observations of the municipality, by area and indicator.</summary>
    public async Task<Dictionary<(string Area, string Indicator), (decimal? Value, string Delivery)>> ReadAsync() =>
        await Observations.GetByMunicipalityAsync(Municipality, Token).ToDictionaryAsync(
            observation => (observation.Area.Value, observation.Indicator), observation => (observation.Value.Number, observation.Source.Delivery), cancellationToken: Token);

    /// <summary>All that the table of observations holds, to be compared entity by entity.</summary>
    public async Task<SortedDictionary<string, string>> TableAsync()
    {
        var read = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var entity in EntitiesAsync())
        {
            var properties = entity.Where(property => property.Key is not ("odata.etag" or "Timestamp")).OrderBy(property => property.Key, StringComparer.Ordinal);
            read[entity.RowKey] = string.Join(';', properties.Select(property => string.Create(CultureInfo.InvariantCulture, $"{property.Key}={property.Value}")));
        }

        return read;
    }

    public IAsyncEnumerable<TableEntity> EntitiesAsync() => Tables.QueryAsync(Get<Tables>().Observations, filter: null, cancellationToken: Token);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Creates an object that is not registered, such as a function.</summary>
    public T Create<T>() => ActivatorUtilities.CreateInstance<T>(services);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static DatasetDefinition Definition(DatasetFormat format, string[] codes) =>
        Stores.Definition(format == DatasetFormat.Long ? "area-indicators" : "leefbaarometer") with
        {
            Id = Dataset,
            Delimiter = ';',
            BoundaryYear = "period",
            Periods = [PeriodGranularity.Year, PeriodGranularity.Quarter],
            Checks = null,
            IgnoredColumns = null,
            Problems = null,
            Columns = format == DatasetFormat.Long ? new DatasetColumns("area", "period", Indicator: "indicator", Value: "value") : new DatasetColumns("area", "period"),
            Topics = format == DatasetFormat.Long ? null : [.. codes.Select(code => new TopicColumn(code, code, Required: false))],
            Indicators = format == DatasetFormat.Long ? codes : null,
        };

    private static string ValueText(string area, string code, int version) => Value(area, code, version).ToString(CultureInfo.InvariantCulture);
}
