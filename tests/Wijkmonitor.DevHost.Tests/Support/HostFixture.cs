using Wijkmonitor.DevHost.Tests.Support;
using Wijkmonitor.Local;

[assembly: AssemblyFixture(typeof(HostFixture))]

namespace Wijkmonitor.DevHost.Tests.Support;

/// <summary>A host without keys that all tests share which leave it as it is. Its environment claims that keys are checked.</summary>
public sealed class HostFixture : IAsyncLifetime
{
    public FunctionHost Host { get; private set; } = null!;

    public HttpClient Client => Host.Client;

    public async ValueTask InitializeAsync() => Host = await TestApp.StartAsync(settings: ("WIJKMONITOR_DEVHOST_CHECKS_KEYS", "true"));

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
