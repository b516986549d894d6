using System.Globalization;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Ingest;

/// <summary>Damaged files through check and storage: each is stored whole or not at all.</summary>
public sealed class DamagedFileTests(StorageEmulator emulator)
{
    private const int Mutations = 150;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("areas", "inbox/areas/enschede.csv")]
    [InlineData("area-indicators", "inbox/area-indicators/dolphia-2017.csv")]
    [InlineData("kwb", "formats/85318NED_kerncijfers-2022.csv")]
    [InlineData("crosswalks", "formats/crosswalk-2021-2022.csv")]
    [InlineData("custom-areas", "formats/custom-areas-enschede.csv")]
    [InlineData("boundaries", "formats/boundaries-2022.geojson")]
    public async Task A_damaged_file_is_stored_whole_or_not_at_all(string dataset, string sample)
    {
        var stores = await RegisteredAsync();
        var definition = Stores.Definition(dataset).ForFile(sample);
        var original = await File.ReadAllBytesAsync(RepositoryFolder.File(["samples", .. sample.Split('/')]), Token);
        var before = await EntitiesAsync(stores);
        var random = new Random(20260101);
        var stored = 0;
        for (var mutation = 0; mutation < Mutations; mutation++)
        {
            var bytes = mutation == 0 ? original : DamagedFile.From(original, random);
            var delivery = string.Create(CultureInfo.InvariantCulture, $"{dataset}-{mutation:00000000000000000000}");
            using var content = new MemoryStream(bytes);
            using var copy = await LocalCopy.CreateAsync(content, dataset, Token);
            var check = await stores.Check().CheckAsync(definition, delivery, copy, cancellationToken: Token);
            if (check.Log.Errors > 0)
            {
                continue;
            }

            await stores.Store().StoreAsync(definition, delivery, copy, cancellationToken: Token);
            stored++;
            var now = await EntitiesAsync(stores);
            var expected = Expected(stores, definition, delivery, bytes);
            Assert.Equal(expected, now.Where(pair => !before.TryGetValue(pair.Key, out var was) || was != pair.Value).Select(pair => pair.Key)
                .Order(StringComparer.Ordinal));
            await RestoreAsync(stores, expected, before);
        }

        // What was refused in between left nothing behind either.
        Assert.Equal(before, await EntitiesAsync(stores));
        Assert.InRange(stored, 1, Mutations - 1);
    }

    private static List<string> Expected(Stores stores, DatasetDefinition definition, string delivery, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return [.. DatasetReader.Read(definition, Stores.Config.Catalogue, content, new ProblemLog(rules: definition.Problems))
            .SelectMany(item => Entities(stores, definition, delivery, item)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Entities(Stores stores, DatasetDefinition definition, string delivery, DatasetItem item) => item switch
    {
        AreaItem registered => [Key("Areas", AreaStore.ToEntity(registered.Area, delivery))],
        AreaObservations row => stores.Observations.CreateEntities(definition, delivery, row, parts: 1).Select(entity => Key("Observations", entity)),
        CrosswalkItem joined => CrosswalkStore.ToEntities(joined.Entry).Select(entity => Key("Crosswalks", entity)),
        CustomAreaItem { CustomArea: var custom } => [Key("CustomAreas", CustomAreaStore.ToEntity(custom)),
            Key("Areas", AreaStore.ToEntity(custom.Area, delivery))],
        BoundaryItem drawn => [Key("Boundaries", BoundaryStore.ToEntity(drawn.Boundary, delivery))],
        _ => throw new InvalidOperationException($"{item.GetType().Name} is not expected here."),
    };

    private static string Key(string table, TableEntity entity) => $"{table}/{entity.PartitionKey}/{entity.RowKey}";

    private static IEnumerable<TableClient> GetTables(Stores stores) =>
        [stores.Tables.Areas, stores.Tables.Observations, stores.Tables.Crosswalks, stores.Tables.CustomAreas, stores.Tables.Boundaries];

    // With their times: an entity that was written again differs.
    private static async Task<SortedDictionary<string, string>> EntitiesAsync(Stores stores)
    {
        var entities = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in GetTables(stores))
        {
            await foreach (var entity in Tables.QueryAsync(table, filter: null, cancellationToken: Token))
            {
                entities.Add(Key(table.Name, entity), entity.GetString("Delivery") ?? entity.ETag.ToString());
            }
        }

        return entities;
    }

    private static async Task RestoreAsync(Stores stores, IEnumerable<string> written, SortedDictionary<string, string> before)
    {
        var tables = GetTables(stores).ToDictionary(table => table.Name);
        foreach (var key in written)
        {
            var parts = key.Split('/', 3);
            if (before.TryGetValue(key, out var delivery))
            {
                await tables[parts[0]].UpsertEntityAsync(Register(parts[2], delivery), TableUpdateMode.Replace, Token);
            }
            else
            {
                await tables[parts[0]].DeleteEntityAsync(parts[1], parts[2], cancellationToken: Token);
            }
        }
    }

    private static TableEntity Register(string row, string delivery)
    {
        var (year, code) = (row[..4], row[5..]);
        return AreaStore.ToEntity(new Area(AreaCode.Parse(code), code, int.Parse(year, CultureInfo.InvariantCulture)), delivery);
    }

    private async Task<Stores> RegisteredAsync()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var writer = new AreaStore(stores.Tables).CreateWriter();
        foreach (var year in (int[])[2016, 2021, 2022])
        {
            foreach (var code in (string[])["GM0153", "WK015300", "BU01530000", "BU01530001", "BU01530002", "BU01530010", "BU01530011", "BU01530012",
                "CU0153-dolphia"])
            {
                await writer.AddAsync(Register($"{year}|{code}", "register"), Token);
            }
        }

        await writer.CompleteAsync(Token);
        return stores;
    }
}
