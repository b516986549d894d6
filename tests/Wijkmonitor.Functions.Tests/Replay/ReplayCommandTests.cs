using Microsoft.Extensions.Options;
using Wijkmonitor.Functions.Replay;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Tests.Storage.Rows;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Replay;

/// <summary>Exit codes of the commands on an archive (docs/terminal.md).</summary>
public sealed class ReplayCommandTests(StorageEmulator emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Success_exits_with_0()
    {
        await using var monitor = await StartAsync();
        await DeliverAsync(monitor);

        Assert.Equal(0, await ReplayCommand.RunAsync(() => monitor.Get<IServiceProvider>()));
        Assert.Equal(0, await VerifyCommand.RunAsync(() => monitor.Get<IServiceProvider>()));
    }

    [Fact]
    public async Task A_missing_file_is_found_before_anything_is_deleted_and_ends_with_2()
    {
        await using var monitor = await StartAsync();
        var delivery = await DeliverAsync(monitor);
        var before = await monitor.TableAsync();
        await monitor.Get<Containers>().Archive.GetBlobClient(delivery.Path["archive/".Length..]).DeleteAsync(cancellationToken: Token);

        Assert.Equal(2, await ReplayCommand.RunAsync(() => monitor.Get<IServiceProvider>()));
        Assert.Equal(2, await VerifyCommand.RunAsync(() => monitor.Get<IServiceProvider>()));
        Assert.Equal(before, await monitor.TableAsync());
    }

    [Fact]
    public async Task A_file_that_fails_after_the_tables_were_emptied_ends_with_1()
    {
        await using var monitor = await StartAsync();
        var delivery = await DeliverAsync(monitor);
        await monitor.Get<Containers>().Archive.GetBlobClient(delivery.Path["archive/".Length..])
            .UploadAsync(BinaryData.FromString("another file"), overwrite: true, Token);

        Assert.Equal(1, await ReplayCommand.RunAsync(() => monitor.Get<IServiceProvider>()));
        Assert.Empty(await monitor.TableAsync());
    }

    [Fact]
    public async Task A_wrong_setting_ends_both_commands_with_2()
    {
        IServiceProvider Compose() => throw new OptionsValidationException("Rules", typeof(object), ["Rules__X names no file."]);

        Assert.Equal(2, await ReplayCommand.RunAsync(Compose));
        Assert.Equal(2, await VerifyCommand.RunAsync(Compose));
    }

    [Fact]
    public async Task Tables_that_differ_end_verify_with_1()
    {
        await using var monitor = await StartAsync();
        var delivery = await DeliverAsync(monitor);
        await monitor.Get<Tables>().Deliveries.DeleteEntityAsync(delivery.Dataset, delivery.Id, cancellationToken: Token);

        Assert.Equal(1, await VerifyCommand.RunAsync(() => monitor.Get<IServiceProvider>()));
    }

    private static Task<Delivery> DeliverAsync(CityMonitor monitor) =>
        monitor.DeliverAsync("first.csv", CityMonitor.File(DatasetFormat.Wide, CityMonitor.Codes(3), version: 1));

    private Task<CityMonitor> StartAsync() => CityMonitor.StartAsync(emulator.NewAccount(), DatasetFormat.Wide, indicators: 3);
}
