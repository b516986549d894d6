using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Deliveries;

public sealed class FailedAttemptsTests(StorageEmulator emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Failures_are_counted_across_restarts_and_deleted_with_the_work()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        FailedAttempts Life() => new(stores.Containers);

        Assert.Equal(1, await Life().RecordAsync("a", Token));
        Assert.Equal(2, await Life().RecordAsync("a", Token));
        Assert.Equal(1, await Life().RecordAsync("b", Token));
        await Life().DeleteExceptAsync(new HashSet<string> { "a" }, Token);

        Assert.Equal(3, await Life().RecordAsync("a", Token));
        Assert.Equal(1, await Life().RecordAsync("b", Token));
    }
}
