namespace Wijkmonitor.Testing;

/// <summary>Waits for a state that is to come, as long as a machine with much other work may need.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

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
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, $"Not within {Patience}: {what}\n{log?.Invoke()}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
