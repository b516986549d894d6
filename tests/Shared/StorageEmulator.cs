using Wijkmonitor.Local;

[assembly: AssemblyFixture(typeof(Wijkmonitor.Testing.StorageEmulator))]

namespace Wijkmonitor.Testing;

/// <summary>One storage emulator for all tests of an assembly; each test takes an account of its own from it.</summary>
public sealed class StorageEmulator : IAsyncLifetime
{
    private Azurite? azurite;

    public Azurite Azurite => azurite ?? throw new InvalidOperationException("The emulator has not started.");

    /// <summary>The connection string of an empty storage account that no other test uses.</summary>
    public string NewAccount() => Azurite.NewAccount();

    public async ValueTask InitializeAsync() => azurite = await Azurite.StartAsync(extraAccounts: 800);

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
        {
            await azurite.DisposeAsync();
        }
    }
}
