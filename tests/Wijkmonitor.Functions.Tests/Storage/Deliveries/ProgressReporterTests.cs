using Microsoft.Extensions.Time.Testing;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Deliveries;

public sealed class ProgressReporterTests(StorageEmulator emulator)
{
    private const int RowsUntilALook = 64;
    private static readonly Delivery Delivery = Stores.Delivered("kwb-00000000000000000001");

    private readonly FakeTimeProvider time = new(Delivery.ReceivedAt);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_long_check_is_shown_before_its_progress()
    {
        var (report, store) = await StartAsync();
        var shown = 0;
        report.StartStage(DeliveryStage.Checking, 1000, _ => Task.FromResult(shown++));

        await AdvanceAsync(report, 2 * RowsUntilALook);

        Assert.Equal(1, shown);
        var progress = (await store.FindAsync(Delivery, Token))!;
        Assert.Equal((DeliveryStage.Checking, 2 * RowsUntilALook, 1000), (progress.Stage, progress.Done, progress.Total));
    }

    [Fact]
    public async Task A_fast_check_before_slow_storing_is_not_shown()
    {
        var (report, store) = await StartAsync();
        report.StartStage(DeliveryStage.Checking, 1000, _ => throw new InvalidOperationException("It is not being checked any more."));
        await AdvanceAsync(report, RowsUntilALook - 1);
        report.StartStage(DeliveryStage.Storing, 900);

        await AdvanceAsync(report, RowsUntilALook);

        Assert.Equal(DeliveryStage.Storing, (await store.FindAsync(Delivery, Token))?.Stage);
        await report.EndAsync(Token);
        Assert.Null(await store.FindAsync(Delivery, Token));
    }

    private async Task<(ProgressReporter Report, ProgressStore Store)> StartAsync()
    {
        var store = new ProgressStore((await Stores.OnAsync(emulator.NewAccount())).Tables);
        return (new ProgressReporter(store, Delivery.Dataset, Delivery.Id, time), store);
    }

    // A minute passes for each row.
    private async Task AdvanceAsync(ProgressReporter report, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await report.AdvanceAsync(Token);
        }
    }
}
