namespace Wijkmonitor.Testing;

/// <summary>Waits for a state that is to come, as long as a machine with much other work may need.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan MinPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(1);

    /// <summary>Waits until something is so.</summary>
    /// <param name="condition">Whether it is so.</param>
    /// <param name="what">Description of what is waited for.</param>
    /// <param name="log">Text to show where it never comes.</param>
    public static Task TrueAsync(Func<bool> condition, string what, Func<string>? log = null) => TrueAsync(() => Task.FromResult(condition()), what, log);

    /// <inheritdoc cref="TrueAsync(Func{bool}, string, Func{string}?)"/>
    public static async Task TrueAsync(Func<Task<bool>> condition, string what, Func<string>? log = null)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            var elapsed = TimeProvider.System.GetElapsedTime(start);
            Assert.True(elapsed < Patience, $"Not within {Patience}: {what}\n{log?.Invoke()}");
            await Task.Delay(GetPause(elapsed), TestContext.Current.CancellationToken);
        }
    }

    // Asking costs the machine the work that is waited for: what takes long is asked less often.
    private static TimeSpan GetPause(TimeSpan elapsed) => TimeSpan.FromTicks(Math.Clamp(elapsed.Ticks / 4, MinPause.Ticks, MaxPause.Ticks));
}
