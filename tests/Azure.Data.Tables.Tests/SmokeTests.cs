namespace Azure.Data.Tables.Tests;

public sealed class SmokeTests(Wijkmonitor.Testing.StorageEmulator emulator)
{
    [Fact]
    public void The_emulator_gives_accounts() => Assert.NotEqual(emulator.NewAccount(), emulator.NewAccount());
}
