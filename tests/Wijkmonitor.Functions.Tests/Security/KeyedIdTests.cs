using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Tests.Http;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Security;

/// <summary>The ids of deliveries that callers see do not disclose what was delivered.</summary>
public sealed class KeyedIdTests(StorageEmulator emulator)
{
    private const string Dataset = "area-indicators";
    private const int Guesses = 16;
    private const int MinHashLength = 8;
    private const string Register = "code;name;boundary_year\nGM0153;Enschede;2017\nWK015301;Wijk;2017\nBU01530100;Klein;2017\nBU01530101;Groot;2017\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_public_cannot_check_a_guess_of_a_file()
    {
        var stores = await StartAsync();
        await DeliverAsync(stores, Dataset, CreateFile(3));

        var (body, headers) = await ListAsPublicAsync(stores, "GM0153");

        using var list = JsonDocument.Parse(body);
        var hidden = list.RootElement.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("area").GetString() == "BU01530100");
        Assert.Equal(("suppressed", 4), (hidden.GetProperty("state").GetString(), hidden.GetProperty("line").GetInt32()));
        Assert.All(Enumerable.Range(0, Guesses).SelectMany(guess => Hash(CreateFile(guess))), hash =>
        {
            Assert.DoesNotContain(hash[..MinHashLength], body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(hash[..MinHashLength], headers, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task A_file_has_the_same_id_on_every_instance_and_another_in_another_account()
    {
        var (one, other) = (await Stores.OnAsync(emulator.NewAccount()), await Stores.OnAsync(emulator.NewAccount()));
        var hash = Convert.ToHexStringLower(SHA256.HashData("content"u8));

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new DeliveryIds(one.Containers).CreateAsync(Dataset, hash, Token)));

        var id = Assert.Single(made.Distinct());
        Assert.Equal((true, false, Dataset), (DeliveryIds.IsKeyed(id), DeliveryIds.IsFormer(id), DeliveryIds.GetDataset(id)));
        Assert.NotEqual(id, await other.Ids.CreateAsync(Dataset, hash, Token));
        Assert.NotEqual(id, await one.Ids.CreateAsync("kwb", hash, Token));
    }

    [Fact]
    public async Task A_key_that_was_damaged_gives_no_ids()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        await stores.Ids.CreateAsync(Dataset, new string('a', 64), Token);
        await stores.Containers.Archive.GetBlobClient("journal/delivery-ids.key").UploadAsync(BinaryData.FromString("short"), overwrite: true, Token);

        await Assert.ThrowsAsync<InvalidDataException>(() => new DeliveryIds(stores.Containers).CreateAsync(Dataset, new string('a', 64), Token));
    }

    [Fact]
    public async Task A_record_of_an_earlier_version_is_found_by_old_id_new_id_and_content()
    {
        var stores = await StartAsync();
        var (former, hash) = await DeliverAsBeforeAsync(stores);

        var (body, _) = await ListAsPublicAsync(stores, "GM0153");

        var published = await stores.Ids.PublishAsync(former, Token);
        Assert.True(DeliveryIds.IsKeyed(published));
        Assert.Contains($"\"{published}\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain(former, body, StringComparison.Ordinal);
        Assert.Equal(former, (await stores.Deliveries.ResolveAsync(former, Token))!.Id);
        Assert.Equal(former, (await stores.Deliveries.ResolveAsync(published, Token))!.Id);
        Assert.Null(await stores.Deliveries.ResolveAsync($"{Dataset}-{new string('b', 24)}", Token));
        Assert.Null(await stores.Deliveries.ResolveAsync($"{Dataset}-{new string('b', 20)}", Token));
        Assert.Equal(former, (await stores.Deliveries.FindByHashAsync(Dataset, hash, Token)).Id);
    }

    [Fact]
    public async Task The_same_file_dropped_again_goes_on_under_the_record_of_an_earlier_version()
    {
        var stores = await StartAsync();
        var (former, _) = await DeliverAsBeforeAsync(stores);

        await DropAsync(stores, Dataset, CreateFile(3));

        var delivery = Assert.Single(await stores.Deliveries.GetByDatasetAsync(Dataset, Token));
        Assert.Equal((former, true), (delivery.Id, delivery.RepeatedAt is not null));
    }

    [Fact]
    public async Task A_scorecard_of_an_earlier_version_is_served_with_new_ids_and_no_ids_in_texts()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var former = $"{Dataset}-{new string('a', 20)}";
        var keyed = $"{Dataset}-{new string('c', 24)}";
        var json = Encoding.UTF8.GetBytes($$"""{"a":1.50,"text":"één (levering {{former}}) of {{keyed}}","inputs":[{"delivery":"{{former}}","from":[{"delivery":"{{keyed}}"}]}]}""");

        var published = Encoding.UTF8.GetString(await stores.Ids.PublishJsonAsync(json, Token));

        var id = await stores.Ids.PublishAsync(former, Token);
        Assert.Equal(
            $$"""{"a":1.50,"text":"één (levering {{Dataset}}-{{new string('0', 24)}}) of {{keyed}}","inputs":[{"delivery":"{{id}}","from":[{"delivery":"{{keyed}}"}]}]}""",
            published);
        var without = Encoding.UTF8.GetBytes($$"""{"delivery":"{{keyed}}","date":"2024-01-01"}""");
        Assert.Same(without, await stores.Ids.PublishJsonAsync(without, Token));
    }

    // As an earlier version left it: record and rows under a hash that anybody can compute.
    private static async Task<(string Id, string Hash)> DeliverAsBeforeAsync(Stores stores)
    {
        using var copy = await LocalCopy.CreateAsync(new MemoryStream(Encoding.UTF8.GetBytes(CreateFile(3))), Dataset, Token);
        var id = DeliveryIds.CreateFormer(Dataset, copy.DeliveryHash);
        await stores.Store().StoreAsync(stores.Datasets.Find(Dataset)!, id, copy, cancellationToken: Token);
        await stores.Deliveries.SaveAsync(Stores.Delivered(id) with { Dataset = Dataset, Sha256 = copy.Sha256 }, Token);
        return (id, copy.DeliveryHash);
    }

    private async Task<Stores> StartAsync()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        stores.Define([Stores.Definition(Dataset) with { Visibility = DatasetVisibility.Public }]);
        await DeliverAsync(stores, "areas", Register);
        return stores;
    }

    private static string CreateFile(int count) =>
        $"area;period;indicator;value\nGM0153;2017;inhabitants;1200\nWK015301;2017;inhabitants;1200\nBU01530100;2017;inhabitants;{count}\nBU01530101;2017;inhabitants;{1200 - count}\n";

    // The file, with and without the dataset, as it can be hashed by anybody.
    private static IEnumerable<string> Hash(string content)
    {
        byte[][] hashed = [Encoding.UTF8.GetBytes(content), Encoding.UTF8.GetBytes($"{Dataset}\n{content}"), Encoding.UTF8.GetBytes(Dataset + content)];
        return hashed.SelectMany(bytes => new[] { SHA256.HashData(bytes), SHA512.HashData(bytes) }).SelectMany(hash =>
            new[] { Convert.ToHexStringLower(hash), Convert.ToBase64String(hash) });
    }

    private static async Task DeliverAsync(Stores stores, string dataset, string content)
    {
        await DropAsync(stores, dataset, content);
        Assert.Equal(DeliveryState.Scoring, Assert.Single(await stores.Deliveries.GetByDatasetAsync(dataset, Token)).State);
    }

    private static async Task DropAsync(Stores stores, string dataset, string content)
    {
        var inbox = new Inbox(stores.Containers);
        await inbox.DropAsync(dataset, "file.csv", new MemoryStream(Encoding.UTF8.GetBytes(content)), Token);
        await stores.Ingest(TimeProvider.System, new IngestOptions()).IngestAsync(Assert.Single(await inbox.ListFilesAsync(Token)), Token);
    }

    private static async Task<(string Body, string Headers)> ListAsPublicAsync(Stores stores, string municipality)
    {
        await stores.ServeAsync(municipality);
        var functions = new ObservationsFunctions(
            new AreaStore(stores.Tables), stores.Served(), stores.Municipality(), new VisibilityPolicy(stores.Datasets),
            new InputVisibility(new VisibilityPolicy(stores.Datasets), stores.Datasets), Stores.Config.Catalogue, stores.Datasets,
            new ObservationExports(new AreaStore(stores.Tables), stores.Deliveries, Stores.Config.Catalogue, stores.Datasets));
        var answer = await FunctionCall.SendAsync(request => functions.ListByMunicipalityAsync(request, municipality, Token));
        Assert.Equal(StatusCodes.Status200OK, answer.Status);
        return (answer.Body, answer.Headers);
    }
}
