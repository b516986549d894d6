using Microsoft.Extensions.Time.Testing;

namespace Wijkmonitor.DevHost.Tests.Support;

/// <summary>A clock that stands still, and that a test moves once somebody waits for it.</summary>
internal sealed class WaitedClock(DateTimeOffset start) : FakeTimeProvider(start), IDisposable
{
    private readonly SemaphoreSlim waits = new(0);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        waits.Release();
        return timer;
    }

    public void Dispose() => waits.Dispose();

    /// <summary>Waits until somebody waits again.</summary>
    public async Task AwaitedAsync() =>
        Assert.True(await waits.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken), "Nobody waits for the clock.");

    /// <summary>Moves the clock once somebody waits again.</summary>
    public async Task AdvanceOnceAwaitedAsync(TimeSpan time)
    {
        await AwaitedAsync();
        Advance(time);
    }
}
