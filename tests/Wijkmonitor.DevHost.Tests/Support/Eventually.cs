namespace Wijkmonitor.DevHost.Tests.Support;

internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(() => Task.FromResult(condition()), what);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        var end = DateTime.UtcNow + Limit;
        while (!await condition())
        {
            Assert.True(DateTime.UtcNow < end, $"Not within {Limit}: {what}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
